package org.reelbench.encoding.internal;

import java.util.List;

import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectDescriptor;

/** Where films have the shape of composed pictures, nothing is to be composed for comparing them. */
final class NoComposers implements Composers {

    @Override
    public Composer open(Composition composition) {
        throw new AssertionError("nothing is composed here");
    }

    @Override
    public List<EffectDescriptor> effects() {
        return List.of();
    }
}
