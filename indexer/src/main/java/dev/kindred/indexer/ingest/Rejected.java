package dev.kindred.indexer.ingest;

import java.util.Optional;

/** A record that could not be used: where it begins, from 1, the field at fault, and why. */
public record Rejected(long line, Optional<String> field, String reason) {}
