package dev.kindred.analyzers;

/**
 * The 32-bit hash that turns feature names into feature numbers.
 *
 * <p>FNV-1a over the characters with the final mixing of MurmurHash3: part of the meaning of
 * trained generations, therefore fixed.
 */
final class FeatureHash {
  private static final int BASIS = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private FeatureHash() {}

  /** The hash of a block's letter and a feature's name. */
  static int of(char block, CharSequence name) {
    int hash = (BASIS ^ block) * PRIME;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * PRIME;
    }
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
