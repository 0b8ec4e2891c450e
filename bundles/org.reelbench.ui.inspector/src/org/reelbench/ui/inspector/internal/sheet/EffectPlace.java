package org.reelbench.ui.inspector.internal.sheet;

import java.util.Optional;

import org.reelbench.project.EditCommand;

/**
 * An effect among those of a clip.
 *
 * @param enabled whether it is applied
 * @param toggle applies it, or does not any more
 * @param up puts it before the one before; empty for the first
 * @param down puts it behind the next one; empty for the last
 * @param remove takes it away
 * @param problem why it does nothing; empty if it works
 */
public record EffectPlace(boolean enabled, EditCommand toggle, Optional<EditCommand> up, Optional<EditCommand> down,
        EditCommand remove, String problem) {

    String shape() {
        return "#" + up.isPresent() + down.isPresent() + problem;
    }
}
