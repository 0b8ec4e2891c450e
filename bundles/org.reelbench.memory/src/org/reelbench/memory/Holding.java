package org.reelbench.memory;

/** What memory is held for; sums of the ledger are told by these. */
public enum Holding {

    /** A decoder with the pictures it works on. */
    DECODER("decoders"),

    /** An open container: its tables and buffers. */
    DEMUXER("demuxers"),

    /** Decoded or composed pictures that wait to be used. */
    FRAMES("frames"),

    /** Samples of sound. */
    SOUND("sound"),

    /** Small pictures of clips. */
    THUMBNAILS("thumbnails"),

    /** Outlines of sound. */
    WAVEFORMS("waveforms"),

    /** Encoded pieces of a preview. */
    SEGMENTS("segments"),

    /** Parts of files that are mapped: addresses rather than memory, as the system may drop what was read at any time. */
    MAPPED("mapped files"),

    /** A recording under way. */
    RECORDER("recorder"),

    /** What a third party's bundle holds beside. */
    PLUGIN("plugins"),

    /** Anything else. */
    OTHER("other");

    private final String label;

    Holding(String label) {
        this.label = label;
    }

    /**
     * Returns the name for people.
     *
     * @return a plural noun in lower case
     */
    public String label() {
        return label;
    }
}
