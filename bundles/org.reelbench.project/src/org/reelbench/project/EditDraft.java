package org.reelbench.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.internal.edit.Operations;
import org.reelbench.project.internal.edit.Outcome;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * Edits that are tried out of sight, to be made as one: each is decided on what the one before would leave.
 *
 * <pre>{@code
 * EditDraft draft = EditDraft.of(session);
 * Id clip = draft.make(EditCommand.of(EditCommands.APPEND, 0).with("track", "v1").with("media", "m1")).created().getFirst();
 * draft.make(EditCommand.of(EditCommands.SET_OPACITY, 0).with("clip", clip.value()).with("opacity", 0.5));
 * session.execute(draft.command("Append half seen"));
 * }</pre>
 *
 * For one thread. The session does not notice; what others edit there meanwhile is found when the draft's command is executed.
 */
public final class EditDraft {

    private final long revision;
    private final Optional<Path> folder;
    private final Optional<Id> meant;
    private final List<Step> steps = new ArrayList<>();
    private Project project;

    private EditDraft(long revision, Project project, Optional<Path> folder, Optional<Id> meant) {
        this.revision = revision;
        this.project = project;
        this.folder = folder;
        this.meant = meant;
    }

    /**
     * One edit of a draft.
     *
     * @param command the command
     * @param label what it would do, for people
     * @param created the ids it would give to what it makes, in the order it makes them
     */
    public record Step(EditCommand command, String label, List<Id> created) {

        /**
         * Creates a step.
         */
        public Step {
            created = List.copyOf(created);
        }
    }

    /**
     * Begins a draft on the current state of a session.
     *
     * @param session the session, which is only read
     * @return a draft without steps
     */
    public static EditDraft of(ProjectSession session) {
        return begin(session, Optional.empty());
    }

    /**
     * Begins a draft on the current state of a session whose edits mean one sequence where they name none.
     *
     * @param session the session, which is only read
     * @param sequence the id of the sequence
     * @return a draft without steps
     */
    public static EditDraft of(ProjectSession session, Id sequence) {
        return begin(session, Optional.of(sequence));
    }

    private static EditDraft begin(ProjectSession session, Optional<Id> meant) {
        // In this order: a state that is newer than its revision is found when the command is executed, an older one is not.
        long revision = session.revision();
        Project project = session.project();
        return new EditDraft(revision, project, session.file().map(file -> file.toAbsolutePath().getParent()), meant);
    }

    /**
     * Tries an edit on what the steps so far would leave.
     *
     * @param command the edit; its revision is not looked at
     * @return the step, which is the draft's last one now
     * @throws EditRefused if it cannot be made; the draft is as it was
     */
    public Step make(EditCommand command) throws EditRefused {
        EditCommand named = meant.filter(id -> !id.equals(project.mainSequenceId()))
                .map(id -> EditCommands.inSequence(command, id))
                .orElse(command);
        Outcome outcome = Operations.apply(project, folder, named);
        Step step = new Step(new EditCommand(named.name(), named.parameters(), revision), outcome.label(), outcome.created());
        project = outcome.project();
        steps.add(step);
        return step;
    }

    /**
     * Returns what the steps so far would leave.
     *
     * @return the state of the project
     */
    public Project project() {
        return project;
    }

    /**
     * Returns what the steps so far would leave of the sequence that they mean.
     *
     * @return the sequence the draft was begun with; the main one if none was named, or it is not there
     */
    public Sequence sequence() {
        return meant.flatMap(project::sequence).orElseGet(project::mainSequence);
    }

    /**
     * Returns the revision the draft began on.
     *
     * @return the revision that its command carries
     */
    public long revision() {
        return revision;
    }

    /**
     * Returns the edits.
     *
     * @return the steps so far, in order
     */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * Returns the one command that makes all steps: a {@linkplain EditCommands#unit unit}, or of one step, that step's own.
     *
     * @param name what they do together, for people; of one step, its own label is used
     * @return the command, for {@link ProjectSession#execute}
     * @throws IllegalStateException if there are no steps
     */
    public EditCommand command(String name) {
        if (steps.isEmpty()) {
            throw new IllegalStateException("the draft has no steps");
        }
        return steps.size() == 1
                ? steps.getFirst().command()
                : EditCommands.unit(name, steps.stream().map(Step::command).toList(), revision);
    }
}
