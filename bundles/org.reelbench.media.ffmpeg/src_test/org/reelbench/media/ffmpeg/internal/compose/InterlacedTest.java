package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.at;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Fields;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Films of fields: in each frame, the lines of one field show one test card, those of the other the next. */
class InterlacedTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int FRAMES = 12;

    @ParameterizedTest
    @CsvSource({ "true, h264.mkv, -c:v libx264 -flags +ilme+ildct -x264-params tff=1:keyint=5 -qp 12",
            "false, h264.mp4, -c:v libx264 -flags +ilme+ildct -x264-params bff=1:bframes=2 -qp 12",
            "true, mpeg2.mpg, -c:v mpeg2video -flags +ilme+ildct -g 4 -q:v 2",
            "true, prores.mov, -c:v prores_ks -flags +ilme+ildct" })
    void theFirstFieldIsSeenWithoutTeeth(boolean topFirst, String name, String encoding) throws Exception {
        try (Film film = Film.open(film(topFirst, name, encoding))) {
            Map<Integer, String> straight = new HashMap<>();
            for (int frame = 0; frame < FRAMES; frame++) {
                try (VideoFrame composed = film.composed(time(frame))) {
                    assertEquals(2 * frame, number(composed), name + " frame " + frame);
                    straight.put(frame, Pictures.hash(composed));
                }
            }
            for (int frame : new int[] { 7, 2, 11, 0, 5, 4 }) {
                try (VideoFrame composed = film.composed(time(frame))) {
                    assertEquals(straight.get(frame), Pictures.hash(composed), "the same however it was reached");
                }
            }
        }
    }

    @Test
    void theProjectMaySayWhichFieldsThereAreAndWhetherThereAreAny() throws Exception {
        try (Film film = Film.open(film(true, "unflagged.mkv", "-c:v ffv1"))) {
            for (Fields fields : Fields.values()) {
                try (VideoFrame composed = film.composed(time(3), null, layer -> layer.withFields(fields))) {
                    switch (fields) {
                    case TOP_FIRST -> assertEquals(6, number(composed));
                    case BOTTOM_FIRST -> assertEquals(7, number(composed));
                    case AS_FLAGGED, NONE -> assertTrue(isWoven(composed), fields + " leaves what is not flagged as it is");
                    }
                }
            }
        }
    }

    @Test
    void detailThatStandsStillIsKeptAndTenBitsStayTenBits() throws Exception {
        // Lines of one pixel, and a checkerboard of four: all of it the same in both fields.
        for (PixelFormat pixels : new PixelFormat[] { PixelFormat.YUV420P, PixelFormat.YUV422P }) {
            try (MemoryFrame still = Pictures.draw(Pictures.format(WIDTH, HEIGHT, pixels),
                    (plane, x, y) -> plane > 0 ? 128 : x < 80 ? y % 16 == 5 ? 200 : 40 : (x / 4 + y / 4) % 2 == 0 ? 50 : 180);
                    VideoFrame kept = Pictures.compose(new FfmpegComposers(), List.of(
                            org.reelbench.media.LayerSpec.opaque(still.format(),
                                    org.reelbench.media.Placement.at(0, 0, WIDTH, HEIGHT)).withFields(Fields.TOP_FIRST)),
                            still)) {
                for (int y = 2; y < HEIGHT - 2; y++) {
                    for (int x = 2; x < WIDTH - 2; x++) {
                        assertEquals(at(still, 0, x, y), at(kept, 0, x, y), x + "," + y);
                    }
                }
            }
        }
    }

    private static RationalTime time(int frame) {
        return Pictures.CANVAS.rate().timeOf(frame);
    }

    private static long number(VideoFrame frame) {
        Reading reading = TestCard.read(frame);
        assertTrue(reading.valid(), "the card can be read");
        assertFalse(isWoven(frame), "no teeth are left");
        return reading.frameNumber();
    }

    /** Tells whether lines alternate somewhere as no test card does. */
    private static boolean isWoven(VideoFrame frame) {
        int teeth = 0;
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 2; y < HEIGHT - 2; y++) {
                int here = at(frame, 0, x, y);
                int up = here - at(frame, 0, x, y - 1);
                int down = here - at(frame, 0, x, y + 1);
                boolean alike = Math.abs(here - at(frame, 0, x, y - 2)) < 20 && Math.abs(here - at(frame, 0, x, y + 2)) < 20;
                teeth += alike && Math.abs(up) > 60 && Math.abs(down) > 60 && up > 0 == down > 0 ? 1 : 0;
            }
        }
        return teeth > 20;
    }

    private static Path film(boolean topFirst, String name, String encoding) {
        List<String> command = new java.util.ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s",
                WIDTH + "x" + HEIGHT, "-r", "25", "-i", "-"));
        if (!encoding.contains("ffv1")) {
            command.addAll(List.of("-vf", "setfield=" + (topFirst ? "tff" : "bff")));
        }
        command.addAll(List.of(encoding.split(" ")));
        return Fixtures.ffmpeg(name, command, "fields of cards, top first " + topFirst, stdin -> weave(stdin, topFirst));
    }

    private static void weave(OutputStream target, boolean topFirst) throws IOException {
        PictureFormat format = PictureFormat.of(WIDTH, HEIGHT, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        try (MemoryFrame first = MemoryFrame.allocate(format, RationalTime.ZERO);
                MemoryFrame second = MemoryFrame.allocate(format, RationalTime.ZERO)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                TestCard.draw(first, 3, 2L * frame);
                TestCard.draw(second, 3, 2L * frame + 1);
                for (int plane = 0; plane < 3; plane++) {
                    int width = plane == 0 ? WIDTH : WIDTH / 2;
                    for (int y = 0; y < (plane == 0 ? HEIGHT : HEIGHT / 2); y++) {
                        MemorySegment field = (y % 2 == 0 == topFirst ? first : second).plane(plane);
                        MemorySegment row = field.asSlice((long) y * first.strideBytes(plane), width);
                        target.write(row.toArray(ValueLayout.JAVA_BYTE));
                    }
                }
            }
        }
    }
}
