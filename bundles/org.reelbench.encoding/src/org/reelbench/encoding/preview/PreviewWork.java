package org.reelbench.encoding.preview;

/**
 * What the previews of this process have to do, and what they did since they began.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param wanted how many segments are wanted and not there, those that are being made included
 * @param busy how many a worker is at work on, those included that it was told to stop and has not yet; 0 while nothing is done
 * @param picturesEncoded how many segments of pictures were encoded since the start
 * @param soundEncoded how many pieces of sound were
 * @param copied how many of black pictures or silence were put together of what was encoded before
 * @param audited how many kept segments were rendered once more and compared
 * @param differing how many of those were others than what is rendered now, and thrown away
 */
public record PreviewWork(int wanted, int busy, long picturesEncoded, long soundEncoded, long copied, long audited,
        long differing) {

    /** Nothing is to be done and nothing was. */
    public static final PreviewWork NONE = new PreviewWork(0, 0, 0, 0, 0, 0, 0);
}
