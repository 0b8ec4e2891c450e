package org.reelbench.encoding.internal;

/** Says how a film differs from what was composed. */
final class Difference extends Exception {

    private static final long serialVersionUID = 1L;

    Difference(String what) {
        super(what);
    }
}
