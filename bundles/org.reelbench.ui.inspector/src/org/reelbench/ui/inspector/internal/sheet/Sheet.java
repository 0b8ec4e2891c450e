package org.reelbench.ui.inspector.internal.sheet;

import java.util.List;

/**
 * All that the inspector shows at a moment.
 *
 * @param title what is looked at
 * @param sections its properties, from top to bottom
 */
public record Sheet(String title, List<Section> sections) {

    /** Keeps a list of its own. */
    public Sheet {
        sections = List.copyOf(sections);
    }

    /** Which rows there are: sheets of one shape differ in their values only. */
    public List<String> shape() {
        return sections.stream().flatMap(section -> section.shape().stream()).toList();
    }
}
