package org.reelbench.playback.internal;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;

/** Where pictures that come in another order or at another speed than they are meant are shown. */
final class RunStage implements FastPictures.Stage, BackwardPictures.Stage {

    /** Sound that is so far from its picture is a nuisance. */
    private static final int FAR_FROM_SOUND_MS = 250;

    private final Projection projection;
    private final Pace pace;
    private final Cancellation stop;
    private final Runnable begun;
    private final Runnable mute;
    private final PictureSource source;

    /**
     * Prepares.
     *
     * @param begun hears that the first picture is about to be shown
     * @param mute takes the sound away
     */
    RunStage(Projection projection, Pace pace, Cancellation stop, Runnable begun, Runnable mute, PictureSource source) {
        this.projection = projection;
        this.pace = pace;
        this.stop = stop;
        this.begun = begun;
        this.mute = mute;
        this.source = source;
    }

    @Override
    public void show(long frame, VideoFrame picture) throws MediaException {
        show(frame, picture, false);
    }

    @Override
    public void show(long frame, VideoFrame picture, boolean isApproximate) throws MediaException {
        projection.lookNowAndThen(frame);
        projection.show(frame, picture, stop::check, isApproximate);
    }

    @Override
    public void drop() {
        projection.drop(1);
    }

    @Override
    public void drop(long pictures) {
        projection.drop(pictures);
    }

    @Override
    public long goneFrames() {
        return pace.frame();
    }

    @Override
    public long nanosUntil(long goneFrames) {
        return pace.nanosUntil(goneFrames);
    }

    @Override
    public long now() {
        return pace.now();
    }

    @Override
    public void waitNanos(long nanos) {
        pace.waitNanos(nanos);
    }

    @Override
    public void begin() {
        begun.run();
    }

    @Override
    public void behind(long frames) {
        if (frames > projection.framesOf(FAR_FROM_SOUND_MS)) {
            mute.run();
        }
    }

    @Override
    public void kept(long moreBytes) {
        source.kept(moreBytes);
    }
}
