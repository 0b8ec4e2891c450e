package org.reelbench.media.ffmpeg.internal.compose;

import java.util.Map;

import org.reelbench.media.EffectUse;
import org.reelbench.media.FilterText;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.compose.FilterGraph.Setting;

/** An effect of a layer while it runs: where it is, so that it can be given other values. */
sealed interface LayerEffect {

    /** Returns the number of the processor stage it belongs to; the number of stages if it is in the composition's own graph. */
    int stage();

    /** An effect that is filters. They may run before a stage's processor. */
    final class Text implements LayerEffect {

        private final InstalledEffect installed;
        private final int stage;
        private final String prefix;
        private NamedChain chain;

        /**
         * Names the filters of an effect.
         *
         * @param installed the effect
         * @param stage the stage before whose processor they run, or the number of stages
         * @param body the filters
         * @param prefix how their names begin
         */
        Text(InstalledEffect installed, int stage, FilterText body, String prefix) {
            this.installed = installed;
            this.stage = stage;
            this.prefix = prefix;
            this.chain = NamedChain.of(body.chain(), prefix);
        }

        @Override
        public int stage() {
            return stage;
        }

        /** Returns the filters with their names. */
        String text() {
            return chain.text();
        }

        /**
         * Gives the effect other values.
         *
         * @param use the values
         * @param graph the graph its filters run in
         * @return whether running filters can take them
         * @throws MediaException {@link Reason#EFFECT} if it refuses the values or fails
         */
        boolean adjust(EffectUse use, FilterGraph graph) throws MediaException {
            if (!(installed.create(use) instanceof FilterText body)) {
                return false;
            }
            NamedChain other = NamedChain.of(body.chain(), prefix);
            Map<Setting, String> changes = chain.changesTo(other);
            if (changes == null) {
                return false;
            }
            chain = other;
            changes.forEach((setting, value) -> graph.set(setting.filter(), setting.parameter(), value));
            return true;
        }
    }

    /**
     * An effect that is code.
     *
     * @param installed the effect
     * @param stage the stage that runs it
     */
    record Code(InstalledEffect installed, int stage) implements LayerEffect {
    }
}
