package org.reelbench.ui.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.OpenProject;

/** What an edit would leave while a hand still moves it: computed on the edits thread, the newest only, and never made. */
final class Trials {

    private record Wish(OpenProject project, LongFunction<EditCommand> decide) {
    }

    private final Executor edits;
    private final Announcer announcer;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private volatile @Nullable Sequence shown;

    Trials(Executor edits, Announcer announcer) {
        this.edits = edits;
        this.announcer = announcer;
    }

    Optional<Sequence> shown() {
        return Optional.ofNullable(shown);
    }

    void tryOut(OpenProject project, LongFunction<EditCommand> decide) {
        if (wish.getAndSet(new Wish(project, decide)) == null) {
            edits.execute(this::grant);
        }
    }

    private void grant() {
        Wish wanted = wish.getAndSet(null);
        if (wanted == null) {
            return;
        }
        try {
            EditDraft draft = wanted.project.draft();
            draft.make(wanted.decide.apply(draft.revision()));
            Sequence tried = draft.sequence();
            shown = tried;
            announcer.announce(listener -> listener.sequenceTried(tried));
        } catch (EditRefused e) {
            // A hand that moves on may come to what is possible again; the edit itself will say why it is not.
            drop(wanted.project);
        }
    }

    /** Shows the sequence as it is again, behind the trials asked for before. */
    void end(OpenProject project) {
        wish.set(null);
        edits.execute(() -> drop(project));
    }

    /** Shows the sequence as it is again; on the edits thread. */
    void drop(OpenProject project) {
        if (shown != null) {
            forget();
            announcer.announce(listener -> listener.sequenceTried(project.sequence()));
        }
    }

    /** Forgets what was tried where all are told of another sequence anyway. */
    void forget() {
        shown = null;
    }
}
