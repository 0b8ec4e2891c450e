package org.reelbench.render.internal;

import java.util.List;
import java.util.Optional;

import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectUse;
import org.reelbench.media.MediaException;
import org.reelbench.media.SoundProcessor;
import org.reelbench.media.VideoFrame;

/** Composers whose memory is told as long as they are open. */
final class TalliedComposers implements Composers {

    private final Composers composers;
    private final Tally tally;

    /**
     * Creates the service.
     *
     * @param composers opens composers
     * @param tally counts what they hold
     */
    TalliedComposers(Composers composers, Tally tally) {
        this.composers = composers;
        this.tally = tally;
    }

    @Override
    public Composer open(Composition composition) throws MediaException {
        Composer composer = composers.open(composition);
        return new Tallied(composer, tally);
    }

    @Override
    public SoundProcessor sound(EffectUse use) throws MediaException {
        return composers.sound(use);
    }

    @Override
    public List<EffectDescriptor> effects() {
        return composers.effects();
    }

    @Override
    public Optional<EffectDescriptor> effect(String id) {
        return composers.effect(id);
    }

    /** One of them. */
    private static final class Tallied implements Composer {

        private final Composer composer;
        private final Tally tally;
        private final long heldBytes;
        private boolean closed;

        private Tallied(Composer composer, Tally tally) {
            this.composer = composer;
            this.tally = tally;
            heldBytes = composer.heldBytes();
            tally.add(heldBytes);
        }

        @Override
        public Composition composition() {
            return composer.composition();
        }

        @Override
        public VideoFrame compose(long frame, List<ComposerInput> inputs) throws MediaException {
            return composer.compose(frame, inputs);
        }

        @Override
        public boolean adjust(Composition other) throws MediaException {
            return composer.adjust(other);
        }

        @Override
        public String graph() {
            return composer.graph();
        }

        @Override
        public long heldBytes() {
            return heldBytes;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                tally.add(-heldBytes);
                composer.close();
            }
        }
    }
}
