package org.reelbench.encoding.internal.segment;

import java.time.Duration;

import org.reelbench.encoding.preview.SegmentWorker;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.Muxers;
import org.reelbench.render.Renderers;

/**
 * The worker that renders in this process.
 *
 * @param renderers render
 * @param encoders encode
 * @param muxers cut into fragments
 * @param composers make pictures smaller
 * @param slots how many lanes there are
 * @param blacks are shown where there is nothing
 * @param quiet is heard there
 */
public record RenderWorker(Renderers renderers, Encoders encoders, Muxers muxers, Composers composers,
        int slots, BlackPictures blacks, Silence quiet) implements SegmentWorker {

    /** Long: on a computer that is busy, another lane would take as long to the first picture, and who waits would wait twice. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /**
     * Creates a worker with nothing remembered.
     *
     * @param renderers render
     * @param encoders encode
     * @param muxers cut into fragments
     * @param composers make pictures smaller
     * @param slots how many lanes there are
     */
    public RenderWorker(Renderers renderers, Encoders encoders, Muxers muxers, Composers composers, int slots) {
        this(renderers, encoders, muxers, composers, slots, new BlackPictures(), new Silence());
    }

    @Override
    public String name() {
        return "this computer";
    }

    @Override
    public Duration silence() {
        return SILENCE;
    }

    @Override
    public Lane openLane() {
        return new RenderLane(this);
    }
}
