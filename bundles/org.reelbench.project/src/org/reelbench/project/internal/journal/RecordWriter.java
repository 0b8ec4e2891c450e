package org.reelbench.project.internal.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import org.reelbench.project.Change;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.FileStamp;
import org.reelbench.project.internal.file.ProjectParts;
import org.reelbench.project.internal.json.CommandJson;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.timeline.Id;

/**
 * Writes the records of a journal: first a header that names the state it begins with, then the history of that state, then what
 * happened.
 */
final class RecordWriter {

    /** The format; an older Reelbench sees by a higher number that it must leave the journal alone. */
    static final int VERSION = 1;
    static final String VERSION_MEMBER = "reelbenchJournal";
    private static final int MAX_HISTORY = 200;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ProjectParts parts;

    RecordWriter(ProjectParts parts) {
        this.parts = parts;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void header(String project, String process, Base base) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonPrinter out = JsonPrinter.onOneLine(text);
        out.beginObject(false);
        out.name(VERSION_MEMBER).whole(VERSION);
        out.name("project").text(project);
        out.name("process").text(process);
        out.name("revision").whole(base.revision());
        if (base.file().isPresent()) {
            out.name("file").beginObject(false);
            stamp(out, base.file().get());
            out.end();
        }
        Optional<Base.Snapshot> snapshot = base.snapshot();
        if (snapshot.isPresent()) {
            out.name("snapshot").beginObject(false);
            out.name("name").text(snapshot.get().name());
            stamp(out, snapshot.get().stamp());
            out.end();
        }
        out.end();
        line(text);
        history("past", base.undo(), true);
        history("future", base.redo(), false);
    }

    /** Outermost last: each line leads from the state the one before it led to, away from the base. */
    private void history(String kind, History history, boolean backwards) throws IOException {
        History rest = history;
        for (int i = 0; i < MAX_HISTORY && rest.top().isPresent(); i++, rest = rest.pop()) {
            Change edit = rest.top().get();
            change(kind, edit, 0, backwards ? edit.after() : edit.before(), backwards ? edit.before() : edit.after());
        }
    }

    void entry(Entry entry) throws IOException {
        switch (entry) {
        case Entry.Made made -> change(made.change().kind().name(), made.change(), made.dateMs(), made.change().before(),
                made.change().after());
        case Entry.Mark mark -> mark(mark);
        }
    }

    private void change(String kind, Change change, long dateMs, Project from, Project to) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonPrinter out = JsonPrinter.onOneLine(text);
        out.beginObject(false);
        out.name("kind").text(kind);
        out.name("revision").whole(change.revision());
        out.name("dateMs").whole(dateMs);
        out.name("label").text(change.label());
        out.name("command");
        CommandJson.write(out, change.command());
        out.name("created").beginList(false);
        for (Id id : change.created()) {
            out.text(id.value());
        }
        out.end();
        out.name("change");
        new DeltaWriter(out, parts).write(from, to);
        out.end();
        line(text);
    }

    private void mark(Entry.Mark mark) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonPrinter out = JsonPrinter.onOneLine(text);
        out.beginObject(false);
        out.name("kind").text("SAVE");
        out.name("revision").whole(mark.revision());
        out.name("file").text(mark.file().toString());
        stamp(out, mark.stamp());
        out.end();
        line(text);
    }

    private static void stamp(JsonPrinter out, FileStamp stamp) throws IOException {
        out.name("bytes").whole(stamp.bytes());
        out.name("sha256").text(stamp.sha256());
    }

    private void line(StringBuilder json) {
        bytes.writeBytes(Lines.of(json.toString()));
    }
}
