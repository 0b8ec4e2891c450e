package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.project.internal.edit.Growth;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.json.CommandJson;
import org.reelbench.project.internal.json.Json;
import org.reelbench.timeline.EditRefused;

/**
 * Applies the records of a journal to the state they begin with, up to the first that does not fit.
 * <p>
 * One replay per journal, one thread.
 */
final class Replay {

    private final DeltaReader deltas;
    private final List<Entry> entries = new ArrayList<>();
    private Project project;
    private long revision;
    private History undo = History.EMPTY;
    private History redo = History.EMPTY;
    private Growth growth = Growth.NONE;
    private Optional<String> problem = Optional.empty();
    private int unusable;
    private Base base;

    /**
     * Applies records.
     *
     * @param state the state the journal begins with
     * @param savedRevision the revision whose state is in the project file, from which the replay then begins
     */
    Replay(JournalReader.Content content, Project state, ProjectParts parts, Optional<Long> savedRevision,
            Optional<FileStamp> projectFile) {
        deltas = new DeltaReader(parts);
        project = state;
        revision = savedRevision.orElse(content.revision());
        List<Members> records = content.records();
        int next = history(records, savedRevision.isEmpty());
        base = new Base(state, revision, undo, redo, projectFile,
                savedRevision.isPresent() ? Optional.empty() : content.snapshot());
        for (; next < records.size() && problem.isEmpty(); next++) {
            apply(records.get(next));
        }
        for (; next < records.size(); next++) {
            unusable += isChange(records.get(next)) ? 1 : 0;
        }
        problem = problem.or(content::damage);
        dropInvalid();
    }

    private static boolean isChange(Members record) {
        return record.get("change") != null;
    }

    /** History leads away from the base, and what of it cannot be read is only not undone. */
    private int history(List<Members> records, boolean isWanted) {
        Deque<Change> past = new ArrayDeque<>();
        Deque<Change> future = new ArrayDeque<>();
        boolean isBroken = !isWanted;
        Project oldest = project;
        Project newest = project;
        int next = 0;
        for (; next < records.size() && records.get(next).get("kind") instanceof Json.TextValue kind
                && (kind.value().equals("past") || kind.value().equals("future")); next++) {
            if (isBroken) {
                continue;
            }
            boolean isPast = kind.value().equals("past");
            try {
                Project far = deltas.apply(records.get(next).inner("change"), isPast ? oldest : newest);
                Change edit = change(records.get(next), Change.Kind.EDIT, isPast ? far : newest, isPast ? oldest : far);
                (isPast ? past : future).push(edit);
                oldest = isPast ? far : oldest;
                newest = isPast ? newest : far;
            } catch (IOException | RuntimeException _) {
                isBroken = true;
            }
        }
        for (Change edit : past) {
            undo = undo.push(edit);
        }
        for (Change edit : future) {
            redo = redo.push(edit);
        }
        return next;
    }

    private void apply(Members record) {
        try {
            if (record.text("kind").equals("SAVE")) {
                if (record.whole("revision") <= base.revision()) {
                    return;
                }
                entries.add(new Entry.Mark(Path.of(record.text("file")), record.stamp(), record.whole("revision")));
                return;
            }
            long next = record.whole("revision");
            if (next <= base.revision()) {
                return;
            }
            if (next != revision + 1) {
                throw new IOException("the change after revision " + revision + " is missing");
            }
            Project after = deltas.apply(record.inner("change"), project);
            make(record, Change.Kind.valueOf(record.text("kind")), after);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            problem = Optional.of("the change to revision " + (revision + 1) + " cannot be used: " + e.getMessage());
            unusable++;
        }
    }

    /** Undo and redo lead back to the very states the history has, so that equal states are shared. */
    private void make(Members record, Change.Kind kind, Project after) throws IOException {
        Project before = project;
        Change made = change(record, kind, before, after);
        Project same = after;
        switch (kind) {
        case EDIT -> {
            undo = undo.push(made);
            redo = History.EMPTY;
        }
        case GROWTH -> growth = growth.with(made);
        case UNDO -> {
            Optional<Change> edit = undo.top().filter(top -> growth.appliedTo(top.before()).equals(after));
            redo = redo.push(edit.orElseGet(() -> edit(made, after, before)));
            undo = edit.isPresent() ? undo.pop() : History.EMPTY;
            same = edit.map(Change::before).filter(after::equals).orElse(after);
        }
        case REDO -> {
            Optional<Change> edit = redo.top().filter(top -> growth.appliedTo(top.after()).equals(after));
            undo = undo.push(edit.orElseGet(() -> edit(made, before, after)));
            redo = edit.isPresent() ? redo.pop() : History.EMPTY;
            same = edit.map(Change::after).filter(after::equals).orElse(after);
        }
        }
        project = same;
        revision = made.revision();
        entries.add(new Entry.Made(withAfter(made, same), undo, redo, record.whole("dateMs")));
    }

    private static Change edit(Change made, Project before, Project after) {
        return new Change(Change.Kind.EDIT, before, after, made.command(), made.label(), made.created(), made.revision());
    }

    private static Change withAfter(Change made, Project after) {
        return new Change(made.kind(), made.before(), after, made.command(), made.label(), made.created(), made.revision());
    }

    private static Change change(Members record, Change.Kind kind, Project before, Project after) throws IOException {
        EditCommand command;
        try {
            command = CommandJson.read(record.get("command"));
        } catch (EditRefused e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Change(kind, before, after, command, record.text("label"), record.ids("created"), record.whole("revision"));
    }

    /** What each record leads to was valid when it was written, unless the journal was made to deceive: look at the end. */
    private void dropInvalid() {
        while (!entries.isEmpty() && !ProjectRules.violations(project).isEmpty()) {
            Entry last = entries.removeLast();
            if (last instanceof Entry.Made made) {
                problem = Optional.of("the change to revision " + made.revision() + " makes no valid project");
                unusable++;
                project = made.change().before();
            }
        }
        Optional<Entry.Made> last = lastMade();
        revision = last.map(Entry.Made::revision).orElse(base.revision());
        undo = last.map(Entry.Made::undo).orElse(base.undo());
        redo = last.map(Entry.Made::redo).orElse(base.redo());
    }

    Optional<Entry.Made> lastMade() {
        return entries.reversed().stream().filter(Entry.Made.class::isInstance).map(Entry.Made.class::cast).findFirst();
    }

    Base base() {
        return base;
    }

    /** Returns what was applied. */
    List<Entry> entries() {
        return entries;
    }

    Project project() {
        return project;
    }

    long revision() {
        return revision;
    }

    History undo() {
        return undo;
    }

    History redo() {
        return redo;
    }

    /** Returns why not everything was applied. */
    Optional<String> problem() {
        return problem;
    }

    /** Returns how many changes were not applied. */
    int unusable() {
        return unusable;
    }

    List<Change> changes() {
        return entries.stream().filter(Entry.Made.class::isInstance).map(entry -> ((Entry.Made) entry).change()).toList();
    }
}
