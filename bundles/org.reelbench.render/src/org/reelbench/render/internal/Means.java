package org.reelbench.render.internal;

import java.util.concurrent.Executor;

import org.reelbench.media.Composers;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Sequence;

/**
 * What rendering draws on, handed down from a sequence to those nested in it.
 *
 * @param catalog the media and sequences
 * @param media opens media
 * @param composers puts layers together
 * @param decoders the threads that decode ahead
 * @param readAhead how many pictures may wait
 * @param depth how deep the sequence is nested; 0 for the one that was asked for
 */
record Means(MediaCatalog catalog, MediaOpener media, Composers composers, Executor decoders, ReadAhead readAhead, int depth) {

    /** The means of a sequence that nobody else's pictures wait beside. */
    Means(MediaCatalog catalog, MediaOpener media, Composers composers, Executor decoders, int depth) {
        this(catalog, media, composers, decoders, new ReadAhead(new Tally("read ahead"), Long.MAX_VALUE, System::nanoTime),
                depth);
    }

    /** Returns the means for a nested sequence: the thread that wants its frame decodes it, or threads might wait in a ring. */
    Means nested(Sequence sequence) throws MediaException {
        Nested.refuseTooDeep(depth, sequence);
        return new Means(catalog, media, composers, Runnable::run, readAhead, depth + 1);
    }
}
