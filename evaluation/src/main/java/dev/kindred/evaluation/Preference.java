package dev.kindred.evaluation;

import java.time.Instant;

/**
 * One line of a file of behaviour.
 *
 * @param confidence above 0 for liking, below 0 for disliking
 * @param time when; {@link Instant#EPOCH} where the file does not say
 */
record Preference(String user, String item, float confidence, Instant time) {}
