package org.reelbench.project.internal.session;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;

/**
 * Edits that can be undone or done again, the next one on top. Immutable: every state has its own, sharing what lies below.
 */
final class History {

    static final History EMPTY = new History(null, null);

    private final @Nullable Change top;
    private final @Nullable History below;

    private History(@Nullable Change top, @Nullable History below) {
        this.top = top;
        this.below = below;
    }

    History push(Change edit) {
        return new History(edit, this);
    }

    History pop() {
        return below == null ? this : below;
    }

    Optional<Change> top() {
        return Optional.ofNullable(top);
    }

    Optional<String> label() {
        return top().map(Change::label);
    }
}
