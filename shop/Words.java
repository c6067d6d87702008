import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Category from the head noun; colour, size, number, material, occasion, pattern where stated. */
final class Words {
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
