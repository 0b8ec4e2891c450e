package org.reelbench.render.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * Media that the project shows at another frame rate than their own: their pictures and their sound run faster or slower, and
 * source times are counted after that.
 */
public final class Conformed {

    private Conformed() {
    }

    /**
     * Returns how much faster a medium runs than by itself; 1 if nothing else is said, or if it has no pictures.
     *
     * @throws MediaException if it has no regular rate that another could stand in for, or the other is too far from it
     */
    public static Rational factor(Medium medium) throws MediaException {
        FrameRate wanted = medium.interpretation().frameRate();
        VideoStreamInfo pictures = medium.info().video().orElse(null);
        if (wanted == null || pictures == null || pictures.still()) {
            return Rational.ONE;
        }
        FrameRate own = pictures.frameRate().orElseThrow(() -> new MediaException(MediaException.Reason.UNSUPPORTED,
                medium.name(), "its pictures come at no regular rate, so that no other rate can stand in for it"));
        Rational factor = wanted.framesPerSecond().dividedBy(own.framesPerSecond());
        if (!Playing.isAudible(factor)) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, medium.name(), "it cannot be shown at " + wanted
                    + " pictures a second: that is more than " + Playing.FASTEST + " times its own rate");
        }
        return factor;
    }

    /** Tells how much faster a medium runs than by itself, or that it cannot. */
    public static String told(Medium medium) {
        try {
            return factor(medium).toString();
        } catch (MediaException _) {
            // The renderer tells people why when it needs the medium.
            return "refused " + medium.interpretation().frameRate();
        }
    }

    /** Returns a reader of the pictures of a medium; closing it closes the other. */
    static FrameReader frames(FrameReader reader, Rational factor) {
        return factor.equals(Rational.ONE) ? reader : new Frames(reader, factor);
    }

    /** Returns the sound of a medium; closing it closes the other. */
    static Sound sound(Sound sound, Rational factor) {
        return factor.equals(Rational.ONE) ? sound : new SpeedSound(new BlockSound(sound), new Playing(factor, 0));
    }

    private record Frames(FrameReader reader, Rational factor) implements FrameReader {

        @Override
        public VideoStreamInfo stream() {
            return reader.stream();
        }

        @Override
        public VideoFrame frameAt(RationalTime time, Cancellation cancellation) throws MediaException {
            return reader.frameAt(time.times(factor), cancellation);
        }

        @Override
        public VideoFrame nearestSyncFrame(RationalTime time, Cancellation cancellation) throws MediaException {
            return reader.nearestSyncFrame(time.times(factor), cancellation);
        }

        @Override
        public long decodedFrames() {
            return reader.decodedFrames();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
