package org.reelbench.project.internal.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.project.EditCommand;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

class MediaOperationsTest {

    private static final MediaReference BEACH = media("m1", "beach.mp4", "/footage/beach.mp4", "b3-1");
    private static final MediaReference SEA = media("m2", "The sea", "/footage/sea.mp4", "");

    private Project project = Project.of("Film", new Sequence(new Id("s1"), "Main", FrameRate.of(25, 1), 1280, 720, 48_000,
            List.of(Track.of(new Id("v1"), "V1", TrackKind.VIDEO)), Extras.NONE)).withMedia(List.of(BEACH, SEA));

    private static MediaReference media(String id, String name, String path, String fingerprint) {
        return new MediaReference(new Id(id), name, path, fingerprint, Extras.NONE);
    }

    private String run(String name, String... parameters) throws EditRefused {
        EditCommand command = EditCommand.of(name, 0);
        for (int i = 0; i < parameters.length; i += 2) {
            command = command.with(parameters[i], parameters[i + 1]);
        }
        Outcome outcome = Operations.apply(project, Optional.of(Path.of("/film")), command);
        project = outcome.project();
        return outcome.label();
    }

    private String refused(String name, String... parameters) {
        return assertThrows(EditRefused.class, () -> run(name, parameters)).getMessage();
    }

    @Test
    void aRelinkedMediumKeepsItsPlaceItsIdAndTheNameSomebodyGaveIt() throws Exception {
        assertEquals("Relink 'beach.mp4'", run("relinkMedia", "media", "m1", "path", "../new/strand.mp4"));
        run("relinkMedia", "media", "m2", "path", "/new/waves.mp4", "fingerprint", "b3-2");
        assertEquals(List.of(media("m1", "strand.mp4", "/new/strand.mp4", "b3-1"),
                media("m2", "The sea", "/new/waves.mp4", "b3-2")), project.media());
        assertEquals("relinkMedia: there is no medium 'm9'", refused("relinkMedia", "media", "m9", "path", "/x"));
        assertEquals("relinkMedia: '/' is no file", refused("relinkMedia", "media", "m1", "path", "/"));
    }

    @Test
    void anAddressIsTakenAsItIs() throws Exception {
        String address = "https://a.example/b/../cliff.mp4?key=/x.mp4";
        assertEquals("Add media 'cliff.mp4'", run("addMedia", "path", address));
        assertEquals(media("m3", "cliff.mp4", address, ""), project.media().getLast());
        run("relinkMedia", "media", "m3", "path", "/new/rocks.mp4");
        assertEquals(media("m3", "rocks.mp4", "/new/rocks.mp4", ""), project.media().getLast());
        run("relinkMedia", "media", "m3", "path", "http://a.example/");
        assertEquals(media("m3", "http://a.example/", "http://a.example/", ""), project.media().getLast());
    }

    @Test
    void aMediumIsRemovedOnlyWhenNoClipUsesIt() throws Exception {
        run("append", "track", "v1", "media", "m1", "name", "Beach", "durationFrames", "1s");
        assertEquals("removeMedia: the clip 'Beach' uses 'beach.mp4'; delete it first", refused("removeMedia", "media", "m1"));
        run("append", "track", "v1", "still", "m1", "durationFrames", "1s");
        assertEquals("removeMedia: 2 clips use 'beach.mp4', the first is 'Beach'; delete them first",
                refused("removeMedia", "media", "m1"));
        assertEquals("Remove media 'The sea'", run("removeMedia", "media", "m2"));
        assertEquals(List.of(BEACH), project.media());
        run("delete", "clip", "c1");
        run("delete", "clip", "c2");
        run("removeMedia", "media", "m1");
        assertEquals(List.of(), project.media());
    }

    @Test
    void aFingerprintIsNotedAndTakenBack() throws Exception {
        run("setFingerprint", "media", "m2", "fingerprint", "b3-7");
        assertEquals(List.of(BEACH, SEA.withFingerprint("b3-7")), project.media());
        run("setFingerprint", "media", "m2", "fingerprint", "");
        assertEquals(List.of(BEACH, SEA), project.media());
    }
}
