package org.reelbench.demo.internal.media;

/** One medium of the demo: everything that decides what its file holds. Equal texts make equal files. */
public sealed interface MediaSpec permits MovieSpec, StillSpec {

    /**
     * Returns what the pictures and clicks say they are.
     *
     * @return the source id of the test card and click track
     */
    int source();

    /**
     * Returns the file's name.
     *
     * @return the name, without folder
     */
    String file();

    /**
     * Tells people what it is.
     *
     * @return a few words
     */
    String describe();
}
