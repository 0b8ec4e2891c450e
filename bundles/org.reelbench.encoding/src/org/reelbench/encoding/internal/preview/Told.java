package org.reelbench.encoding.internal.preview;

import java.util.List;
import java.util.function.Consumer;

import org.reelbench.encoding.preview.PreviewListener;
import org.slf4j.LoggerFactory;

/** Tells listeners, who may be anybody's: one that fails harms neither the others nor the thread that encodes. */
final class Told {

    private Told() {
    }

    static void each(List<PreviewListener> listeners, Consumer<PreviewListener> what) {
        for (PreviewListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                LoggerFactory.getLogger(Told.class).warn("{} failed at what it was told of a preview",
                        listener.getClass().getName(), e);
            }
        }
    }
}
