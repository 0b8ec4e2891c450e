package org.reelbench.playback.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FrameConsumer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.playback.Scene;
import org.reelbench.playback.ScreenPicture;

/** Renderers and converters without media: every frame is grey, as grey as its number, and remembers who asked. */
public final class FakeMedia implements Renderers, ScreenConverters {

    /** What is open now. */
    public final AtomicInteger openRenderers = new AtomicInteger();
    /** What is open now. */
    public final AtomicInteger openConverters = new AtomicInteger();
    /** Which frames were rendered, in order. */
    public final List<Long> rendered = Collections.synchronizedList(new ArrayList<>());
    /** From where runs were begun. */
    public final List<Long> runs = Collections.synchronizedList(new ArrayList<>());
    /** Is called before each frame. */
    public LongConsumer before = _ -> {
    };
    /** Which frames were rendered quickly, in order; each shows the last multiple of 50. */
    public final List<Long> quickly = Collections.synchronizedList(new ArrayList<>());
    /** Is called before each quick frame. */
    public LongConsumer beforeQuick = _ -> {
    };
    /** Whether there is a quick frame beside the right one. */
    public boolean quick;
    /** Whether each sample says its number: its low part on the left, its high part on the right, in 65536th. */
    public boolean soundSaysItsNumber;
    /** Is called before each piece of sound, with the number of its first sample. */
    public LongConsumer beforeSound = _ -> {
    };
    /** How far apart sync samples are; 0 if rendering begins anywhere. */
    public long syncEvery;
    /** By how much pictures were made smaller, each change once. */
    public final List<Integer> divisors = Collections.synchronizedList(new ArrayList<>());
    /** The frame that cannot be rendered. */
    public long brokenFrame = -1;
    /** What the player says it holds. */
    public final Account account = MemoryLedger.none().open(Holding.FRAMES, "the screen");
    /** Where pixels are put. */
    public final PixelBuffers buffers = new PixelBuffers(account);

    private final List<MemorySegment> memory = Collections.synchronizedList(new ArrayList<>());
    private final MediaCatalog catalog = media -> {
        throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
    };

    /** A sequence of one clip, at a rate. */
    public Scene scene(long durationFrames, FrameRate rate) {
        Clip clip = Clip.of(new Id("c"), "c", Generator.color("#808080"), RationalTime.ZERO, durationFrames);
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        return new Scene(new Sequence(new Id("s"), "s", rate, 64, 36, 48_000, List.of(track), Extras.NONE), catalog);
    }

    /** A source of pictures over these fakes. */
    public PictureSource source() {
        return new PictureSource(() -> Optional.of(this), () -> Optional.of(this), new Loads(Optional::empty), buffers, () -> {
        });
    }

    /** How many rendered frames nobody has given back. */
    public long keptFrames() {
        return memory.stream().filter(plane -> plane.scope().isAlive()).count();
    }

    /** The frame a picture was made of. */
    public static long frameIn(ScreenPicture picture) {
        return picture.pixels().get(ValueLayout.JAVA_BYTE, 0) & 0xFF;
    }

    @Override
    public VideoRenderer video(Sequence sequence, MediaCatalog media) {
        openRenderers.incrementAndGet();
        return new FakeRenderer();
    }

    @Override
    public AudioRenderer audio(Sequence sequence, MediaCatalog media) {
        openRenderers.incrementAndGet();
        return new AudioRenderer() {
            @Override
            public void read(long firstSample, float[][] channels, int offset, int count, Cancellation cancellation) {
                beforeSound.accept(firstSample);
                cancellation.check();
                for (int i = 0; soundSaysItsNumber && i < count; i++) {
                    channels[0][offset + i] = ((firstSample + i) & 0xFFFF) / 65536f;
                    channels[1][offset + i] = (firstSample + i >> 16) / 65536f;
                }
            }

            @Override
            public void close() {
                openRenderers.decrementAndGet();
            }
        };
    }

    @Override
    public ScreenConverter open() {
        openConverters.incrementAndGet();
        return new ScreenConverter() {
            @Override
            public void convert(VideoFrame picture, MemorySegment target, int widthPx, int heightPx, int strideBytes) {
                target.fill(picture.plane(0).get(ValueLayout.JAVA_BYTE, 0));
            }

            @Override
            public void close() {
                openConverters.decrementAndGet();
            }
        };
    }

    /** A picture of a frame, the caller's. */
    VideoFrame picture(long frame) {
        MemoryFrame picture = MemoryFrame.allocate(
                PictureFormat.of(64, 36, PixelFormat.GRAY8, ColorDescription.BT709_LIMITED), RationalTime.ZERO);
        picture.plane(0).fill((byte) frame);
        memory.add(picture.plane(0));
        return picture;
    }

    private final class FakeRenderer implements VideoRenderer {

        private boolean closed;

        @Override
        public VideoFrame frame(long frame, Cancellation cancellation) throws RenderException {
            before.accept(frame);
            cancellation.check();
            if (frame == brokenFrame) {
                throw new RenderException("c", frame, "00:00",
                        new MediaException(MediaException.Reason.DAMAGED, "m.mp4", "it is cut short"));
            }
            rendered.add(frame);
            return picture(frame);
        }

        @Override
        public Optional<VideoFrame> quickFrame(long frame, Cancellation cancellation) throws RenderException {
            if (!quick) {
                return Optional.empty();
            }
            beforeQuick.accept(frame);
            quickly.add(frame);
            return Optional.of(picture(frame - frame % 50));
        }

        @Override
        public long entryFrame(long frame, Cancellation cancellation) {
            return syncEvery == 0 ? frame : frame - frame % syncEvery;
        }

        @Override
        public void reduce(int divisor) {
            if (divisors.isEmpty() || divisors.getLast() != divisor) {
                divisors.add(divisor);
            }
        }

        @Override
        public void run(long fromFrame, long toFrame, FrameConsumer consumer, Cancellation cancellation)
                throws RenderException, MediaException {
            runs.add(fromFrame);
            for (long frame = fromFrame; frame < toFrame; frame++) {
                try (VideoFrame picture = frame(frame, cancellation)) {
                    consumer.accept(frame, picture);
                }
            }
        }

        @Override
        public String graph() {
            return "";
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                openRenderers.decrementAndGet();
            }
        }
    }
}
