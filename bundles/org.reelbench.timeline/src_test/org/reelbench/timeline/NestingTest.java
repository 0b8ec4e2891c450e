package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.id;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Making clips a sequence and the reverse: the picture of the new sequence is P, its sound S. */
class NestingTest {

    private static final Id INNER = id("inner");
    private static final List<Id> SPARE = List.of(id("y1"), id("y2"), id("y3"));

    /** The column after the clips is what stays outside, the last one what is inside. */
    @TestFactory
    Stream<DynamicTest> make() {
        return """
                one clip                        | a:10 b:10                  | a     | P:10 b:10                 | a:10
                one behind a gap                | _:5 a:10@3                 | a     | _:5 P:10                  | a:10@3
                two with what lies between      | a:10 _:5 b:10              | a,b   | P:25                      | a:10 _:5 b:10
                two of three                    | a:10 b:5 c:5               | b,c   | a:10 P:10                 | b:5 c:5
                transitions among them stay     | a:10 u/1+2 b:5 w/2+1 c:5   | b,c   | a:10 P:10                 | b:5 w/2+1 c:5
                two tracks                      | a:10 // _:5 b:10           | a,b   | // P:15                   | a:10 // _:5 b:10
                others on the lower track stay  | a:10 c:5 // _:5 b:10       | a,b   | _:10 c:5 // P:15          | a:10 // _:5 b:10
                picture and sound               | a:10 // // s:10            | a,s   | P:10 // // S:10           | a:10 // s:10
                sound alone                     | a:10 // // _:2 s:10        | s     | a:10 // // _:2 S:10       | s:10
                they begin with the first       | _:4 a:10 // // _:8 s:10    | a,s   | _:4 P:14 // // _:4 S:14   | a:10 // _:4 s:10
                another clip in the way         | a:10 b:5 c:5               | a,c   | ! are not free            |
                another clip on the top track   | a:10 // _:5 b:10 c:2 // s:20 | a,b,s | ! are not free          |
                no clip                         | a:10                       |       | ! at least one clip       |
                nobody                          | a:10                       | q     | ! there is no clip q      |
                id taken                        | a:10 P:5                   | a     | ! the id P is taken       |
                id of a clip inside             | P:5                        | P     | P:5                       | P:5
                """
                .lines().map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> DynamicTest.dynamicTest(cells.get(0), () -> {
                    Sequence sequence = EditTable.sequence(cells.get(1));
                    if (cells.get(3).startsWith("!")) {
                        refused(cells.get(3).substring(2), () -> make(sequence, cells.get(2)));
                        return;
                    }
                    Nesting.Nested nested = make(sequence, cells.get(2));
                    assertEquals(EditTable.text(EditTable.sequence(cells.get(3))), EditTable.text(nested.outer()));
                    assertEquals(cells.get(4), EditTable.text(nested.inner()));
                    assertEquals(List.of(), Invariants.violations(nested.outer()));
                    assertEquals(List.of(), Invariants.violations(nested.inner()));
                    assertEquals(sequence, EditTable.sequence(cells.get(1)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> flattenGivesBackWhatWasMade() {
        return Stream.of("a:10 b:10 | a", "_:5 a:10@3 b:2 | a", "a:10 _:5 b:10 | a,b", "a:10 u/1+2 b:5 c:5 | a,b",
                "a:10 c:5 // _:5 b:10 | a,b", "a:10 // // s:10 | a,s", "_:4 a:10 // // _:8 s:10 | a,s",
                "a:5 b:5 // c:5 // s:3 r:3 | a,c,s,r", "a:10 u/3+3 b:10 // _:3 c:4 w/1+1 d:8 // _:9 s:4 | a,b,c,d,s")
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Sequence sequence = EditTable.sequence(text.split("\\|")[0].strip());
                    Nesting.Nested nested = make(sequence, text.split("\\|")[1].strip());
                    Set<Id> shown = Stream.of(id("P"), id("S")).filter(each -> nested.outer().findClip(each).isPresent())
                            .collect(Collectors.toSet());
                    assertEquals(sequence, Nesting.flatten(nested.outer(), shown, nested.inner(), List.of()));
                }));
    }

    /** The inner sequence is {@code a:10 u/2+2 b:10 // c:20 // s:20} on tracks w1, w2 and b1. */
    @TestFactory
    Stream<DynamicTest> flattenOfAPiece() {
        return EditTable.of("""
                from end to end                          | P:20               | P | a:10 u/2+2 b:10 // c:20
                behind another clip                      | x:5 P:20 y:5       | P | x:5 a:10 u/2+2 b:10 y:5 // _:5 c:20
                a piece of it                            | P:9@3              | P | a:7@3 u/2+2 b:2 // c:9@3
                a piece too short for the transition     | P:9@2              | P | a:8@2 b:1 // c:9@2
                a piece at a cut                         | P:10@10            | P | b:10 // c:10@10
                longer than it                           | x:5 P:30 y:5       | P | x:5 a:10 u/2+2 b:10 _:10 y:5 // _:5 c:20
                longer than it at the end                | P:30               | P | a:10 u/2+2 b:10 // c:20
                nothing of it                            | x:5 P:5@40 y:5     | P | x:5 _:5 y:5
                transitions beside it go                 | x:5 q/1+1 P:20     | P | x:5 a:10 u/2+2 b:10 // _:5 c:20
                the upper track is taken                 | P:20 // _:10 x:5   | P | ! are not free
                a clip on the upper track beside it      | P:20 // _:20 x:5   | P | a:10 u/2+2 b:10 // c:20 x:5
                too few tracks above                     | // P:20            | P | ! need 2 video tracks from track 'Track v2'
                ids that are taken are replaced          | P:20 a:3 // // u:9 | P | y1:10 y2/2+2 b:10 a:3 // c:20 // u:9
                another clip                             | x:5 P:5            | x | ! does not show sequence
                nobody                                   | P:20               | q | ! there is no clip q
                """, (before, words) -> Nesting.flatten(shown(before), id(words.getFirst()), inner(), SPARE));
    }

    @Test
    void beforeTheFirstFrameOfTheInnerSequenceAGapStays() throws EditRefused {
        Sequence sequence = changed("x:5 P:20", clip -> clip.withSource(RATE.timeOf(-4), 20));
        assertEquals("x:5 _:4 a:10 u/2+2 b:6 // _:9 c:16 // ", EditTable.text(flat(sequence)));
        Sequence before = changed("x:5 P:20", clip -> clip.withSource(RATE.timeOf(-30), 20));
        assertEquals("x:5 //  // ", EditTable.text(flat(before)));
    }

    @Test
    void soundIsFlattenedOnAudioTracksAlone() throws EditRefused {
        Sequence sequence = shown(EditTable.sequence("x:5 // // _:2 P:20"));
        assertEquals("x:5 //  // _:2 s:20", EditTable.text(flat(sequence)));
    }

    @Test
    void whatWouldNotLookTheSameIsRefused() {
        refused("runs at speed 2", () -> flat(changed("P:20", clip -> clip.withSpeed(Rational.of(2)))));
        refused("runs at speed 0", () -> flat(changed("P:20", clip -> clip.withSpeed(Rational.ZERO))));
        List<UnaryOperator<Clip>> changes = List.of(clip -> clip.withOpacity(0.5), clip -> clip.withGainDb(-1),
                clip -> clip.withPan(1), clip -> clip.withTransform(new Transform(1, 0, 1, 0, Crop.NONE)),
                clip -> clip.withEffects(List.of(new AppliedEffect("blur", new TreeMap<>()))),
                clip -> clip.withCurves(new TreeMap<>(Map.of(Animated.PAN,
                        new Curve(List.of(new Keyframe(0, 0, Interpolation.HOLD)))))));
        for (UnaryOperator<Clip> change : changes) {
            refused("take these off first", () -> flat(changed("P:20", change)));
        }
        refused("does not begin with a whole frame",
                () -> flat(changed("P:20", clip -> clip.withSource(RationalTime.of(1, 50), 20))));
        Sequence sequence = shown(EditTable.sequence("P:20"));
        Sequence inner = inner();
        refused("of another frame rate or canvas", () -> Nesting.flatten(sequence, id("P"),
                new Sequence(INNER, "", FrameRate.of(30, 1), 1920, 1080, 48_000, inner.tracks(), Extras.NONE), SPARE));
        refused("of another frame rate or canvas", () -> Nesting.flatten(sequence, id("P"),
                new Sequence(INNER, "", RATE, 1920, 1081, 48_000, inner.tracks(), Extras.NONE), SPARE));
    }

    @Test
    void idsMustBeEnough() {
        Sequence sequence = shown(EditTable.sequence("P:20 a:3 // // u:9"));
        refused("there are not enough others", () -> Nesting.flatten(sequence, id("P"), inner(), List.of(id("y1"))));
        refused("the id a is taken", () -> Nesting.flatten(sequence, id("P"), inner(), List.of(id("a"))));
        refused("is given to two", () -> Nesting.flatten(sequence, id("P"), inner(), List.of(id("y1"), id("y1"))));
    }

    @Test
    void theTwoThatShowItAreLinkedAndBondsStayWhereAllBearersWent() throws EditRefused {
        Sequence sequence = EditTable.sequence("a:10 b:10 // c:20 // s:20 t:10");
        sequence = Links.link(sequence, ids("a,s"), id("l"));
        sequence = Links.link(sequence, ids("b,t"), id("k"));
        sequence = Links.group(sequence, ids("a,c"), id("g"));
        Nesting.Nested nested = make(sequence, "a,s,b");
        assertEquals(new Bonds(id("both"), null), clip(nested.outer(), "P").bonds());
        assertEquals(new Bonds(id("both"), null), clip(nested.outer(), "S").bonds());
        assertEquals(Bonds.NONE, clip(nested.outer(), "t").bonds());
        assertEquals(Bonds.NONE, clip(nested.outer(), "c").bonds());
        assertEquals(new Bonds(id("l"), null), clip(nested.inner(), "a").bonds());
        assertEquals(Bonds.NONE, clip(nested.inner(), "b").bonds());
        Sequence both = Nesting.flatten(nested.outer(), ids("P,S"), nested.inner(), SPARE);
        assertEquals(new Bonds(id("l"), null), clip(both, "a").bonds());
        assertEquals(new Bonds(id("l"), null), clip(both, "s").bonds());
        Sequence one = Nesting.flatten(nested.outer(), id("P"), nested.inner(), SPARE);
        assertEquals(Bonds.NONE, clip(one, "a").bonds());
        assertEquals(Bonds.NONE, clip(one, "S").bonds());
        Sequence linked = Links.link(EditTable.sequence("a:10 b:10 // // s:10 t:10"), ids("b,t"), id("both"));
        refused("bears the link both already", () -> make(linked, "a,s"));
    }

    @Test
    void hiddenTracksStayHiddenInsideWhereTheClipIsShown() throws EditRefused {
        Sequence sequence = EditTable.sequence("a:10 // b:10");
        Sequence upper = sequence.withTrack(sequence.track(V2).withHidden(true));
        Nesting.Nested nested = make(upper, "a,b");
        assertEquals("P:10 //  // ", EditTable.text(nested.outer()));
        assertTrue(nested.inner().track(V2).hidden());
        Sequence both = upper.withTrack(upper.track(V1).withHidden(true));
        nested = make(both, "a,b");
        assertEquals(" // P:10 // ", EditTable.text(nested.outer()));
        assertEquals(List.of(false, false), nested.inner().tracks().stream().map(Track::hidden).toList());
        assertEquals(both, Nesting.flatten(nested.outer(), id("P"), nested.inner(), List.of()));
    }

    @Test
    void whatIsHiddenIsNotShownByFlattening() throws EditRefused {
        Sequence inner = inner();
        Sequence half = inner.withTrack(inner.track(id("w2")).withHidden(true));
        refused("is not presented, and would be on track 'Track v2'",
                () -> Nesting.flatten(shown(EditTable.sequence("P:20")), id("P"), half, SPARE));
        Sequence outer = shown(EditTable.sequence("P:20"));
        Sequence hidden = outer.withTrack(outer.track(V2).withHidden(true));
        refused("would no longer be on track 'Track v2'", () -> Nesting.flatten(hidden, id("P"), inner, SPARE));
        assertEquals("a:10 u/2+2 b:10 // c:20 // ", EditTable.text(Nesting.flatten(hidden, id("P"), half, SPARE)));
    }

    @Test
    void lockedTracksAreLeftAlone() {
        Sequence sequence = EditTable.sequence("a:10 // b:10 // s:10");
        Sequence locked = sequence.withTrack(sequence.track(V1).withLocked(true));
        refused("is locked", () -> make(locked, "a,b"));
        Sequence shown = shown(EditTable.sequence("P:20"));
        refused("track 'Track v2' (v2) is locked",
                () -> Nesting.flatten(shown.withTrack(shown.track(V2).withLocked(true)), id("P"), inner(), SPARE));
    }

    @Test
    void noSequenceShowsItself() {
        Sequence sequence = EditTable.sequence("a:10");
        Clip itself = Samples.clip("x", 5).withContent(new NestedSequence(sequence.id()));
        refused("shows the sequence it would lie in", () -> Edits.append(sequence, V1, itself));
        refused("shows the sequence it would lie in", () -> RangeEdits.insert(sequence, A1, 0, itself, id("r")));
        refused("is that of the sequence itself",
                () -> Nesting.make(sequence, ids("a"), sequence.id(), "", id("P"), id("S"), id("k")));
        Sequence broken = sequence.withTrack(Track.of(V2, "", TrackKind.VIDEO).withItems(TrackItems.of(List.of(itself))));
        assertEquals(List.of("item 0 of track v2, clip x, shows the sequence it lies in"), Invariants.violations(broken));
    }

    private static Nesting.Nested make(Sequence sequence, String clips) throws EditRefused {
        return Nesting.make(sequence, ids(clips), INNER, "Scene", id("P"), id("S"), id("both"));
    }

    private static Sequence flat(Sequence sequence) throws EditRefused {
        return Nesting.flatten(sequence, id("P"), inner(), SPARE);
    }

    private static Sequence inner() {
        return new Sequence(INNER, "Scene", RATE, 1920, 1080, 48_000,
                List.of(Samples.track(id("w1"), TrackKind.VIDEO, "a:10 u/2+2 b:10"),
                        Samples.track(id("w2"), TrackKind.VIDEO, "c:20"),
                        Samples.track(id("b1"), TrackKind.AUDIO, "s:20")),
                Extras.NONE);
    }

    /** Returns a sequence whose clip P shows the inner one. */
    private static Sequence shown(Sequence sequence) {
        return changed(sequence, clip -> clip);
    }

    private static Sequence changed(String text, UnaryOperator<Clip> change) {
        return changed(EditTable.sequence(text), change);
    }

    private static Sequence changed(Sequence sequence, UnaryOperator<Clip> change) {
        return sequence.findClip(id("P")).map(place -> sequence.withTrack(place.track().withItems(place.track().items()
                .replace(place.index(), change.apply(place.clip().withContent(new NestedSequence(INNER))))))).orElse(sequence);
    }

    private static Clip clip(Sequence sequence, String clip) {
        return sequence.findClip(id(clip)).orElseThrow().clip();
    }

    private static Set<Id> ids(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isEmpty()).map(Id::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
