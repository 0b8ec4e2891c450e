package org.reelbench.project.internal.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.project.Change;
import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.StaleRevision;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.session.FileSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * What every command does to one film, as {@link PlaceCommandTable}, {@link OtherCommandTable} and {@link TreatmentCommandTable} say: behind {@code >} a command that is made, with its label,
 * what it created and the lines that differ in a dump of the project; behind {@code !} one that is refused, with the reason.
 */
class CommandTableTest {

    private static final List<String> FILM = List.of(
            "add-media path=/footage/beach.mp4", "add-media path=/footage/city.mp4", "add-media path=/footage/unused.mp4",
            "append track=v1 media=m1 name=Beach duration=100", "append track=v1 generator=color name=Red duration=50",
            "append track=v1 media=m2 name=City source-in=10s duration=100",
            "append track=a1 media=m1 stream=1 name=Waves duration=100",
            "append track=a1 media=m2 stream=1 name=Noise duration=150",
            "link clips=c1,c4", "group clips=c3,c5", "dissolve clip=c2 duration=10",
            "add-sequence name=Insert", "append sequence=s2 track=v1 generator=color name=Blue duration=60",
            "add-sequence name=Spare",
            "add-track kind=video", "place track=v2 at=300 nested=s2 duration=50",
            "set-effects clip=c3 effects=[{\"effect\":\"blur\",\"parameters\":{\"radius\":2.0}}]",
            "set-keyframe clip=c3 property=opacity at=0 value=0 interpolation=hold",
            "set-keyframe clip=c3 property=opacity at=25 value=1",
            "add-marker at=40 name=Here", "set-in-out in=150 out=250",
            "add-track kind=video name=Held", "append track=v3 generator=color name=Kept duration=10", "lock-track track=v3",
            "hide-track track=v3", "solo-track track=v3", "add-track kind=audio name=Off", "mute-track track=audio:2",
            "add-media path=/footage/take_%04d.png");

    private final Path folder;

    CommandTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static ProjectSession film() throws EditRefused {
        Sequence sequence = new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("a1"), "A1", TrackKind.AUDIO), Track.of(new Id("v1"), "V1", TrackKind.VIDEO)),
                Extras.NONE);
        ProjectSession session = new FileSessions().create(Project.of("Film", sequence));
        for (String line : FILM) {
            run(session, line);
        }
        return session;
    }

    private static Change run(ProjectSession session, String line) throws EditRefused {
        EditCommand command = EditCommands.ofLine(line, session.project(), session.revision()).orElseThrow();
        return session.execute(command);
    }

    private static List<String> table() {
        return (PlaceCommandTable.TEXT + OtherCommandTable.TEXT + TreatmentCommandTable.TEXT).lines().toList();
    }

    private static List<String> rows(String mark) {
        return table().stream().filter(line -> line.startsWith(mark)).map(line -> line.substring(mark.length())).toList();
    }

    @Test
    void everyCommandIsMadeAndRefusedAsTheTableSays() throws Exception {
        List<String> produced = new ArrayList<>();
        for (String line : table()) {
            if (line.startsWith("> ")) {
                produced.add(line);
                made(line.substring(2)).forEach(result -> produced.add("  " + result));
            } else if (line.startsWith("! ")) {
                produced.add(line);
                produced.add("  " + refused(line.substring(2)));
            } else if (!line.startsWith("  ")) {
                produced.add(line);
            }
        }
        assertEquals(String.join("\n", table()), String.join("\n", produced));
    }

    @Test
    void everyCommandHasARowOfEachKind() throws Exception {
        Set<String> all = new TreeSet<>(EditCommands.descriptions().stream().map(CommandDescription::name).toList());
        for (String mark : List.of("> ", "! ")) {
            Set<String> names = new TreeSet<>();
            for (String row : rows(mark)) {
                names.add(EditCommands.ofLine(row, film().project(), 0).orElseThrow().name());
            }
            assertEquals(all, names, "rows of " + mark);
        }
    }

    @Test
    void whatIsUndoneIsEqualAndWhatIsDoneAgainTheOther() throws Exception {
        for (String row : rows("> ")) {
            ProjectSession session = film();
            Project before = session.project();
            Change made = run(session, row);
            if (made.command().name().equals(EditCommands.GROW_RECORDING)) {
                // What a recording does by itself is no step to undo.
                assertEquals(before, made.after(), row);
                continue;
            }
            Project after = made.after();
            assertNotEquals(before, after, row);
            assertEquals(List.of(), ProjectRules.violations(after), row);
            session.undo();
            assertEquals(before, session.project(), row);
            session.redo();
            assertEquals(after, session.project(), row);
        }
    }

    @Test
    void whatWasNotSavedIsRecoveredAsItWas() throws Exception {
        for (String row : rows("> ")) {
            Path file = folder.resolve("film.reel");
            Files.deleteIfExists(file);
            Project after;
            try (ProjectSession session = film()) {
                session.saveAs(file);
                after = run(session, row).after();
            }
            try (ProjectSession session = new FileSessions().open(file)) {
                assertEquals(after, session.project(), row);
                session.save();
            }
            assertEquals(after, ProjectFile.load(file), row);
        }
    }

    @Test
    void aCommandDecidedBeforeIsRefusedIfWhatFollowsTheNamedClipHasChanged() throws Exception {
        for (String row : List.of("move clip=c1 at=400", "delete clip=c1", "split clip=c1 at=10", "flatten clip=c7",
                "lift in=0 out=10", "ripple-delete clip=c2 allTracks=true")) {
            ProjectSession session = film();
            EditCommand decided = EditCommands.ofLine(row, session.project(), session.revision()).orElseThrow();
            run(session, "slip clip=c4 by=5 linked=false");
            assertThrows(StaleRevision.class, () -> session.execute(decided), row);
        }
        ProjectSession session = film();
        EditCommand other = EditCommands.ofLine("set-pan clip=c4 pan=1", session.project(), session.revision()).orElseThrow();
        run(session, "slip clip=c1 by=5 linked=false");
        assertNotEquals(session.project(), session.execute(other).after());
    }

    @Test
    void shortNamesOfACommandAreDifferent() {
        for (CommandDescription command : EditCommands.descriptions()) {
            List<String> names = new ArrayList<>();
            command.parameters().forEach(parameter -> names.add(parameter.name()));
            command.parameters().stream().filter(parameter -> !parameter.shortName().equals(parameter.name()))
                    .forEach(parameter -> names.add(parameter.shortName()));
            assertEquals(new TreeSet<>(names).size(), names.size(), command.name() + names);
        }
    }

    private static List<String> made(String line) throws EditRefused {
        List<String> results = new ArrayList<>();
        ProjectSession session = film();
        List<String> before = ProjectDump.lines(session.project());
        Change change;
        try {
            change = run(session, line);
        } catch (EditRefused e) {
            return List.of("REFUSED: " + e.getMessage());
        }
        results.add(change.label() + (change.created().isEmpty() ? "" : " " + change.created()));
        results.addAll(difference(before, ProjectDump.lines(session.project())));
        return results;
    }

    private static String refused(String line) throws EditRefused {
        ProjectSession session = film();
        try {
            return "MADE: " + run(session, line).label();
        } catch (EditRefused e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The longest common lines are left out. */
    private static List<String> difference(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> difference = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j >= after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                difference.add("- " + before.get(i++));
            } else {
                difference.add("+ " + after.get(j++));
            }
        }
        return difference;
    }
}
