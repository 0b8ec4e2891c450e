package org.reelbench.demo.internal.bench.scene;

/**
 * What it took to show a film.
 *
 * @param paintedMs from the request to the first painted frame
 * @param addedBytes the most memory that the browser took on until then
 */
record Showing(double paintedMs, long addedBytes) {
}
