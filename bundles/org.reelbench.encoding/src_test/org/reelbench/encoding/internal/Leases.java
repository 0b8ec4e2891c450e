package org.reelbench.encoding.internal;

/** Counts what is open: how many now, and how many at once at most. */
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
