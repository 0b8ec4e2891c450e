package org.reelbench.media.ffmpeg.internal.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.ffmpeg.internal.samples.SampleTable;
import org.reelbench.media.ffmpeg.internal.samples.TableHead;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * The head of an MP4 file whose index tells of some units of one track only, with the whole medium as its media: what lies at a
 * place of the medium follows the head at the same distance. Written after ISO/IEC 14496-12.
 */
final class Mp4Excerpt {

    private static final int LONG_HEADER_BYTES = 16;
    /** Composition offsets that may lie below zero. */
    private static final int SIGNED = 1 << 24;
    private static final int LONG_FORM = 1 << 24;
    private static final int RATE_ONE = 1 << 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Mp4Excerpt() {
    }

    /**
     * Writes the index of no units, by which FFmpeg tells what the track is.
     *
     * @param boxes what describes the track
     * @param mediaBytes how long the medium is
     * @return the head
     */
    static byte[] describing(List<byte[]> boxes, long mediaBytes) {
        return new Mp4Excerpt().write(boxes, new byte[0], new byte[Integer.BYTES], List.of(), 0, mediaBytes);
    }

    /**
     * Writes the index of some units.
     *
     * @param table the table
     * @param from the first unit
     * @param to the unit after the last
     * @param atStart whether to have what only the start of a track needs: the edit list, which then counts from the first unit,
     *            and the tags
     * @param mediaBytes how long the medium is
     * @return the head
     */
    static byte[] of(SampleTable table, int from, int to, boolean atStart, long mediaBytes) throws IOException {
        TableHead head = table.head();
        List<Unit> units = new ArrayList<>();
        for (int unit = from; unit < to; unit++) {
            units.add(table.unit(unit));
        }
        byte[] edits = atStart ? edits(head.edits(), table.decodeTicks(from)) : new byte[0];
        List<byte[]> boxes = new ArrayList<>(head.boxes());
        if (!atStart) {
            boxes.set(2, new byte[0]);
        }
        return new Mp4Excerpt().write(boxes, edits, durations(table, from, to), units, head.pieceBytes(), mediaBytes);
    }

    private byte[] write(List<byte[]> boxes, byte[] edits, byte[] durations, List<Unit> units, int pieceBytes, long mediaBytes) {
        byte[] offsets = new byte[Integer.BYTES + units.size() * Long.BYTES];
        byte[] described = boxes.get(6);
        byte[] table = box("stbl", described, full("stts", 0, durations), pieceBytes > 0 ? new byte[0] : shown(units),
                pieceBytes > 0 ? new byte[0] : syncs(units), chunks(units, pieceBytes), sizes(units, pieceBytes),
                full("co64", 0, offsets));
        byte[] track = box("trak", boxes.get(3), edits,
                box("mdia", boxes.get(4), box("minf", boxes.get(5), table)));
        byte[] movie = box("moov", boxes.get(1), track, boxes.get(2));
        // The offsets are the last thing in the last but one box.
        int base = boxes.get(0).length + movie.length + LONG_HEADER_BYTES;
        ByteBuffer numbers = ByteBuffer.wrap(movie, movie.length - boxes.get(2).length - offsets.length, offsets.length);
        numbers.putInt(units.size());
        units.forEach(unit -> numbers.putLong(base + unit.offsetBytes()));
        out.writeBytes(boxes.get(0));
        out.writeBytes(movie);
        ByteBuffer media = ByteBuffer.allocate(LONG_HEADER_BYTES);
        media.putInt(1).put("mdat".getBytes(StandardCharsets.ISO_8859_1)).putLong(LONG_HEADER_BYTES + mediaBytes);
        out.writeBytes(media.array());
        return out.toByteArray();
    }

    private static byte[] durations(SampleTable table, int from, int to) throws IOException {
        if (table.head().pieceBytes() > 0) {
            long samples = 0;
            for (int unit = from; unit < to; unit++) {
                samples += table.unit(unit).samples();
            }
            return ints(1, samples, 1);
        }
        Runs runs = new Runs();
        for (int unit = from; unit < to; unit++) {
            runs.add(table.decodeTicks(unit + 1) - table.decodeTicks(unit));
        }
        return runs.bytes();
    }

    private static byte[] shown(List<Unit> units) {
        Runs runs = new Runs();
        units.forEach(unit -> runs.add(unit.offsetTicks()));
        return units.stream().allMatch(unit -> unit.offsetTicks() == 0) ? new byte[0] : full("ctts", SIGNED, runs.bytes());
    }

    private static byte[] syncs(List<Unit> units) {
        if (units.stream().allMatch(Unit::sync)) {
            return new byte[0];
        }
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).sync()) {
                numbers.add(i + 1L);
            }
        }
        numbers.addFirst((long) numbers.size());
        return full("stss", 0, ints(numbers.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Each unit is a chunk. */
    private static byte[] chunks(List<Unit> units, int pieceBytes) {
        if (units.isEmpty()) {
            return full("stsc", 0, ints(0));
        }
        if (pieceBytes == 0) {
            return full("stsc", 0, ints(1, 1, 1, 1));
        }
        List<Long> runs = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).samples() != last) {
                last = units.get(i).samples();
                runs.addAll(List.of(i + 1L, (long) last, 1L));
            }
        }
        runs.addFirst((long) runs.size() / 3);
        return full("stsc", 0, ints(runs.stream().mapToLong(Long::longValue).toArray()));
    }

    private static byte[] sizes(List<Unit> units, int pieceBytes) {
        if (pieceBytes > 0) {
            return full("stsz", 0, ints(pieceBytes, units.stream().mapToLong(Unit::samples).sum()));
        }
        long[] sizes = new long[units.size() + 2];
        sizes[1] = units.size();
        for (int i = 0; i < units.size(); i++) {
            sizes[i + 2] = units.get(i).sizeBytes();
        }
        return full("stsz", 0, ints(sizes));
    }

    private static byte[] edits(List<Long> edits, long firstDecodeTicks) {
        if (edits.isEmpty()) {
            return new byte[0];
        }
        ByteBuffer list = ByteBuffer.allocate(Integer.BYTES + edits.size() / 2 * 20).putInt(edits.size() / 2);
        for (int i = 0; i < edits.size(); i += 2) {
            long begin = edits.get(i + 1);
            list.putLong(edits.get(i)).putLong(begin < 0 ? begin : begin - firstDecodeTicks).putInt(RATE_ONE);
        }
        return box("edts", full("elst", LONG_FORM, list.array()));
    }

    /** Equal numbers in a row, counted. */
    private static final class Runs {

        private final List<Long> runs = new ArrayList<>();

        void add(long value) {
            int last = runs.size() - 1;
            if (last > 0 && runs.get(last) == value) {
                runs.set(last - 1, runs.get(last - 1) + 1);
            } else {
                runs.add(1L);
                runs.add(value);
            }
        }

        byte[] bytes() {
            long[] numbers = new long[runs.size() + 1];
            numbers[0] = runs.size() / 2;
            for (int i = 0; i < runs.size(); i++) {
                numbers[i + 1] = runs.get(i);
            }
            return ints(numbers);
        }
    }

    private static byte[] ints(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        for (long number : numbers) {
            bytes.putInt((int) number);
        }
        return bytes.array();
    }

    private static byte[] full(String type, int flags, byte[] body) {
        return box(type, ints(flags), body);
    }

    private static byte[] box(String type, byte[]... parts) {
        int bytes = 8;
        for (byte[] part : parts) {
            bytes += part.length;
        }
        ByteBuffer box = ByteBuffer.allocate(bytes).putInt(bytes).put(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            box.put(part);
        }
        return box.array();
    }
}
