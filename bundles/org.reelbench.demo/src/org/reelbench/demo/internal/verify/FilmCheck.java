package org.reelbench.demo.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.media.DemoMedia;
import org.reelbench.demo.internal.media.FrameTimes;
import org.reelbench.demo.internal.media.MediaSpec;
import org.reelbench.demo.internal.media.MovieSpec;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.RationalTime;

/** Decodes the finished film and compares every frame and every click with the edit list. */
public final class FilmCheck {

    private static final int DECODER_THREADS = 2;

    private final MediaProbe probe;
    private final MediaReaders readers;

    /**
     * Creates the check.
     *
     * @param probe finds out what the film is
     * @param readers decode it
     */
    public FilmCheck(MediaProbe probe, MediaReaders readers) {
        this.probe = probe;
        this.readers = readers;
    }

    /**
     * Reads a film back.
     *
     * @param film the file
     * @param list what it must be
     * @param media what it was made of
     * @param progress takes the share that is done
     * @param cancellation asks to stop
     * @return what was found
     * @throws MediaException if the film cannot be read
     */
    public Verdict check(Path film, EditList list, DemoMedia media, DoubleConsumer progress, Cancellation cancellation)
            throws MediaException {
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = probe.probe(bytes, cancellation);
            PictureCheck pictures = new PictureCheck(list, new PictureExpectation(list, EditList.RATE, times(media)));
            VideoStreamInfo video = info.video().orElseThrow(() -> missing(film, "picture"));
            try (FrameReader reader = readers.openFrames(bytes, info, video.index(), DECODER_THREADS, cancellation)) {
                pictures.read(reader, progress, cancellation);
            }
            SoundCheck sound = new SoundCheck();
            sound.check(sound(film, bytes, info, list, cancellation), new SoundExpectation(EditList.RATE).clicks(list.sounds()));
            List<Deviation> deviations = new ArrayList<>(pictures.deviations());
            deviations.addAll(sound.deviations());
            return new Verdict(pictures.verified(), sound.verified(), sound.greatestErrorSamples(), deviations);
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, film.toString(),
                    "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Map<Integer, FrameTimes> times(DemoMedia media) {
        Map<Integer, FrameTimes> times = new HashMap<>();
        for (MediaSpec spec : media.all()) {
            if (spec instanceof MovieSpec movie) {
                movie.pictures().ifPresent(pictures -> times.put(movie.source(), pictures.times()));
            }
        }
        return times;
    }

    /** Returns the film's sound, both sides in one. */
    private float[] sound(Path film, ByteSource bytes, MediaInfo info, EditList list, Cancellation cancellation)
            throws MediaException {
        AudioStreamInfo audio = info.audio().orElseThrow(() -> missing(film, "sound"));
        RationalTime end = EditList.RATE.timeOf(list.frames());
        float[] mono = new float[Math.toIntExact(end.ticksRound(SoundExpectation.RATE_HZ))];
        try (PcmReader reader = readers.openPcm(bytes, info, audio.index(), SoundExpectation.RATE_HZ, 2, cancellation)) {
            float[][] sides = new float[2][mono.length];
            reader.read(0, sides, 0, mono.length, cancellation);
            for (int i = 0; i < mono.length; i++) {
                mono[i] = (sides[0][i] + sides[1][i]) / 2;
            }
        }
        return mono;
    }

    private static MediaException missing(Path film, String what) {
        return new MediaException(MediaException.Reason.NO_STREAM, film.toString(), "it holds no " + what);
    }
}
