package org.reelbench.media.ffmpeg.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.write.Recording.Encoded;
import org.reelbench.testcard.Reading;
import org.reelbench.time.Rational;

/** Fragments that were made apart are put one behind the other, moved in time, and read by the {@code ffmpeg} program. */
class FragmentMuxerTest {

    private static final Rational RATE = Rational.of(30_000, 1001);

    private final Path folder;

    FragmentMuxerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** One piece: its head and its fragments. */
    private record Piece(byte[] init, List<byte[]> fragments) {
    }

    private static Piece piece(Encoded encoded, long ticksPerSecond, int... flushes) throws MediaException {
        List<byte[]> fragments = new ArrayList<>();
        try (FragmentMuxer muxer = new FfmpegMuxers().openFragments(List.of(encoded.parameters()), ticksPerSecond)) {
            int written = 0;
            for (int flush : flushes) {
                while (written < Math.min(flush, encoded.packets().size())) {
                    muxer.write(0, encoded.packets().get(written++));
                }
                byte[] fragment = muxer.flush();
                if (fragment.length > 0) {
                    fragments.add(fragment);
                }
            }
            assertEquals(0, muxer.flush().length, "nothing is left");
            return new Piece(muxer.init(), fragments);
        }
    }

    private static Encoded pictures(int count, Map<String, String> options, String encoder) throws MediaException {
        return Recording.cards(Recording.encoding(encoder, RATE.inverted(), RATE, options),
                LongStream.range(0, count).boxed().toList(), List.of(0));
    }

    /** Adds to the decoding time of a fragment, which stands in 64 bits. */
    private static byte[] moved(byte[] fragment, long ticks) {
        byte[] moved = fragment.clone();
        int at = new String(moved, StandardCharsets.ISO_8859_1).indexOf("tfdt");
        assertEquals(1, moved[at + 4], "a long decoding time");
        ByteBuffer buffer = ByteBuffer.wrap(moved);
        buffer.putLong(at + 8, buffer.getLong(at + 8) + ticks);
        return moved;
    }

    private Path joined(List<Piece> pieces, List<Long> starts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(pieces.getFirst().init());
        for (int i = 0; i < pieces.size(); i++) {
            for (byte[] fragment : pieces.get(i).fragments()) {
                all.writeBytes(moved(fragment, starts.get(i)));
            }
        }
        return Files.write(folder.resolve("joined.mp4"), all.toByteArray());
    }

    @Test
    void piecesOfPicturesJoinWithoutAGapAtTheRatesOwnTicks() throws Exception {
        int[] lengths = { 33, 60, 1, 17 };
        List<Piece> pieces = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        long start = 0;
        for (int length : lengths) {
            pieces.add(piece(pictures(length, Map.of(), "libopenh264"), 30_000, 2, 8, 30, 60));
            starts.add(start * 1001);
            start += length;
        }
        for (Piece piece : pieces) {
            assertArrayEquals(pieces.getFirst().init(), piece.init(), "one head for all");
        }
        assertEquals(List.of(4, 4, 1, 3), pieces.stream().map(piece -> piece.fragments().size()).toList());
        Path film = joined(pieces, starts);
        List<Reading> readings = Recording.readCards(film);
        assertEquals(start, readings.size());
        int at = 0;
        for (int length : lengths) {
            for (int n = 0; n < length; n++, at++) {
                assertTrue(readings.get(at).is(Recording.SOURCE, n), at + ": " + readings.get(at));
            }
        }
        List<String> times = Recording.probe(film, "v", "packet=pts,dts");
        for (int n = 0; n < times.size(); n++) {
            assertEquals(n * 1001L + "," + n * 1001L, times.get(n));
        }
        assertEquals(List.of("1/30000"), Recording.probe(film, "v", "stream=time_base"));
    }

    @Test
    void piecesOfFlacJoinBitByBitWhereverTheyAreCut() throws Exception {
        int hz = 48_000;
        // One joint after a single sample, the others at odd places.
        int[] cuts = IntStream.range(0, 32).map(i -> i == 0 ? 0 : i == 31 ? 300_000 : 9_677 * (i - 1) + 1).toArray();
        float[] sine = new float[300_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = Math.round(Math.sin(2 * Math.PI * 1000 * i / hz) * 20_000) / 32_768f;
        }
        List<Piece> pieces = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.length; i++) {
            float[] part = Arrays.copyOfRange(sine, cuts[i], cuts[i + 1]);
            pieces.add(piece(Recording.samples(new AudioEncoding("flac", hz, 2, 0, new TreeMap<>()),
                    new float[][] { part, part }, 4000), hz, 3, 10, Integer.MAX_VALUE));
            starts.add((long) cuts[i]);
            assertArrayEquals(pieces.getFirst().init(), pieces.get(i).init(), "one head for all");
        }
        float[][] back = Recording.readSound(joined(pieces, starts), 2);
        assertArrayEquals(sine, back[0]);
        assertArrayEquals(sine, back[1]);
    }

    /** Browsers refuse sound whose sample entry says another number of bits than FLAC's own header (ISO 14496-12, 12.2.3). */
    @Test
    void theSampleEntryOfFlacSaysHowManyBitsASampleHas() throws Exception {
        byte[] init = piece(
                Recording.samples(new AudioEncoding("flac", 48_000, 2, 0, new TreeMap<>()), new float[2][48_000], 4000),
                48_000).init();
        int entry = new String(init, StandardCharsets.ISO_8859_1).indexOf("fLaC");
        assertEquals(16, ByteBuffer.wrap(init).getShort(entry + 22));
    }

    @Test
    void aStreamThatMp4DoesNotTakeIsRefusedInWords() throws Exception {
        Encoded encoded = Recording.cards(Recording.encoding("rawvideo"), List.of(0L), List.of(0));
        MediaException refused = assertThrows(MediaException.class, () -> piece(encoded, 25, 1));
        assertEquals(MediaException.Reason.UNSUPPORTED, refused.reason());
    }

    @Test
    void aClosedMuxerTakesNothing() throws Exception {
        Encoded encoded = pictures(1, Map.of(), "libopenh264");
        FragmentMuxer muxer = new FfmpegMuxers().openFragments(List.of(encoded.parameters()), 30_000);
        muxer.close();
        muxer.close();
        assertThrows(IllegalStateException.class, () -> muxer.write(0, encoded.packets().getFirst()));
    }
}
