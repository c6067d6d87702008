package dev.kindred.indexer.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an import ended.
 *
 * @param records read, the rejected ones among them
 * @param created new products, events or reviews
 * @param updated there before and now different
 * @param unchanged there before and the same; of events, those whose id was there
 * @param repeatedIds records with an id that an earlier record of the file had: the last one counts
 * @param rejected records that could not be used
 * @param rejectedBecause how many of these for each field and rule
 * @param firstRejected the first of them
 * @param rejectsFile where they stand as they were, to be mended and imported again
 * @param warnings what was put right, and how often
 * @param mapping what was taken for what, a line each
 * @param breakage why the file ended before its end; what came before was imported
 * @param stoppedAtLine the bad line at which a strict import stopped; all before it was imported
 */
public record ImportSummary(
    long records,
    long created,
    long updated,
    long unchanged,
    long repeatedIds,
    long rejected,
    Map<String, Long> rejectedBecause,
    List<Rejected> firstRejected,
    Optional<Path> rejectsFile,
    Map<String, Long> warnings,
    List<String> mapping,
    Optional<String> breakage,
    Optional<Long> stoppedAtLine) {
  public ImportSummary {
    rejectedBecause = Map.copyOf(rejectedBecause);
    firstRejected = List.copyOf(firstRejected);
    warnings = Map.copyOf(warnings);
    mapping = List.copyOf(mapping);
  }
}
