package dev.kindred.engine;

import dev.kindred.indexer.store.StoreCounts;
import java.nio.file.Path;

/**
 * What a data directory holds.
 *
 * @param counts of the store
 * @param indexed products in the index
 * @param sequence last change in the store
 * @param indexedSequence last change in the index
 * @param generation that serves, 0 for none
 * @param generations that are kept
 * @param bytes on disk
 * @param semantic in words, whether search by meaning is on
 */
public record Status(
    Path directory,
    StoreCounts counts,
    long indexed,
    long sequence,
    long indexedSequence,
    int generation,
    int generations,
    long bytes,
    String semantic) {}
