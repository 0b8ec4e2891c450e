package org.reelbench.proxies.internal.sidecar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the small file of a film and compares the two. For every thread. */
public final class Sidecars {

    private static final Logger LOG = LoggerFactory.getLogger(Sidecars.class);
    /** At so many places spread over the film the times of frames are compared. */
    private static final int PLACES = 12;
    private static final int FRAMES_A_PLACE = 3;
    /** Shapes may differ by the rounding of small sizes, not by black bars. */
    private static final double MOST_STRETCH = 0.02;

    private final MediaProbe probe;
    private final MediaReaders readers;

    /**
     * Creates the finder.
     *
     * @param probe finds out what files are
     * @param readers reads frames
     */
    public Sidecars(MediaProbe probe, MediaReaders readers) {
        this.probe = probe;
        this.readers = readers;
    }

    /**
     * A small file that fits.
     *
     * @param file the file
     * @param bytes its size
     * @param info what it is, counted by the film's times
     * @param streamIndex its pictures
     * @param fingerprint its content
     * @param maker whose names it follows
     */
    public record Sidecar(Path file, long bytes, MediaInfo info, int streamIndex, String fingerprint, String maker) {
    }

    /**
     * Finds the small file of a medium; reads some frames of both at several places.
     *
     * @param medium the medium
     * @param stream its pictures
     * @param cancellation asks to stop
     * @return the file, or empty if there is none or none that fits
     */
    public Optional<Sidecar> find(Medium medium, VideoStreamInfo stream, Cancellation cancellation) {
        Path film;
        try {
            film = Path.of(medium.name());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
        Path name = film.getFileName();
        if (name == null || !film.isAbsolute() || !Files.isRegularFile(film)) {
            return Optional.empty();
        }
        for (NameRule rule : NameRule.ALL) {
            Optional<Path> small = rule.smallOf(name.toString()).map(film::resolveSibling).map(Path::normalize)
                    .filter(file -> !file.equals(film) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
            if (small.isPresent()) {
                Optional<Sidecar> fitting = fitting(medium, stream, small.get(), rule.maker(), cancellation);
                if (fitting.isPresent()) {
                    return fitting;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Sidecar> fitting(Medium medium, VideoStreamInfo stream, Path file, String maker, Cancellation cancellation) {
        try (ByteSource bytes = FileByteSource.open(file); ByteSource own = medium.open()) {
            MediaInfo info = probe.probe(bytes, cancellation);
            VideoStreamInfo small = info.video().orElse(null);
            if (small == null || !hasSameShape(stream, small) || !small.frameRate().equals(stream.frameRate())
                    || !hasSameLength(medium.info(), info, stream)) {
                LOG.info("{} is not used for {}: its shape, rate or length is another", file, medium.name());
                return Optional.empty();
            }
            try (FrameReader whole = readers.openFrames(own, medium.info(), stream.index(), 1, cancellation);
                    FrameReader part = readers.openFrames(bytes, info, small.index(), 1, cancellation)) {
                RationalTime shift = first(whole, cancellation).minus(first(part, cancellation));
                if (!hasSameTimes(whole, part, shift, medium.info().duration(), cancellation)) {
                    LOG.info("{} is not used for {}: its frames come at other times", file, medium.name());
                    return Optional.empty();
                }
                MediaInfo counted = new MediaInfo(info.container(), info.origin().minus(shift), info.duration(), info.streams(),
                        info.notes());
                return Optional
                        .of(new Sidecar(file, bytes.sizeBytes(), counted, small.index(), MediaFingerprint.of(bytes), maker));
            }
        } catch (MediaException | IOException e) {
            LOG.info("{} is not used for {}", file, medium.name(), e);
            return Optional.empty();
        }
    }

    /** As players show them: a small file may have other pixels. */
    private static boolean hasSameShape(VideoStreamInfo whole, VideoStreamInfo small) {
        double wide = aspect(whole);
        return whole.rotationDegrees() == small.rotationDegrees() && small.picture().heightPx() < whole.picture().heightPx()
                && Math.abs(aspect(small) / wide - 1) <= MOST_STRETCH;
    }

    private static double aspect(VideoStreamInfo stream) {
        return stream.picture().widthPx() * stream.pixelAspect().toDouble() / stream.picture().heightPx();
    }

    private static boolean hasSameLength(MediaInfo whole, MediaInfo small, VideoStreamInfo stream) {
        Rational frame = stream.frameRate().map(rate -> rate.frameDuration().seconds()).orElse(Rational.of(1, 30));
        Rational apart = whole.duration().minus(small.duration()).seconds().absolute();
        return apart.compareTo(frame.times(2)) <= 0;
    }

    private static RationalTime first(FrameReader reader, Cancellation cancellation) throws MediaException {
        try (VideoFrame frame = reader.frameAt(RationalTime.ofSeconds(-3600), cancellation)) {
            return frame.time();
        }
    }

    private static boolean hasSameTimes(FrameReader whole, FrameReader small, RationalTime shift, RationalTime length,
            Cancellation cancellation) throws MediaException {
        for (int place = 0; place <= PLACES; place++) {
            RationalTime time = length.times(Rational.of(place, PLACES));
            for (int i = 0; i < FRAMES_A_PLACE; i++) {
                Optional<RationalTime> one = after(whole, time, cancellation);
                Optional<RationalTime> other = after(small, time.minus(shift), cancellation).map(shift::plus);
                if (!one.equals(other)) {
                    return false;
                }
                if (one.isEmpty()) {
                    break;
                }
                time = one.get();
            }
        }
        return true;
    }

    private static Optional<RationalTime> after(FrameReader reader, RationalTime time, Cancellation cancellation)
            throws MediaException {
        Optional<VideoFrame> next = reader.frameAfter(time, cancellation);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        try (VideoFrame frame = next.get()) {
            return Optional.of(frame.time());
        }
    }
}
