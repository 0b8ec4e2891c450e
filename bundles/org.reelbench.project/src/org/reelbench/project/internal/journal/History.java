package org.reelbench.project.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;

/**
 * Edits that can be undone or done again, the next one on top. Immutable: every state has its own, sharing what lies below.
 */
public final class History {

    /** Nothing to undo or do again. */
    public static final History EMPTY = new History(null, null);

    private final @Nullable Change top;
    private final @Nullable History below;

    private History(@Nullable Change top, @Nullable History below) {
        this.top = top;
        this.below = below;
    }

    /** Returns the history with one more edit. */
    public History push(Change edit) {
        return new History(edit, this);
    }

    /** Returns the history without its top. */
    public History pop() {
        return below == null ? this : below;
    }

    /** Returns the edit that is undone or done again next. */
    public Optional<Change> top() {
        return Optional.ofNullable(top);
    }

    /** Returns what that edit did. */
    public Optional<String> label() {
        return top().map(Change::label);
    }

    /** Returns what the topmost edits did, that of the top first. */
    public List<String> labels(int most) {
        List<String> labels = new ArrayList<>();
        History history = this;
        for (Change edit = history.top; edit != null && labels.size() < most; edit = history.top) {
            labels.add(edit.label());
            history = history.pop();
        }
        return labels;
    }
}
