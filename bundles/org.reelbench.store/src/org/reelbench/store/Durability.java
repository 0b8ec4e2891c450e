package org.reelbench.store;

/** What a chunk survives once it is put. Whatever is chosen, a chunk that was damaged is never served. */
public enum Durability {
    /** The end of the program. A power cut may lose chunks that were put last. For what can be made again. */
    PROGRAM,
    /** A power cut, too: each put waits for the disk. */
    POWER_CUT
}
