package org.reelbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

class ProjectTest {

    private static Sequence sequence(String id, Track... tracks) {
        return new Sequence(new Id(id), "", FrameRate.of(25, 1), 1280, 720, 48_000, List.of(tracks), Extras.NONE);
    }

    @Test
    void aSequenceReplacesTheOneOfItsIdOrIsAdded() {
        Project project = Project.of("Film", sequence("s1")).withSequence(sequence("s2"));
        Sequence changed = sequence("s1", Track.of(new Id("v1"), "V1", TrackKind.VIDEO));
        Project after = project.withSequence(changed);
        assertSame(changed, after.mainSequence());
        assertEquals(2, after.sequences().size());
        assertSame(project.sequences().get(1), after.sequence(new Id("s2")).orElseThrow());
        assertEquals(new Id("s2"), after.withMainSequence(new Id("s2")).mainSequence().id());
    }

    @Test
    void idsAreThereOnceAndTheMainSequenceIsThere() {
        Project project = Project.of("Film", sequence("s1"));
        MediaReference media = new MediaReference(new Id("m1"), "", "/a.mp4", "", Extras.NONE);
        assertThrows(IllegalArgumentException.class, () -> project.withMedia(List.of(media, media)));
        assertThrows(IllegalArgumentException.class, () -> project.withMainSequence(new Id("s2")));
        assertTrue(project.withMedia(List.of(media)).media(new Id("m1")).isPresent());
        assertTrue(project.media(new Id("m1")).isEmpty());
    }

    @Test
    void whatCouldNotBeLoadedAgainIsNotSaved(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("film.reel");
        Clip clip = Clip.of(new Id("c1"), "", new Still(new Id("m1")), RationalTime.ZERO, 5);
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        Project dangling = Project.of("Film", sequence("s1", track));
        String message = assertThrows(IllegalArgumentException.class, () -> ProjectFile.save(dangling, file)).getMessage();
        assertTrue(message.contains("track 'V1' clip 'c1' shows 'm1'"), message);
        for (Map<String, String> extras : List.of(Map.of("broken", "{"), Map.of("name", "\"twice\""), Map.of("two", "1 2"))) {
            Project project = new Project("Film", List.of(), List.of(sequence("s1")), new Id("s1"),
                    new Extras(new TreeMap<>(extras)));
            assertThrows(IllegalArgumentException.class, () -> ProjectFile.save(project, file), extras.toString());
        }
        assertTrue(Files.notExists(file));
        assertEquals(0, folder.toFile().list().length);
    }
}
