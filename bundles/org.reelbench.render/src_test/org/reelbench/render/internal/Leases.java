package org.reelbench.render.internal;

/** Counts the leases on the frames of a test: how many live now, and how many lived at once at most. */
final class Leases {

    private int live;
    private int most;

    synchronized void open() {
        live++;
        most = Math.max(most, live);
    }

    synchronized void close() {
        live--;
    }

    synchronized int live() {
        return live;
    }

    synchronized int most() {
        return most;
    }
}
