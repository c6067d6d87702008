package dev.kindred.indexer.store;

import dev.kindred.model.Event;

/** An event with its number in the store's sequence. */
public record StoredEvent(long sequence, Event event) {}
