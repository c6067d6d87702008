package dev.kindred.indexer.catalog;

/** A piece of text that matches the query or stands between matches. */
public record Fragment(String text, boolean match) {}
