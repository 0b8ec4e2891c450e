package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaException;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.Landing;
import org.reelbench.ui.internal.FileImport.Found;
import org.reelbench.ui.internal.FileImport.Place;

class FileImportTest {

    private static final Place PLACE = new Place(Optional.of(new Id("v1")), 50, Landing.OVERWRITE);
    private final FakeSession session = new FakeSession(Films.project(Films.video("v1"))
            .withMedia(List.of(new MediaReference(new Id("m1"), "Beach", "media/beach.mp4", "", Extras.NONE))),
            Path.of("/films/film.reel"));

    private static Found found(String file) {
        return new Found(Path.of(file), "print", Optional.of(Films.media(Films.still())));
    }

    private static FileImport imported(String... files) {
        return new FileImport(List.of(files).stream().map(FileImportTest::found).toList(), List.of());
    }

    private static List<String> steps(EditCommand command) throws EditRefused {
        List<EditCommand> steps = command.name().equals(EditCommands.UNIT) ? EditCommands.steps(command) : List.of(command);
        return steps.stream().map(step -> step.name() + step.parameters()).toList();
    }

    @Test
    void aThousandFilesAreOneEdit() throws Exception {
        List<Found> files = IntStream.range(0, 1000).mapToObj(i -> found("/footage/" + i + ".png")).toList();
        EditCommand added = new FileImport(files, List.of()).command(session, EditDraft.of(session), Optional.empty());
        assertEquals(EditCommands.UNIT, added.name());
        assertEquals(1000, EditCommands.steps(added).size());
    }

    @Test
    void filesArePutOnTracksByTheEditThatAddsThem() throws Exception {
        assertEquals(List.of("addMedia{fingerprint=print, path=/a.png}", "addMedia{fingerprint=print, path=/b.png}",
                "overwrite{durationFrames=125, startFrame=50, still=m2, track=v1}",
                "overwrite{durationFrames=125, startFrame=175, still=m3, track=v1}"),
                steps(imported("/a.png", "/b.png").command(session, EditDraft.of(session), Optional.of(PLACE))));
    }

    @Test
    void whatTheProjectHasIsNotAddedAgainHoweverItIsNamed() throws Exception {
        FileImport twice = imported("/films/media/beach.mp4", "/c.png", "/c.png");
        assertEquals(List.of("addMedia{fingerprint=print, path=/c.png}"),
                steps(twice.command(session, EditDraft.of(session), Optional.empty())));
        FileImport known = imported("/films/media/beach.mp4");
        assertEquals("the project has this medium already",
                assertThrows(EditRefused.class, () -> known.command(session, EditDraft.of(session), Optional.empty()))
                        .getMessage());
        assertEquals(List.of("overwrite{durationFrames=125, startFrame=50, still=m1, track=v1}"),
                steps(known.command(session, EditDraft.of(session), Optional.of(PLACE))));
    }

    @Test
    void filesThatCannotBeReadAreLeftOutAndTold() {
        FileImport.Look look = (file, _) -> {
            if (file.toString().contains("bad")) {
                throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(), "it is broken");
            }
            return found(file.toString());
        };
        CountedSteps counted = new CountedSteps(0);
        FileImport some = FileImport.of(List.of(Path.of("/a.png"), Path.of("/bad1"), Path.of("/bad2")), look, counted);
        assertEquals(List.of("a.png", "bad1", "bad2"), counted.begun);
        assertEquals(List.of(found("/a.png")), some.files());
        assertEquals(Optional.of("2 files were not added; the first: /bad1: it is broken"), some.complaint());
        assertThrows(CancelledException.class,
                () -> FileImport.of(List.of(Path.of("/a.png"), Path.of("/b.png")), look, new CountedSteps(1)));
    }
}
