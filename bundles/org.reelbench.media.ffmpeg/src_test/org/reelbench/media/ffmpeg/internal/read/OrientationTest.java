package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.FrameReader;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.FfmpegProgram;
import org.reelbench.media.ffmpeg.internal.compose.FfmpegComposers;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Pictures with four corners of four colours, whose media say how they are turned and mirrored: each corner is where it should be. */
class OrientationTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    /** Red, green and blue of the corners: upper left, upper right, lower left, lower right. */
    private static final int[] RED = { 0xc0, 0x20, 0x20 };
    private static final int[] GREEN = { 0x20, 0xb0, 0x20 };
    private static final int[] BLUE = { 0x20, 0x20, 0xd0 };
    private static final int[] WHITE = { 0xe0, 0xe0, 0xe0 };
    private static final List<int[]> CORNERS = List.of(RED, GREEN, BLUE, WHITE);
    private static final List<String> NAMES = List.of("red", "green", "blue", "white");

    private final Path folder;

    OrientationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The corners of the picture as it is stored, in reading order of the picture as it is shown, for each orientation. */
    private static List<String> shown(int orientation) {
        // Which side of what is shown the first row is on, and which the first column.
        String first = List
                .of("", "top left", "top right", "bottom right", "bottom left", "left top", "right top", "right bottom",
                        "left bottom")
                .get(orientation);
        String row = first.split(" ")[0];
        String column = first.split(" ")[1];
        String[] places = new String[4];
        for (int stored = 0; stored < 4; stored++) {
            String ofRow = stored < 2 ? row : opposite(row);
            String ofColumn = stored % 2 == 0 ? column : opposite(column);
            List<String> sides = List.of(ofRow, ofColumn);
            places[(sides.contains("bottom") ? 2 : 0) + (sides.contains("right") ? 1 : 0)] = NAMES.get(stored);
        }
        return List.of(places);
    }

    private static String opposite(String side) {
        return switch (side) {
        case "top" -> "bottom";
        case "bottom" -> "top";
        case "left" -> "right";
        default -> "left";
        };
    }

    private Path stored(String name, String... arguments) {
        Path file = folder.resolve(name);
        List<String> all = Stream.concat(
                Stream.of("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", "-"),
                Stream.concat(Stream.of(arguments), Stream.of(file.toString()))).toList();
        FfmpegProgram.run(all, stdin -> {
            byte[] picture = new byte[WIDTH * HEIGHT * 3];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int[] color = CORNERS.get((i / WIDTH < HEIGHT / 2 ? 0 : 2) + (i % WIDTH < WIDTH / 2 ? 0 : 1));
                for (int k = 0; k < 3; k++) {
                    picture[3 * i + k] = (byte) color[k];
                }
            }
            stdin.write(picture);
            stdin.write(picture);
        });
        return file;
    }

    private static byte[] tiffHead(int orientation) {
        return new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0,
                0 };
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private Path jpeg(int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(stored("stored.jpg", "-frames:v", "1", "-q:v", "2"));
        return Files.write(folder.resolve("o.jpg"),
                joined(Arrays.copyOf(bytes, 2), new byte[] { (byte) 0xff, (byte) 0xe1, 0, 34 },
                        "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiffHead(orientation),
                        Arrays.copyOfRange(bytes, 2, bytes.length)));
    }

    private Path png(int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(stored("stored.png", "-frames:v", "1"));
        byte[] chunk = joined("eXIf".getBytes(StandardCharsets.ISO_8859_1), tiffHead(orientation));
        CRC32 sum = new CRC32();
        sum.update(chunk);
        int afterHead = 8 + 25;
        return Files.write(folder.resolve("o.png"),
                joined(Arrays.copyOf(bytes, afterHead), ByteBuffer.allocate(4).putInt(chunk.length - 4).array(), chunk,
                        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array(),
                        Arrays.copyOfRange(bytes, afterHead, bytes.length)));
    }

    private Path webp(int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(stored("stored.webp", "-frames:v", "1", "-c:v", "libwebp", "-lossless", "1"));
        byte[] picture = Arrays.copyOfRange(bytes, 12, bytes.length);
        byte[] head = { 'V', 'P', '8', 'X', 10, 0, 0, 0, 8, 0, 0, 0, WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0 };
        byte[] exif = joined("EXIF".getBytes(StandardCharsets.ISO_8859_1), new byte[] { 26, 0, 0, 0 }, tiffHead(orientation));
        byte[] body = joined("WEBP".getBytes(StandardCharsets.ISO_8859_1), head, picture, exif);
        return Files.write(folder.resolve("o.webp"), joined("RIFF".getBytes(StandardCharsets.ISO_8859_1),
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array(), body));
    }

    /** Uncompressed, one strip. */
    private Path tiff(int orientation) throws IOException {
        int[][] entries = { { 256, 4, WIDTH }, { 257, 4, HEIGHT }, { 258, 3, 8 }, { 259, 3, 1 }, { 262, 3, 2 }, { 273, 4, 200 },
                { 274, 3, orientation }, { 277, 3, 3 }, { 278, 4, HEIGHT }, { 279, 4, WIDTH * HEIGHT * 3 } };
        ByteBuffer bytes = ByteBuffer.allocate(200 + WIDTH * HEIGHT * 3).order(ByteOrder.BIG_ENDIAN);
        bytes.put(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8 }).putShort((short) entries.length);
        for (int[] entry : entries) {
            boolean bits = entry[0] == 258;
            bytes.putShort((short) entry[0]).putShort((short) entry[1]).putInt(bits ? 3 : 1);
            if (bits) {
                bytes.putInt(180);
            } else if (entry[1] == 3) {
                bytes.putShort((short) entry[2]).putShort((short) 0);
            } else {
                bytes.putInt(entry[2]);
            }
        }
        bytes.putInt(0).position(180).putShort((short) 8).putShort((short) 8).putShort((short) 8).position(200);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int[] color = CORNERS.get((i / WIDTH < HEIGHT / 2 ? 0 : 2) + (i % WIDTH < WIDTH / 2 ? 0 : 1));
            bytes.put((byte) color[0]).put((byte) color[1]).put((byte) color[2]);
        }
        return Files.write(folder.resolve("o.tiff"), bytes.array());
    }

    /** Makes a picture that says an orientation. */
    @FunctionalInterface
    private interface Making {
        Path of(int orientation) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> picturesStandAsTheyShould() {
        Map<String, Making> kinds = Map.of("jpeg", this::jpeg, "png", this::png, "webp", this::webp, "tiff", this::tiff);
        return kinds.entrySet().stream()
                .flatMap(kind -> IntStream.rangeClosed(1, 8).mapToObj(orientation -> DynamicTest.dynamicTest(
                        kind.getKey() + " " + orientation,
                        () -> assertEquals(shown(orientation), seen(kind.getValue().of(orientation))))));
    }

    @TestFactory
    Stream<DynamicTest> filmsStandAsTheyShould() {
        // What ffmpeg calls a rotation is anticlockwise, and it mirrors what is turned already.
        List<List<String>> flags = List.of(List.of(), List.of("-display_hflip"), List.of("-display_rotation", "180"),
                List.of("-display_vflip"), List.of("-display_rotation", "270", "-display_hflip"),
                List.of("-display_rotation", "270"),
                List.of("-display_rotation", "90", "-display_hflip"), List.of("-display_rotation", "90"));
        return IntStream.rangeClosed(1, 8).mapToObj(orientation -> DynamicTest.dynamicTest("film " + orientation, () -> {
            Path upright = stored("film.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "10");
            Path turned = folder.resolve("turned.mp4");
            FfmpegProgram.run(Stream.of(flags.get(orientation - 1), List.of("-i", upright.toString(), "-c", "copy",
                    turned.toString())).flatMap(List::stream).toList(), _ -> {
                        // it reads the file
                    });
            assertEquals(shown(orientation), seen(turned));
        }));
    }

    /** The corners of a medium's first picture as the composer lays it, in reading order. */
    private static List<String> seen(Path file) throws Exception {
        try (Media media = Media.of(file);
                FrameReader reader = media.frames();
                VideoFrame picture = reader.frameAt(RationalTime.ZERO, new Cancellation())) {
            int degrees = media.video().rotationDegrees();
            boolean side = degrees % 180 != 0;
            Canvas canvas = new Canvas(side ? HEIGHT : WIDTH, side ? WIDTH : HEIGHT, FrameRate.of(25, 1),
                    ColorDescription.BT709_LIMITED);
            Placement place = new Placement(0, 0, 0, 0, (canvas.widthPx() - WIDTH) / 2.0, (canvas.heightPx() - HEIGHT) / 2.0,
                    WIDTH,
                    HEIGHT, degrees);
            try (Composer composer = new FfmpegComposers()
                    .open(new Composition(canvas, List.of(LayerSpec.opaque(picture.format(), place))));
                    VideoFrame composed = composer.compose(0, List.of(new ComposerInput(picture, 1, RationalTime.ZERO)))) {
                return IntStream.range(0, 4).mapToObj(corner -> NAMES.get(nearest(composed, corner))).toList();
            }
        }
    }

    private static int nearest(VideoFrame frame, int corner) {
        int x = frame.format().widthPx() * (corner % 2 == 0 ? 1 : 3) / 4;
        int y = frame.format().heightPx() * (corner < 2 ? 1 : 3) / 4;
        double luma = (at(frame, 0, x, y) - 16) / 219.0;
        double cb = (at(frame, 1, x / 2, y / 2) - 128) / 224.0;
        double cr = (at(frame, 2, x / 2, y / 2) - 128) / 224.0;
        double[] rgb = { luma + 1.5748 * cr, luma - 0.1873 * cb - 0.4681 * cr, luma + 1.8556 * cb };
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < CORNERS.size(); i++) {
            double far = 0;
            for (int k = 0; k < 3; k++) {
                far += Math.abs(rgb[k] * 255 - CORNERS.get(i)[k]);
            }
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    private static int at(VideoFrame frame, int plane, int x, int y) {
        return frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane) + x) & 0xff;
    }
}
