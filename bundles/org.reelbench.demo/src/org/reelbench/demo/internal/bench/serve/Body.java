package org.reelbench.demo.internal.bench.serve;

import java.util.List;
import java.util.Random;

/**
 * What is asked for.
 *
 * @param name its name in options and tables
 * @param rangeBytes the size of the ranges, or 0 for whole bodies
 */
record Body(String name, int rangeBytes) {

    static final List<Body> ALL = List.of(new Body("256k", 256 << 10), new Body("1m", 1 << 20), new Body("full", 0));

    /** Where the next answer begins: anywhere, for a range; at the start for the whole. */
    long nextStart(long fileBytes, Random random) {
        return rangeBytes == 0 ? 0 : random.nextLong(fileBytes - rangeBytes + 1);
    }

    /** The field of a request that asks for it, or nothing. */
    String field(long start) {
        return rangeBytes == 0 ? "" : "Range: bytes=" + start + "-" + (start + rangeBytes - 1) + "\r\n";
    }

    int status() {
        return rangeBytes == 0 ? 200 : 206;
    }

    long lengthBytes(long fileBytes) {
        return rangeBytes == 0 ? fileBytes : rangeBytes;
    }
}
