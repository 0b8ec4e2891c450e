package org.reelbench.capture.internal.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A recording's file while it is written. One thread at a time.
 * <p>
 * It begins {@code ftyp}, 16 reserved bytes, {@code moov} without samples, then fragments. At the end {@code moov} with all samples
 * is appended, then the reserved bytes become the head of one {@code mdat} that covers everything between: no other byte changes.
 */
public final class GrowingFilm implements AutoCloseable {

    static final int RESERVED_BYTES = 16;
    private static final long MOST_BEHIND_US = 3_000_000;

    private final FileChannel channel;
    private final Layout layout;
    private final List<SampleTable> tables;
    private FilmNotes notes;
    private long end;

    private GrowingFilm(FileChannel channel, Layout layout, long end) {
        this.channel = channel;
        this.layout = layout;
        this.notes = layout.notes();
        this.end = end;
        List<SampleTable> made = new ArrayList<>();
        layout.tracks().forEach(_ -> made.add(new SampleTable()));
        tables = made;
    }

    /**
     * Creates the file and writes what precedes the first fragment.
     *
     * @param file the file; there must be none
     * @param tracks its tracks
     * @param notes what it says of itself
     * @return the film, to be closed by the caller
     * @throws IOException if the file is there, which stays as it is, or cannot be written; nothing of it is left then
     */
    public static GrowingFilm create(Path file, List<Track> tracks, FilmNotes notes) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        boolean created = false;
        try {
            BoxWriter out = new BoxWriter();
            int type = out.begin("ftyp");
            out.text("isom").u32(0x200).text("isom").text("iso5").text("avc1").text("mp41");
            out.end(type);
            int reserved = out.size();
            int free = out.begin("free");
            out.zeros(RESERVED_BYTES - FragmentHead.HEAD_BYTES);
            out.end(free);
            out.put(new MovieWriter(tracks).write(notes.text(), null));
            GrowingFilm film = new GrowingFilm(channel, new Layout(reserved, tracks, notes, out.size()), 0);
            film.write(ByteBuffer.wrap(out.toBytes()));
            created = true;
            return film;
        } finally {
            if (!created) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }

    /** Goes on with a file that a crash left behind. */
    static GrowingFilm reopened(FileChannel channel, Layout layout) {
        return new GrowingFilm(channel, layout, layout.headBytes());
    }

    /**
     * Appends a fragment, or a note of a change.
     *
     * @param piece {@code moof} and {@code mdat} as the builder made them, or {@link FilmNotes#box}
     * @throws IOException if the disk does not take it; nothing of it counts then
     */
    public void append(ByteBuffer piece) throws IOException {
        long at = end;
        if (piece.getInt(4) == FragmentHead.MOVIE_FRAGMENT) {
            FragmentHead head = FragmentHead.parse(piece.slice(0, piece.getInt(0)));
            write(piece.duplicate());
            count(head, at);
        } else {
            write(piece.duplicate());
            noted(FilmNotes.stepOf(piece));
        }
    }

    void count(FragmentHead head, long at) {
        for (FragmentHead.Run run : head.runs()) {
            tables.get(run.track() - 1).add(run, at + run.offset());
        }
    }

    void skipTo(long place) {
        end = place;
    }

    void noted(String step) {
        notes = notes.with(step);
    }

    /** Returns how many bytes can be read. */
    public long sizeBytes() {
        return end;
    }

    /** Returns the memory that the tables take. */
    public long heldBytes() {
        return tables.stream().mapToLong(SampleTable::heldBytes).sum();
    }

    /** Returns how many samples a track has. */
    public long samples(int track) {
        return tables.get(track).samples();
    }

    /** Returns the length of what can be played, in microseconds. */
    public long durationUs() {
        return endsUs().max().orElse(0);
    }

    /** Returns up to when all tracks are there, but for those that have ended long before. */
    public long writtenUs() {
        long longest = durationUs();
        return endsUs().filter(end -> end > longest - MOST_BEHIND_US).min().orElse(0);
    }

    private LongStream endsUs() {
        return IntStream.range(0, tables.size()).mapToLong(i -> {
            Track track = layout.tracks().get(i);
            return track.us(Math.max(0, tables.get(i).ticks() - track.leadTicks()));
        });
    }

    /**
     * Sees to it that everything is on the disk.
     *
     * @throws IOException if the disk refuses
     */
    public void force() throws IOException {
        channel.force(false);
    }

    /**
     * Makes a regular MP4 of it. What was written stays where it is, and is on the disk before the head says so.
     *
     * @throws IOException if the disk does not take the tables; the file can be recovered then, and what was appended is cut off
     */
    public void finish() throws IOException {
        long media = end;
        try {
            write(ByteBuffer.wrap(new MovieWriter(layout.tracks()).write(notes.text(), tables)));
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(media);
            end = media;
            throw e;
        }
        ByteBuffer head = ByteBuffer.allocate(RESERVED_BYTES).putInt(1).putInt(FragmentHead.MEDIA_DATA)
                .putLong(media - layout.reservedAt()).flip();
        writeAll(head, layout.reservedAt());
        channel.force(true);
    }

    /** Returns the tables for a file in which they stand in front of the media. */
    byte[] tablesInFront() {
        MovieWriter movie = new MovieWriter(layout.tracks());
        return movie.write(notes.text(), tables, movie.write(notes.text(), tables).length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        try {
            writeAll(bytes, end);
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
        end += count;
    }

    private void writeAll(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
