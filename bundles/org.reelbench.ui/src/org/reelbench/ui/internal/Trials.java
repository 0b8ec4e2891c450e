package org.reelbench.ui.internal;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditDraft;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Sequence;

/** What an edit would leave while a hand still moves it: computed on the edits thread, the newest only, and never made. */
final class Trials {

    private record Wish(ProjectSession session, LongFunction<EditCommand> decide) {
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

    void tryOut(ProjectSession session, LongFunction<EditCommand> decide) {
        if (wish.getAndSet(new Wish(session, decide)) == null) {
            edits.execute(this::grant);
        }
    }

    private void grant() {
        Wish wanted = wish.getAndSet(null);
        if (wanted == null) {
            return;
        }
        try {
            EditDraft draft = EditDraft.of(wanted.session);
            draft.make(wanted.decide.apply(draft.revision()));
            Sequence tried = draft.project().mainSequence();
            shown = tried;
            announcer.announce(listener -> listener.sequenceTried(tried));
        } catch (EditRefused e) {
            // A hand that moves on may come to what is possible again; the edit itself will say why it is not.
            drop(wanted.session);
        }
    }

    /** Shows the sequence as it is again, behind the trials asked for before. */
    void end(ProjectSession session) {
        wish.set(null);
        edits.execute(() -> drop(session));
    }

    /** Shows the sequence as it is again; on the edits thread. */
    void drop(ProjectSession session) {
        if (shown != null) {
            forget();
            announcer.announce(listener -> listener.sequenceTried(session.project().mainSequence()));
        }
    }

    /** Forgets what was tried where all are told of another sequence anyway. */
    void forget() {
        shown = null;
    }
}
