package org.reelbench.media.ffmpeg.internal.read;

import static org.reelbench.media.ffmpeg.internal.read.Bytes.box;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.ints;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.join;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.longs;
import static org.reelbench.media.ffmpeg.internal.read.Bytes.patched;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.fixtures.Fixtures;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * Films of any length that take next to no room: all their samples lie in the same two seconds of media, shown over and over.
 * Their index is as long as that of any film of their length.
 */
final class LongFilms {

    static final int GROUP_FRAMES = 60;
    private static final int SOURCE = 9;
    private static final int RATE = 30;

    private LongFilms() {
    }

    /** A film of 30 pictures a second with sound; picture n shows the number n modulo {@link #GROUP_FRAMES}. */
    static Path film(int seconds) {
        Path sound = TestMedia.clicks(SOURCE, 48_000, 2, 48_000 * 2);
        Path once = TestMedia.both("once.mp4", SOURCE, "30", GROUP_FRAMES, sound,
                "-c:v libx264 -preset fast -bf 2 -g 60 -x264-params scenecut=0:open-gop=0 -c:a aac -b:a 64k");
        return Fixtures.file("long.mp4", once + " for " + seconds + " s", target -> write(once, target, seconds));
    }

    private static void write(Path once, Path target, int seconds) throws IOException {
        byte[] film = Files.readAllBytes(once);
        try (FileByteSource source = FileByteSource.open(once)) {
            AttendedBytes bytes = new AttendedBytes(source, Media.THREADS, Deadline.NEVER);
            byte[][] tracks = new byte[2][];
            for (int track = 0; track < tracks.length; track++) {
                Mp4Layout layout = Mp4Layout.of(new Mp4Window(bytes, new Cancellation()), track);
                tracks[track] = track(layout, units(bytes, layout), seconds);
            }
            int movie = Bytes.find(film, "moov", 0) - 4;
            byte[] head = box("mvhd", ints(0, 0, 0, 1000, seconds * 1000L, 65_536, 256L << 16, 0, 0),
                    ints(65_536, 0, 0, 0, 65_536, 0, 0, 0, 1 << 30), new byte[24], ints(3));
            Files.write(target, join(java.util.Arrays.copyOf(film, movie), box("moov", head, tracks[0], tracks[1])));
        } catch (OddMp4Exception | MediaException e) {
            throw new IOException(e);
        }
    }

    private static List<Unit> units(AttendedBytes bytes, Mp4Layout layout) throws IOException, OddMp4Exception {
        Mp4Samples samples = new Mp4Samples(() -> new Mp4Window(bytes, new Cancellation()), layout, 0);
        List<Unit> units = new ArrayList<>();
        for (Unit unit = samples.next(); unit != null; unit = samples.next()) {
            units.add(unit);
        }
        return units;
    }

    private static byte[] track(Mp4Layout layout, List<Unit> units, int seconds) {
        List<byte[]> boxes = layout.boxes();
        int perSample = layout.sound() ? 1024 : (int) layout.ticksPerSecond() / RATE;
        int count = (int) (seconds * layout.ticksPerSecond() / perSample);
        long ticks = (long) count * perSample;
        byte[] header = patched(boxes.get(3), 28, ints(seconds * 1000L));
        byte[] media = patched(boxes.get(4), 24, ints(ticks));
        byte[] edits = box("edts", box("elst", ints(0, 1, seconds * 1000L, layout.edits().get(1), 65_536)));
        return box("trak", header, edits, box("mdia", media, box("minf", boxes.get(5), box("stbl", boxes.get(6),
                box("stts", ints(0, 1, count, perSample)), layout.sound() ? new byte[0] : pictures(units, count),
                sizes(units, count), box("stsc", ints(0, 1, 1, 1, 1)), offsets(units, count)))));
    }

    /** As programs write it: a distance for each picture, and which ones are sync samples. */
    private static byte[] pictures(List<Unit> units, int count) {
        ByteBuffer distances = ByteBuffer.allocate(8 + 8 * count).putInt(0).putInt(count);
        List<Long> syncs = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Unit unit = units.get(n % units.size());
            distances.putInt(1).putInt(unit.offsetTicks());
            if (unit.sync()) {
                syncs.add(n + 1L);
            }
        }
        return join(box("ctts", distances.array()),
                box("stss", ints(0, syncs.size()), ints(syncs.stream().mapToLong(Long::longValue).toArray())));
    }

    private static byte[] sizes(List<Unit> units, int count) {
        ByteBuffer sizes = ByteBuffer.allocate(12 + 4 * count).putInt(0).putInt(0).putInt(count);
        for (int n = 0; n < count; n++) {
            sizes.putInt(units.get(n % units.size()).sizeBytes());
        }
        return box("stsz", sizes.array());
    }

    private static byte[] offsets(List<Unit> units, int count) {
        ByteBuffer offsets = ByteBuffer.allocate(8 + 8 * count).putInt(0).putInt(count);
        for (int n = 0; n < count; n++) {
            offsets.put(longs(units.get(n % units.size()).offsetBytes()));
        }
        return box("co64", offsets.array());
    }
}
