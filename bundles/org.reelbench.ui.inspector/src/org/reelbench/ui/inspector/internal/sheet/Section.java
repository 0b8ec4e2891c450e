package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Properties that belong together.
 *
 * @param title what they are about
 * @param effect the effect they are parameters of, if they are
 * @param offers what can be added below them; the name of each leads to its edits
 * @param properties the properties, from top to bottom
 */
public record Section(String title, Optional<EffectPlace> effect, List<Offer> offers, List<Property> properties) {

    /** Keeps lists of its own. */
    public Section {
        offers = List.copyOf(offers);
        properties = List.copyOf(properties);
    }

    static Section of(String title, List<Property> properties) {
        return new Section(title, Optional.empty(), List.of(), properties);
    }

    List<String> shape() {
        List<String> shape = new ArrayList<>();
        shape.add(title + effect.map(EffectPlace::shape).orElse(offers.isEmpty() ? "" : "+"));
        properties.forEach(property -> shape.add(property.shape()));
        return shape;
    }
}
