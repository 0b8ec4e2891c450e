package org.reelbench.media.ffmpeg.internal.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the boxes of one track of an MP4 file lie, and those that describe it, copied.
 *
 * @param movie the index
 * @param table the tables of the track
 * @param id the track's number in the file
 * @param sound whether it is sound
 * @param fragmented whether the samples follow in fragments
 * @param ticksPerSecond the clock of the media
 * @param movieTicksPerSecond the clock of the edit list
 * @param edits length and beginning of each edit in turn
 * @param boxes what describes the track, in the order {@link Mp4Excerpt} writes it
 */
record Mp4Layout(Mp4Box movie, Mp4Box table, long id, boolean sound, boolean fragmented, long ticksPerSecond,
        long movieTicksPerSecond, List<Long> edits, List<byte[]> boxes) {

    private static final int MOST_OUTER_BOXES = 1000;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_TAG_BYTES = 4096;
    private static final int MOST_EDITS = 16;
    private static final long MOST_TICKS = 1L << 31;
    private static final int RATE_ONE = 1 << 16;
    private static final Set<String> HANDLERS = Set.of("vide", "soun");

    /**
     * Looks for a track.
     *
     * @param window the file
     * @param stream the track's place among the tracks
     * @return the layout
     * @throws OddMp4Exception if it is not as nearly all files are
     */
    static Mp4Layout of(Mp4Window window, int stream) throws IOException, OddMp4Exception {
        byte[] brand = new byte[0];
        long at = 0;
        for (int count = 0; at < window.sizeBytes() && count < MOST_OUTER_BOXES; count++) {
            Mp4Box box = Mp4Box.at(window, at, window.sizeBytes());
            if (box.type().equals("ftyp")) {
                brand = box.copy(window, MOST_TAG_BYTES);
            }
            if (box.type().equals("moov")) {
                return track(window, box, stream, brand);
            }
            at = box.end();
        }
        throw new OddMp4Exception("no moov");
    }

    private static Mp4Layout track(Mp4Window window, Mp4Box movie, int stream, byte[] brand) throws IOException, OddMp4Exception {
        List<Mp4Box> parts = movie.children(window);
        List<Mp4Box> tracks = parts.stream().filter(part -> part.type().equals("trak")).toList();
        if (stream >= tracks.size()) {
            throw new OddMp4Exception("no track " + stream);
        }
        Mp4Box track = tracks.get(stream);
        Mp4Box header = movie.need(window, "mvhd");
        Mp4Box trackHeader = track.need(window, "tkhd");
        Mp4Box media = track.need(window, "mdia");
        Mp4Box mediaHeader = media.need(window, "mdhd");
        Mp4Box handler = media.need(window, "hdlr");
        Mp4Box information = media.need(window, "minf");
        Mp4Box table = information.need(window, "stbl");
        Mp4Box descriptions = table.need(window, "stsd");
        String kind = window.type(handler.body() + 8);
        if (window.uint(descriptions.body() + 4) != 1 || !HANDLERS.contains(kind)) {
            throw new OddMp4Exception("a track of " + kind + " with " + window.uint(descriptions.body() + 4) + " descriptions");
        }
        long clock = time(window, mediaHeader);
        long movieClock = time(window, header);
        if (clock <= 0 || clock > MOST_TICKS || movieClock <= 0 || movieClock > MOST_TICKS) {
            throw new OddMp4Exception("clocks of " + clock + " and " + movieClock);
        }
        List<byte[]> boxes = List.of(brand, header.copy(window, MOST_BYTES), tags(window, parts),
                trackHeader.copy(window, MOST_BYTES),
                joined(mediaHeader.copy(window, MOST_BYTES), handler.copy(window, MOST_BYTES)), others(window, information),
                descriptions.copy(window, MOST_BYTES));
        boolean fragmented = Mp4Box.only(parts, "mvex").isPresent();
        long id = window.uint(trackHeader.body() + (version(window, trackHeader) == 1 ? 20 : 12));
        return new Mp4Layout(movie, table, id, kind.equals("soun"), fragmented, clock, movieClock, edits(window, track), boxes);
    }

    /** What programs write there on the run-up of sound; a cover plays no part. */
    private static byte[] tags(Mp4Window window, List<Mp4Box> parts) throws IOException, OddMp4Exception {
        Optional<Mp4Box> tags = Mp4Box.only(parts, "udta");
        return tags.isEmpty() || tags.get().bodyBytes() > MOST_TAG_BYTES ? new byte[0] : tags.get().copy(window, MOST_TAG_BYTES);
    }

    private static byte[] others(Mp4Window window, Mp4Box information) throws IOException, OddMp4Exception {
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        for (Mp4Box box : information.children(window)) {
            if (!box.type().equals("stbl")) {
                others.writeBytes(box.copy(window, MOST_BYTES));
            }
        }
        return others.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }

    private static long time(Mp4Window window, Mp4Box header) throws IOException, OddMp4Exception {
        return window.uint(header.body() + (version(window, header) == 1 ? 20 : 12));
    }

    private static long version(Mp4Window window, Mp4Box box) throws IOException, OddMp4Exception {
        long version = window.uint(box.body()) >>> 24;
        if (version > 1) {
            throw new OddMp4Exception("a " + box.type() + " of version " + version);
        }
        return version;
    }

    private static List<Long> edits(Mp4Window window, Mp4Box track) throws IOException, OddMp4Exception {
        List<Long> edits = new ArrayList<>();
        Optional<Mp4Box> around = track.child(window, "edts");
        Optional<Mp4Box> found = around.isEmpty() ? Optional.empty() : around.get().child(window, "elst");
        if (found.isEmpty()) {
            return edits;
        }
        Mp4Box list = found.get();
        boolean wide = version(window, list) == 1;
        long count = window.uint(list.body() + 4);
        int entryBytes = wide ? 20 : 12;
        if (count > MOST_EDITS || count * entryBytes > list.bodyBytes() - 8) {
            throw new OddMp4Exception(count + " edits");
        }
        for (long at = list.body() + 8; edits.size() < 2 * count; at += entryBytes) {
            edits.add(wide ? window.number(at) : window.uint(at));
            edits.add(wide ? window.number(at + 8) : (int) window.uint(at + 4));
            if (window.uint(at + entryBytes - 4) != RATE_ONE) {
                throw new OddMp4Exception("an edit of another speed");
            }
        }
        return edits;
    }
}
