package org.reelbench.loading.internal;

/**
 * How much may stay open that nobody reads just now. What is being read is not limited: it is needed.
 *
 * @param decoderBytes for decoders near the playhead
 * @param standbyBytes for containers away from the playhead
 * @param mediumBytes what a single container away from the playhead may take: longer media are closed
 */
record Budget(long decoderBytes, long standbyBytes, long mediumBytes) {

    static final Budget USUAL = new Budget(96L << 20, 32L << 20, 3L << 20);

    /** What decoders and containers that nobody reads may take together of what the process may. */
    private static final int DECODER_PARTS = 10;
    private static final int STANDBY_PARTS = 30;

    /** Returns what may stay open where the process may use so much. */
    Budget within(long processBytes) {
        return new Budget(Math.min(decoderBytes, processBytes / DECODER_PARTS),
                Math.min(standbyBytes, processBytes / STANDBY_PARTS), mediumBytes);
    }
}
