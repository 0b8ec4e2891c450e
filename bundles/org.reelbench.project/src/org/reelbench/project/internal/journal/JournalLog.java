package org.reelbench.project.internal.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.project.EditCommand;
import org.reelbench.project.ProjectJournal;
import org.reelbench.project.internal.json.CommandJson;
import org.reelbench.project.internal.json.Json;
import org.reelbench.timeline.EditRefused;

/**
 * Reads what a journal says without taking part: the project may be open, here or elsewhere.
 */
public final class JournalLog {

    private static final String PAST = "past";
    private static final String FUTURE = "future";
    private static final String SAVE = "SAVE";

    private JournalLog() {
    }

    /** Reads the newest journal beside a project file. */
    public static ProjectJournal read(Path projectFile) throws IOException {
        Path folder = JournalPlace.beside(projectFile);
        for (Path file : JournalPlace.generations(folder)) {
            try {
                JournalReader.Content content = JournalReader.read(file);
                if (content != null) {
                    return content.version() > RecordWriter.VERSION
                            ? new ProjectJournal(List.of(), Optional.of("a newer Reelbench wrote the journal " + file))
                            : log(content);
                }
            } catch (NoSuchFileException _) {
                // Whoever has the project open has just begun the next one.
            }
        }
        return new ProjectJournal(List.of(), Optional.empty());
    }

    private static ProjectJournal log(JournalReader.Content content) throws IOException {
        long saved = content.revision();
        for (Members record : content.records()) {
            saved = record.text("kind").equals(SAVE) ? Math.max(saved, record.whole("revision")) : saved;
        }
        List<ProjectJournal.Entry> entries = new ArrayList<>();
        for (Members record : content.records()) {
            String kind = record.text("kind");
            if (kind.equals(PAST)) {
                // They lead away from the state the journal begins with.
                entries.addFirst(entry(record, ProjectJournal.Kind.EDIT, true));
            } else if (!kind.equals(FUTURE) && !kind.equals(SAVE)) {
                entries.add(entry(record, ProjectJournal.Kind.valueOf(kind), record.whole("revision") <= saved));
            }
        }
        return new ProjectJournal(entries, content.damage());
    }

    private static ProjectJournal.Entry entry(Members record, ProjectJournal.Kind kind, boolean isSaved) throws IOException {
        EditCommand command;
        try {
            command = CommandJson.read(record.get("command"));
        } catch (EditRefused e) {
            throw new IOException(e.getMessage(), e);
        }
        long dateMs = record.get("dateMs") instanceof Json.NumberValue ? record.whole("dateMs") : 0;
        return new ProjectJournal.Entry(kind, record.whole("revision"),
                dateMs == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(dateMs)), record.text("label"), command,
                record.ids("created"), isSaved);
    }
}
