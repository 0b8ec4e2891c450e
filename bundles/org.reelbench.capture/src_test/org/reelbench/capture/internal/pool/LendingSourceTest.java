package org.reelbench.capture.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.SoundStream;
import org.reelbench.capture.internal.synthetic.SyntheticSource;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCalls;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

class LendingSourceTest {

    private final CaptureSource source = new SyntheticSource();
    private final AtomicLong lentBytes = new AtomicLong();
    private final AtomicLong mostBytes = new AtomicLong();

    /** A guard that knows the source as a plug-in's. */
    private final class Guard implements PluginCalls {

        @Override
        public Optional<Owner> owner(Object provider) {
            return provider == source ? Optional.of(new Owner("org.example", "1.0.0", "00")) : Optional.empty();
        }

        @Override
        public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
            return call.run();
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            return own.run();
        }

        @Override
        public Loan lend(Object provider, long address, long bytes) {
            assertSame(source, provider);
            mostBytes.accumulateAndGet(lentBytes.addAndGet(bytes), Math::max);
            return () -> lentBytes.addAndGet(-bytes);
        }
    }

    @Test
    void theFrameThatASourceFillsIsToldWhileItHasIt() throws Exception {
        CaptureSource lending = LendingSource.of(source, new Guard());
        assertEquals(source.id(), lending.id());
        CaptureDevice device = lending.devices().getFirst();
        CaptureFormat format = new CaptureFormat.Picture(64, 36, FrameRate.of(30, 1), new TreeMap<>());
        try (PictureStream stream = (PictureStream) lending.open(device, format);
                VideoFrame frame = MemoryFrame.allocate(stream.pictures(), RationalTime.ZERO)) {
            stream.start();
            stream.read(null);
            assertEquals(0, mostBytes.get(), "nothing was lent");
            assertTrue(stream.read(frame) > 0);
            assertEquals(64 * (36 + 18 + 18), mostBytes.get());
            assertEquals(0, lentBytes.get());
        }
        try (SoundStream sound = (SoundStream) lending.open(lending.devices().getLast(),
                lending.devices().getLast().formats().getFirst())) {
            assertTrue(sound.isHealthy(), "sound goes into arrays on the heap");
        }
    }

    @Test
    void ourOwnSourcesAreUsedAsTheyAre() {
        assertSame(source, LendingSource.of(source, PluginCalls.direct()));
    }
}
