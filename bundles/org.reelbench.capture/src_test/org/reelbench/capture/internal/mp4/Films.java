package org.reelbench.capture.internal.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;

/** Films of made-up packets, for tests of the file alone. */
final class Films {

    static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000042");
    static final long FRAME_TICKS = 334;
    static final int SOUND_TICKS = 1024;
    /** Start codes, a sequence parameter set, a picture parameter set. */
    private static final byte[] SETS = { 0, 0, 0, 1, 0x67, 0x42, (byte) 0xC0, 0x1E, 5, 6, 0, 0, 0, 1, 0x68, (byte) 0xCE, 7 };

    private Films() {
    }

    static List<Track> tracks() {
        VideoEncoding video = new VideoEncoding("libopenh264", 320, 180, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                Rational.of(1, 10_020), Rational.of(30), 60, 0, 1, new TreeMap<>());
        AudioEncoding audio = new AudioEncoding("aac", 48_000, 2, 0, new TreeMap<>());
        return List.of(Track.pictures(1, new CodecParameters("h264", Rational.of(1, 10_020), SETS, video, null, 0, 0)),
                Track.sound(2, new CodecParameters("aac", Rational.of(1, 48_000), new byte[] { 0x11, (byte) 0x90 }, null, audio,
                        1024, 1024)));
    }

    /** Returns the fragments of so many pictures, with as much sound. */
    static List<byte[]> fragments(int pictures) {
        List<byte[]> found = new ArrayList<>();
        FragmentBuilder builder = new FragmentBuilder(tracks(), found::add);
        long sound = 0;
        for (int i = 0; i < pictures; i++) {
            builder.add(0, i * FRAME_TICKS, FRAME_TICKS, i % 60 == 0, packet(i));
            for (; sound * SOUND_TICKS * 10_020 < (i + 1) * FRAME_TICKS * 48_000; sound++) {
                builder.add(1, sound * SOUND_TICKS, SOUND_TICKS, true, packet(7));
            }
        }
        builder.finish();
        return found;
    }

    /** Returns a packet of one unit with its length in front, as long as its number says. */
    static byte[] packet(int number) {
        int length = 20 + number % 50;
        byte[] bytes = new byte[4 + length];
        ByteBuffer.wrap(bytes).putInt(length).put((byte) 0x41);
        return bytes;
    }

    /** Writes a film that nobody has finished. */
    static void unfinished(Path file, List<byte[]> pieces) throws IOException {
        try (GrowingFilm film = GrowingFilm.create(file, tracks(), new FilmNotes(ID, List.of()))) {
            for (byte[] piece : pieces) {
                film.append(ByteBuffer.wrap(piece));
            }
        }
    }

    /** Writes a film and finishes it. */
    static void finished(Path file, List<byte[]> pieces) throws IOException {
        try (GrowingFilm film = GrowingFilm.create(file, tracks(), new FilmNotes(ID, List.of()))) {
            for (byte[] piece : pieces) {
                film.append(ByteBuffer.wrap(piece));
            }
            film.finish();
        }
    }
}
