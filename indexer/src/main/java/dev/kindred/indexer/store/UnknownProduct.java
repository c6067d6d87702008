package dev.kindred.indexer.store;

/** An id that events name and no product has, with the number of events that wait for it. */
public record UnknownProduct(String id, long events) {}
