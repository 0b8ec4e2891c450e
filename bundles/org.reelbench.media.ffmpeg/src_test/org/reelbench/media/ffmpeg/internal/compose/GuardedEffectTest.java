package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectBody;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.SoundProcessor;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.time.RationalTime;

/** Effects of plug-ins, called through a guard. */
class GuardedEffectTest {

    private static final PictureFormat FORMAT = PictureFormat.of(16, 16, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    /** Rows begin at multiples of 64. */
    private static final long PICTURE_BYTES = 64 * (16 + 8 + 8);

    private final List<String> called = new ArrayList<>();
    private final AtomicLong lentBytes = new AtomicLong();
    private EffectBody body = new FilterText("hflip");

    private final EffectProvider provider = new EffectProvider() {

        @Override
        public EffectDescriptor descriptor() {
            return new EffectDescriptor("org.example.made", "7", "Made", List.of());
        }

        @Override
        public EffectBody create(SortedMap<String, Object> parameters) {
            return body;
        }
    };

    /** A guard that knows the provider as a plug-in's. */
    private class Calls implements PluginCalls {

        @Override
        public Optional<Owner> owner(Object asked) {
            return asked == provider ? Optional.of(new Owner("org.example", "1.2.0", "0123456789abcdef")) : Optional.empty();
        }

        @Override
        public <T, E extends Exception> T call(Object asked, String what, Call<T, E> call) throws E {
            assertSame(provider, asked);
            called.add(what);
            return call.run();
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            return own.run();
        }

        @Override
        public Loan lend(Object asked, long address, long bytes) {
            assertSame(provider, asked);
            lentBytes.addAndGet(bytes);
            return () -> lentBytes.addAndGet(-bytes);
        }
    }

    /** A guard that does not wait for frames that are worked on. */
    private final class Impatient extends Calls {

        private CompletableFuture<Boolean> end = CompletableFuture.completedFuture(true);
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public <T, E extends Exception> T call(Object asked, String what, Call<T, E> call) throws E {
            if (!what.equals("process")) {
                return super.call(asked, what, call);
            }
            end = CompletableFuture.supplyAsync(() -> {
                try {
                    call.run();
                    return true;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new PluginCallException("org.example", true, "it hangs", null);
        }
    }

    /** Writes to a frame as soon as it may. */
    private record Late(CountDownLatch begun, CountDownLatch mayGoOn) implements FrameProcessor {

        @Override
        public Set<PixelFormat> formats() {
            return Set.of(PixelFormat.YUV420P);
        }

        @Override
        public void process(VideoFrame frame, RationalTime sourceTime) {
            begun.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            frame.plane(0).set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
        }
    }

    @Test
    void versionNamesThePluginAndItsFile() {
        EffectDescriptor descriptor = GuardedEffect.of(provider, new Calls()).descriptor();
        assertEquals("7, org.example 1.2.0 0123456789ab", descriptor.version());
        assertEquals("org.example.made", descriptor.id());
        assertSame(provider, GuardedEffect.of(provider, PluginCalls.direct()), "nobody else's effect is guarded");
    }

    @Test
    void frameOfACallThatHangsStaysUntilItEnds() throws Exception {
        Impatient calls = new Impatient();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        body = new Late(calls.begun, mayGoOn);
        try (FrameProcessor frames = (FrameProcessor) GuardedEffect.of(provider, calls).create(new TreeMap<>())) {
            VideoFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO);
            MediaException hung = assertThrows(MediaException.class, () -> frames.process(frame, RationalTime.ZERO));
            assertEquals("it hangs", hung.explanation());
            frame.close();
            assertEquals(PICTURE_BYTES, lentBytes.get(), "what it has is told while it has it");
            mayGoOn.countDown();
            assertTrue(calls.end.get(), "it could write to the frame though its caller had closed it");
            assertEquals(0, lentBytes.get());
        }
    }

    @Test
    void framesThatAnEffectKeepsAreToldUntilItClosesThem() throws Exception {
        List<VideoFrame> kept = new ArrayList<>();
        body = new FrameProcessor() {

            @Override
            public Set<PixelFormat> formats() {
                return Set.of(PixelFormat.YUV420P);
            }

            @Override
            public void process(VideoFrame frame, RationalTime sourceTime) {
                kept.add(frame.retain());
            }
        };
        try (FrameProcessor frames = (FrameProcessor) GuardedEffect.of(provider, new Calls()).create(new TreeMap<>());
                VideoFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
            frames.process(frame, RationalTime.ZERO);
            frames.process(frame, RationalTime.ZERO);
        }
        assertEquals(2 * PICTURE_BYTES, lentBytes.get(), "leases of their own");
        kept.removeFirst().close();
        assertEquals(PICTURE_BYTES, lentBytes.get());
        kept.removeFirst().close();
        assertEquals(0, lentBytes.get());
    }

    @Test
    void whatAnEffectKeepsIsGivenBackWhenItsPluginGoesThoughAComposerHasItOpen() throws Exception {
        List<String> closed = new ArrayList<>();
        body = new FrameProcessor() {

            private final List<VideoFrame> behind = new ArrayList<>();

            @Override
            public Set<PixelFormat> formats() {
                return Set.of(PixelFormat.YUV420P);
            }

            @Override
            public void process(VideoFrame frame, RationalTime sourceTime) {
                behind.add(frame.retain());
            }

            @Override
            public void close() {
                closed.add("closed");
                behind.forEach(VideoFrame::close);
            }
        };
        InstalledEffects effects = new InstalledEffects();
        effects.guardedBy(new Calls());
        effects.add(provider, Map.of());
        try (FrameProcessor frames = (FrameProcessor) effects.find("org.example.made").provider().create(new TreeMap<>());
                VideoFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
            frames.process(frame, RationalTime.ZERO);
            assertEquals(PICTURE_BYTES, lentBytes.get());
            effects.remove(provider);
            assertEquals(0, lentBytes.get());
            MediaException gone = assertThrows(MediaException.class, () -> frames.process(frame, RationalTime.ZERO));
            assertTrue(gone.explanation().contains("org.example has gone"), gone::explanation);
        }
        assertEquals(List.of("closed"), closed);
    }

    @Test
    void frameOfACallThatIsNotBegunIsGivenBack() throws Exception {
        body = new Late(new CountDownLatch(1), new CountDownLatch(0));
        PluginCalls refusing = new Calls() {

            @Override
            public <T, E extends Exception> T call(Object asked, String what, Call<T, E> call) throws E {
                if (what.equals("create")) {
                    return super.call(asked, what, call);
                }
                throw new PluginCallException("org.example", false, "it rests", null);
            }
        };
        FrameProcessor frames = (FrameProcessor) GuardedEffect.of(provider, refusing).create(new TreeMap<>());
        try (Retained frame = new Retained(MemoryFrame.allocate(FORMAT, RationalTime.ZERO), new ArrayList<>())) {
            assertThrows(MediaException.class, () -> frames.process(frame, RationalTime.ZERO));
            assertEquals(1, frame.leases.size());
            assertThrows(IllegalStateException.class, () -> frame.leases.getFirst().plane(0), "the lease is closed");
            assertEquals(0, lentBytes.get());
        }
        frames.close();
    }

    /** Remembers the leases that are taken on a frame. */
    private record Retained(VideoFrame frame, List<VideoFrame> leases) implements VideoFrame {

        @Override
        public PictureFormat format() {
            return frame.format();
        }

        @Override
        public RationalTime time() {
            return frame.time();
        }

        @Override
        public java.lang.foreign.MemorySegment plane(int plane) {
            return frame.plane(plane);
        }

        @Override
        public int strideBytes(int plane) {
            return frame.strideBytes(plane);
        }

        @Override
        public VideoFrame retain() {
            leases.add(frame.retain());
            return leases.getLast();
        }

        @Override
        public void close() {
            frame.close();
        }
    }

    @Test
    void soundIsToldWhatWasSetInOrderAndOnlyThenAsked() throws Exception {
        List<String> told = new ArrayList<>();
        body = new SoundProcessor() {

            @Override
            public void reset(long firstSample) {
                told.add("reset " + firstSample);
            }

            @Override
            public void set(String parameter, double value) {
                told.add(parameter + " " + value);
            }

            @Override
            public void process(float[][] channels, int offset, int count) {
                told.add("process " + offset + " " + count);
                for (float[] channel : channels) {
                    for (int i = offset; i < offset + count; i++) {
                        channel[i] *= 2;
                    }
                }
            }
        };
        try (SoundProcessor sound = (SoundProcessor) GuardedEffect.of(provider, new Calls()).create(new TreeMap<>())) {
            float[] channel = { 1, 2, 3, 4 };
            sound.reset(48);
            sound.set("gain", 0.5);
            sound.process(new float[][] { channel }, 1, 2);
            assertArrayEquals(new float[] { 1, 4, 6, 4 }, channel);
        }
        assertEquals(List.of("reset 48", "gain 0.5", "process 0 2"), told);
        assertEquals(List.of("create", "process", "close"), called);
    }
}
