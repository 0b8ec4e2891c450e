package org.reelbench.media.ffmpeg.internal.effects;

import java.util.Set;
import java.util.SortedMap;

import org.reelbench.media.FrameProcessor;
import org.reelbench.media.PixelFormat;

/** A processor that looks its values up while it works, and so takes on any others. */
abstract class ValuedProcessor implements FrameProcessor {

    private final Set<PixelFormat> formats;
    private SortedMap<String, Object> values;

    /**
     * Creates a processor.
     *
     * @param formats what it works on, best first
     * @param values its first values, checked
     */
    ValuedProcessor(Set<PixelFormat> formats, SortedMap<String, Object> values) {
        this.formats = formats;
        this.values = values;
    }

    @Override
    public final Set<PixelFormat> formats() {
        return formats;
    }

    @Override
    public final boolean adjust(SortedMap<String, Object> others) {
        if (!others.equals(values)) {
            values = others;
            valuesChanged();
        }
        return true;
    }

    /** Called when values are others than before: what was computed from them is no longer right. */
    void valuesChanged() {
        // most processors compute nothing ahead
    }

    final double number(String name) {
        return Texts.number(values, name);
    }

    final boolean flag(String name) {
        return Texts.flag(values, name);
    }

    final String string(String name) {
        return Texts.string(values, name);
    }
}
