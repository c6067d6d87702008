import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From a shouted, abbreviated stock description to a title, and from the title to facts. */
final class Title {
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
