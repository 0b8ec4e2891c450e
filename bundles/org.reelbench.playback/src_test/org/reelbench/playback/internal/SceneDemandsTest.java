package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.loading.MediumDemand;
import org.reelbench.loading.TrackDemand;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Direction;
import org.reelbench.playback.Scene;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** What a player asks the loading service for, at 10 frames a second: the window is 3 s back and 10 s ahead. */
class SceneDemandsTest {

    private static final FrameRate RATE = FrameRate.of(10, 1);

    private final List<String> asked = new ArrayList<>();
    private final List<Sequence> nested = new ArrayList<>();
    private final MediaCatalog catalog = new MediaCatalog() {

        @Override
        public Medium medium(Id media) throws MediaException {
            asked.add(media.value());
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "there are no media");
        }

        @Override
        public Sequence sequence(Id id) throws MediaException {
            return nested.stream().filter(each -> each.id().equals(id)).findFirst()
                    .orElseThrow(() -> new MediaException(MediaException.Reason.MISSING, id.value(), "no such sequence"));
        }
    };
    private int clips;

    private Clip clip(String medium, long frames) {
        return Clip.of(new Id("c" + clips++), medium, new MediaStream(new Id(medium), 0), RationalTime.ZERO, frames);
    }

    private static Track track(String id, Item... items) {
        return Track.of(new Id(id), id, TrackKind.VIDEO).withItems(TrackItems.of(List.of(items)));
    }

    private static Sequence sequence(String id, FrameRate rate, Track... tracks) {
        return new Sequence(new Id(id), id, rate, 64, 36, 48_000, List.of(tracks), Extras.NONE);
    }

    private static String idOf(MediumDemand demand) {
        return demand.medium().lines().findFirst().orElseThrow();
    }

    private List<String> at(long frame, Direction direction, Track... tracks) {
        List<String> texts = new ArrayList<>();
        for (TrackDemand track : SceneDemands.at(new Scene(sequence("s", RATE, tracks), catalog), frame, direction)) {
            StringBuilder text = new StringBuilder(track.track() + (track.visible() ? "" : " hidden"));
            track.media().forEach(medium -> text.append(' ').append(idOf(medium)).append('@')
                    .append(medium.distance().seconds().toDouble()));
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void mediaInTheWindowAreWantedByTheirDistance() {
        Track track = track("v1", clip("a", 100), clip("b", 30), clip("c", 50), clip("d", 100), clip("e", 100));
        assertEquals(List.of("v1 a@0.1 b@0.0 c@3.0 d@8.0"), at(100, Direction.FORWARD, track));
        assertEquals(List.of("v1 a@2.1 b@0.0 c@1.0 d@6.0"), at(120, Direction.FORWARD, track));
        assertEquals(List.of("v1 b@1.1 c@0.0 d@4.0"), at(140, Direction.FORWARD, track));
        assertEquals(List.of("v1 a@4.1 b@1.1 c@0.0"), at(140, Direction.BACKWARD, track));
    }

    @Test
    void whatAnotherProjectCallsTheSameIsAnotherDemand() {
        MediaCatalog other = id -> {
            throw new MediaException(MediaException.Reason.MISSING, "other/" + id.value(), "there are no media");
        };
        Sequence sequence = sequence("s", RATE, track("v1", clip("a", 100)));
        List<TrackDemand> first = SceneDemands.at(new Scene(sequence, catalog), 0, Direction.FORWARD);
        List<TrackDemand> second = SceneDemands.at(new Scene(sequence, other), 0, Direction.FORWARD);
        assertNotEquals(first.getFirst().media().getFirst().medium(), second.getFirst().media().getFirst().medium());
        List<TrackDemand> again = SceneDemands.at(new Scene(sequence, catalog), 9, Direction.FORWARD);
        assertEquals(first.getFirst().media().getFirst().medium(), again.getFirst().media().getFirst().medium());
    }

    @Test
    void hiddenTracksWantNothing() {
        Track shown = track("v1", clip("a", 100));
        Track hidden = track("v2", clip("b", 100)).withHidden(true);
        assertEquals(List.of("v1 a@0.0", "v2 hidden"), at(5, Direction.FORWARD, shown, hidden));
    }

    @Test
    void aMediumThatIsSeenTwiceIsWantedAsTheNearerOne() {
        Track track = track("v1", clip("a", 10), new Gap(9), clip("b", 10), clip("a", 10));
        assertEquals(List.of("v1 a@0.0 b@1.0"), at(9, Direction.FORWARD, track));
        assertEquals(List.of("v1 a@1.0 b@0.0"), at(19, Direction.FORWARD, track));
    }

    @Test
    void whatIsDrawnWantsNothingAndStillsTheirPicture() {
        Clip bars = Clip.of(new Id("g"), "g", Generator.color("#808080"), RationalTime.ZERO, 10);
        Clip still = Clip.of(new Id("p"), "p", new Still(new Id("photo")), RationalTime.ZERO, 10);
        Scene scene = new Scene(sequence("s", RATE, track("v1", bars, still)), catalog);
        List<TrackDemand> demands = SceneDemands.at(scene, 0, Direction.FORWARD);
        assertEquals(1, demands.getFirst().media().size());
        assertEquals("photo", idOf(demands.getFirst().media().getFirst()));
        assertEquals(-1, demands.getFirst().media().getFirst().streamIndex());
    }

    @Test
    void nestedSequencesWantWhatIsSeenOfThem() {
        nested.add(sequence("inner", FrameRate.of(20, 1), track("i1", clip("x", 200), clip("y", 400)),
                track("i2", clip("z", 600)).withHidden(true)));
        Clip clip = Clip.of(new Id("n"), "n", new NestedSequence(new Id("inner")), RationalTime.ZERO, 50);
        assertEquals(List.of("v1 x@0.0"), at(20, Direction.FORWARD, track("v1", clip)));
        Clip late = clip.withSource(RationalTime.ofSeconds(8), 50);
        assertEquals(List.of("v1 x@0.0 y@0.1"), at(19, Direction.FORWARD, track("v1", late)));
        assertEquals(List.of("v1 x@0.0 y@2.0"), at(0, Direction.FORWARD, track("v1", late)));
        assertEquals(List.of("v1 x@0.05 y@0.0"), at(40, Direction.FORWARD, track("v1", late.withSpeed(Rational.of(1, 2)))));
    }

    @Test
    void aMediumThatIsMissingFailsWhereItIsLoaded() {
        Scene scene = new Scene(sequence("s", RATE, track("v1", clip("a", 100))), catalog);
        List<TrackDemand> demands = SceneDemands.at(scene, 0, Direction.FORWARD);
        assertThrows(MediaException.class, () -> demands.getFirst().media().getFirst().finder().find());
    }

    @Test
    void onlyMediaInTheWindowAreAskedFor() {
        at(100, Direction.FORWARD, track("v1", clip("a", 50), clip("b", 100), clip("c", 300), clip("d", 100)));
        assertEquals(List.of("b", "c"), asked);
    }

    @Test
    void beyondTheEndNothingIsWanted() {
        assertEquals(List.of("v1"), at(500, Direction.FORWARD, track("v1", clip("a", 100))));
        assertEquals(List.of("v1 a@2.1"), at(120, Direction.FORWARD, track("v1", clip("a", 100))));
        assertEquals(List.of("v1"), at(0, Direction.FORWARD, track("v1")));
    }

    @Test
    void sequencesThatContainThemselvesEndSomewhere() {
        Clip self = Clip.of(new Id("n"), "n", new NestedSequence(new Id("inner")), RationalTime.ZERO, 50);
        nested.add(sequence("inner", RATE, track("i1", self), track("i2", clip("x", 50))));
        assertEquals(List.of("v1 x@0.0"), at(0, Direction.FORWARD, track("v1", self)));
    }
}
