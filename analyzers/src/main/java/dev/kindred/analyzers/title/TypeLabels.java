package dev.kindred.analyzers.title;

/** Compares types of products that were named in different ways. */
public final class TypeLabels {
  private TypeLabels() {}

  /**
   * Whether a phrase names a kind of thing: it is the kind's name or ends with it, endings of words
   * aside, as {@code gigabit patch cables} does {@code patch cable}.
   */
  public static boolean agree(String found, String kind) {
    String a = TitleWord.stem(found);
    String b = TitleWord.stem(kind);
    return a.equals(b) || a.endsWith(" " + b);
  }
}
