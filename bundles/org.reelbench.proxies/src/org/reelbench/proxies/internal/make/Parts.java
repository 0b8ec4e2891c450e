package org.reelbench.proxies.internal.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.internal.disk.PartFile;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.slf4j.LoggerFactory;

/**
 * The finished parts of a proxy, in order. Reads them from the disk each time: a film of eight hours has a million frames.
 *
 * @param folder where they lie
 * @param count how many there are
 * @param head what they share; empty if there are none
 * @param frames how many frames they have
 * @param firstTime when the first is shown
 * @param lastTime when the last is shown
 * @param ticksPerSecond the least rate of ticks that all times, counted from the first, fall on
 */
record Parts(Path folder, int count, Optional<PartFile.Head> head, long frames, RationalTime firstTime, RationalTime lastTime,
        long ticksPerSecond) {

    /** The finest clock that containers write. */
    private static final long MOST_TICKS = Integer.MAX_VALUE;

    /** Takes the frames of parts, in order. */
    @FunctionalInterface
    interface FrameVisitor {
        void visit(PartFile.Frame frame) throws IOException, MediaException;
    }

    static Parts none(Path folder) {
        return new Parts(folder, 0, Optional.empty(), 0, RationalTime.ZERO, RationalTime.ZERO, 1);
    }

    /** Reads all parts that are whole, follow each other and have the same head; deletes what is not. */
    static Parts read(Path folder) throws IOException, MediaException {
        Parts parts = none(folder);
        while (true) {
            Path file = PartFile.file(folder, parts.count);
            if (!Files.exists(file)) {
                return parts;
            }
            try {
                parts = parts.with(file);
            } catch (IOException e) {
                LoggerFactory.getLogger(Parts.class).warn("{} is made anew", file, e);
                Files.delete(file);
                return parts;
            }
        }
    }

    /** Returns these parts and one more. */
    Parts with(Path file) throws IOException, MediaException {
        try (PartFile part = new PartFile(file)) {
            if (head.isPresent() && !head.get().equals(part.head())) {
                throw new IOException(file + " was made in another way than those before");
            }
            long more = frames;
            RationalTime first = firstTime;
            RationalTime last = lastTime;
            long ticks = ticksPerSecond;
            for (PartFile.Frame frame = part.next(); frame != null; frame = part.next()) {
                if (more > 0 && !frame.time().isAfter(last)) {
                    throw new IOException(file + " does not follow those before");
                }
                first = more == 0 ? frame.time() : first;
                last = frame.time();
                ticks = common(ticks, last.minus(first).seconds().denominator());
                more++;
            }
            return new Parts(folder, count + 1, Optional.of(part.head()), more, first, last, ticks);
        }
    }

    private long common(long ticks, long denominator) throws MediaException {
        long factor = denominator / Rational.of(ticks, denominator).denominator();
        try {
            // The least common multiple: what of the denominator the ticks do not have yet.
            long both = Math.multiplyExact(ticks, denominator / factor);
            if (both <= MOST_TICKS) {
                return both;
            }
        } catch (ArithmeticException _) {
            // Told below.
        }
        throw new MediaException(MediaException.Reason.UNSUPPORTED, folder.toString(),
                "the times of its frames have no common clock that a file could count by");
    }

    /** Visits all frames in order. */
    void forEach(FrameVisitor visitor) throws IOException, MediaException {
        try (Frames all = new Frames(this)) {
            for (PartFile.Frame frame = all.next(); frame != null; frame = all.next()) {
                visitor.visit(frame);
            }
        }
    }

    /** Goes through all frames. */
    static final class Frames implements AutoCloseable {

        private final Parts parts;
        private int next;
        private @Nullable PartFile open;

        Frames(Parts parts) {
            this.parts = parts;
        }

        /** Returns the next frame; null after the last. */
        PartFile.@Nullable Frame next() throws IOException {
            while (true) {
                PartFile part = open;
                if (part == null) {
                    if (next == parts.count) {
                        return null;
                    }
                    part = new PartFile(PartFile.file(parts.folder, next++));
                    open = part;
                }
                PartFile.Frame frame = part.next();
                if (frame != null) {
                    return frame;
                }
                close();
            }
        }

        @Override
        public void close() throws IOException {
            PartFile part = open;
            open = null;
            if (part != null) {
                part.close();
            }
        }
    }
}
