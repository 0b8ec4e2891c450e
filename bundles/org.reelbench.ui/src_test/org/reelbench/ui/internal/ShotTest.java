package org.reelbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaInfo;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Excerpt;
import org.reelbench.ui.Landing;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.internal.Shot.Part;

class ShotTest {

    private static final MediaInfo FILM = Films.media(Films.picture(0, RationalTime.of(4, 1)),
            Films.sound(2, RationalTime.of(401, 100)));
    private static final MediaInfo SOUND = Films.media(Films.sound(1, RationalTime.of(2, 1)));
    private static final MediaInfo STILL = Films.media(Films.still());

    private final Project project = Films.project(Films.video("v1"), Films.video("v2"), Films.audio("a1"), Films.audio("a2"))
            .withMedia(List.of(new MediaReference(new Id("m1"), "Beach", "/media/beach.mp4", "", Extras.NONE)));
    private final Sequence sequence = project.mainSequence();
    private final FakeSession session = new FakeSession(project, null);

    private static OpenProject open(FakeSession session) {
        return new OpenProject(session, _ -> {
            throw new AssertionError("media have been looked into");
        });
    }

    @Test
    void withoutAChosenTrackPictureAndSoundGoToTheLowestOnes() throws Exception {
        assertEquals(List.of(part("v1", "media", 0, 100), part("a1", "media", 2, 101)), parts(FILM, Optional.empty()));
        assertEquals(List.of(part("a1", "media", 1, 50)), parts(SOUND, Optional.empty()));
        assertEquals(List.of(part("v1", "still", 0, 125)), parts(STILL, Optional.empty()));
    }

    @Test
    void theChosenTrackTakesWhatItsKindIsAndSoundComesAlongWithPictures() throws Exception {
        Optional<Id> pictures = Optional.of(new Id("v2"));
        assertEquals(List.of(part("v2", "media", 0, 100), part("a1", "media", 2, 101)), parts(FILM, pictures));
        assertEquals(List.of(part("a2", "media", 2, 101)), parts(FILM, Optional.of(new Id("a2"))));
        Shot film = shot(FILM);
        Sequence silent = sequence.withTrack(Films.audio("a1").withLocked(true)).withTrack(Films.audio("a2").withLocked(true));
        assertEquals(List.of(part("v2", "media", 0, 100)), film.parts(silent, pictures),
                "where no track takes it, it stays away");
    }

    @Test
    void lockedTracksAreLeftOut() throws Exception {
        Sequence locked = sequence.withTrack(Films.video("v1").withLocked(true));
        assertEquals(List.of(part("v2", "still", 0, 125)), shot(STILL).parts(locked, Optional.empty()));
    }

    @Test
    void whatCannotBePutSaysWhyNot() {
        refuses("there is no picture in 'Beach'; put it on an audio track", SOUND, Optional.of(new Id("v1")));
        refuses("there is no sound in 'Beach'; put it on a video track", STILL, Optional.of(new Id("a1")));
        refuses("the track is not there any more", FILM, Optional.of(new Id("v9")));
        refuses("there is neither picture nor sound in 'Beach'", Films.media(), Optional.empty());
        refuses("'Beach' does not say how long it is; convert it to MP4 or Matroska first",
                Films.media(Films.picture(0, RationalTime.ZERO)), Optional.empty());
        Sequence soundOnly = Films.project(Films.audio("a1")).mainSequence();
        assertEquals("there is no video track that is not locked; add one first",
                assertThrows(EditRefused.class, () -> shot(FILM).parts(soundOnly, Optional.empty())).getMessage());
    }

    private EditCommand put(MediaInfo info, int times, Landing landing, long frame) throws EditRefused {
        return new Shots(Collections.nCopies(times, shot(info))).command(open(session), Optional.empty(), frame, landing);
    }

    private static List<String> steps(EditCommand unit) throws EditRefused {
        return EditCommands.steps(unit).stream().map(ShotTest::text).toList();
    }

    @Test
    void pictureAndSoundArePutAndLinkedByOneEdit() throws Exception {
        EditCommand unit = put(FILM, 1, Landing.INSERT, 30);
        assertEquals(List.of("insert {durationFrames=100, media=m1, startFrame=30, stream=0, track=v1} 0",
                "insert {durationFrames=101, media=m1, startFrame=30, stream=2, track=a1} 0", "link {clips=[c1, c2]} 0"),
                steps(unit));
        assertEquals("Insert 'Beach'", unit.parameters().get("name"));
        assertEquals("Overwrite with 'Beach'", put(FILM, 1, Landing.OVERWRITE, 0).parameters().get("name"));
    }

    @Test
    void aPartOfAMediumIsPutOnTheChosenTrackOfItsKindAndTheLowestOfTheOther() throws Exception {
        Shot part = new Shot(new Id("m1"), "Beach", FILM, Optional.of(new Excerpt(new Id("m1"), RationalTime.of(3, 1), 200)));
        EditCommand unit = new Shots(List.of(part)).command(open(session), Optional.of(new Id("v2")), 30, Landing.OVERWRITE);
        assertEquals(List.of("overwrite {durationFrames=25, media=m1, sourceIn=3s, startFrame=30, stream=0, track=v2} 0",
                "overwrite {durationFrames=26, media=m1, sourceIn=3s, startFrame=30, stream=2, track=a1} 0",
                "link {clips=[c1, c2]} 0"), steps(unit));
        Shot behind = new Shot(new Id("m1"), "Beach", FILM, Optional.of(new Excerpt(new Id("m1"), RationalTime.of(9, 1), 1)));
        assertEquals("'Beach' ends before the part that is marked begins",
                assertThrows(EditRefused.class, () -> behind.parts(sequence, Optional.empty())).getMessage());
    }

    @Test
    void severalMediaArePutBehindEachOtherByOneEdit() throws Exception {
        EditCommand unit = put(FILM, 2, Landing.FREE, 0);
        assertEquals(List.of("place {durationFrames=100, media=m1, startFrame=101, stream=0, track=v1} 0",
                "place {durationFrames=101, media=m1, startFrame=101, stream=2, track=a1} 0", "link {clips=[c3, c4]} 0"),
                steps(unit).subList(3, 6));
        assertEquals("Place 2 media", unit.parameters().get("name"));
    }

    @Test
    void aStillIsOneEditThatHasNoStream() throws Exception {
        assertEquals("place {durationFrames=125, startFrame=0, still=m1, track=v1} 0", text(put(STILL, 1, Landing.FREE, 0)));
    }

    @Test
    void whereOneCannotBePutNoneIs() {
        Sequence full = sequence.withTrack(Films.video("v1", Films.clip("c1", 200)));
        FakeSession onFull = new FakeSession(project.withSequence(full), null);
        EditRefused refused = assertThrows(EditRefused.class,
                () -> new Shots(List.of(shot(SOUND), shot(FILM))).command(open(onFull), Optional.empty(), 0, Landing.FREE));
        assertTrue(refused.getMessage().contains("free"), refused.getMessage());
        assertThrows(EditRefused.class, () -> put(FILM, 0, Landing.FREE, 0));
    }

    private static String text(EditCommand command) {
        return command.name() + " " + command.parameters() + " " + command.revision();
    }

    private void refuses(String reason, MediaInfo info, Optional<Id> track) {
        assertEquals(reason, assertThrows(EditRefused.class, () -> parts(info, track)).getMessage());
    }

    private List<Part> parts(MediaInfo info, Optional<Id> track) throws EditRefused {
        return shot(info).parts(sequence, track);
    }

    private static Shot shot(MediaInfo info) {
        return new Shot(new Id("m1"), "Beach", info);
    }

    private static Part part(String track, String content, int stream, long frames) {
        return new Part(new Id(track), content, stream, RationalTime.ZERO, frames);
    }
}
