import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the bundled shop from the Online Retail data: {@code java shop/PrepareShop.java
 * online_retail.csv.gz shop}.
 *
 * <p>Reads the invoice lines, writes {@code products.jsonl.gz} and {@code events.csv.gz}, and prints
 * how many lines each rule took. The same input gives the same bytes. README.md beside this file
 * explains the rules.
 */
final class PrepareShop {
  /** Goods have five digits and at most two letters, or the shop's own prefix. */
  private static final Pattern GOODS = Pattern.compile("[0-9]{5}[A-Z]{0,2}|DCGS[0-9A-Z]+");

  private static final Set<String> NOT_GOODS =
      Set.of("NEXT DAY CARRIAGE", "HIGH RESOLUTION IMAGE", "PACKING CHARGE");

  private static final int RECENT_LINES = 30;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** One invoice line as in the source; customer is empty where unknown. */
  record Line(
      String invoice,
      String code,
      String description,
      int quantity,
      LocalDateTime time,
      BigDecimal price,
      String customer) {
    boolean cancels() {
      return invoice.startsWith("C");
    }
  }

  /** What one invoice holds of one product. */
  record Purchase(
      String invoice, String code, String customer, LocalDateTime time, int quantity, BigDecimal paid) {}

  record Goods(
      String code, String title, BigDecimal price, LocalDateTime since, int sold, Facts facts) {}

  /** What the title states, or what is derived from its words. */
  record Facts(Optional<String> category, Map<String, Object> attributes) {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: java shop/PrepareShop.java online_retail.csv.gz OUTPUT_FOLDER");
      System.exit(2);
    }
    new PrepareShop().run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void run(Path source, Path folder) throws IOException {
    List<Line> lines = read(source);
    counts.put("lines read", lines.size());
    lines = keep(lines, "not goods: postage, fees, vouchers, samples, adjustments", l -> !isGoods(l));
    Set<String> collected = collectedOrders(source);
    lines =
        keep(
            lines,
            "many web orders collected in one invoice without customer",
            l -> l.customer.isEmpty() && collected.contains(l.invoice));
    lines =
        keep(lines, "price of zero or less", l -> l.price.signum() <= 0);
    List<Line> cancelling = lines.stream().filter(Line::cancels).toList();
    lines = keep(lines, "cancelling lines", Line::cancels);
    lines = keep(lines, "quantity of zero or less", l -> l.quantity <= 0);
    List<Line> sold = lines;
    List<Purchase> purchases = purchases(cancel(lines, cancelling));
    counts.put("events written", purchases.size());

    Set<String> offered = purchases.stream().map(Purchase::code).collect(Collectors.toSet());
    List<Goods> goods = goods(sold, purchases, offered);
    counts.put("products written", goods.size());
    counts.put(
        "customers", (int) purchases.stream().map(Purchase::customer).filter(c -> !c.isEmpty()).distinct().count());
    counts.put(
        "anonymous sessions",
        (int) purchases.stream().filter(p -> p.customer.isEmpty()).map(Purchase::invoice).distinct().count());

    Map<String, String> parents = Variants.parents(goods);
    counts.put("variants of another product", parents.size());
    counts.put("products with a category", (int) goods.stream().filter(g -> g.facts.category.isPresent()).count());
    writeProducts(folder.resolve("products.jsonl.gz"), goods, parents);
    writeEvents(folder.resolve("events.csv.gz"), purchases);
    counts.forEach((what, n) -> System.out.printf(Locale.ROOT, "%,9d  %s%n", n, what));
  }

  private List<Line> keep(List<Line> lines, String rule, java.util.function.Predicate<Line> drop) {
    List<Line> kept = lines.stream().filter(l -> !drop.test(l)).toList();
    counts.put("  dropped, " + rule, lines.size() - kept.size());
    return kept;
  }

  private static boolean isGoods(Line line) {
    return GOODS.matcher(line.code).matches()
        && !NOT_GOODS.contains(line.description.toUpperCase(Locale.ROOT));
  }

  // --- reading ---------------------------------------------------------------------------------

  private static List<Line> read(Path source) throws IOException {
    DateTimeFormatter times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    List<Line> lines = new ArrayList<>();
    for (List<String> f : csv(source)) {
      lines.add(
          new Line(
              f.get(0),
              f.get(1).toUpperCase(Locale.ROOT),
              f.get(2).strip().replaceAll("\\s+", " "),
              Integer.parseInt(f.get(3)),
              LocalDateTime.parse(f.get(4), times),
              new BigDecimal(f.get(5)),
              f.get(6)));
    }
    return lines;
  }

  private static List<List<String>> csv(Path source) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(8);
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Invoices with a line of web postage: a day's orders of many people, booked as one. */
  private static Set<String> collectedOrders(Path source) throws IOException {
    return csv(source).stream()
        .filter(f -> f.get(1).equals("DOT"))
        .map(f -> f.get(0))
        .collect(Collectors.toSet());
  }

  // --- cancellations and purchases -------------------------------------------------------------

  /** A line that was sold, with what is left of it after cancellations. */
  private static final class Open {
    private final Line line;
    private int left;

    private Open(Line line) {
      this.line = line;
      this.left = line.quantity;
    }
  }

  /**
   * Takes each cancelled quantity from the same customer's earlier lines of the same product: from
   * the latest with exactly that quantity and price, else from the latest backwards.
   */
  private List<Open> cancel(List<Line> sold, List<Line> cancelling) {
    List<Open> open = sold.stream().map(Open::new).toList();
    Map<String, List<Open>> byBuyer = new HashMap<>();
    for (Open o : open) {
      if (!o.line.customer.isEmpty()) {
        byBuyer.computeIfAbsent(o.line.customer + "/" + o.line.code, k -> new ArrayList<>()).add(o);
      }
    }
    int matched = 0;
    for (Line c : cancelling.stream().sorted(Comparator.comparing(Line::time)).toList()) {
      List<Open> earlier =
          byBuyer.getOrDefault(c.customer + "/" + c.code, List.of()).stream()
              .filter(o -> !o.line.time.isAfter(c.time) && o.left > 0)
              .sorted(
                  Comparator.comparing(
                          (Open o) -> o.left == -c.quantity && o.line.price.equals(c.price))
                      .thenComparing((Open o) -> o.line.time)
                      .reversed())
              .toList();
      int rest = -c.quantity;
      for (Open o : earlier) {
        int taken = Math.min(rest, o.left);
        o.left -= taken;
        rest -= taken;
      }
      matched += rest == 0 ? 1 : 0;
    }
    counts.put("    of these matched in full to what they cancel", matched);
    counts.put("  dropped, bought and wholly cancelled", (int) open.stream().filter(o -> o.left == 0).count());
    return open.stream().filter(o -> o.left > 0).toList();
  }

  private List<Purchase> purchases(List<Open> open) {
    Map<String, Purchase> purchases = new LinkedHashMap<>();
    for (Open o : open) {
      Line l = o.line;
      BigDecimal paid = l.price.multiply(BigDecimal.valueOf(o.left));
      purchases.merge(
          l.invoice + "-" + l.code,
          new Purchase(l.invoice, l.code, l.customer, l.time, o.left, paid),
          (a, b) ->
              new Purchase(
                  a.invoice, a.code, a.customer, a.time, a.quantity + b.quantity, a.paid.add(b.paid)));
    }
    counts.put("  joined, same product again in one invoice", open.size() - purchases.size());
    return purchases.values().stream()
        .sorted(
            Comparator.comparing(Purchase::time)
                .thenComparing(Purchase::invoice)
                .thenComparing(Purchase::code))
        .toList();
  }

  // --- products --------------------------------------------------------------------------------

  private static List<Goods> goods(
      List<Line> sold, List<Purchase> purchases, Set<String> offered) {
    Map<String, List<Line>> byCode = new TreeMap<>();
    sold.stream()
        .filter(l -> offered.contains(l.code) && !l.description.isEmpty())
        .forEach(l -> byCode.computeIfAbsent(l.code, c -> new ArrayList<>()).add(l));
    Map<String, Integer> buyers = new HashMap<>();
    purchases.forEach(p -> buyers.merge(p.code, 1, Integer::sum));
    List<Goods> goods = new ArrayList<>();
    byCode.forEach(
        (code, lines) -> {
          String title = Title.of(mostFrequent(lines.stream().map(Line::description).toList()));
          List<Line> recent =
              lines.stream()
                  .sorted(Comparator.comparing(Line::time).reversed())
                  .limit(RECENT_LINES)
                  .toList();
          BigDecimal price =
              mostFrequent(recent.stream().map(l -> l.price.setScale(2, RoundingMode.HALF_UP)).toList());
          LocalDateTime since = lines.stream().map(Line::time).min(Comparator.naturalOrder()).get();
          goods.add(
              new Goods(code, title, price, since, buyers.getOrDefault(code, 0), Title.facts(title)));
        });
    return goods;
  }

  /** The value seen most often; among equals the one seen first. */
  private static <T> T mostFrequent(List<T> values) {
    Map<T, Integer> seen = new LinkedHashMap<>();
    values.forEach(v -> seen.merge(v, 1, Integer::sum));
    int most = seen.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return seen.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  // --- writing ---------------------------------------------------------------------------------

  private static Writer gzip(Path file) throws IOException {
    OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(9);
          }
        };
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  private static void writeProducts(Path file, List<Goods> goods, Map<String, String> parents)
      throws IOException {
    try (Writer out = gzip(file)) {
      for (Goods g : goods) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", g.code);
        json.put("title", g.title);
        g.facts.category.ifPresent(c -> json.put("categories", List.of(c)));
        json.put("price", g.price);
        json.put("currency", "GBP");
        if (parents.containsKey(g.code)) {
          json.put("variant_of", parents.get(g.code));
        }
        json.put("created_at", g.since.toInstant(ZoneOffset.UTC).toString());
        if (!g.facts.attributes.isEmpty()) {
          json.put("attributes", g.facts.attributes);
        }
        out.write(json(json));
        out.write('\n');
      }
    }
  }

  private static String json(Object value) {
    return switch (value) {
      case String s -> "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Map<?, ?> m ->
          m.entrySet().stream()
              .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> c ->
          c.stream().map(PrepareShop::json).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static void writeEvents(Path file, List<Purchase> purchases) throws IOException {
    try (Writer out = gzip(file)) {
      out.write("event_id,type,user,session,product,quantity,value,time\n");
      for (Purchase p : purchases) {
        String paid = p.paid.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        out.write(
            String.join(
                ",",
                p.invoice + "-" + p.code,
                "purchase",
                p.customer,
                p.invoice,
                p.code,
                Integer.toString(p.quantity),
                paid,
                p.time.toInstant(ZoneOffset.UTC).toString()));
        out.write('\n');
      }
    }
  }

  // --- titles ----------------------------------------------------------------------------------

  /** From a shouted, abbreviated stock description to a title, and from the title to facts. */
  static final class Title {
    private Title() {}

    /** Whole words (or several) that are short for others, or misspelt. */
    private static final Map<String, String> WORDS = table("""
        b'fly=butterfly|b'draw=drawer|c/cover=cushion cover|p'weight=paperweight|w=with|w/=with
        assorted col=assorted colour|ass col=assorted colour|asstd col=assorted colour|col=colour
        asstd=assorted|asst=assorted|ass=assorted|des=design|hldr=holder|ant=antique|vint=vintage
        art dec=art deco|dec=decoration|turq=turquoise|xmas=Christmas|lt=light|lt.blue=light blue
        neckl=necklace|necklac=necklace|garld=garland|rnd=round|rect=rectangular|flowe=flower
        nat=natural|whit=white|wht=white|blk=black|str=strap|stick=stick|med=medium|multicol=multicolour
        m/colour=multicolour|m.o.p=mother-of-pearl|m.o.p.=mother-of-pearl|mop=mother-of-pearl
        cand=candle|candl=candle|suck=sucker|butterfl=butterfly|flowr=flower|montan=montana
        cinammon=cinnamon|strawbery=strawberry|strawbry=strawberry|fuschia=fuchsia|paisely=paisley
        tassle=tassel|skippping=skipping|metalic=metallic|artiifcial=artificial|silouette=silhouette
        braclet=bracelet|pannetone=panettone|sandlewood=sandalwood|cannister=canister|raspberr=raspberry
        laquered=lacquered|roccoco=rococo|tradtional=traditional|hydranga=hydrangea|ceature=creature
        diamon=diamond|first ade=first aid|doiley=doily|utilty=utility|pot pouri=pot pourri
        sil't=silhouette|squ=square|traveling=travelling|butterfiles=butterflies
        budah=Buddha|tumbler,=tumbler|mitt=mitt|photoframe=photo frame|hen+chicks=hen + chicks
        squarecushion=square cushion|baroquecandlestick=baroque candlestick|swirlglass=swirl glass
        chocolatecandle=chocolate candle|drawerknob=drawer knob|blackchristmas=black Christmas
        pinkwhite=pink/white|blackblue=black/blue|smallfolkart=small folkart|stopmetal=stop metal
        vippassport=VIP passport|livingroom=living room|20light=20 light|n0=no|doorsign=door sign
        its=it's|char=chair|sculpted rnd=sculpted round|cutglass=cut glass|knif=knife|of4=of 4
        photo frame=photo frame|dia=diamond|doc=doc|popart=pop art|set3=set of 3|memoboard=memo board
        """);

    /** Words that keep capitals: names, places, feasts, acronyms. */
    private static final Map<String, String> NAMES = names("""
        London Christmas Easter Valentine Halloween Union Jack Paris French English England British
        Victorian Edwardian Georgian Regency Scandinavian Danish Swiss Chinese Russian Mexican Moroccan
        Hawaiian Tuscan Parisienne Provence Provencal Tokyo Montana Acapulco Tahiti Vegas Las Tropez
        Portobello Kensington Savoy Camden Notting Covent Oxford Kashmir Kashmiri Afghan Murano Monte
        Carlo Cote D'Azure Suki Charlie Lola Lolita Poppy's Purdey Olivia Molly Rosie Emily Maria Nancy
        Amelie Nicole Jean-Paul Henrietta Hilda Helga Heidi Ingrid Rebecca Sally Rachel Susie Sophie
        Claire Susan Madeline Bertie Charlotte Boudicca Gordon George Maxwell Crusoe Cinderella Elvis Marie
        Antoinette Santa Santas Rudolphs Willie Winkie Buddha Madonna David's Fanny's Noel Advent
        Columbian Mrs Mr Dutch Irish African Indian Indians Aztec Egyptian Roman Czech France Namaste
        Swagat Ludo Dolly Nicole Spaceboy Morris Buffalo Bill Haynes Sanskrit Polyester=polyester
        LED TV CD DVD USB VIP WC UK 3D I I'm A4=A4 DIY BBQ D.O.F. T-light T-lights T-shirt Hi-tec=hi-tec
        Tutti=tutti Jardin=jardin Monday Sunday Ol'=ol' Ninja=ninja Toulouse Giraffe=giraffe Ipod=iPod
        Botanique=botanique Lautrec Gymkhana=gymkhana Feng=feng Shui=shui Asos Mao Hohoho=ho-ho-ho
        """);

    private static final Pattern MIXED_CASE = Pattern.compile("[A-Z][a-z']+\\.? .*[A-Z][a-z]{2,}.*");
    private static final Pattern UNIT =
        Pattern.compile("([0-9.]+)(CM|M|MM|G|KG|ML|W|PC|C)(X.*)?", Pattern.CASE_INSENSITIVE);

    static String of(String description) {
      String d = description.replaceAll("^[*]|[.,]+$", "").strip();
      if (MIXED_CASE.matcher(d).matches()) {
        return words(d, false);
      }
      d = d.toLowerCase(Locale.ROOT);
      d = d.replaceAll(" [0-9]{5}$", "").replaceAll(" & s$", "");
      d = d.replaceAll("\\b(set|pack|box)/([0-9]+)", "$1 of $2").replaceAll("\\bs/([0-9]+)", "set of $1");
      d = d.replaceAll("\\b(set|pack) ([0-9]+)\\b(?! tone)", "$1 of $2");
      d = d.replaceAll("neckl\\.?([0-9]+\")", "necklace $1 ").replaceAll("([0-9]+\")neckl\\.", "$1 necklace");
      d = d.replaceAll("\\blt\\.", "light ").replaceAll("\\bw/ ?", "with ").replaceAll("(?<=[a-z]{3})[.](?=[a-z])", " ").replaceAll("c/cover", "cushion cover");
      d = d.replaceAll(" *, *", ", ").replaceAll(" */ +| +/ *", "/").replaceAll(" *\\+ *", " + ");
      d = d.replaceAll("\\bcharlie \\+? ?lola", "charlie & lola");
      d = d.replaceAll("(?<=[a-z])\\(", " (").replaceAll("(?<=[a-z])\"(?=[a-z])", " \"");
      d = d.replaceAll("[.](?= |$)(?<!m\\.o\\.p\\.)", "").replaceAll(", *$", "").strip();
      return words(d.replaceAll(" {2,}", " "), true);
    }

    private static String words(String text, boolean shouted) {
      String expanded = text;
      if (shouted) {
        for (Map.Entry<String, String> e : WORDS.entrySet()) {
          if (e.getKey().indexOf(' ') >= 0) {
            expanded = expanded.replaceAll("\\b" + Pattern.quote(e.getKey()) + "\\b", e.getValue());
          }
        }
      }
      StringBuilder title = new StringBuilder();
      Matcher parts = Pattern.compile("[^ /,()\"+]+|[ /,()\"+]").matcher(expanded);
      while (parts.find()) {
        boolean quoted = parts.end() < expanded.length() && expanded.charAt(parts.end()) == '"';
        boolean letter = quoted && parts.group().matches("[a-z]");
        title.append(letter ? parts.group().toUpperCase(Locale.ROOT) : word(parts.group()));
      }
      String t = title.toString().strip();
      return t.substring(0, 1).toUpperCase(Locale.ROOT) + t.substring(1);
    }

    private static String word(String word) {
      String key = word.toLowerCase(Locale.ROOT);
      if (WORDS.containsKey(key)) {
        return WORDS.get(key);
      }
      if (NAMES.containsKey(key)) {
        return NAMES.get(key);
      }
      if (key.matches("a[0-9]|[b-hj-z]")) {
        return key.toUpperCase(Locale.ROOT);
      }
      if (key.matches("[0-9]+cmx[0-9]+cm")) {
        return key.replace("cmx", "x");
      }
      return UNIT.matcher(word).matches() ? key : word;
    }

    private static Map<String, String> table(String text) {
      Map<String, String> table = new LinkedHashMap<>();
      for (String entry : text.strip().split("\\s*[|\\n]\\s*")) {
        table.put(entry.substring(0, entry.indexOf('=')).strip(), entry.substring(entry.indexOf('=') + 1));
      }
      return table;
    }

    private static Map<String, String> names(String text) {
      Map<String, String> names = new HashMap<>();
      for (String name : text.strip().split("\\s+")) {
        int is = name.indexOf('=');
        names.put(
            (is < 0 ? name : name.substring(0, is)).toLowerCase(Locale.ROOT),
            is < 0 ? name : name.substring(is + 1));
      }
      return names;
    }

    static Facts facts(String title) {
      return new Facts(Words.category(title), Words.attributes(title));
    }
  }

  // --- what a title's words say ----------------------------------------------------------------

  /** Category from the head noun; colour, size, number, material, occasion, pattern where stated. */
  static final class Words {
    private Words() {}

    /** {@code path: the head nouns that lead to it}; s at the end is optional in every noun. */
    private static final Map<String, List<String>> CATEGORIES = categories("""
        Home > Candles > T-light holders: t-light holder, tealight holder, t-light glass, hurricane lamp
        Home > Candles > Candle holders: candle holder, candleholder, candlestick, candelabra, candlepot, candle plate, candle pot, votive, candlestand
        Home > Candles > Candles: candle, t-light, incense, oil burner, pot pourri, fragrance oil, candle ring, candle bowl
        Home > Lighting > Lanterns: lantern
        Home > Lighting > Night lights: night light, nightlight, toadstool led light
        Home > Lighting > String lights: lights, light chain, fairy lights, light garland, string of light, lights string, 20 light
        Home > Lighting > Lamps and shades: lamp, lampshade, lamp shade, lamp base, chandelier, light, torch, shade, lightbulb, ubo-light, silicon cube, frosted white base
        Home > Clocks > Alarm clocks: alarm clock
        Home > Clocks > Wall clocks: clock, wall clock
        Home > Decoration > Hanging hearts: hanging heart, heart decoration, wicker heart, heart of wicker, zinc heart, heart wicker, heart, hearts
        Home > Decoration > Wall art: wall art, wall tidy=, picture, canvas, poster, wall plaque, plaque, paint by number, blackboard, chalkboard, memo board, kitchen print, print
        Home > Decoration > Metal signs: metal sign, sign, hook sign, tin sign, blackboard sign
        Home > Decoration > Door signs: door sign, door hanger, number tile, tile, doorbell
        Home > Decoration > Letters and words: word, alphabet, block letter, painted letter, letters, building block word, home block, block
        Home > Decoration > Frames and albums: frame, photo frame, picture frame, photo album, album, photo cube, photo clip
        Home > Decoration > Mirrors: mirror
        Home > Decoration > Ornaments: decoration, ornament, figurine, bird, cherub, statue, angel, mirror ball, windmill, mobile, wind chime, chime, spiral, dovecote, birdcage, bird cage, globe, glass dome, cloche, snow globe, paperweight, shell, scarab, hen, dove, buddha head, mushroom, owl, frog, hand open shape, owls, flying ducks, geisha girl, pear, hanging bottle, ornamental, droplet, jewel, swallow
        Home > Decoration > Artificial flowers: artificial flower, art flower, artificial, flower stem, rose stem, posy, bouquet, delphinium, hydrangea, anemone, carnation, geranium, foxglove, allium, peony, blossom branch, poppy field, sunflower
        Home > Decoration > Hooks and knobs: hook, knob, hanger, coat hanger, coat rack, coat stand, drawer knob, peg, key hook, coathanger, hanger hook, key holder, keys decorative
        Home > Decoration > Garlands and bunting: bunting, garland, paper chain, paper chain kit, wreath, string of, flag, pennant, hanging decoration, honeycomb decoration, tinsel
        Home > Textiles > Cushions: cushion, cushion cover, cushion pad, filler pad, seat pad, pouffe, kneeling pad, kneeling mat
        Home > Textiles > Doormats: doormat, door mat, rug, mat
        Home > Textiles > Curtains and throws: curtain, throw, quilt, bead curtain, voile, bedspread, blanket, screen
        Home > Textiles > Doorstops and draught: doorstop, door stop, draught excluder
        Home > Textiles > Hot water bottles and hand warmers: hot water bottle, hand warmer, hottie, heat pad, hot pack, pocket warmer, mug warmer
        Home > Furniture: cabinet, chest, drawer, shelf, shelves, table, chair, stool, folding chair, chest of drawers, shelf unit, unit, bench, side table, bookend, cupboard, shelving, wall shelf, bookcase, sideboard, partition panel, seat, footstool
        Home > Storage > Boxes and baskets: storage box, basket, box, boxes, crate, trunk, hamper, drawer tidy, storage cube, storage bag, magazine rack, letter rack, letter holder, bin, waste bin, rack, organiser, wall pocket, laundry bag, laundry basket, storage unit, tidy, desk tidy, bucket, sack, storage jar rack, treasure chest, storage tin
        Home > Storage > Jewellery and trinket boxes: jewellery box, trinket box, trinket pot, jewellery stand, jewel box, ring stand, jewellery tree, trinket tray, music box, jewellery holder, necklace stand, earring stand, key ring stand, trinket dish, ring holder, jewellery bag, jewel stand
        Home > Bathroom: bath sponge, bath, towel, flannel, soap, soap dish, washbag, wash bag, bathroom scales, bathroom set, bathroom, sponge, bath mat, toilet roll, toothbrush, shower cap, soap holder, bath salts, bathroom stool, foot care, toilet brush, nail brush, bath pillow, bath bomb, nail brush, toilette bottle
        Kitchen > Mugs and cups: mug, cup, teacup, coffee cup, tea cup, cup and saucer, cup & saucer, saucer, beaker, tea for one, coffee mug
        Kitchen > Plates and bowls: plate, bowl, dish, platter, dessert bowl, cake plate, side plate, serving plate, fruitbowl, dinner set, dinner plate, salad bowl
        Kitchen > Jugs and teapots: jug, teapot, tea pot, milk jug, tea strainer, tea infuser, tea cosy, egg cosy, cosy, pitcher, coffee pot, sugar bowl, milk bottle, tea set, coffee set, water basin
        Kitchen > Glasses: glass, tumbler, goblet, wine glass, champagne glass, shot glass, drinking glass, chalice, decanter, sundae dish, cocktail glass
        Kitchen > Cake stands: cake stand, cakestand, cake dome
        Kitchen > Baking: cake case, cases, cupcake case, baking mould, cake tin, baking set, cookie cutter, biscuit cutter, cutter, cake mould, mould, rolling pin, measuring spoon, measuring jug, measure, mixing bowl, whisk, spatula, cake slice, muffin tin, loaf tin, pie dish, jelly mould, petit four, cupcake, measuring tape=, cake skewer, flan dish, cake server, baking set, cake frill, lolly maker, lolly mould
        Kitchen > Tins and jars: tin, jar, storage tin, cake tins, canister, biscuit tin, bread bin, jam jar, storage jar, jam making set, jam making, caddy, cookie jar, biscuit barrel, jar top, jampot, tea container, container, pot, jar label, spice tin, coffee, sugar
        Kitchen > Trays and boards: tray, chopping board, board, placemat, place mat, coaster, trivet, table mat, bread board, breakfast tray, place setting, cheese board, cheese dish, butter dish, toast rack, toastrack
        Kitchen > Cutlery and utensils: cutlery, spoon, fork, knife, ladle, utensil, corkscrew, bottle opener, chopsticks, teaspoon, cutlery set, strainer, colander, grater, spoon rest, peeler, timer, thermometer=, egg timer, tongs, squeezer, tea spoon, wine opener, opener, apple corer, wine stopper, bottle stopper, pancake pan, egg cup, egg warmer, salt and pepper, salt & pepper, condiment, grinder, cruet, butter, washing up brush, scrubbing brush, pastry brush, cocktail sword, sugar dispenser, dispenser, bottle dressing, utensil set
        Kitchen > Pans and kettles: frying pan, pan, kettle, saucepan, casserole, cooking, pancake
        Kitchen > Kitchen scales: scales, kitchen scales, scale
        Kitchen > Tea towels and aprons: tea towel, apron, oven glove, oven mitt, oven gloves, napkin ring, tablecloth, table cloth, table runner, run, glove, peg bag, ironing board cover, ironing board, swiss roll towel, cake towel, mitt, childrens apron, swiss roll towel, kitchen towel
        Kitchen > Lunch and picnic: food cover, food container, snack box, lunch box, snack boxes, lunch bag, lunchbox, bento box, picnic basket, picnic hamper, bottle bag, cool bag, water bottle, flask, thermos, lunch box with cutlery, food bag, food container, cake box
        Party > Tableware: paper plate, paper cup, paper napkin, napkin, doily, doilies, straw, paper straws, bendy straws, cocktail stick, party cup, paper tableware, disposable, plastic cup
        Party > Party supplies: balloon, party bag, party invite, invite, party candle, party cone, birthday candle, party hat, popcorn holder, cracker, banner, confetti, party, barrier tape, streamer, party set, birthday banner, feltcraft party=, masks, party blower, party pizza dish, sparkler, banner tape, candle letter, leis
        Party > Christmas decorations: Christmas decoration, bauble, Christmas tree, stocking, Christmas bauble, Christmas star, Christmas garland, advent calendar, snowflake, icicle, Christmas heart, Christmas toadstool, Christmas tree decoration, toadstool, Christmas stocking, reindeer, snowman, Santa, nativity, Christmas lights, Christmas bell, bell, bells, tree, jingle bell, glitter star, star, holly, robin, gnome, wooden star
        Party > Easter decorations: Easter decoration, Easter egg, Easter basket, bunny, rabbit, chick, egg, Easter rabbit, Easter tree, Easter bunny, egg warmer=, hen on nest, hen house, chicken, lamb, egg cosy, felt egg
        Stationery > Cards: card, birthday card, greeting card, postcard, Christmas card, cards, notelets, letter card, envelope, minicards
        Stationery > Gift wrap: wrap, gift wrap, wrapping paper, ribbon, ribbon reel, gift bag, gift tag, tag, tissue paper, gift box, gift boxes, tape, sticky tape, reel, rosette, wrap paper, luggage tag=, carrier, bag gift
        Stationery > Notebooks: notebook, journal, sketchbook, address book, diary, notepad, exercise book, memo pad, jotter, sticky note, note book, book cover, passport cover=, memo board, memo, shopping list, list, recipe box, recipe book, organiser book, bookcover, calendar, scrap book, drawing book, doodle book, pad, book
        Stationery > Pens and pencils: pen, pencil, eraser, ruler, sharpener, pencil case, pencil tin, pencil tube, crayon, chalk, colouring pencil, highlighter, rubber, stationery set, stationery, pencil set, pen set, felt pen, writing set, paper clip, desk set, stamp, ink, hole punch, stapler, calculator, paint set, colouring set, marker
        Stationery > Stickers and magnets: sticker, magnet, fridge magnet, patch, transfer tattoo, tattoo, badge, sponge sticker, stencil, iron on patch, craft sticker, wall sticker
        Craft > Sewing and knitting: sewing kit, sewing box, knitting, sewing basket, button, buttons, pin cushion, knitting set, wool, sewing, crochet flower, cotton reel, needle, thread, scissor, scissors, tape measure, measuring tape, fabric, trimming, lace, wicker craft=, pom pom, cross stitch, knitting kit, haberdashery, ribbon lace
        Craft > Craft kits: kit, craft, feltcraft, decoupage, origami, make your own, modelling clay, paint, craft kit, sand art, glitter, sequin, beads, felt, stamp set=, embroidery, colouring
        Toys > Games and puzzles: game, puzzle, dominoes, snakes & ladders, ludo, jigsaw, playing card, playing cards, skittles, marbles, naughts & crosses, bingo, chess, solitaire, yo yo, spinning top, spinning tops, skipping rope, rounders, cricket, croquet, tennis, bat and ball, heads and tails, jacks, quoits, kite, hopscotch, tic tac toe, catch, football, dice, memory game, pick up sticks, ring toss, draughts, ping pong, cups and ball
        Toys > Dolls and soft toys: doll, soft toy, teddy, bear, sock puppet, puppet, rag doll, animal, playhouse, dolls house, suki, soft, felt animal, finger puppet, bunnies, cat, dog, elephant, monkey, horse, toy
        Toys > Toys: toy, rocket, helicopter, flying saucer, windmill toy=, tractor, car, truck, train, harmonica, whistle, drum, musical instrument, robot, dinosaur, monster, soldier, glider, pirate, inflatable, bubbles, boomerang, xylophone, tambourine, tool set, instrument, periscope, kaleidoscope, water pistol, radio, rattle, blocks, spaceball, mask, disco ball, snow storm, puncture, trumpet, bouncy ball, ball, rubber ducks, duck, ducks, money bank, magic tree, grow, flying disc, drawing slate, creepy crawlie set, creepy crawlies, snake set, pony, glow in dark, space frog, space cadet, space owl, rocking horse
        Toys > Money boxes: money box, money bank, piggy bank, bank, moneybox
        Children > For children: children's, childrens, child's, childs, baby, bib, kids, nursery, height chart, booties, changing mat, childs apron, playmat, night night
        Bags > Shopping bags: shopper, jumbo bag, shopping bag, bag, tote bag, shopper bag, recycling bag, recycled bag, charlotte bag, tote, red riding bag, beach bag, folding bag, string bag, doctor's bag, bagcharm, carry-all, carrier bag, cabin bag, bottle bag=
        Bags > Handbags and purses: handbag, purse, shoulder bag, evening bag, clutch, cosmetic bag, make up bag, coin purse, make-up bag, toiletry bag, satchel, leather bag, wallet, cosmetic purse, lipstick case, travel card wallet, card holder, cardholder, passport cover, pocket book, clutch bag, beauty case, glasses case, spectacle case
        Bags > Backpacks and travel: backpack, rucksack, luggage, suitcase, travel, weekend bag, travel bag, suit case, luggage tag, travel set, drawstring bag, duffle bag, sport bag, gym bag, travel sewing kit=
        Fashion > Necklaces: necklace, pendant, choker, lariat, chain, locket
        Fashion > Bracelets: bracelet, bangle, bracelet set, necklace + bracelet set, necklace + bracelet, charm bracelet
        Fashion > Earrings: earring, earrings, hoop earring
        Fashion > Rings: ring, rings, toe ring
        Fashion > Brooches and charms: brooch, charm, phone charm, bag charm, badge pin, dangle, keyring charm
        Fashion > Key rings: key ring, keyring, key-chain, key chain, key fob, key-chains
        Fashion > Hair accessories: hair grip, hair clip, hairclip, hairslide, hair comb, hairband, hair band, hair tie, slides, alice band, hair slide, tiara, comb, barrette, hairpin, hair bobble, hairslides, slide, hair pin, clip, hair grip pack
        Fashion > Scarves, hats and gloves: scarf, gloves, hat, ear muff, mittens, sarong, poncho, shawl, pashmina, slipper, slippers, socks, ear muff headphones, earmuff, muff, wrap shawl, belt, t-shirt, dress, shirt, skirt, flip flop, shoe, boot, sock, hood, cap, tie, sunglasses, wallet chain, headphones, pants, apron dress, sombrero
        Fashion > Umbrellas and fans: umbrella, parasol, fan, paper parasol, rain hat, rain poncho, walking stick
        Fashion > Beauty: lip gloss, lip balm, mirror compact, compact mirror, pocket mirror, nail file, make up, perfume, balm, hand cream, vanity, bath set, bubble bath, body, cosmetic, hair brush, brush set, makeup, pill box, plasters, tissues, tissue, emery board, manicure, elixir, potion, massager, lipstick
        Garden > Pots and plants: plant pot, planter, flower pot, pot plant, watering can, herb, seed, bulb, hyacinth bulb, plant, herb pot, herb marker, plant marker, potting shed, vase, jardiniere, trough, flowerpot, cacti, cactus, plant cage, grow your own, trellis, plant stand, window box, herb box, plant pot holder, wall planter
        Garden > Garden tools: garden tool, trowel, rake, spade, gloves gardening, gardening, gardeners, secateurs, hose, bird feeder, bird house, birdhouse, nesting box, bird table, bird bath, feeder, thermometer, garden thermometer, watering, dibber, twine, string, wheelbarrow, garden fork, bird box, nest box, boot scraper, kneeler, raised bed, sundial, gazebo, solar, windsock, fly swat, pole, spirit level, screwdriver
        Garden > Outdoor: hammock, parasol garden=, deck chair, beach, barbecue, bbq, picnic, picnic blanket, deckchair, lounger, tent, camping, fire pit, citronella, incense pole, ashtray, lighter, matches, match, windbreak, sandcastle, bucket and spade, frisbee, sun dial, sand, cigar box
        """);

    /** Nouns that name a motif more often than the thing: they count when no other noun is there. */
    private static final Set<String> MOTIFS = Set.copyOf(List.of("""
        suki,bunny,bunnies,rabbit,chick,chicken,star,bird,shell,hen,dove,tree,toadstool,lace,boot,shoe,duck,ducks,cat,dog,
        elephant,monkey,horse,bear,animal,soft,robin,gnome,cacti,cactus,reindeer,snowman,santa,angel,cherub,light,
        lights,button,buttons,beads,felt,glitter,sequin,egg,bell,bells,peony,sunflower,string,flag,dinosaur,monster,robot,
        soldier,pirate,rocket,car,truck,train,tractor,shirt,skirt,pants,dress,tie,cap,hood,glass,baby,children's,
        childrens,child's,childs,kids,nursery,beach,picnic,sand,party,travel,list,pad,plant,herb,seed,bulb,knitting,
        craft,paint,wool,hanging heart,zinc heart,wicker heart,heart,word,letters,alphabet,picture,shade,ball,run,tile,
        gardening,gardeners,wool,fabric,holly,tin,cake,pot,block,blocks,feltcraft,screen,catch,football,mask,scented,
        bathroom,cupcake,slide,chain,toy,string of,lamb,stamp,football,body,globe,doily,doilies,seat,grow,windmill,stick,
        drawer,table,chair,cup,bank,bath,slides,plate,cases,jar
        """.strip().split(",\\s*")));
    private static final List<String> COLOURS =
        List.of("red", "pink", "blue", "green", "white", "black", "cream", "ivory", "silver", "gold",
            "purple", "yellow", "orange", "turquoise", "brown", "grey", "lilac", "copper", "fuchsia",
            "natural", "multicolour", "beige", "bronze", "burgundy");
    private static final List<String> MATERIALS =
        List.of("wood", "metal", "glass", "ceramic", "zinc", "enamel", "paper", "felt", "wicker",
            "porcelain", "cotton", "acrylic", "plastic", "bamboo", "slate", "melamine", "polyester",
            "silk", "velvet", "raffia", "stone", "iron", "wool", "canvas", "bone china", "leather", "wire");
    private static final List<String> OCCASIONS =
        List.of("Christmas", "Easter", "Valentine", "birthday", "Halloween", "wedding");
    private static final List<String> PATTERNS =
        List.of("retrospot", "polkadot", "Union Jack", "paisley", "gingham", "Spaceboy", "Dolly girl",
            "woodland", "skull", "strawberry", "Regency", "pantry", "baroque", "vintage", "rose",
            "butterfly", "circus parade", "Charlie & Lola", "babushka", "folkart", "toadstool", "Paris",
            "London", "apples", "pears", "Scottie dog", "owl", "leaf", "star", "heart", "daisy",
            "stripe", "check", "floral", "alphabet", "doily", "Suki", "world war 2", "billboard",
            "botanical", "cherry", "feather", "bird", "flower", "poppies", "fruit", "circle", "Moroccan");
    private static final Pattern SIZE =
        Pattern.compile("\\b(extra large|large|medium|small|mini|jumbo|giant)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CENTIMETRES = Pattern.compile("(?<![x0-9])([0-9]+)cm\\b");
    private static final Pattern SET =
        Pattern.compile("\\b(?:set|pack|box) of ([0-9]+)\\b|\\b([0-9]+) (?:piece|pc)\\b|^([0-9]+) (?!tier|drawer|hook|wick|section|way|tone|light|hole|door|day|in )", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAIL =
        Pattern.compile(" (?:with|in|on|for|of|from|and|w) ", Pattern.CASE_INSENSITIVE);

    static Optional<String> category(String title) {
      String text = title.replaceAll("(?i)\\b(?:set|pack|box) of [0-9]+ ", "");
      Matcher tail = TAIL.matcher(text);
      String head = tail.find() && tail.start() > 0 ? text.substring(0, tail.start()) : text;
      return lastNoun(head).or(() -> lastNoun(text));
    }

    /** The category of the strongest noun; of equals the one that ends last, then the longer. */
    private static Optional<String> lastNoun(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      String best = "";
      List<Integer> bestRank = List.of();
      for (Map.Entry<String, List<String>> e : CATEGORIES.entrySet()) {
        for (String noun : e.getValue()) {
          if (!lower.contains(noun.toLowerCase(Locale.ROOT))) {
            continue;
          }
          Matcher m = nounPattern(noun).matcher(text);
          while (m.find()) {
            List<Integer> rank = List.of(strength(noun), m.end(), noun.length());
            if (bestRank.isEmpty() || higher(rank, bestRank)) {
              best = e.getKey();
              bestRank = rank;
            }
          }
        }
      }
      return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** 2 for compounds, 1 for single nouns, 0 for nouns that are mostly a motif. */
    private static int strength(String noun) {
      if (MOTIFS.contains(noun.toLowerCase(Locale.ROOT))) {
        return 0;
      }
      boolean seasonal = noun.startsWith("Christmas") || noun.startsWith("Easter");
      return !seasonal && (noun.indexOf(' ') > 0 || noun.startsWith("t-light ")) ? 2 : 1;
    }

    private static boolean higher(List<Integer> a, List<Integer> b) {
      for (int i = 0; i < a.size(); i++) {
        int order = a.get(i).compareTo(b.get(i));
        if (order != 0) {
          return order > 0;
        }
      }
      return false;
    }

    private static final Map<String, Pattern> NOUNS = new HashMap<>();

    private static Pattern nounPattern(String noun) {
      return NOUNS.computeIfAbsent(
          noun,
          n ->
              Pattern.compile(
                  "(?<![\\p{L}-])" + Pattern.quote(n) + "(?:s|es)?(?![\\p{L}-])",
                  Pattern.CASE_INSENSITIVE));
    }

    private static Map<String, List<String>> categories(String text) {
      Map<String, List<String>> categories = new LinkedHashMap<>();
      for (String line : text.strip().split("\\s*\\n\\s*")) {
        int colon = line.indexOf(": ");
        categories.put(
            line.substring(0, colon),
            Arrays.stream(line.substring(colon + 2).split(", ")).filter(n -> !n.endsWith("=")).toList());
      }
      return categories;
    }

    static Map<String, Object> attributes(String title) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      put(attributes, "colour", stated(title, COLOURS));
      Matcher size = SIZE.matcher(title);
      if (size.find()) {
        attributes.put("size", size.group(1).toLowerCase(Locale.ROOT));
      }
      Matcher length = CENTIMETRES.matcher(title);
      if (length.find()) {
        attributes.put("size_cm", Integer.parseInt(length.group(1)));
      }
      Matcher set = SET.matcher(title);
      if (set.find()) {
        String n = Optional.ofNullable(set.group(1)).or(() -> Optional.ofNullable(set.group(2))).orElse(set.group(3));
        if (Integer.parseInt(n) > 1) {
          attributes.put("set_of", Integer.parseInt(n));
        }
      }
      put(attributes, "material", stated(title.replace("ooden", "ood"), MATERIALS));
      put(attributes, "occasion", stated(title, OCCASIONS));
      put(attributes, "pattern", stated(title, PATTERNS));
      return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, List<String> values) {
      if (!values.isEmpty()) {
        attributes.put(name, values.size() == 1 ? values.getFirst() : values);
      }
    }

    /** Those of the words that stand in the title, in the order of the title. */
    private static List<String> stated(String title, List<String> words) {
      Map<Integer, String> found = new TreeMap<>();
      for (String word : words) {
        Matcher m = nounPattern(word).matcher(title);
        if (m.find()) {
          found.put(m.start(), word);
        }
      }
      return List.copyOf(new LinkedHashSet<>(found.values()));
    }
  }

  // --- variants --------------------------------------------------------------------------------

  /** Products whose codes differ in the letter and whose titles differ in colour, size or pattern. */
  static final class Variants {
    private Variants() {}

    /** Variant code to the code of the best-selling of its kind. */
    static Map<String, String> parents(List<Goods> goods) {
      Map<String, List<Goods>> kinds = new TreeMap<>();
      for (Goods g : goods) {
        if (g.code.matches("[0-9]{5}[A-Z]")) {
          kinds.computeIfAbsent(g.code.substring(0, 5) + " " + rest(g), k -> new ArrayList<>()).add(g);
        }
      }
      Map<String, String> parents = new HashMap<>();
      for (Map.Entry<String, List<Goods>> kind : kinds.entrySet()) {
        if (kind.getKey().length() <= 6) {
          continue;
        }
        Goods parent =
            kind.getValue().stream()
                .max(Comparator.comparingInt(Goods::sold).thenComparing(Goods::code, Comparator.reverseOrder()))
                .orElseThrow();
        kind.getValue().stream().filter(g -> g != parent).forEach(g -> parents.put(g.code, parent.code));
      }
      return parents;
    }

    /** The title's words without those that tell variants apart, sorted. */
    private static String rest(Goods goods) {
      Set<String> telling = new HashSet<>();
      for (String name : List.of("colour", "size", "size_cm", "pattern")) {
        Object value = goods.facts.attributes.get(name);
        if (value instanceof Collection<?> several) {
          several.forEach(v -> telling.addAll(List.of(v.toString().toLowerCase(Locale.ROOT).split(" "))));
        } else if (value != null) {
          telling.addAll(List.of(value.toString().toLowerCase(Locale.ROOT).split(" ")));
        }
      }
      Set<String> rest = new TreeSet<>();
      for (String word : goods.title.toLowerCase(Locale.ROOT).replaceAll("\"[a-z]\"", "").split("[^a-z0-9'-]+")) {
        String singular = word.replaceAll("s$", "");
        boolean tells = telling.contains(word) || telling.contains(singular) || word.endsWith("cm");
        if (!tells && !word.equals("and") && !word.isEmpty()) {
          rest.add(word);
        }
      }
      return String.join(" ", rest);
    }
  }
}
