package org.reelbench.http.internal.send;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.http.internal.content.ContentChangedException;
import org.reelbench.http.internal.content.Representation;
import org.reelbench.http.internal.content.Slice;
import org.reelbench.http.internal.protocol.ByteRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * Sends one body: lends a piece, writes it, and goes on when the container says it is out. Nothing is copied, no thread waits.
 * <p>
 * The last byte, or the text behind the last part, is held back until the content is known to be what was announced. So a client
 * that received a whole body received one state of the medium; any other finds its connection cut.
 * <p>
 * The container calls one method at a time; {@link #cut} is for every thread.
 */
public final class SegmentWriter implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);

    private static final long NOT_WRITING = Long.MAX_VALUE;

    /** How much may go out before it is asked again whether the medium is still the same; the end is never sent unasked. */
    private static final long VERIFY_BYTES = 1024 * 1024;

    private final Object owner;
    private final Representation content;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Client client;
    private final Streams streams;
    private final Pace pace;
    private final RateMonitor rate;
    private final Deque<Part> parts = new ArrayDeque<>();

    private @Nullable Slice lent;
    private long lentBytes;
    private long unverifiedBytes;
    private boolean parked;
    private boolean ended;
    private volatile long writingSinceNs;
    private volatile long sentBytes;
    private volatile long deadlineNs = NOT_WRITING;
    private Traffic.@Nullable End cut;

    /**
     * Prepares a body; {@link #start} sends it.
     *
     * @param owner what the content belongs to
     * @param content the content, closed at the end
     * @param parts what to send of it
     * @param pace how to begin
     * @param context the request, completed at the end
     * @param client the connection
     * @param streams where the response is watched
     */
    public SegmentWriter(Object owner, Representation content, List<Part> parts, Pace pace, AsyncContext context,
            Client client, Streams streams) throws IOException {
        this.owner = owner;
        this.content = content;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.client = client;
        this.streams = streams;
        this.pace = pace;
        this.rate = new RateMonitor(pace);
        this.parts.addAll(parts);
        holdBackTheEnd();
    }

    private void holdBackTheEnd() {
        if (parts.peekLast() instanceof Part.Span(ByteRange range) && range.lengthBytes() > 1) {
            parts.removeLast();
            parts.addLast(new Part.Span(new ByteRange(range.firstByte(), range.lastByte() - 1)));
            parts.addLast(new Part.Span(new ByteRange(range.lastByte(), range.lastByte())));
        }
    }

    /** Begins. From here on the writer completes the request. */
    public void start() {
        streams.add(this);
        out.setWriteListener(this);
    }

    Object owner() {
        return owner;
    }

    boolean isPastDeadline(long nowNs) {
        long limit = deadlineNs;
        return limit != NOT_WRITING && nowNs - limit > 0;
    }

    /** How long the present piece has been on its way, 0 if none is. */
    long writingForNs(long nowNs) {
        return deadlineNs == NOT_WRITING ? 0 : nowNs - writingSinceNs;
    }

    /** How far it is. */
    Streams.State state(long nowNs) {
        return new Streams.State(owner, sentBytes, (long) rate.bytesPerSecond(),
                TimeUnit.NANOSECONDS.toMillis(writingForNs(nowNs)));
    }

    /** Ends the response and its connection, unless it has ended and the connection serves another request already. */
    synchronized void cut(Traffic.End why) {
        if (!ended) {
            cut = why;
            client.cut();
            resume();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        try {
            while (!ended && !parked && out.isReady()) {
                settle();
                if (cut != null) {
                    throw new ContentChangedException("cut");
                }
                writeNext();
            }
        } catch (IOException | RuntimeException | InternalError e) {
            fail(e);
        }
    }

    /** The piece on its way has arrived in the system's buffers. */
    private void settle() {
        if (deadlineNs != NOT_WRITING) {
            rate.sent(lentBytes, System.nanoTime() - writingSinceNs);
            streams.traffic().sent(lentBytes);
            sentBytes += lentBytes;
            giveBack();
        }
    }

    private void giveBack() {
        deadlineNs = NOT_WRITING;
        Slice slice = lent;
        if (slice != null) {
            lent = null;
            slice.release().run();
        }
    }

    private void writeNext() throws IOException {
        Part part = parts.poll();
        switch (part) {
        case null -> finish();
        case Part.Text(byte[] bytes) -> {
            if (parts.isEmpty()) {
                verify();
            }
            write(ByteBuffer.wrap(bytes));
        }
        case Part.Span(ByteRange range) when parts.isEmpty() -> {
            byte last = content.copy(range.lastByte());
            verify();
            write(ByteBuffer.wrap(new byte[] { last }));
        }
        case Part.Span(ByteRange range) -> {
            long next = range.firstByte() + writePiece(range.firstByte(), range.lengthBytes());
            if (next <= range.lastByte()) {
                parts.push(new Part.Span(new ByteRange(next, range.lastByte())));
            }
        }
        case Part.Follow(long position) -> follow(position);
        }
    }

    private void follow(long position) throws IOException {
        long there = content.lengthBytes();
        if (position < there) {
            parts.push(new Part.Follow(position + writePiece(position, there - position)));
        } else if (content.isGrowing()) {
            parts.push(new Part.Follow(position));
            out.flush();
            parked = true;
            content.whenGrown(position, this::resume);
        } else {
            finish();
        }
    }

    /** Goes on on a thread of the container, if it is waiting for the medium to grow. */
    private synchronized void resume() {
        if (parked && !ended) {
            parked = false;
            context.start(this::onWritePossible);
        }
    }

    private long writePiece(long position, long atMostBytes) throws IOException {
        if (unverifiedBytes > VERIFY_BYTES) {
            verify();
        }
        int wanted = (int) Math.min(atMostBytes, rate.pieceBytes(streams.isMemoryShort()));
        Slice slice = content.slice(position, wanted);
        lent = slice;
        write(slice.buffer());
        unverifiedBytes += lentBytes;
        return lentBytes;
    }

    private void write(ByteBuffer bytes) throws IOException {
        lentBytes = bytes.remaining();
        writingSinceNs = System.nanoTime();
        deadlineNs = writingSinceNs + pace.deadlineNs(lentBytes);
        out.write(bytes);
    }

    private void verify() throws ContentChangedException {
        unverifiedBytes = 0;
        if (!content.isUnchanged()) {
            throw new ContentChangedException("the medium has changed");
        }
    }

    private void finish() {
        end(Traffic.End.COMPLETED);
        context.complete();
    }

    @Override
    public synchronized void onError(Throwable failure) {
        fail(failure);
    }

    private void fail(Throwable failure) {
        if (ended) {
            return;
        }
        boolean clientGone = cut == null && !(failure instanceof ContentChangedException) && !(failure instanceof InternalError);
        LOG.debug("a response ended early: {}", failure.toString());
        Traffic.End why = cut;
        end(why != null ? why : clientGone ? Traffic.End.ABANDONED : Traffic.End.CHANGED);
        client.cut();
        context.complete();
    }

    private void end(Traffic.End why) {
        ended = true;
        giveBack();
        streams.remove(this);
        content.close();
        streams.traffic().ended(why);
    }
}
