package org.reelbench.loading.internal;

import org.reelbench.media.FrameReader;
import org.reelbench.media.PcmReader;

/** A reader that is open, with its share of the bytes and what it holds in the ledger. One thread at a time. */
final class OpenReader implements AutoCloseable {

    private final Session session;
    private final ReaderKey key;
    private ReaderCost cost;
    private final AutoCloseable reader;
    private final SharedSources.Share bytes;
    private final Books.Entry container;
    private final Books.Entry decoder;
    private final Runnable seen;
    private final Runnable closing;
    private boolean resting;
    private boolean reckoned;
    private boolean wasSeen;
    private boolean spoiled;
    private boolean closed;

    OpenReader(Session session, ReaderKey key, ReaderCost cost, AutoCloseable reader, SharedSources.Share bytes,
            Books.Entry container, Books.Entry decoder, Runnable seen, Runnable closing) {
        this.session = session;
        this.key = key;
        this.cost = cost;
        this.reader = reader;
        this.bytes = bytes;
        this.container = container;
        this.decoder = decoder;
        this.seen = seen;
        this.closing = closing;
    }

    Session session() {
        return session;
    }

    ReaderKey key() {
        return key;
    }

    ReaderCost cost() {
        return cost;
    }

    /** The pictures; wakes the decoder. */
    FrameReader frames() {
        wake();
        return (FrameReader) reader;
    }

    /** The sound. */
    PcmReader sound() {
        wake();
        return (PcmReader) reader;
    }

    /** Reckons anew what the decoder takes, now that it has decoded something. */
    void reckon() {
        if (!reckoned && reader instanceof FrameReader frames && frames.decodedFrames() > 0) {
            reckoned = true;
            cost = cost.withPictures(frames.heldPictures(), frames.stream().picture());
            decoder.set(cost.decoderBytes());
            see();
        }
    }

    /** Says once that the process shows what it takes. */
    private void see() {
        if (!wasSeen) {
            wasSeen = true;
            seen.run();
        }
    }

    private void wake() {
        if (resting) {
            resting = false;
            decoder.set(cost.decoderBytes());
        }
    }

    /** Gives the decoder back and keeps the container open. */
    void rest() {
        if (!resting) {
            if (reader instanceof FrameReader frames) {
                frames.rest();
                decoder.set(0);
            }
            resting = true;
        }
    }

    boolean isResting() {
        return resting;
    }

    /** How many frames the decoder has delivered; 0 of sound. */
    long decodedFrames() {
        return reader instanceof FrameReader frames ? frames.decodedFrames() : 0;
    }

    /** Says that reading has failed: the next one opens the medium anew. */
    void spoil() {
        spoiled = true;
        bytes.retire();
    }

    boolean isSpoiled() {
        return spoiled;
    }

    /** What it holds now. */
    long heldBytes() {
        return cost.containerBytes() + (resting ? 0 : cost.decoderBytes());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            switch (reader) {
            case FrameReader frames -> frames.close();
            case PcmReader sound -> sound.close();
            default -> throw new IllegalStateException("a reader is of pictures or of sound");
            }
            bytes.close();
            container.close();
            decoder.close();
            see();
            closing.run();
        }
    }
}
