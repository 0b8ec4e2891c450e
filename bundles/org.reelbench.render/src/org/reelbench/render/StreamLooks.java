package org.reelbench.render;

import java.util.Optional;

import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.StreamLook;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.internal.Conformed;
import org.reelbench.render.internal.Shown;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Interpretation;

/** Tells how streams are shown of whose media the project says something else than they do. For every thread. */
public final class StreamLooks {

    private StreamLooks() {
    }

    /**
     * Tells how a stream is shown, as rendering shows it.
     *
     * @param medium its medium
     * @param streamIndex the stream, of pictures or of sound
     * @return how, or empty where all is as the medium says
     * @throws MediaException if the project says of it what cannot be
     */
    public static Optional<StreamLook> of(Medium medium, int streamIndex) throws MediaException {
        Interpretation instead = medium.interpretation();
        if (instead.equals(Interpretation.AUTO)) {
            return Optional.empty();
        }
        Rational speed = Conformed.factor(medium);
        VideoStreamInfo said = medium.info().video(streamIndex).or(() -> medium.info().video()).orElse(null);
        if (said == null) {
            return Optional.of(new StreamLook(0, Rational.ONE, ColorDescription.BT709_LIMITED, speed));
        }
        Shown shown = Shown.of(said, instead);
        Rational aspect = instead.pixelAspect();
        return Optional.of(new StreamLook(shown.turnDegrees(), aspect == null ? said.pixelAspect() : aspect,
                shown.colored(said.picture()).color(), speed));
    }
}
