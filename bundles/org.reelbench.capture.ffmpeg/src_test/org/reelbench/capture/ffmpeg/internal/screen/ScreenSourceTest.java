package org.reelbench.capture.ffmpeg.internal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.ScreenPainter;
import org.reelbench.capture.ffmpeg.internal.x11.VirtualScreen;
import org.reelbench.media.MemoryFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenSourceTest {

    private static final Area SCREEN = new Area(0, 0, 640, 480);
    private static final FrameRate FAST = FrameRate.of(100, 1);

    private final VirtualScreen server;
    private final ScreenPainter painter;
    private final ScreenSource source;

    ScreenSourceTest() throws IOException {
        server = VirtualScreen.start(SCREEN.widthPx(), SCREEN.heightPx());
        painter = ScreenPainter.open(server);
        source = new ScreenSource(server.environment());
    }

    @AfterAll
    void close() {
        painter.close();
        server.close();
    }

    @Test
    void theScreenIsADeviceInItsOwnSizeAndSmallerOnesOfItsShape() throws CaptureException {
        CaptureDevice screen = screen();
        assertEquals("x11:" + server.name() + ".0", screen.address());
        assertEquals(format(640, 480, 60), screen.formats().getFirst());
        assertTrue(screen.formats().contains(format(480, 360, 15)), screen.formats()::toString);
    }

    @Test
    void whatIsOnTheScreenIsInThePictureAtOnce() throws Exception {
        try (PictureStream stream = open(screen(), 640, 480, Map.of())) {
            for (int i = 0; i < 5; i++) {
                Cards.show(painter, painter.root(), SCREEN, 3, 100 + i);
                Reading reading = read(stream);
                assertTrue(reading.is(3, 100 + i), reading::toString);
            }
        }
    }

    @Test
    void aSmallerPictureShowsTheWholeScreen() throws Exception {
        Cards.show(painter, painter.root(), SCREEN, 4, 7);
        try (PictureStream stream = open(screen(), 320, 320, Map.of())) {
            assertEquals(new CaptureFormat.Picture(320, 240, FAST), stream.format());
            Reading reading = read(stream);
            assertTrue(reading.is(4, 7), reading::toString);
        }
    }

    @Test
    void aRegionIsNothingButTheRegionAndNeverEnlarged() throws Exception {
        Cards.show(painter, painter.root(), SCREEN, 1, 1);
        Cards.show(painter, painter.root(), new Area(101, 60, 320, 180), 5, 9);
        try (PictureStream stream = open(screen(), 640, 480, Map.of("region", "320x180+101+60"))) {
            assertEquals(320, stream.format().widthPx());
            assertEquals(180, stream.format().heightPx());
            Reading reading = read(stream);
            assertTrue(reading.is(5, 9), reading::toString);
        }
    }

    @Test
    void aWindowIsADeviceThatIsRecordedWhereverItIsAndLostWhenItCloses() throws Exception {
        int window = painter.window("Cards", new Area(200, 100, 320, 200));
        Area inside = new Area(0, 0, 320, 200);
        Cards.show(painter, window, inside, 6, 1);
        CaptureDevice device = source.devices().stream().filter(one -> one.label().contains("Cards")).findFirst().orElseThrow();
        try (PictureStream stream = open(device, 640, 480, Map.of())) {
            Reading reading = read(stream);
            assertTrue(reading.is(6, 1), reading::toString);
            painter.destroy(window);
            CaptureException lost = assertThrows(CaptureException.class, () -> read(stream));
            assertEquals(Reason.LOST, lost.reason());
            assertFalse(stream.isHealthy());
        }
        CaptureException gone = assertThrows(CaptureException.class, () -> open(device, 640, 480, Map.of()));
        assertEquals(Reason.NO_DEVICE, gone.reason());
    }

    @Test
    void thePointerIsInThePictureWhereItPoints() throws Exception {
        CaptureDevice screen = screen();
        Area black = new Area(0, 0, 640, 480);
        painter.paint(painter.root(), black, new int[640 * 480]);
        try (PictureStream with = open(screen, 640, 480, Map.of());
                PictureStream without = open(screen, 640, 480, Map.of("pointer", "off"))) {
            for (int[] at : new int[][] { { 300, 200 }, { 40, 410 }, { 600, 30 } }) {
                painter.movePointer(at[0], at[1]);
                Area found = Bright.area(picture(with));
                assertFalse(found.isEmpty(), "no pointer");
                assertTrue(at[0] >= found.xPx() - 1 && at[0] <= found.xPx() + found.widthPx() && at[1] >= found.yPx() - 1
                        && at[1] <= found.yPx() + found.heightPx(), () -> found + " is not at " + at[0] + "," + at[1]);
                assertTrue(Bright.area(picture(without)).isEmpty());
            }
        }
    }

    @Test
    void thePointerIsCountedFromTheRegion() throws Exception {
        painter.paint(painter.root(), SCREEN, new int[640 * 480]);
        painter.movePointer(150, 120);
        try (PictureStream stream = open(screen(), 640, 480, Map.of("region", "200x200+100+100"))) {
            Area found = Bright.area(picture(stream));
            assertTrue(Math.abs(found.xPx() + found.widthPx() / 2 - 50) < 16
                    && Math.abs(found.yPx() + found.heightPx() / 2 - 20) < 16, found::toString);
        }
    }

    @Test
    void noMorePicturesComeThanWereAskedFor() throws Exception {
        try (PictureStream stream = open(screen(), 320, 240, Map.of())) {
            long first = stream.read(null);
            long last = first;
            for (int i = 0; i < 20; i++) {
                long next = stream.read(null);
                assertTrue(next > last, "time stands still");
                last = next;
            }
            assertTrue(last - first > 19 * TimeUnit.SECONDS.toNanos(1) / 100, "20 pictures in " + (last - first) + " ns");
        }
    }

    @Test
    void stoppingEndsAReadThatWaitsAndStartingGoesOn() throws Exception {
        CaptureDevice screen = screen();
        CaptureFormat.Picture slow = new CaptureFormat.Picture(320, 240, FrameRate.of(1, 1000));
        try (CaptureStream opened = source.open(screen, slow)) {
            PictureStream stream = (PictureStream) opened;
            stream.start();
            assertTrue(stream.read(null) != CaptureStream.NOTHING);
            CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> unchecked(stream));
            stream.stop();
            assertEquals(CaptureStream.NOTHING, waiting.get(60, TimeUnit.SECONDS));
            stream.start();
            assertTrue(stream.read(null) != CaptureStream.NOTHING);
        }
    }

    @Test
    void settingsThatAScreenDoesNotHaveAreRefused() throws CaptureException {
        CaptureDevice screen = screen();
        for (Map<String, String> options : List.of(Map.of("zoom", "2"), Map.of("region", "all"), Map.of("pointer", "maybe"),
                Map.of("region", "100x100+2000+0"))) {
            CaptureException e = assertThrows(CaptureException.class, () -> open(screen, 640, 480, options));
            assertEquals(Reason.UNSUPPORTED, e.reason(), options::toString);
        }
    }

    private CaptureDevice screen() throws CaptureException {
        return source.devices().stream().filter(device -> !device.id().contains("/")).findFirst().orElseThrow();
    }

    private static CaptureFormat.Picture format(int widthPx, int heightPx, int rate) {
        return new CaptureFormat.Picture(widthPx, heightPx, FrameRate.of(rate, 1));
    }

    private PictureStream open(CaptureDevice device, int widthPx, int heightPx, Map<String, String> options)
            throws CaptureException {
        PictureStream stream = (PictureStream) source.open(device,
                new CaptureFormat.Picture(widthPx, heightPx, FAST, new TreeMap<>(options)));
        stream.start();
        return stream;
    }

    private static MemoryFrame picture(PictureStream stream) throws CaptureException {
        MemoryFrame frame = MemoryFrame.allocate(stream.pictures(), RationalTime.ZERO);
        assertTrue(stream.read(frame) != CaptureStream.NOTHING);
        return frame;
    }

    private static Reading read(PictureStream stream) throws CaptureException {
        try (MemoryFrame frame = picture(stream)) {
            return TestCard.read(frame);
        }
    }

    private static @Nullable Long unchecked(PictureStream stream) {
        try {
            return stream.read(null);
        } catch (CaptureException e) {
            throw new IllegalStateException(e);
        }
    }
}
