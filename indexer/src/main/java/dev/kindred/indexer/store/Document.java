package dev.kindred.indexer.store;

/**
 * A setting that the shop keeps as data: a rule, a list of synonyms.
 *
 * @param sequence of its last change
 */
public record Document(String kind, String id, String json, long sequence) {}
