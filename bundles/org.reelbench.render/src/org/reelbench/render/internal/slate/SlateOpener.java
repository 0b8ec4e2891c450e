package org.reelbench.render.internal.slate;

import java.util.List;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.LoadingSession;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.internal.MediaOpener;
import org.reelbench.render.internal.Shown;

/**
 * Opens media through a session of the loading service, and slates where one may stand in.
 *
 * @param session what the renderer works for
 */
public record SlateOpener(LoadingSession session) implements MediaOpener {

    @Override
    public FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation)
            throws MediaException {
        return switch (medium) {
        case SlateMedium missing -> missing(missing, streamIndex);
        case BreakableMedium breakable -> breakable(breakable, streamIndex, decoderThreads, cancellation);
        default -> session.frames(medium, streamIndex, decoderThreads, cancellation);
        };
    }

    private static FrameReader missing(SlateMedium medium, int streamIndex) throws MediaException {
        SlateFrames slate = new SlateFrames(picture(medium, streamIndex), medium.replaced(), 0);
        slate.show(medium.why());
        return slate;
    }

    private FrameReader breakable(BreakableMedium medium, int streamIndex, int decoderThreads, Cancellation cancellation)
            throws MediaException {
        VideoStreamInfo stream = picture(medium, streamIndex);
        SlateFrames slate = new SlateFrames(stream, medium.replaced(),
                Shown.of(stream, medium.interpretation()).turnDegrees());
        try {
            slate.read(session.frames(medium.medium(), streamIndex, decoderThreads, cancellation));
        } catch (MediaException e) {
            slate.show(e);
        }
        return slate;
    }

    @Override
    public PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels,
            Cancellation cancellation) throws MediaException {
        return switch (medium) {
        case SlateMedium missing -> new SlateSound(sound(missing, streamIndex), missing.replaced());
        case BreakableMedium breakable -> breakable(breakable, streamIndex, sampleRateHz, channels, cancellation);
        default -> session.sound(medium, streamIndex, sampleRateHz, channels, cancellation);
        };
    }

    private PcmReader breakable(BreakableMedium medium, int streamIndex, int sampleRateHz, List<Integer> channels,
            Cancellation cancellation) throws MediaException {
        SlateSound slate = new SlateSound(sound(medium, streamIndex), medium.replaced());
        try {
            slate.read(session.sound(medium.medium(), streamIndex, sampleRateHz, channels, cancellation));
        } catch (MediaException e) {
            medium.replaced().broke(e);
        }
        return slate;
    }

    private static VideoStreamInfo picture(Loadable medium, int streamIndex) throws MediaException {
        return medium.info().video(streamIndex).orElseThrow(() -> noStream(medium, streamIndex));
    }

    private static AudioStreamInfo sound(Loadable medium, int streamIndex) throws MediaException {
        return medium.info().audio(streamIndex).orElseThrow(() -> noStream(medium, streamIndex));
    }

    private static MediaException noStream(Loadable medium, int streamIndex) {
        return new MediaException(MediaException.Reason.NO_STREAM, medium.name(),
                "it has no stream " + streamIndex + " of that kind");
    }
}
