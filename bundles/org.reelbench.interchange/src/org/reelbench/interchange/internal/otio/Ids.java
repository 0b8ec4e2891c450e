package org.reelbench.interchange.internal.otio;

import java.util.HashMap;
import java.util.Map;

import org.reelbench.timeline.Id;

/** Gives ids as the editor does: a letter and a number. */
final class Ids {

    private final Map<String, Long> last = new HashMap<>();

    Id next(String letter) {
        return new Id(letter + last.merge(letter, 1L, Long::sum));
    }
}
