package org.reelbench.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.project.internal.session.FileSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/** Clips that are copied are what they were, wherever they are pasted. */
class ClipCopiesTest {

    private static final List<String> FILM = List.of("add-media path=/footage/beach.mp4", "add-media path=/footage/city.mp4",
            "append track=v1 media=m1 name=Beach duration=100", "append track=v1 media=m2 name=City source-in=10s duration=100",
            "append track=a1 media=m1 stream=1 name=Waves duration=100", "link clips=c1,c3", "dissolve clip=c1 duration=10",
            "set-opacity clip=c2 opacity=0.5", "set-keyframe clip=c1 property=scale at=10 value=2",
            "set-effects clip=c1 effects=[{\"effect\":\"blur\",\"parameters\":{\"radius\":2.0}}]", "set-fades clip=c1 in=5");

    private final ProjectSession session = new FileSessions().create(Project.of("Film", sequence(25)));

    private static Sequence sequence(int rate) {
        return new Sequence(new Id("s1"), "Main", FrameRate.of(rate, 1), 1280, 720, 48_000,
                List.of(Track.of(new Id("a1"), "A1", TrackKind.AUDIO), Track.of(new Id("v1"), "V1", TrackKind.VIDEO)),
                Extras.NONE);
    }

    ClipCopiesTest() throws EditRefused {
        for (String line : FILM) {
            session.execute(EditCommands.ofLine(line, session.project(), session.revision()).orElseThrow());
        }
    }

    private String copied(String... clips) {
        return ClipCopies.text(session.project(), Set.copyOf(List.of(clips).stream().map(Id::new).toList()));
    }

    private static Change paste(ProjectSession into, String copied, long frame, String landing) throws EditRefused {
        return into.execute(EditCommand.of(EditCommands.PASTE, into.revision()).with("copied", copied).with("frame", frame)
                .with("landing", landing));
    }

    private static String on(ProjectSession session, String track) {
        List<String> items = new ArrayList<>();
        for (Item item : session.project().mainSequence().track(new Id(track)).items()) {
            items.add(switch (item) {
            case Clip clip -> clip.id() + "+" + clip.durationFrames();
            case Gap gap -> Long.toString(gap.durationFrames());
            case Transition transition -> transition.inOffsetFrames() + "~" + transition.outOffsetFrames();
            });
        }
        return String.join(" ", items);
    }

    private static Clip clip(ProjectSession session, String id) {
        return session.project().mainSequence().findClip(new Id(id)).orElseThrow().clip();
    }

    @Test
    void copiesAreWhatTheClipsWereWithTheTransitionsAndLinksBetweenThem() throws EditRefused {
        paste(session, copied("c1", "c2", "c3"), 300, "free");
        assertEquals("c1+100 5~5 c2+100 100 c4+100 5~5 c5+100", on(session, "v1"));
        assertEquals("c3+100 200 c6+100", on(session, "a1"));
        Clip before = clip(session, "c1");
        Clip copy = clip(session, "c4");
        assertEquals(before, copy.withId(before.id()).withBonds(before.bonds()));
        assertEquals(Set.of(new Id("c4"), new Id("c6")), Links.linked(session.project().mainSequence(), new Id("c6")));
        session.undo();
        assertEquals("c1+100 5~5 c2+100", on(session, "v1"));
    }

    @Test
    void aCopyWithoutItsPartnerIsLinkedToNone() throws EditRefused {
        paste(session, copied("c1"), 250, "free");
        assertEquals(Set.of(new Id("c4")), Links.linked(session.project().mainSequence(), new Id("c4")));
    }

    @Test
    void pastingInsertsOverwritesOrIsRefused() throws EditRefused {
        String copied = copied("c2");
        assertThrows(EditRefused.class, () -> paste(session, copied, 50, "free"));
        paste(session, copied, 50, "overwrite");
        assertEquals("c1+50 c4+100 c2+50", on(session, "v1"));
        session.undo();
        paste(session, copied, 50, "insert");
        assertEquals("c1+50 c4+100 c5+50 5~5 c2+100", on(session, "v1"));
    }

    @Test
    void anotherProjectGetsTheMediaAndTracksThatAreMissing() throws EditRefused {
        session.execute(EditCommands.ofLine("add-track kind=video", session.project(), session.revision()).orElseThrow());
        session.execute(EditCommands.ofLine("move clip=c2 at=0 to=v2", session.project(), session.revision()).orElseThrow());
        ProjectSession other = new FileSessions().create(Project.of("Other", sequence(25)));
        other.execute(EditCommands.ofLine("add-media path=/footage/city.mp4", other.project(), 0).orElseThrow());
        Change change = paste(other, copied("c1", "c2"), 10, "free");
        assertEquals("Paste 2 clips at 00:00:00:10", change.label());
        assertEquals(List.of("/footage/city.mp4", "/footage/beach.mp4"),
                other.project().media().stream().map(media -> media.path()).toList());
        assertEquals("10 c1+100", on(other, "v1"));
        assertEquals("10 c2+100", on(other, "v2"));
        assertNotEquals(clip(other, "c1").content(), clip(other, "c2").content());
        other.undo();
        assertEquals(1, other.project().media().size());
        assertEquals(2, other.project().mainSequence().tracks().size());
    }

    @Test
    void otherRatesAndOtherTextsAreRefused() throws EditRefused {
        ProjectSession other = new FileSessions().create(Project.of("Other", sequence(30)));
        EditRefused rate = assertThrows(EditRefused.class, () -> paste(other, copied("c1"), 0, "free"));
        assertTrue(rate.getMessage().contains("25"), rate.getMessage());
        assertThrows(EditRefused.class, () -> paste(other, "a shopping list", 0, "free"));
        assertThrows(EditRefused.class, () -> paste(session, copied(), 0, "free"));
        assertFalse(other.isDirty());
    }
}
