package org.reelbench.http.internal.servlet;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.http.internal.access.Answers;
import org.reelbench.http.internal.access.SessionToken;
import org.reelbench.http.internal.content.Representation;
import org.reelbench.http.internal.protocol.ByteRange;
import org.reelbench.http.internal.protocol.ByteRangeSet;
import org.reelbench.http.internal.protocol.HttpDate;
import org.reelbench.http.internal.protocol.MultipartRanges;
import org.reelbench.http.internal.protocol.Preconditions;
import org.reelbench.http.internal.publish.PublishedMedium;
import org.reelbench.http.internal.publish.Transfer;
import org.reelbench.http.internal.send.Client;
import org.reelbench.http.internal.send.Pace;
import org.reelbench.http.internal.send.Part;
import org.reelbench.http.internal.send.SegmentWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One GET or HEAD of a medium, from its conditions to the first byte. */
final class MediaExchange {

    private static final Logger LOG = LoggerFactory.getLogger(MediaExchange.class);

    /** How long a range past the end of a growing medium waits for it to come. */
    private static final long GROWTH_MS = 5_000;

    /** The field of a player that wants everything. */
    private static final List<String> FROM_THE_START = List.of("bytes=0-");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PublishedMedium medium;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Transfer transfer;

    private @Nullable AsyncContext async;

    MediaExchange(PublishedMedium medium, HttpServletRequest request, HttpServletResponse response, Transfer transfer) {
        this.medium = medium;
        this.request = request;
        this.response = response;
        this.transfer = transfer;
    }

    /** Answers, or sees to it that somebody will. */
    void answer() throws IOException {
        Representation content;
        try {
            content = medium.open();
        } catch (NoSuchFileException e) {
            plain(HttpServletResponse.SC_NOT_FOUND, "The file is gone.");
            return;
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", medium, e.toString());
            response.setHeader("Retry-After", "1");
            plain(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The file cannot be read now.");
            return;
        }
        boolean handedOver = false;
        try {
            handedOver = answer(content);
        } finally {
            if (!handedOver) {
                content.close();
            }
        }
    }

    /** Returns whether the content now belongs to somebody else. */
    private boolean answer(Representation content) throws IOException {
        Preconditions conditions = new Preconditions(name -> Collections.list(request.getHeaders(name)),
                content.validators(), Instant.now());
        response.setHeader("Accept-Ranges", "bytes");
        switch (conditions.outcome()) {
        case FAILED -> {
            plain(HttpServletResponse.SC_PRECONDITION_FAILED, "The medium is not the one that was meant.");
            return false;
        }
        case NOT_MODIFIED -> {
            describe(content);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        case PROCEED -> {
            boolean ranged = request.getMethod().equals("GET") && conditions.honoursRange();
            List<String> fields = ranged ? Collections.list(request.getHeaders("Range")) : List.of();
            // Browsers begin so. The range would end where the medium does at the moment, and they take that for its end; the field
            // may be left aside (RFC 9110 §14.2), and the whole is followed as it grows.
            boolean follows = content.isGrowing() && fields.equals(FROM_THE_START);
            return answer(content, follows ? List.of() : fields, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GROWTH_MS));
        }
        }
        throw new IllegalStateException("every outcome is handled");
    }

    private boolean answer(Representation content, List<String> fields, long deadlineNs) throws IOException {
        long length = content.lengthBytes();
        ByteRangeSet ranges = ByteRangeSet.of(fields, length);
        if (ranges.isUnsatisfiable()) {
            if (content.isGrowing() && deadlineNs - System.nanoTime() > 0) {
                awaitGrowth(content, length, fields, deadlineNs);
                return true;
            }
            response.setHeader("Content-Range", "bytes */" + length);
            plain(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, "The medium has no such bytes.");
            return false;
        }
        describe(content);
        if (ranges.isWhole()) {
            return whole(content, length);
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        long complete = content.isGrowing() ? -1 : length;
        Pace pace = content.cacheControl().contains("immutable") ? Pace.SOURCE : Pace.RANGE;
        if (ranges.ranges().size() == 1) {
            ByteRange range = ranges.ranges().getFirst();
            response.setHeader("Content-Range", range.contentRange(complete));
            response.setContentLengthLong(range.lengthBytes());
            send(content, List.of(new Part.Span(range)), pace);
        } else {
            multipart(content, ranges.ranges(), complete, pace);
        }
        return true;
    }

    private void describe(Representation content) {
        response.setHeader("ETag", content.validators().tag().field());
        Instant modified = content.validators().lastModified();
        if (modified != null) {
            response.setHeader("Last-Modified", HttpDate.format(modified));
        }
        response.setHeader("Cache-Control", content.cacheControl());
        response.setContentType(content.contentType());
    }

    private boolean whole(Representation content, long length) throws IOException {
        boolean growing = content.isGrowing();
        if (!growing) {
            response.setContentLengthLong(length);
        }
        if (request.getMethod().equals("HEAD") || length == 0 && !growing) {
            // Before the container concludes from the missing body that the length is 0.
            response.flushBuffer();
            return false;
        }
        Part all = growing ? new Part.Follow(0) : new Part.Span(new ByteRange(0, length - 1));
        send(content, List.of(all), content.cacheControl().contains("immutable") ? Pace.SOURCE : Pace.WHOLE);
        return true;
    }

    private void multipart(Representation content, List<ByteRange> ranges, long complete, Pace pace) throws IOException {
        MultipartRanges body = new MultipartRanges(ranges, SessionToken.random(RANDOM).text(), content.contentType(), complete);
        response.setContentType(body.contentType());
        response.setContentLengthLong(body.lengthBytes());
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < ranges.size(); part++) {
            parts.add(new Part.Text(body.head(part)));
            parts.add(new Part.Span(ranges.get(part)));
        }
        parts.add(new Part.Text(body.end()));
        send(content, parts, pace);
    }

    private void send(Representation content, List<Part> parts, Pace pace) throws IOException {
        Client client = request.getAttribute(Client.ATTRIBUTE) instanceof Client known ? known : () -> {
            // Behind another connector than ours the container's own timeouts must do.
        };
        new SegmentWriter(medium, content, parts, pace, async(), client, transfer.streams()).start();
    }

    private AsyncContext async() {
        AsyncContext begun = async;
        if (begun == null) {
            begun = request.startAsync();
            begun.setTimeout(0);
            async = begun;
        }
        return begun;
    }

    /** Looks again when there is more, or the time is over; whichever comes first. */
    private void awaitGrowth(Representation content, long length, List<String> fields, long deadlineNs) {
        AsyncContext context = async();
        AtomicBoolean once = new AtomicBoolean();
        Runnable again = () -> {
            if (once.compareAndSet(false, true)) {
                context.start(() -> resume(content, fields, deadlineNs));
            }
        };
        Future<?> timeout = transfer.clock().schedule(again, deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
        content.whenGrown(length, () -> {
            timeout.cancel(false);
            again.run();
        });
    }

    private void resume(Representation content, List<String> fields, long deadlineNs) {
        boolean handedOver = false;
        try {
            handedOver = answer(content, fields, deadlineNs);
        } catch (IOException e) {
            LOG.debug("the client did not wait: {}", e.toString());
        } finally {
            if (!handedOver) {
                content.close();
                async().complete();
            }
        }
    }

    private void plain(int status, String sentence) throws IOException {
        Answers.plain(response, status, sentence);
    }
}
