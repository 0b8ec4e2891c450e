package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** Picture files by orientation, and numbered picture files as one medium. */
class StillsTest {

    private static final FrameRate RATE = FrameRate.of(24000, 1001);

    /** Puts an EXIF orientation into a JPEG file, right after its first marker. */
    private static Path oriented(Path jpeg, int orientation, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(jpeg);
        byte[] exif = { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
                3,
                0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0 };
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, 2);
        whole.writeBytes(exif);
        whole.write(bytes, 2, bytes.length - 2);
        return Files.write(file, whole.toByteArray());
    }

    @Test
    void photographsStandUprightAsTheirExifSays(@TempDir Path folder) throws Exception {
        Path jpeg = TestMedia.pictures("upright.jpg", 7, "30", 1, "-q:v 2");
        for (int orientation : new int[] { 1, 3, 6, 8 }) {
            int expected = switch (orientation) {
            case 3 -> 180;
            case 6 -> 90;
            case 8 -> 270;
            default -> 0;
            };
            try (Media media = Media.of(oriented(jpeg, orientation, folder.resolve(orientation + ".jpg")))) {
                assertEquals(expected, media.video().rotationDegrees(), "orientation " + orientation);
                assertTrue(media.video().still());
            }
        }
    }

    private static void numbered(Path folder, int... numbers) throws IOException {
        for (int number : numbers) {
            Path picture = TestMedia.pictures("numbered" + number + ".png", number, "30", 1, "-c:v png -pix_fmt rgba");
            Files.copy(picture, folder.resolve("take_%04d.png".formatted(number)));
        }
    }

    private static int source(FrameReader reader, long frame) throws MediaException {
        try (VideoFrame picture = reader.frameAt(RATE.timeOf(frame), new Cancellation())) {
            assertEquals(RATE.timeOf(Math.clamp(frame, 0, 6)), picture.time());
            return TestCard.read(picture).source();
        }
    }

    @Test
    void numberedFilesAreOneFilmAndMissingOnesShowTheOneBefore(@TempDir Path folder) throws Exception {
        numbered(folder, 3, 4, 6, 8);
        Files.writeString(folder.resolve("take_05.png"), "not of this pattern");
        Files.writeString(folder.resolve("take_0009.jpg"), "nor this");
        ImageFiles files = ImageFiles.open(folder.resolve("take_%04d.png"), 2, 7, RATE);
        try (Media media = Media.of(files); FrameReader reader = media.frames()) {
            assertEquals(RATE, media.video().frameRate().orElseThrow());
            assertEquals(RATE.timeOf(7), media.info().duration());
            assertEquals("png files", media.info().container());
            assertEquals(1, media.info().notes().size());
            assertTrue(media.info().notes().getFirst().startsWith("3 of 7 files are missing, the first is number 2"),
                    media.info().notes().toString());
            int[] expected = { 3, 3, 4, 4, 6, 6, 8 };
            for (int frame : new int[] { 0, 1, 2, 3, 4, 5, 6, 3, 0, 6, 2 }) {
                assertEquals(expected[frame], source(reader, frame), "frame " + frame);
            }
            assertEquals(3, source(reader, -5));
            assertEquals(8, source(reader, 100));
            long before = reader.decodedFrames();
            assertEquals(6, source(reader, 4));
            assertEquals(6, source(reader, 5));
            assertEquals(before + 1, reader.decodedFrames(), "a picture that stays is decoded once");
            try (VideoFrame late = reader.frameAt(RATE.timeOf(4).minus(RationalTime.of(1, 100000)), new Cancellation())) {
                assertEquals(RATE.timeOf(3), late.time(), "a picture is shown until the next one begins");
            }
        }
    }

    @Test
    void theBytesOfNumberedFilesAreAllOfThem(@TempDir Path folder) throws Exception {
        numbered(folder, 1, 2);
        byte[] first = Files.readAllBytes(folder.resolve("take_0001.png"));
        byte[] second = Files.readAllBytes(folder.resolve("take_0002.png"));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        try (ImageFiles files = ImageFiles.open(folder.resolve("take_%d.png"), 1, 9, RATE)) {
            throw new AssertionError("files with zeros before are not of %d: " + files.name());
        } catch (MediaException e) {
            assertEquals(Reason.MISSING, e.reason());
        }
        try (ImageFiles files = ImageFiles.open(folder.resolve("take_%04d.png"), 1, 2, RATE)) {
            assertEquals(both.length, files.sizeBytes());
            byte[] read = new byte[both.length];
            int at = 0;
            while (at < read.length) {
                byte[] some = new byte[1000];
                int count = files.read(at, MemorySegment.ofArray(some));
                System.arraycopy(some, 0, read, at, Math.min(count, read.length - at));
                at += count;
            }
            assertTrue(Arrays.equals(both, read));
            assertEquals(-1, files.read(both.length, MemorySegment.ofArray(new byte[1])));
            assertEquals(-1, files.firstMissing());
        }
    }

    @Test
    void whatIsNoPictureIsSaid(@TempDir Path folder) throws Exception {
        MediaException none = assertThrows(MediaException.class,
                () -> ImageFiles.open(folder.resolve("take_%04d.png"), 1, 10, RATE).close());
        assertEquals(Reason.MISSING, none.reason());
        Files.copy(TestMedia.pictures("numberedfilm.mp4", 1, "30", 5, "-c:v mpeg4"), folder.resolve("take_0001.png"));
        MediaException film = assertThrows(MediaException.class,
                () -> Media.of(ImageFiles.open(folder.resolve("take_%04d.png"), 1, 10, RATE)).close());
        assertEquals(Reason.NOT_MEDIA, film.reason());
        assertThrows(IllegalArgumentException.class, () -> ImageFiles.open(folder.resolve("take.png"), 1, 1, RATE).close());
    }
}
