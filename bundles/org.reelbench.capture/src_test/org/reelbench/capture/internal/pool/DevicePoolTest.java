package org.reelbench.capture.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.SoundStream;

class DevicePoolTest {

    private static final CaptureFormat.Sound STEREO = new CaptureFormat.Sound(48_000, 2);
    private static final CaptureFormat.Sound MONO = new CaptureFormat.Sound(48_000, 1);
    private static final long MINUTE_NS = 60_000_000_000L;

    private final List<Fake> opened = new ArrayList<>();
    private long nowNs;
    private final DevicePool pool = new DevicePool(() -> nowNs);
    private final CaptureSource source = new CaptureSource() {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public List<CaptureDevice> devices() {
            return List.of();
        }

        @Override
        public CaptureStream open(CaptureDevice device, CaptureFormat format) {
            Fake made = new Fake((CaptureFormat.Sound) format);
            opened.add(made);
            return made;
        }
    };

    /** A stream that counts what is done to it. */
    private static final class Fake implements SoundStream {
        private final CaptureFormat.Sound format;
        private boolean healthy = true;
        private int stops;
        private boolean closed;

        Fake(CaptureFormat.Sound format) {
            this.format = format;
        }

        @Override
        public CaptureFormat.Sound format() {
            return format;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public boolean isHealthy() {
            return healthy;
        }

        @Override
        public void start() {
            assertFalse(closed);
        }

        @Override
        public Samples read(float[][] into) {
            return Samples.NONE;
        }

        @Override
        public void stop() {
            stops++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static CaptureDevice device(String id) {
        return new CaptureDevice("fake", id, "Device " + id, List.of(STEREO, MONO));
    }

    private DevicePool.Lease lease(String id, CaptureFormat format) throws CaptureException {
        return pool.lease(source, device(id), format);
    }

    @Test
    void anIdleDeviceIsLentAgainWithoutOpeningIt() throws CaptureException {
        DevicePool.Lease first = lease("a", STEREO);
        first.close();
        DevicePool.Lease second = lease("a", STEREO);
        assertFalse(first.isReused());
        assertTrue(second.isReused());
        assertSame(first.stream(), second.stream());
        assertEquals(1, opened.size());
        assertEquals(1, opened.getFirst().stops);
        assertEquals(1, pool.reused());
    }

    @Test
    void whatIsInUseForEightHoursIsNeverClosed() throws CaptureException {
        DevicePool.Lease lease = lease("a", STEREO);
        for (int minute = 0; minute < 8 * 60; minute++) {
            nowNs += MINUTE_NS;
            pool.tidy();
            assertFalse(opened.getFirst().closed, "after " + minute + " minutes");
        }
        lease.close();
        assertFalse(opened.getFirst().closed);
    }

    @Test
    void whatIsIdleIsClosedAfterFiveMinutes() throws CaptureException {
        lease("a", STEREO).close();
        nowNs += 5 * MINUTE_NS - 1;
        pool.tidy();
        assertFalse(opened.getFirst().closed);
        nowNs += 1;
        pool.tidy();
        assertTrue(opened.getFirst().closed);
        assertEquals(0, pool.idleCount());
    }

    @Test
    void whatIsTooOldIsNotLentEvenIfNobodyTidied() throws CaptureException {
        lease("a", STEREO).close();
        nowNs += 6 * MINUTE_NS;
        assertFalse(lease("a", STEREO).isReused());
        assertTrue(opened.getFirst().closed);
    }

    @Test
    void theSameFormatOfTwoDevicesIsNeverConfused() throws CaptureException {
        DevicePool.Lease first = lease("a", STEREO);
        first.close();
        DevicePool.Lease other = lease("b", STEREO);
        assertNotSame(first.stream(), other.stream());
        assertFalse(other.isReused());
        assertSame(first.stream(), lease("a", STEREO).stream());
    }

    @Test
    void aDeviceInAnotherFormatIsClosedBeforeItIsOpenedAnew() throws CaptureException {
        lease("a", STEREO).close();
        DevicePool.Lease mono = lease("a", MONO);
        assertTrue(opened.getFirst().closed);
        assertEquals(MONO, mono.stream().format());
    }

    @Test
    void aStreamIsLentToOneAtATime() throws CaptureException {
        DevicePool.Lease first = lease("a", STEREO);
        assertNotSame(first.stream(), lease("a", STEREO).stream());
        first.close();
        first.close();
        assertEquals(1, pool.idleCount());
    }

    @Test
    void aBrokenDeviceIsClosedAndOpenedAnew() throws CaptureException {
        DevicePool.Lease first = lease("a", STEREO);
        opened.getFirst().healthy = false;
        first.close();
        assertTrue(opened.getFirst().closed);
        lease("b", STEREO).close();
        opened.get(1).healthy = false;
        assertFalse(lease("b", STEREO).isReused());
        assertTrue(opened.get(1).closed);
    }

    @Test
    void moreThanFiveIdleOnesAreTooMany() throws CaptureException {
        for (int i = 0; i < 6; i++) {
            lease("d" + i, STEREO).close();
        }
        assertEquals(DevicePool.MOST_IDLE, pool.idleCount());
        assertTrue(opened.getFirst().closed);
        assertFalse(opened.get(1).closed);
    }

    @Test
    void aSourceThatGoesTakesItsIdleDevicesAlong() throws CaptureException {
        DevicePool.Lease used = lease("a", STEREO);
        lease("b", STEREO).close();
        pool.forget("fake");
        assertTrue(opened.get(1).closed);
        pool.close();
        used.close();
        assertTrue(opened.getFirst().closed);
    }
}
