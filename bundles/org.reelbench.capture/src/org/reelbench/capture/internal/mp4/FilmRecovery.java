package org.reelbench.capture.internal.mp4;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.RecoveredRecording;
import org.reelbench.media.Cancellation;

/** Finishes a recording that was left unfinished: walks its fragments, cuts off a broken end, and ends it as if it were stopped. */
public final class FilmRecovery {

    private static final int LARGEST_HEAD_BYTES = 1 << 20;
    private static final int NOTES_BOX = FragmentHead.code("uuid");

    private final FileChannel channel;
    private final Layout layout;
    private final GrowingFilm film;
    private final int pictures;

    private FilmRecovery(FileChannel channel, Layout layout) {
        this.channel = channel;
        this.layout = layout;
        film = GrowingFilm.reopened(channel, layout);
        pictures = layout.tracks().isEmpty() || !layout.tracks().getFirst().video() ? -1 : 0;
    }

    /**
     * Recovers a file.
     *
     * @param file the file
     * @param cancellation the wish to stop, before anything is changed
     * @return what it holds
     * @throws CaptureException {@link Reason#NOT_RECOVERABLE} or {@link Reason#UNWRITABLE}
     */
    public static RecoveredRecording recover(Path file, Cancellation cancellation) throws CaptureException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            boolean finished = LayoutReader.isFinished(channel);
            return new FilmRecovery(channel, LayoutReader.read(channel)).run(file, finished, cancellation);
        } catch (NoSuchFileException e) {
            throw new CaptureException(Reason.NOT_RECOVERABLE, file + ": there is no such file; check its path", e);
        } catch (IllegalArgumentException | EOFException e) {
            throw new CaptureException(Reason.NOT_RECOVERABLE,
                    file + ": " + e.getMessage() + "; only recordings made here can be recovered", e);
        } catch (IOException e) {
            throw new CaptureException(Reason.UNWRITABLE,
                    file + ": it cannot be finished (" + e.getMessage() + "); check the room on its disk and its permissions", e);
        }
    }

    /** Returns a film with the tables of all that was recorded; its file stays as it is. */
    static GrowingFilm walked(FileChannel channel, Cancellation cancellation) throws IOException {
        FilmRecovery recovery = new FilmRecovery(channel, LayoutReader.read(channel));
        recovery.walk(channel.size(), cancellation);
        return recovery.film;
    }

    /** Takes one whole fragment after the other, and returns where the last one ends. */
    private long walk(long size, Cancellation cancellation) throws IOException {
        long at = layout.headBytes();
        long next = after(at, size);
        while (next > at) {
            cancellation.check();
            at = next;
            film.skipTo(at);
            next = after(at, size);
        }
        return at;
    }

    private RecoveredRecording run(Path file, boolean finished, Cancellation cancellation) throws IOException {
        long size = channel.size();
        long at = walk(size, cancellation);
        boolean empty = true;
        for (int i = 0; i < layout.tracks().size(); i++) {
            empty &= film.samples(i) == 0;
        }
        if (empty) {
            throw new IllegalArgumentException("it holds no whole fragment");
        }
        if (!finished) {
            cancellation.check();
            channel.truncate(at);
            film.finish();
        }
        return new RecoveredRecording(file, layout.notes().mediaId(), !finished, film.durationUs(),
                pictures < 0 ? 0 : film.samples(pictures), finished ? 0 : size - at);
    }

    /** Takes a fragment or a note, and returns where it ends; where nothing whole is, returns where it would have begun. */
    private long after(long at, long size) throws IOException {
        if (size - at < FragmentHead.HEAD_BYTES) {
            return at;
        }
        ByteBuffer head = LayoutReader.read(channel, at, FragmentHead.HEAD_BYTES);
        int bytes = head.getInt(0);
        if (bytes < FragmentHead.HEAD_BYTES || bytes > LARGEST_HEAD_BYTES || bytes > size - at) {
            return at;
        }
        if (head.getInt(4) == NOTES_BOX) {
            return note(at, bytes);
        }
        if (head.getInt(4) != FragmentHead.MOVIE_FRAGMENT || size - at - bytes < FragmentHead.HEAD_BYTES) {
            return at;
        }
        ByteBuffer data = LayoutReader.read(channel, at + bytes, FragmentHead.HEAD_BYTES);
        long end = at + bytes + data.getInt(0);
        if (data.getInt(4) != FragmentHead.MEDIA_DATA || end > size) {
            return at;
        }
        return fragment(LayoutReader.read(channel, at, bytes), at, end);
    }

    private long note(long at, int bytes) throws IOException {
        ByteBuffer body = LayoutReader.read(channel, at + FragmentHead.HEAD_BYTES, bytes - FragmentHead.HEAD_BYTES);
        if (!LayoutReader.isNotes(body)) {
            return at;
        }
        LayoutReader.noteText(body).lines().map(FilmNotes::stepOf).forEach(film::noted);
        return at + bytes;
    }

    private long fragment(ByteBuffer moof, long at, long end) throws IOException {
        try {
            FragmentHead head = FragmentHead.parse(moof);
            for (FragmentHead.Run run : head.runs()) {
                if (run.track() < 1 || run.track() > layout.tracks().size() || at + run.offset() + run.bytes() > end
                        || !isWritten(run, at)) {
                    return at;
                }
            }
            film.count(head, at);
            return end;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // A power cut may leave room without its bytes: such a head is where the recording ends.
            return at;
        }
    }

    /** After a power cut the end may be room without bytes; a picture's last unit is looked at, as it was written last. */
    private boolean isWritten(FragmentHead.Run run, long at) throws IOException {
        if (!layout.tracks().get(run.track() - 1).video()) {
            return true;
        }
        int[] sizes = run.sizes();
        long last = at + run.offset() + run.bytes() - sizes[sizes.length - 1];
        return sizes[sizes.length - 1] > Integer.BYTES && LayoutReader.read(channel, last, Integer.BYTES).getInt(0) > 0;
    }
}
