package org.reelbench.demo.internal.bench;

/**
 * Two runs, one right after the other.
 *
 * @param ours our run
 * @param theirs the other program's
 */
record Pair(Measured ours, Measured theirs) {
}
