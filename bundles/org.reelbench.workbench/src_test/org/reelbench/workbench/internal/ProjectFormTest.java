package org.reelbench.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class ProjectFormTest {

    private static final Project FILM = new NewFilm("/films/one.reel", "1920 × 1080", "25").project();
    private static final ProjectForm BEFORE = ProjectForm.of(FILM, FILM.mainSequence());
    private static final Id MAIN = FILM.mainSequenceId();

    @Test
    void whatIsLeftAsItWasIsNoEdit() {
        assertEquals(Optional.empty(), BEFORE.problem());
        assertEquals(Optional.empty(), BEFORE.change(BEFORE, MAIN, 7));
        assertEquals(Optional.empty(),
                new ProjectForm("one ", " one", "1920x1080", "25/1", "48000 ", false).change(BEFORE, MAIN, 7));
    }

    @Test
    void allThatIsOtherIsOneEdit() {
        ProjectForm after = new ProjectForm("two", "one", "1280 × 720", "30000/1001", "44100", true);
        EditCommand command = after.change(BEFORE, MAIN, 7).orElseThrow();
        assertEquals(7, command.revision());
        List<EditCommand> steps = List.of(EditCommand.of(EditCommands.RENAME_PROJECT, 7).with("name", "two"),
                EditCommand.of(EditCommands.SET_SEQUENCE_FORM, 7).with("sequence", "main").with("widthPx", 1280L)
                        .with("heightPx", 720L).with("rate", "30000/1001").with("sampleRateHz", 44_100L),
                EditCommand.of(EditCommands.SET_LIMITER, 7).with("sequence", "main").with("limiter", true));
        assertEquals(EditCommands.unit("Change project settings", steps, 7), command);
    }

    @Test
    void oneChangeIsAnEditOfItsOwnName() {
        assertEquals(Optional.of(EditCommand.of(EditCommands.RENAME_PROJECT, 7).with("name", "two")),
                with("two", "25", "48000").change(BEFORE, MAIN, 7));
    }

    @Test
    void aRateIsKeptWhileSomethingIsCountedInIt() {
        Sequence empty = FILM.mainSequence();
        assertEquals(Optional.empty(), ProjectForm.rateIsKept(empty));
        Sequence marked = new Sequence(empty.id(), empty.name(), empty.rate(), empty.widthPx(), empty.heightPx(),
                empty.sampleRateHz(), empty.limiter(), empty.tracks(), empty.markers(),
                new FrameRange(0, 5), empty.extras());
        assertTrue(ProjectForm.rateIsKept(marked).isPresent());
    }

    @Test
    void whatCannotBeIsNamed() {
        assertEquals(Optional.of("A name has at least one letter"), with(" ", "25", "48000").problem());
        assertTrue(with("one", "fast", "48000").problem().orElseThrow().startsWith("Write the rate"));
        assertTrue(with("one", "25", "7999").problem().orElseThrow().startsWith("Write the sound"));
        assertTrue(with("one", "25", "48 kHz").problem().orElseThrow().startsWith("Write the sound"));
        assertTrue(new ProjectForm("one", "one", "large", "25", "48000", false).problem().orElseThrow()
                .startsWith("Write the size"));
    }

    private static ProjectForm with(String name, String rate, String sound) {
        return new ProjectForm(name, "one", "1920 × 1080", rate, sound, false);
    }
}
