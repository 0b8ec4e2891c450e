package org.reelbench.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.Encoders;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * A film of test cards with one property of real ones that goes wrong easily, and the truth about it.
 *
 * @param clock when its pictures are shown; its name is the film's
 * @param source the source its cards name
 * @param firstNumber the number of the first picture that is shown
 * @param making writes it
 */
record TruthFilm(OddFilm clock, int source, int firstNumber, Making making) {

    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 90;
    private static final int PICTURES = 60;
    private static final int ALPHA_PLANE = 3;
    private static final Rational TICK = Rational.of(1, 25);
    private static final ColorDescription COLOR = ColorDescription.BT709_LIMITED;

    /** Writes a film. */
    @FunctionalInterface
    interface Making {
        void write(TruthFilm film, Path file) throws Exception;
    }

    static List<TruthFilm> all() {
        List<TruthFilm> films = new ArrayList<>();
        for (OddFilm odd : OddFilm.all()) {
            films.add(new TruthFilm(odd, OddFilm.SOURCE, 0, (_, file) -> odd.write(file.getParent())));
        }
        for (int degrees : new int[] { 90, 180, 270 }) {
            films.add(
                    regular("turned" + degrees + ".mp4", 20 + degrees / 90, 0, (film, file) -> film.writeTurned(file, degrees)));
        }
        films.add(regular("wide-pixels.y4m", 30, 0, (film, file) -> film.writeY4m(file, 80, 90, "Ip A2:1 C420mpeg2", false)));
        films.add(regular("tall-pixels.y4m", 31, 0, (film, file) -> film.writeY4m(file, 160, 60, "Ip A2:3 C420mpeg2", false)));
        films.add(regular("interlaced.y4m", 32, 0, (film, file) -> film.writeY4m(file, 320, 180, "It A1:1 C420mpeg2", false)));
        films.add(regular("odd-size.y4m", 33, 0, (film, file) -> film.writeY4m(file, 319, 179, "Ip A1:1 C420mpeg2", false)));
        films.add(regular("ten-bits.y4m", 34, 0, (film, file) -> film.writeY4m(file, 160, 90, "Ip A1:1 C420p10", true)));
        films.add(regular("422.y4m", 35, 0, (film, file) -> film.writeY4m(file, 160, 90, "Ip A1:1 C422", false)));
        films.add(regular("ten-bits-422.y4m", 36, 0, (film, file) -> film.writeY4m(file, 160, 90, "Ip A1:1 C422p10", true)));
        films.add(regular("alpha.mkv", 37, 0, (film, file) -> film.encode(file, "ffv1", "matroska", PixelFormat.YUVA420P, 0)));
        films.add(regular("edit-list.mp4", 38, 10, TruthFilm::writeEdited));
        return films;
    }

    private static TruthFilm regular(String name, int source, int firstNumber, Making making) {
        List<Long> stamps = LongStream.range(0, PICTURES - firstNumber).boxed().toList();
        return new TruthFilm(new OddFilm(name, "", TICK, TICK.inverted(), stamps), source, firstNumber, making);
    }

    String name() {
        return clock.name();
    }

    Path write(Path folder) throws Exception {
        Path file = folder.resolve(name());
        making.write(this, file);
        return file;
    }

    /** The number on the card that is shown at a frame. */
    int numberAt(Rational in, Rational speed, Rational rate, long frame) {
        return firstNumber + clock.numberAt(in, speed, rate, frame);
    }

    private void encode(Path file, String encoder, String container, PixelFormat pixels, int turnDegrees) throws Exception {
        boolean onItsSide = turnDegrees % 180 != 0;
        int width = onItsSide ? HEIGHT_PX : WIDTH_PX;
        int height = onItsSide ? WIDTH_PX : HEIGHT_PX;
        VideoEncoding encoding = new VideoEncoding(encoder, width, height, pixels, COLOR, TICK, TICK.inverted(), 12,
                encoder.equals("ffv1") ? 0 : 1_500_000, 1,
                new TreeMap<>(encoder.equals("ffv1") ? Map.of("level", "3") : Map.of()));
        try (VideoEncoder pictures = Services.get(Encoders.class).openVideo(encoding);
                Muxer muxer = Services.get(Muxers.class).open(file, container, List.of(pictures.parameters()), Map.of());
                MemoryFrame card = MemoryFrame.allocate(PictureFormat.of(WIDTH_PX, HEIGHT_PX, pixels, COLOR), RationalTime.ZERO);
                MemoryFrame stored = MemoryFrame.allocate(PictureFormat.of(width, height, pixels, COLOR), RationalTime.ZERO)) {
            for (int n = 0; n < PICTURES; n++) {
                TestCard.draw(card, source, n);
                if (pixels.hasAlpha()) {
                    card.plane(ALPHA_PLANE).fill((byte) 0xff);
                }
                turnBack(card, stored, turnDegrees);
                pictures.encode(stored, n, false, packet -> muxer.write(0, packet));
            }
            pictures.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
    }

    /** Stores a picture so that it has to be turned clockwise to stand upright. */
    private static void turnBack(MemoryFrame upright, MemoryFrame stored, int degrees) {
        PictureFormat format = stored.format();
        for (int plane = 0; plane < format.pixelFormat().planes(); plane++) {
            int width = format.pixelFormat().rowBytes(plane, format.widthPx());
            int height = format.pixelFormat().rows(plane, format.heightPx());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int fromX = switch (degrees) {
                    case 90 -> height - 1 - y;
                    case 180 -> width - 1 - x;
                    case 270 -> y;
                    default -> x;
                    };
                    int fromY = switch (degrees) {
                    case 90 -> x;
                    case 180 -> height - 1 - y;
                    case 270 -> width - 1 - x;
                    default -> y;
                    };
                    byte sample = upright.plane(plane).get(ValueLayout.JAVA_BYTE,
                            (long) fromY * upright.strideBytes(plane) + fromX);
                    stored.plane(plane).set(ValueLayout.JAVA_BYTE, (long) y * stored.strideBytes(plane) + x, sample);
                }
            }
        }
    }

    private void writeTurned(Path file, int degrees) throws Exception {
        encode(file, "libopenh264", "mp4", PixelFormat.YUV420P, degrees);
        Mp4Patch.turn(file, degrees);
    }

    private static void writeEdited(TruthFilm film, Path file) throws Exception {
        film.encode(file, "libopenh264", "mp4", PixelFormat.YUV420P, 0);
        Mp4Patch.beginAt(file, TICK.times(film.firstNumber), TICK.times(PICTURES - film.firstNumber));
    }

    /** Uncompressed pictures after one line of text: what they are like is said freely. */
    private void writeY4m(Path file, int width, int height, String what, boolean tenBits) throws IOException {
        PixelFormat pixels = what.contains("C422") ? PixelFormat.YUV422P : PixelFormat.YUV420P;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("YUV4MPEG2 W" + width + " H" + height + " F25:1 " + what + " XCOLORRANGE=LIMITED\n")
                .getBytes(StandardCharsets.US_ASCII));
        try (MemoryFrame card = MemoryFrame.allocate(PictureFormat.of(width, height, pixels, COLOR), RationalTime.ZERO)) {
            for (int n = 0; n < PICTURES; n++) {
                TestCard.draw(card, source, n);
                out.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                for (int plane = 0; plane < pixels.planes(); plane++) {
                    MemorySegment samples = card.plane(plane);
                    int rowBytes = pixels.rowBytes(plane, width);
                    for (int y = 0; y < pixels.rows(plane, height); y++) {
                        byte[] row = samples.asSlice((long) y * card.strideBytes(plane), rowBytes).toArray(ValueLayout.JAVA_BYTE);
                        out.writeBytes(tenBits ? widened(row) : row);
                    }
                }
            }
        }
        Files.write(file, out.toByteArray());
    }

    private static byte[] widened(byte[] row) {
        ByteBuffer wide = ByteBuffer.allocate(2 * row.length).order(ByteOrder.LITTLE_ENDIAN);
        for (byte sample : row) {
            wide.putShort((short) ((sample & 0xff) << 2));
        }
        return wide.array();
    }
}
