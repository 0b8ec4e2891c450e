package org.reelbench.cli.internal.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.media.MediaException;
import org.reelbench.project.Project;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

class ServedProjectTest {

    private final List<String> told = new ArrayList<>();
    private int catalogs;
    private final Path file;
    private Project project = of(sequence("s1", "first"));
    private boolean broken;

    ServedProjectTest(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("film.reel"), "1");
    }

    private static Sequence sequence(String id, String name) {
        return new Sequence(new Id(id), name, FrameRate.of(25, 1), 64, 36, 48_000, List.of(), Extras.NONE);
    }

    private static Project of(Sequence... sequences) {
        return new Project("film", List.of(), List.of(sequences), sequences[0].id(), Extras.NONE);
    }

    private ServedProject served() {
        return new ServedProject(file, () -> {
            if (broken) {
                throw new CommandException(ExitCode.INPUT, "half a project");
            }
            return project;
        }, new ShownPreviews(service(), _ -> {
            catalogs++;
            return new NoMedia();
        }));
    }

    /** A catalog without media. */
    private static final class NoMedia implements MediaCatalog {

        @Override
        public Medium medium(Id media) throws MediaException {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "there is none");
        }
    }

    private PreviewService service() {
        return fake(PreviewService.class, (name, arguments) -> {
            Sequence first = (Sequence) arguments[0];
            told.add(name + " " + first.name());
            return preview(first);
        });
    }

    private Preview preview(Sequence first) {
        List<Sequence> shown = new ArrayList<>(List.of(first));
        return fake(Preview.class, (name, arguments) -> switch (name) {
        case "show" -> {
            shown.add((Sequence) arguments[0]);
            told.add("show " + shown.getLast().name());
            yield null;
        }
        case "revision" -> fake(PreviewRevision.class, (_, _) -> shown.getLast());
        case "close" -> {
            told.add("close " + shown.getLast().name());
            yield null;
        }
        default -> throw new AssertionError(name);
        });
    }

    /** What a fake does. */
    @FunctionalInterface
    private interface Answer {

        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @Test
    void whatIsSavedIsShownAndNothingElse() throws Exception {
        try (ServedProject served = served()) {
            served.start();
            assertEquals(List.of(), served.look());
            project = of(sequence("s1", "edited"), sequence("s2", "another"));
            assertEquals(List.of(), served.look(), "nothing was saved yet");
            Files.writeString(file, "22");
            assertEquals(List.of("another"), served.look().stream().map(Sequence::name).toList());
            assertEquals(List.of("open first", "show edited", "open another"), told);
            assertEquals(1, catalogs, "what is known of media that stay is kept");
            project = of(sequence("s2", "another"));
            Files.writeString(file, "333");
            served.look();
            assertEquals(List.of("close edited", "show another"), told.subList(3, 5));
        }
        assertEquals("close another", told.getLast());
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatIsShown() throws Exception {
        try (ServedProject served = served()) {
            served.start();
            broken = true;
            Files.writeString(file, "22");
            assertThrows(CommandException.class, served::look);
            assertEquals(List.of(), served.look(), "it is told once");
            assertEquals(List.of("open first"), told);
            Files.delete(file);
            assertEquals(List.of(), served.look(), "between two versions there may be none");
            broken = false;
            project = of(sequence("s1", "whole again"));
            Files.writeString(file, "333");
            served.look();
            assertEquals("show whole again", told.get(1));
        }
    }
}
