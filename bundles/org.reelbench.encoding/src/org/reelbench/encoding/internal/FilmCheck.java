package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composition;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Reads a film that was written, all of it, and compares it with what was composed: its streams, every frame's time, the length of
 * its sound, and the pictures at some points, which are composed anew.
 */
final class FilmCheck {

    /** Pictures that are compared: the first, the last, and others as far apart as may be. */
    private static final int SAMPLES = 16;
    /** Containers round times to milliseconds at the coarsest. */
    private static final RationalTime TIME_TOLERANCE = RationalTime.of(1, 1000);
    /** The longest block that an encoder of sound fills up at the end. */
    private static final int SOUND_TOLERANCE_SAMPLES = 4096;
    private static final int SOUND_BLOCK = 8192;

    private final ExportRequest request;
    private final EncodingPlan plan;
    private final MediaCatalog catalog;
    private final Workshop workshop;
    private final Cancellation cancellation;
    private final FrameRate rate;
    private final long frames;

    FilmCheck(ExportRequest request, EncodingPlan plan, MediaCatalog catalog, Workshop workshop, Cancellation cancellation) {
        this.request = request;
        this.plan = plan;
        this.catalog = catalog;
        this.workshop = workshop;
        this.cancellation = cancellation;
        this.rate = request.sequence().rate();
        this.frames = request.toFrame() - request.fromFrame();
    }

    /** Checks what has not taken its name yet, and returns what people should know of it. */
    String check(Destination destination, LongConsumer progress) throws ExportException, RenderException {
        Comparison comparison = new Comparison(request.preset().leastPsnrDb());
        VideoEncoding video = plan.video();
        AudioEncoding audio = plan.audio();
        try {
            if (request.preset().makesPictures() && video != null) {
                checkPictureFiles(destination, video, comparison, progress);
            } else {
                checkFilm(destination.hidden(0), video, audio, comparison, progress);
            }
        } catch (MediaException e) {
            throw wrong(destination, "it cannot be read back: " + e.explanation(), e);
        } catch (IOException e) {
            throw wrong(destination, "it cannot be read back: " + e.getMessage(), e);
        } catch (Difference e) {
            throw wrong(destination, e.getMessage(), e);
        }
        return "verified: " + (video == null ? "" : frames + " frames" + comparison.said() + (audio == null ? "" : ", "))
                + (audio == null ? "" : "sound of " + length(rate.timeOf(frames)));
    }

    private static ExportException wrong(Destination destination, String what, Exception cause) {
        return new ExportException(Reason.NOT_VERIFIED,
                destination.target() + ": the film that was written is not what was composed: " + what + "; there is no file",
                cause);
    }

    private void checkFilm(Path file, @Nullable VideoEncoding video, @Nullable AudioEncoding audio, Comparison comparison,
            LongConsumer progress) throws MediaException, IOException, Difference, RenderException {
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = workshop.probe().probe(bytes, cancellation);
            if (audio != null) {
                checkSound(bytes, info, audio);
            }
            if (video != null) {
                checkPictures(bytes, info, video, comparison, progress);
            }
        }
    }

    private void checkPictureFiles(Destination destination, VideoEncoding video, Comparison comparison, LongConsumer progress)
            throws MediaException, IOException, Difference, RenderException {
        TreeSet<Long> samples = samples();
        try (VideoRenderer composed = workshop.renderers().video(request.sequence(), catalog)) {
            for (long frame = 0; frame < frames; frame++) {
                cancellation.check();
                checkBytes(destination, frame);
                try (ByteSource bytes = FileByteSource.open(destination.hidden(frame))) {
                    MediaInfo info = workshop.probe().probe(bytes, cancellation);
                    VideoStreamInfo stream = stream(info, video);
                    try (FrameReader reader = workshop.readers().openFrames(bytes, info, stream.index(), 1, cancellation);
                            VideoFrame picture = reader.frameAt(RationalTime.ZERO, cancellation)) {
                        if (samples.contains(frame)) {
                            compare(composed, frame, picture, comparison);
                        }
                    }
                }
                progress.accept(frame + 1);
            }
        }
    }

    /** Decoders make do with a picture file that is cut off. */
    private static void checkBytes(Destination destination, long frame) throws IOException, Difference {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(destination.hidden(frame)));
        if (destination.checksums().size() <= frame || destination.checksums().get((int) frame) != sum.getValue()) {
            throw new Difference("picture " + frame + " is not on the disk as it was written");
        }
    }

    private void checkPictures(ByteSource bytes, MediaInfo info, VideoEncoding video, Comparison comparison,
            LongConsumer progress) throws MediaException, Difference, RenderException {
        VideoStreamInfo stream = stream(info, video);
        checkLength("the picture's end", stream.duration(), rate.timeOf(frames), TIME_TOLERANCE.plus(TIME_TOLERANCE));
        TreeSet<Long> samples = samples();
        try (FrameReader reader = workshop.readers().openFrames(bytes, info, stream.index(), 1, cancellation);
                VideoRenderer composed = workshop.renderers().video(request.sequence(), catalog)) {
            for (long frame = 0; frame < frames; frame++) {
                cancellation.check();
                // The middle of a frame: its start may have been rounded up.
                RationalTime middle = rate.timeOf(frame).plus(rate.frameDuration().times(Rational.of(1, 2)));
                try (VideoFrame picture = reader.frameAt(middle, cancellation)) {
                    checkTime(frame, picture.time());
                    if (samples.contains(frame)) {
                        compare(composed, frame, picture, comparison);
                    }
                }
                progress.accept(frame + 1);
            }
            try (VideoFrame last = reader.frameAt(rate.timeOf(frames + 10), cancellation)) {
                checkTime(frames - 1, last.time());
            }
            if (reader.decodedFrames() != frames) {
                throw new Difference("it holds " + reader.decodedFrames() + " frames instead of " + frames);
            }
        }
    }

    private VideoStreamInfo stream(MediaInfo info, VideoEncoding video) throws Difference {
        VideoStreamInfo stream = info.video().orElseThrow(() -> new Difference("it holds no picture"));
        if (stream.picture().widthPx() != video.widthPx() || stream.picture().heightPx() != video.heightPx()) {
            throw new Difference("its pictures have " + stream.picture().widthPx() + "x" + stream.picture().heightPx()
                    + " pixels instead of " + video.widthPx() + "x" + video.heightPx());
        }
        return stream;
    }

    private void checkTime(long frame, RationalTime shown) throws Difference {
        checkLength("frame " + frame, shown, rate.timeOf(frame), TIME_TOLERANCE);
    }

    private static void checkLength(String what, RationalTime is, RationalTime wanted, RationalTime tolerance)
            throws Difference {
        RationalTime difference = is.minus(wanted);
        if (difference.isAfter(tolerance) || difference.isBefore(RationalTime.ZERO.minus(tolerance))) {
            throw new Difference(what + " is at " + length(is) + " instead of " + length(wanted));
        }
    }

    private static String length(RationalTime time) {
        return String.format(Locale.ROOT, "%.3f s", time.seconds().toDouble());
    }

    private void compare(VideoRenderer composed, long frame, VideoFrame picture, Comparison comparison)
            throws RenderException, MediaException, Difference {
        try (VideoFrame wanted = composed.frame(request.fromFrame() + frame, cancellation);
                VideoFrame alike = alike(picture, wanted.format())) {
            comparison.compare(frame, wanted, alike);
        }
    }

    /**
     * Mezzanines have more bits than composed pictures, picture files other colours, those of previews fewer pixels: they are
     * brought back the way media are.
     */
    private VideoFrame alike(VideoFrame picture, PictureFormat wanted) throws MediaException {
        PictureFormat format = picture.format();
        if (format.pixelFormat() == wanted.pixelFormat() && format.color().equals(wanted.color())
                && format.widthPx() == wanted.widthPx() && format.heightPx() == wanted.heightPx()) {
            return picture.retain();
        }
        Canvas canvas = new Canvas(wanted.widthPx(), wanted.heightPx(), rate, wanted.color());
        LayerSpec whole = LayerSpec.opaque(picture.format(), Placement.at(0, 0, wanted.widthPx(), wanted.heightPx()));
        try (Composer composer = workshop.composers().open(new Composition(canvas, List.of(whole)))) {
            return composer.compose(0, List.of(new ComposerInput(picture, 1, RationalTime.ZERO)));
        }
    }

    private TreeSet<Long> samples() {
        TreeSet<Long> samples = new TreeSet<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(i * (frames - 1) / (SAMPLES - 1));
        }
        return samples;
    }

    private void checkSound(ByteSource bytes, MediaInfo info, AudioEncoding audio) throws MediaException, Difference {
        AudioStreamInfo stream = info.audio().orElseThrow(() -> new Difference("it holds no sound"));
        if (stream.sampleRateHz() != audio.sampleRateHz() || stream.channels() != audio.channels()) {
            throw new Difference("its sound has " + stream.channels() + " channels at " + stream.sampleRateHz()
                    + " Hz instead of " + audio.channels() + " at " + audio.sampleRateHz());
        }
        checkLength("the sound's end", stream.start().plus(stream.duration()), rate.timeOf(frames),
                RationalTime.of(SOUND_TOLERANCE_SAMPLES, audio.sampleRateHz()));
        float[][] block = new float[audio.channels()][SOUND_BLOCK];
        long samples = rate.timeOf(frames).ticksRound(audio.sampleRateHz());
        try (PcmReader reader = workshop.readers().openPcm(bytes, info, stream.index(), audio.sampleRateHz(), audio.channels(),
                cancellation)) {
            for (long at = 0; at < samples; at += SOUND_BLOCK) {
                reader.read(at, block, 0, (int) Math.min(SOUND_BLOCK, samples - at), cancellation);
            }
        }
    }
}
