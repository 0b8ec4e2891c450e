package org.reelbench.sketches.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ForegroundGate;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.StreamLook;
import org.reelbench.sketches.SketchMedium;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Finds sketches on disk, or makes them. Keeps the stream it read last open, as the next sketch mostly is of the same; the owner lets
 * go of it when there is nothing more to do. One thread at a time.
 */
final class SketchMaker {

    private final LoadingSession session;
    private final ScreenConverter converter;
    private final SketchDisk disk;
    private final ForegroundGate gate;
    private @Nullable SketchSource openSource;
    private @Nullable FrameReader frames;
    private @Nullable PcmReader sound;

    SketchMaker(LoadingSession session, ScreenConverter converter, SketchDisk disk, ForegroundGate gate) {
        this.session = session;
        this.converter = converter;
        this.disk = disk;
        this.gate = gate;
    }

    Thumbnail thumbnail(SketchKey.Picture key, Cancellation cancellation) throws MediaException {
        SketchMedium found = key.source().finder().find();
        String content = content(found);
        byte[] kept = disk.read(content, key);
        Thumbnail known = kept == null ? null : PictureSketcher.thumbnail(kept);
        if (known != null) {
            return known;
        }
        gate.pass(cancellation);
        Thumbnail made = PictureSketcher.of(frames(key.source(), found.medium(), cancellation), found.look(), converter,
                key.time(),
                cancellation);
        disk.write(content, key, PictureSketcher.bytes(made));
        return made;
    }

    Waves waves(SketchKey.Piece key, Cancellation cancellation) throws MediaException {
        return waves(key, key.source().finder().find(), cancellation);
    }

    private Waves waves(SketchKey.Piece key, SketchMedium found, Cancellation cancellation) throws MediaException {
        long first = key.piece() * Waves.COLUMNS * Waves.samplesPerColumn(key.level());
        RationalTime end = found.medium().info().duration();
        if (end.signum() > 0 && !RationalTime.of(first, Waves.RATE_HZ).times(speed(found)).isBefore(end)) {
            return new Waves(new byte[2 * Waves.COLUMNS]);
        }
        String content = content(found);
        byte[] kept = disk.read(content, key);
        if (kept != null && kept.length == 2 * Waves.COLUMNS) {
            return new Waves(kept);
        }
        Waves made;
        if (key.level() == 0) {
            gate.pass(cancellation);
            made = WaveSketcher.finest(sound(key.source(), found, cancellation), key.piece(), cancellation);
        } else {
            Waves[] parts = new Waves[Waves.FACTOR];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = waves(new SketchKey.Piece(key.source(), key.level() - 1, key.piece() * Waves.FACTOR + i), found,
                        cancellation);
            }
            made = WaveSketcher.coarser(i -> parts[i]);
        }
        disk.write(content, key, made.extremes());
        return made;
    }

    /** What tells sketches of a medium from those of another, and of itself shown differently. */
    private static String content(SketchMedium found) {
        StreamLook look = found.look();
        return look == null ? found.medium().fingerprint() : found.medium().fingerprint() + look;
    }

    private static Rational speed(SketchMedium found) {
        StreamLook look = found.look();
        return look == null ? Rational.ONE : look.speed();
    }

    private FrameReader frames(SketchSource source, Loadable medium, Cancellation cancellation) throws MediaException {
        FrameReader open = frames;
        if (open == null || !source.equals(openSource)) {
            release();
            open = session.frames(medium, source.streamIndex(), 1, cancellation);
            frames = open;
            openSource = source;
        }
        return open;
    }

    /** Sound that runs faster has fewer samples for as many columns: it is read at a rate that makes up for that. */
    private PcmReader sound(SketchSource source, SketchMedium found, Cancellation cancellation) throws MediaException {
        PcmReader open = sound;
        if (open == null || !source.equals(openSource)) {
            release();
            int rateHz = (int) Rational.of(Waves.RATE_HZ).dividedBy(speed(found)).round();
            open = session.sound(found.medium(), source.streamIndex(), rateHz, List.of(), cancellation);
            sound = open;
            openSource = source;
        }
        return open;
    }

    /** Closes what it keeps open. */
    void release() {
        FrameReader pictures = frames;
        frames = null;
        PcmReader samples = sound;
        sound = null;
        openSource = null;
        if (pictures != null) {
            pictures.close();
        }
        if (samples != null) {
            samples.close();
        }
    }

    /** Gives everything back. */
    void close() {
        release();
        converter.close();
        session.close();
        disk.close();
    }
}
