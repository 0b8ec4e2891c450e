package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.demo.internal.film.Box;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;

/** Looks whether a film shows every track where and when it must, so that no figure is got by leaving work out. */
final class FilmsAlike {

    private final MediaProbe probe;
    private final MediaReaders readers;

    FilmsAlike(MediaProbe probe, MediaReaders readers) {
        this.probe = probe;
        this.readers = readers;
    }

    /** Reads the first, the middle and the last picture, and looks for sound. */
    void check(Path file, TrackFilm film, Cancellation cancellation) throws CommandException {
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = probe.probe(bytes, cancellation);
            int video = info.video().orElseThrow(() -> wrong(file, "it holds no picture")).index();
            if (info.audio().isEmpty()) {
                throw wrong(file, "it holds no sound");
            }
            try (FrameReader reader = readers.openFrames(bytes, info, video, 1, cancellation)) {
                for (int frame : new int[] { 0, film.frames() / 2, film.frames() - 1 }) {
                    try (VideoFrame picture = reader.frameAt(TrackFilm.RATE.timeOf(frame), cancellation)) {
                        check(file, film, frame, picture);
                    }
                }
                RationalTime end = TrackFilm.RATE.timeOf(film.frames());
                try (VideoFrame last = reader.frameAt(end, cancellation)) {
                    if (!last.time().equals(TrackFilm.RATE.timeOf(film.frames() - 1))) {
                        throw wrong(file, "its last picture is shown at " + last.time());
                    }
                }
            }
        } catch (MediaException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, file + ": it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The small pictures cover the first track's marks, so that is read only where it is alone. */
    private static void check(Path file, TrackFilm film, int frame, VideoFrame picture) throws CommandException {
        for (int track = film.tracks() == 1 ? 0 : 1; track < film.tracks(); track++) {
            Box box = TrackFilm.box(track);
            Reading reading = TestCard.read(picture, box.x(), box.y(), box.width(), box.height());
            int shown = covering(track, film.tracks());
            if (!reading.is(TrackFilm.source(shown), frame)) {
                throw wrong(file, "track " + (shown + 1) + " shows " + reading + " at frame " + frame);
            }
        }
    }

    /** With many tracks several lie at one place, the last on top. */
    private static int covering(int track, int tracks) {
        int top = track;
        for (int other = track + 1; other < tracks; other++) {
            if (TrackFilm.box(other).equals(TrackFilm.box(track))) {
                top = other;
            }
        }
        return top;
    }

    private static CommandException wrong(Path file, String what) {
        return new CommandException(ExitCode.FAILED, file + ": the bench compares equal films, but " + what);
    }
}
