package org.reelbench.capture.internal.mp4;

import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.RecordingMark;

/** The tables of the whole film: without samples while it grows, with all of them at its end. */
final class MovieWriter {

    /** Of durations and edits in the film's head. */
    private static final int MOVIE_TICKS_PER_SECOND = 1_000_000;
    private static final int UNITY = 0x1_0000;
    private static final int LANGUAGE_UNDETERMINED = 0x55C4;
    /** Marks the box that says which recording this is and what was changed while it ran. */
    static final UUID NOTES = RecordingMark.BOX;

    private final List<Track> tracks;

    MovieWriter(List<Track> tracks) {
        this.tracks = tracks;
    }

    /**
     * Writes the film's tables.
     *
     * @param notes text of ours
     * @param tables the samples of each track, or null for a film that is to be followed by fragments
     * @return a whole box
     */
    byte[] write(String notes, @Nullable List<SampleTable> tables) {
        return write(notes, tables, 0);
    }

    /** Writes the tables for samples that lie farther back than where they were recorded; it takes as many bytes. */
    byte[] write(String notes, @Nullable List<SampleTable> tables, long shiftBytes) {
        BoxWriter out = new BoxWriter();
        int moov = out.begin("moov");
        long longestUs = 0;
        for (int i = 0; tables != null && i < tracks.size(); i++) {
            longestUs = Math.max(longestUs, playedUs(tracks.get(i), tables.get(i)));
        }
        int head = out.begin("mvhd", 1, 0);
        out.u64(0).u64(0).u32(MOVIE_TICKS_PER_SECOND).u64(longestUs).u32(UNITY).u16(0x100).zeros(10);
        matrix(out);
        out.zeros(24).u32(tracks.size() + 1);
        out.end(head);
        for (int i = 0; i < tracks.size(); i++) {
            SampleTable table = tables == null ? null : tables.get(i);
            if (table == null || table.samples() > 0) {
                track(out, tracks.get(i), table, shiftBytes);
            }
        }
        if (tables == null) {
            int extends_ = out.begin("mvex");
            for (Track track : tracks) {
                int each = out.begin("trex", 0, 0);
                out.u32(track.id()).u32(1).u32(0).u32(0).u32(0);
                out.end(each);
            }
            out.end(extends_);
        }
        notes(out, notes);
        out.end(moov);
        return out.toBytes();
    }

    /** Writes a box of notes, which players pass over wherever it stands. */
    static void notes(BoxWriter out, String notes) {
        int box = out.begin("uuid");
        out.u64(NOTES.getMostSignificantBits()).u64(NOTES.getLeastSignificantBits()).text(notes);
        out.end(box);
    }

    private static long playedUs(Track track, SampleTable table) {
        return Math.max(0, track.us(table.ticks() - track.leadTicks()));
    }

    private static void track(BoxWriter out, Track track, @Nullable SampleTable table, long shiftBytes) {
        int trak = out.begin("trak");
        long playedUs = table == null ? 0 : playedUs(track, table);
        int head = out.begin("tkhd", 1, 3);
        out.u64(0).u64(0).u32(track.id()).u32(0).u64(playedUs).zeros(8).u16(0).u16(0).u16(track.video() ? 0 : 0x100).u16(0);
        matrix(out);
        out.u32((long) track.widthPx() << 16).u32((long) track.heightPx() << 16);
        out.end(head);
        if (track.leadTicks() > 0) {
            int edits = out.begin("edts");
            int list = out.begin("elst", 1, 0);
            out.u32(1).u64(playedUs).u64(track.leadTicks()).u32(UNITY);
            out.end(list);
            out.end(edits);
        }
        int mdia = out.begin("mdia");
        int media = out.begin("mdhd", 1, 0);
        out.u64(0).u64(0).u32(track.ticksPerSecond()).u64(table == null ? 0 : table.ticks()).u16(LANGUAGE_UNDETERMINED).u16(0);
        out.end(media);
        int handler = out.begin("hdlr", 0, 0);
        out.u32(0).text(track.video() ? "vide" : "soun").zeros(12).text("Reelbench").u8(0);
        out.end(handler);
        int minf = out.begin("minf");
        int kind = track.video() ? out.begin("vmhd", 0, 1) : out.begin("smhd", 0, 0);
        out.zeros(track.video() ? 8 : 4);
        out.end(kind);
        int dinf = out.begin("dinf");
        int references = out.begin("dref", 0, 0);
        out.u32(1);
        out.end(out.begin("url ", 0, 1));
        out.end(references);
        out.end(dinf);
        int stbl = out.begin("stbl");
        int descriptions = out.begin("stsd", 0, 0);
        out.u32(1).put(track.description());
        out.end(descriptions);
        if (table == null) {
            empty(out);
        } else {
            table.write(out, shiftBytes);
        }
        out.end(stbl);
        out.end(minf);
        out.end(mdia);
        out.end(trak);
    }

    private static void empty(BoxWriter out) {
        for (String table : List.of("stts", "stsc", "stco")) {
            int box = out.begin(table, 0, 0);
            out.u32(0);
            out.end(box);
        }
        int sizes = out.begin("stsz", 0, 0);
        out.u32(0).u32(0);
        out.end(sizes);
    }

    private static void matrix(BoxWriter out) {
        out.u32(UNITY).zeros(12).u32(UNITY).zeros(12).u32(0x4000_0000);
    }
}
