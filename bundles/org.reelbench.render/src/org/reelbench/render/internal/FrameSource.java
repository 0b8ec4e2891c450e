package org.reelbench.render.internal;

import java.util.function.LongFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.Cancellation;
import org.reelbench.media.EffectReach;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.render.Source;
import org.reelbench.render.StandIn;
import org.reelbench.render.internal.FedEffects.Feeding;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Still;
import org.slf4j.LoggerFactory;

/**
 * The frames of one content by source time: a reader of a medium, a nested sequence, or a drawn picture. One thread at a
 * time; owns what it opened.
 */
final class FrameSource implements AutoCloseable {

    private static final long FULL_HD_PIXELS = 1920 * 1088;

    private final @Nullable FrameReader reader;
    private final @Nullable Drawn drawn;
    private final @Nullable NestedPictures nested;
    /** Of an animation that is used as a still the first picture is shown, whenever. */
    private final boolean still;
    private @Nullable FrameWindow window;
    private @Nullable FedEffects fed;

    private FrameSource(@Nullable FrameReader reader, @Nullable Drawn drawn, @Nullable NestedPictures nested, boolean still) {
        this.reader = reader;
        this.drawn = drawn;
        this.nested = nested;
        this.still = still;
    }

    static FrameSource open(Content content, Means means, Canvas canvas, boolean alone, Cancellation cancellation)
            throws MediaException {
        return switch (content) {
        case Generator generator -> new FrameSource(null, Generators.open(generator, canvas), null, true);
        case MediaStream stream -> {
            FrameSource standingIn = standingIn(stream, means, cancellation);
            yield standingIn == null ? open(stream.media(), stream.streamIndex(), means, alone, cancellation) : standingIn;
        }
        case NestedSequence nested -> new FrameSource(null, null,
                new NestedPictures(means.catalog().sequence(nested.sequence()), means), false);
        case Still still -> open(still.media(), -1, means, alone, cancellation);
        };
    }

    /** What stands in for a stream; null if nothing does, or if it cannot be opened: then the medium itself is there still. */
    private static @Nullable FrameSource standingIn(MediaStream stream, Means means, Cancellation cancellation)
            throws MediaException {
        Medium medium = means.catalog().medium(stream.media());
        StandIn standIn = medium.standIn(stream.streamIndex()).orElse(null);
        if (standIn == null) {
            return null;
        }
        Rational factor = Conformed.factor(medium);
        try {
            FrameReader own = means.media().frames(new StandInMedium(medium, standIn), standIn.streamIndex(), 1, cancellation);
            return new FrameSource(Conformed.frames(own, factor), null, null, false);
        } catch (MediaException e) {
            LoggerFactory.getLogger(FrameSource.class).warn("{} cannot stand in for {}; the medium itself is decoded",
                    standIn.representation(), medium.name(), e);
            return null;
        }
    }

    private static FrameSource open(Id media, int streamIndex, Means means, boolean alone, Cancellation cancellation)
            throws MediaException {
        Medium medium = means.catalog().medium(media);
        VideoStreamInfo stream = (streamIndex >= 0 ? medium.info().video(streamIndex) : medium.info().video())
                .orElseThrow(
                        () -> new MediaException(MediaException.Reason.NO_STREAM, medium.name(), "it holds no picture there"));
        Rational factor = Conformed.factor(medium);
        FrameReader own = means.media().frames(medium, stream.index(), decoderThreads(stream, alone), cancellation);
        return new FrameSource(Conformed.frames(own, factor), null, null, streamIndex < 0);
    }

    /**
     * A second thread costs a quarter more CPU and a frame more memory. It is worth that only where one layer alone is slower to
     * decode than its picture is to encode.
     */
    private static int decoderThreads(VideoStreamInfo stream, boolean alone) {
        long pixels = (long) stream.picture().widthPx() * stream.picture().heightPx();
        return alone && pixels > FULL_HD_PIXELS ? 2 : 1;
    }

    /** Lets frames come together with those around them. */
    FrameSource looking(EffectReach reach, LongFunction<RationalTime> times) {
        if (reach.isBeyondItself()) {
            window = new FrameWindow(reach, times, Long.MIN_VALUE);
            makeAlike();
        }
        return this;
    }

    /** What effects look at together is of one shape. */
    private void makeAlike() {
        NestedPictures pictures = nested;
        if (pictures != null) {
            pictures.makeAlike();
        }
    }

    /** Feeds frames to effects, so that they come with these effects on them. */
    FrameSource feeding(Feeding feeding, LayerEffects effects, Canvas canvas) {
        Source source = feeding.look().source();
        makeAlike();
        fed = new FedEffects(feeding, canvas, effects,
                (frame, cancellation) -> oneAt(source.timeAt(frame, canvas.rate()), cancellation));
        return this;
    }

    /**
     * Returns a frame, to be closed by the caller.
     *
     * @param frame its number in the sequence
     * @param times the source time of each frame
     * @param cancellation asks to stop; what was fed to effects so far is remembered
     */
    VideoFrame frameAt(long frame, LongFunction<RationalTime> times, Cancellation cancellation) throws MediaException {
        FedEffects effects = fed;
        if (effects != null) {
            return effects.at(frame, cancellation);
        }
        FrameWindow around = window;
        return around == null
                ? oneAt(times.apply(frame), cancellation)
                : around.at(frame, (near, token) -> oneAt(times.apply(near), token), cancellation);
    }

    /** Returns a frame at or before a time that is quick to have, or the right one where that is as quick; without those around. */
    VideoFrame nearestTo(RationalTime time, Cancellation cancellation) throws MediaException {
        FrameReader frames = reader;
        NestedPictures pictures = nested;
        if (frames != null && !still) {
            return frames.nearestSyncFrame(time, cancellation);
        }
        return pictures == null ? oneAt(time, cancellation) : pictures.nearestTo(time, cancellation);
    }

    private VideoFrame oneAt(RationalTime time, Cancellation cancellation) throws MediaException {
        FrameReader frames = reader;
        if (frames != null) {
            return frames.frameAt(still ? RationalTime.ZERO : time, cancellation);
        }
        NestedPictures pictures = nested;
        if (pictures != null) {
            return pictures.frameAt(time, cancellation);
        }
        Drawn picture = drawn;
        if (picture == null) {
            throw new IllegalStateException("a source has a reader, a sequence or a picture");
        }
        return picture.at(time);
    }

    @Override
    public void close() {
        FrameWindow around = window;
        if (around != null) {
            around.close();
        }
        FedEffects effects = fed;
        if (effects != null) {
            effects.close();
        }
        if (reader != null) {
            reader.close();
        }
        if (nested != null) {
            nested.close();
        }
        if (drawn != null) {
            drawn.close();
        }
    }
}
