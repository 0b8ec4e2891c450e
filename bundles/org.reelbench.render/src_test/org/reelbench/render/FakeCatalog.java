package org.reelbench.render;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;

/** Media that are nothing but descriptions: stream 0 is picture, stream 1 sound. Counts questions and open sources. */
public final class FakeCatalog implements MediaCatalog {

    private final Map<Id, Medium> media = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger openSources = new AtomicInteger();

    public FakeCatalog with(String id, int widthPx, int heightPx, PixelFormat format) {
        return with(id, "fingerprint of " + id, PictureFormat.of(widthPx, heightPx, format, ColorDescription.BT709_LIMITED), 0);
    }

    public FakeCatalog with(String id, String fingerprint, PictureFormat picture, int rotationDegrees) {
        MediaInfo info = new MediaInfo("fake", RationalTime.ZERO, RationalTime.ZERO,
                List.of(new VideoStreamInfo(0, "fake", picture, Optional.empty(), RationalTime.ZERO, RationalTime.ZERO, false,
                        rotationDegrees),
                        new AudioStreamInfo(1, "fake", 48_000, 2, RationalTime.ZERO, RationalTime.ZERO)));
        media.put(new Id(id), new FakeMedium(id, fingerprint, info, Interpretation.AUTO, openSources));
        return this;
    }

    /** Adds a medium of 25 pictures a second that the project shows at another rate. */
    public FakeCatalog conformed(String id, String name, FrameRate rate) {
        return conformed(id, name, Optional.of(Sequences.FPS_25), rate);
    }

    /** Adds a medium without a regular rate that the project shows at one. */
    public FakeCatalog irregular(String id, FrameRate rate) {
        return conformed(id, id, Optional.empty(), rate);
    }

    private FakeCatalog conformed(String id, String name, Optional<FrameRate> own, FrameRate rate) {
        PictureFormat picture = PictureFormat.of(64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        MediaInfo info = new MediaInfo("fake", RationalTime.ZERO, RationalTime.ZERO,
                List.of(new VideoStreamInfo(0, "fake", picture, own, RationalTime.ZERO, RationalTime.ZERO, false, 0),
                        new AudioStreamInfo(1, "fake", 48_000, 2, RationalTime.ZERO, RationalTime.ZERO)));
        Interpretation interpretation = new Interpretation(null, null, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, rate);
        media.put(new Id(id), new FakeMedium(name, "fingerprint of " + name, info, interpretation, openSources));
        return this;
    }

    /** Lets the project say something of a medium in place of the medium itself. */
    public FakeCatalog understood(String id, Interpretation interpretation) {
        media.computeIfPresent(new Id(id), (_, medium) -> new FakeMedium(medium.name(), medium.fingerprint(), medium.info(),
                interpretation, openSources));
        return this;
    }

    public FakeCatalog without(String id) {
        media.remove(new Id(id));
        return this;
    }

    /** How often a medium was asked for. */
    public int questions() {
        return questions.get();
    }

    /** How many byte sources are open now. */
    public int openSources() {
        return openSources.get();
    }

    @Override
    public Medium medium(Id id) throws MediaException {
        questions.incrementAndGet();
        Medium found = media.get(id);
        if (found == null) {
            throw new MediaException(MediaException.Reason.MISSING, id.value(), "no such medium");
        }
        return found;
    }

    private record FakeMedium(String name, String fingerprint, MediaInfo info, Interpretation interpretation,
            AtomicInteger openSources) implements Medium {

        @Override
        public ByteSource open() {
            openSources.incrementAndGet();
            return new FakeSource(name, openSources);
        }
    }

    private static final class FakeSource implements ByteSource {

        private final String name;
        private final AtomicInteger open;
        private boolean closed;

        FakeSource(String name, AtomicInteger open) {
            this.name = name;
            this.open = open;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return -1;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
