package org.reelbench.memory;

/**
 * What a step of the ladder has done since the monitor began.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param label what the step gives up, for people
 * @param rank its place on the ladder
 * @param calls how often it was asked
 * @param givenBytes how much it said it gave back
 * @param failures how often it threw or took too long
 */
public record ReliefRecord(String label, int rank, long calls, long givenBytes, long failures) {
}
