package org.reelbench.project.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** Clips from before there was a choice go on sounding as they did, in whatever file or journal they lie; new ones keep their pitch. */
class OldPitchTest {

    private final Path file;

    OldPitchTest(@TempDir Path folder) throws Exception {
        file = folder.resolve("film.reel");
        Files.writeString(file, FirstJournal.FILM);
        Path journals = Files.createDirectory(file.resolveSibling(".film.reel.recovery"));
        Files.writeString(journals.resolve("journal-2.jsonl"), FirstJournal.JOURNAL);
    }

    private static Map<String, Boolean> keepingPitch(Sequence sequence) {
        Map<String, Boolean> keeping = new TreeMap<>();
        for (Track track : sequence.tracks()) {
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    keeping.put(clip.id().value(), clip.sound().keepPitch());
                }
            }
        }
        return keeping;
    }

    @Test
    void recoveredClipsAreOldAndAppendedOnesNewAlsoAfterACrashAndInTheFile() throws Exception {
        Map<String, Boolean> expected = Map.of("c1", false, "c2", false, "c3", false, "c4", false, "c5", true);
        try (ProjectSession session = new FileSessions().open(file)) {
            session.execute(
                    EditCommands.ofLine("append track=v1 media=m1 duration=5", session.project(), session.revision())
                            .orElseThrow());
            assertEquals(expected, keepingPitch(session.project().mainSequence()));
        }
        try (ProjectSession session = new FileSessions().open(file)) {
            assertEquals(expected, keepingPitch(session.project().mainSequence()), "recovered from a journal of both");
            session.save();
        }
        assertEquals(expected, keepingPitch(ProjectFile.load(file).mainSequence()));
    }
}
