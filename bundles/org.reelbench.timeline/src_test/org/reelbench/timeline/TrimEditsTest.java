package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.RATE;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.clip;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/** Ripple trim, roll, slip, slide and the trim of a transition at all borders. */
class TrimEditsTest {

    private static final long MAX = Item.MAX_DURATION_FRAMES;

    @TestFactory
    Stream<DynamicTest> rippleTrimStart() {
        return EditTable.of("""
                inwards at the first frame               | a:10 b:10           | a 3   | a:7@3 b:10
                inwards                                  | a:10 b:10 c:5       | b 3   | a:10 b:7@3 c:5
                outwards                                 | a:10 b:10@7 c:5     | b -3  | a:10 b:13@4 c:5
                outwards at the first frame              | a:10@7 b:10         | a -3  | a:13@4 b:10
                behind a gap                             | a:10 _:2 b:10 c:5   | b 3   | a:10 _:2 b:7@3 c:5
                outwards behind a gap                    | a:10 _:2 b:10@9 c:5 | b -3  | a:10 _:2 b:13@6 c:5
                gaps behind keep their length            | a:10 _:2 b:10       | a 3   | a:7@3 _:2 b:10
                down to one frame                        | a:10 b:10           | b 9   | a:10 b:1@9
                by nothing                               | a:10 u/2+2 b:10     | b 0   | =
                the transition at the start stays        | a:10 u/2+3 b:10     | b 7   | a:10 u/2+3 b:3@7
                the transition at the start gets too long | a:10 u/2+3 b:10    | b 8   | a:10 b:2@8
                outwards at a transition                 | a:10 u/2+3 b:10@9   | b -4  | a:10 u/2+3 b:14@5
                the transition at the end stays          | a:10 u/3+2 b:10     | a 7   | a:3@7 u/3+2 b:10
                the transition at the end gets too long  | a:10 u/3+2 b:10     | a 8   | a:2@8 b:10
                other tracks do not move                 | a:10 b:9 // c:10 d:9 | a 3  | a:7@3 b:9 // c:10 d:9
                nothing would be left | a:10 b:10 | b 10 | ! nothing would be left of clip 'Clip b' (b), which is 10 frames
                far too far                              | a:10 b:10           | b 9223372036854775807 | ! cannot move by
                far too far outwards                     | a:10 b:10           | b -9223372036854775808 | ! cannot move by
                no such clip                             | a:10 u/2+2 b:10     | u 1   | ! there is no clip u
                """, (before, words) -> TrimEdits.rippleTrimStart(before, id(words.get(0)), number(words, 1)));
    }

    @TestFactory
    Stream<DynamicTest> rippleTrimEnd() {
        return EditTable.of("""
                inwards                                  | a:10@2 b:10 c:5     | a -3  | a:7@2 b:10 c:5
                outwards                                 | a:10@2 b:10 c:5     | a 3   | a:13@2 b:10 c:5
                inwards at the end of the track          | a:10 b:10           | b -3  | a:10 b:7
                outwards at the end of the track         | a:10 b:10           | b 3   | a:10 b:13
                before a gap                             | a:10 _:2 b:10       | a -3  | a:7 _:2 b:10
                outwards before a gap                    | a:10 _:2 b:10       | a 3   | a:13 _:2 b:10
                down to one frame                        | a:10 b:10           | a -9  | a:1 b:10
                by nothing                               | a:10 u/2+2 b:10     | a 0   | =
                the transition at the end stays          | a:10 u/3+2 b:10     | a -7  | a:3 u/3+2 b:10
                the transition at the end gets too long  | a:10 u/3+2 b:10     | a -8  | a:2 b:10
                the transition at the start stays        | a:10 u/3+2 b:10     | b -8  | a:10 u/3+2 b:2
                the transition at the start gets too long | a:10 u/3+2 b:10    | b -9  | a:10 b:1
                of two, only the one that comes later goes | a:9 u/1+3 b:9 w/3+1 c:9 | b -4 | a:9 u/1+3 b:5 c:9
                outwards at a transition                 | a:10 u/2+3 b:10     | a 4   | a:14 u/2+3 b:10
                other tracks do not move                 | a:10 b:9 // c:10 d:9 | a 3  | a:13 b:9 // c:10 d:9
                nothing would be left | a:10 b:10 | a -10 | ! nothing would be left of clip 'Clip a' (a), which is 10 frames
                far too far                              | a:10 b:10           | b 9223372036854775807 | ! cannot move by
                far too far inwards                      | a:10 b:10           | b -9223372036854775808 | ! cannot move by
                a track too long                         | a:10 b:10           | a 1099511627757 | ! would be longer than
                a track as long as it gets               | a:10 b:10           | a 1099511627756 | a:1099511627766 b:10
                no such clip                             | a:10                | x 1   | ! there is no clip x
                """, (before, words) -> TrimEdits.rippleTrimEnd(before, id(words.get(0)), number(words, 1)));
    }

    @TestFactory
    Stream<DynamicTest> roll() {
        return EditTable.of("""
                to later                                 | a:10@1 b:10@5 c:5   | a 3   | a:13@1 b:7@8 c:5
                to earlier                               | a:10@1 b:10@5 c:5   | a -3  | a:7@1 b:13@2 c:5
                to the right clip's last frame           | a:10 b:10           | a 9   | a:19 b:1@9
                to the left clip's first frame           | a:10 b:10@9         | a -9  | a:1 b:19
                by nothing                               | a:10 b:10           | a 0   | =
                with a transition                        | a:10 u/2+3 b:10     | a 3   | a:13 u/2+3 b:7@3
                with a transition that just fits         | a:10 u/2+3 b:10     | a 7   | a:17 u/2+3 b:3@7
                with a transition that gets too long     | a:10 u/2+3 b:10     | a 8   | a:18 b:2@8
                back with one that gets too long         | a:10 u/2+3 b:10@9   | a -9  | a:1 b:19
                the transition behind stays              | a:9 b:9 u/2+3 c:9   | a 7   | a:16 b:2@7 u/2+3 c:9
                the transition behind gets too long      | a:9 b:9 u/2+3 c:9   | a 8   | a:17 b:1@8 c:9
                the transition before gets too long      | a:9 u/2+3 b:9 c:9@9 | b -7  | a:9 b:2 c:16@2
                no clip behind | a:10 b:10 | b 1 | ! no clip touches the end of clip 'Clip b' (b): a roll needs
                a gap behind | a:10 _:1 b:10 | a 1 | ! no clip touches the end of clip 'Clip a' (a)
                nothing left of the right clip | a:10 b:10 | a 10 | ! nothing would be left of clip 'Clip b' (b)
                nothing left of the left clip | a:10 b:10 | a -10 | ! nothing would be left of clip 'Clip a' (a)
                far too far                              | a:10 b:10           | a 9223372036854775807 | ! cannot move by
                far too far back                         | a:10 b:10           | a -9223372036854775808 | ! cannot move by
                no such clip                             | a:10 b:10           | x 1   | ! there is no clip x
                """, (before, words) -> TrimEdits.roll(before, id(words.get(0)), number(words, 1)));
    }

    @TestFactory
    Stream<DynamicTest> slip() {
        return EditTable.of("""
                to later                                 | a:10 b:10@5 c:5     | b 3   | a:10 b:10@8 c:5
                to earlier                               | a:10 b:10@5 c:5     | b -3  | a:10 b:10@2 c:5
                before the first frame of the source     | a:10                | a -3  | a:10@-3
                by more than the clip is long            | a:10                | a 99  | a:10@99
                by nothing                               | a:10                | a 0   | =
                between transitions                      | a:9 u/1+1 b:9 w/1+1 c:9 | b 4 | a:9 u/1+1 b:9@4 w/1+1 c:9
                far too far                              | a:10                | a 9223372036854775807 | ! cannot move by
                no such clip                             | a:10                | x 1   | ! there is no clip x
                """, (before, words) -> TrimEdits.slip(before, id(words.get(0)), number(words, 1)));
    }

    @TestFactory
    Stream<DynamicTest> slide() {
        return EditTable.of("""
                to later                                 | a:10 b:10@3 c:10@4  | b 2   | a:12 b:10@3 c:8@6
                to earlier                               | a:10 b:10@3 c:10@4  | b -2  | a:8 b:10@3 c:12@2
                to the last frame of the clip behind     | a:10 b:5 c:10       | b 9   | a:19 b:5 c:1@9
                to the first frame of the clip before    | a:10 b:5 c:10@9     | b -9  | a:1 b:5 c:19
                by nothing                               | a:10 u/2+2 b:10     | b 0   | =
                from the first frame                     | a:5 b:10            | a 3   | _:3 a:5 b:7@3
                back to the first frame                  | _:3 a:5 b:7@3       | a -3  | a:5 b:10
                at the end of the track to later         | a:10 b:5            | b 3   | a:13 b:5
                at the end of the track to earlier       | a:10 b:5            | b -3  | a:7 b:5
                alone to later                           | a:10                | a 3   | _:3 a:10
                alone to earlier                         | _:5 a:10            | a -2  | _:3 a:10
                between gaps                             | a:5 _:4 b:5 _:4 c:5 | b 2   | a:5 _:6 b:5 _:2 c:5
                between gaps to earlier                  | a:5 _:4 b:5 _:4 c:5 | b -2  | a:5 _:2 b:5 _:6 c:5
                eating the gap behind                    | a:5 _:4 b:5 _:4 c:5 | b 4   | a:5 _:8 b:5 c:5
                eating the gap before                    | a:5 _:4 b:5 _:4 c:5 | b -4  | a:5 b:5 _:8 c:5
                from a clip into a gap                   | a:5 b:5 _:4 c:5     | b 3   | a:8 b:5 _:1 c:5
                from a gap into a clip                   | a:5 _:4 b:5 c:5     | b 3   | a:5 _:7 b:5 c:2@3
                with transitions on both cuts            | a:9 u/2+1 b:9 w/1+2 c:9 | b 3 | a:12 u/2+1 b:9 w/1+2 c:6@3
                with transitions that just fit           | a:9 u/2+1 b:9 w/1+2 c:9 | b 7 | a:16 u/2+1 b:9 w/1+2 c:2@7
                with one that gets too long              | a:9 u/2+1 b:9 w/1+2 c:9 | b 8 | a:17 u/2+1 b:9 c:1@8
                to earlier with one that gets too long   | a:9 u/2+1 b:9 w/1+2 c:9@9 | b -8 | a:1 b:9 w/1+2 c:17@1
                the transition behind the next gets too long | a:5 b:5 c:5 u/3+1 d:5 | b 3 | a:8 b:5 c:2@3 d:5
                nothing left behind | a:10 b:5 c:10 | b 10 | ! nothing would be left of clip 'Clip c' (c)
                nothing left before | a:10 b:5 c:10 | b -10 | ! nothing would be left of clip 'Clip a' (a)
                a gap too short behind | a:5 _:4 b:5 _:4 c:5 | b 5 | ! (v1) are not free: clip 'Clip c' (c) lies at 18 to 23
                a gap too short before                   | a:5 _:4 b:5 _:9 c:5 | b -5  | ! clip 'Clip a' (a) lies at 0 to 5
                before the first frame | a:10 b:10 | a -1 | ! nothing can lie before the first frame, at -1
                far too far                              | a:10                | a 9223372036854775807 | ! cannot move by
                far too far back                         | a:10                | a -9223372036854775808 | ! cannot move by
                a track too long                         | a:10                | a 1099511627767 | ! would be longer than
                no such clip                             | a:10                | x 1   | ! there is no clip x
                """, (before, words) -> TrimEdits.slide(before, id(words.get(0)), number(words, 1)));
    }

    @TestFactory
    Stream<DynamicTest> setTransition() {
        return EditTable.of("""
                longer                                   | a:10 u/2+2 b:10     | 5 4   | a:10 u/5+4 b:10
                before the cut only                      | a:10 u/2+2 b:10     | 3 0   | a:10 u/3+0 b:10
                behind the cut only                      | a:10 u/2+2 b:10     | 0 3   | a:10 u/0+3 b:10
                over both clips wholly                   | a:10 u/2+2 b:9      | 10 9  | a:10 u/10+9 b:9
                as it was                                | a:10 u/2+2 b:10     | 2 2   | =
                up to the transitions beside it | a:9 w/1+4 b:9 u/1+1 c:9 v/4+1 d:9 | 5 5 | a:9 w/1+4 b:9 u/5+5 c:9 v/4+1 d:9
                into the one before it | a:9 w/1+4 b:9 u/1+1 c:9 | 6 5 | ! needs 6 frames of clip 'Clip b' (b), which has only 5
                into the one behind it | a:9 u/1+1 b:9 v/4+1 c:9 | 5 6 | ! needs 6 frames of clip 'Clip b' (b), which has only 5
                longer than the clip before | a:10 u/2+2 b:10 | 11 0 | ! needs 11 frames of clip 'Clip a' (a), which has only 10
                longer than the clip behind | a:10 u/2+2 b:10 | 0 11 | ! needs 11 frames of clip 'Clip b' (b), which has only 10
                of no frames                             | a:10 u/2+2 b:10     | 0 0   | ! at least one frame
                of negative frames before | a:10 u/2+2 b:10 | -1 2 | ! at least one frame and none negative, not -1 before
                of negative frames behind                | a:10 u/2+2 b:10     | 2 -1  | ! at least one frame and none negative
                longer than anything | a:10 u/2+2 b:10 | 9223372036854775807 9223372036854775807 | ! the dissolve needs
                no such transition                       | a:10 b:10           | 1 1   | ! there is no transition u
                """, (before, words) -> TrimEdits.setTransition(before, id("u"), number(words, 0), number(words, 1)));
    }

    @Test
    void setTransitionKeepsKindAndExtras() throws EditRefused {
        Transition wipe = new Transition(id("u"), "wipe", 1, 1, Extras.NONE);
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(clip("a", 9), wipe, clip("b", 9)))));
        assertEquals(new Transition(id("u"), "wipe", 2, 3, Extras.NONE),
                TrimEdits.setTransition(sequence, id("u"), 2, 3).track(V1).items().get(1));
        refused("the wipe needs 10 frames", () -> TrimEdits.setTransition(sequence, id("u"), 10, 3));
    }

    @Test
    void trimsFollowTheSpeedOfTheClip() throws EditRefused {
        Clip reverse = clip("b", 10, 50).withSpeed(Rational.of(-2));
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(clip("a", 9), reverse))));
        assertEquals("a:9 b:10@44", Samples.text(TrimEdits.slip(sequence, id("b"), 3), V1));
        assertEquals("a:9 b:7@44", Samples.text(TrimEdits.rippleTrimStart(sequence, id("b"), 3), V1));
        assertEquals("a:12 b:7@44", Samples.text(TrimEdits.roll(sequence, id("a"), 3), V1));
        assertEquals("_:3 a:9 b:7@44", Samples.text(TrimEdits.slide(sequence, id("a"), 3), V1));
    }

    @Test
    void aFreezeFrameSlipsAsIfItRan() throws EditRefused {
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(clip("a", 9, 50).withSpeed(Rational.ZERO)))));
        Clip slipped = (Clip) TrimEdits.slip(sequence, id("a"), 3).track(V1).items().get(0);
        assertEquals(clip("a", 9, 53).withSpeed(Rational.ZERO), slipped);
        assertEquals("a:6@50", Samples.text(TrimEdits.rippleTrimStart(sequence, id("a"), 3), V1));
    }

    @Test
    void aStillPictureHasNothingToSlip() {
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO).withItems(
                TrackItems.of(List.of(Clip.of(id("a"), "Poster", new Still(id("p")), RATE.timeOf(0), 10)))));
        refused("clip 'Poster' (a) is a still picture: there is nothing to slip",
                () -> TrimEdits.slip(sequence, id("a"), 3));
    }

    @Test
    void sourceTimesThatAreNotExactAreRefused() {
        Clip odd = clip("b", 10).withSource(RationalTime.of(1, Long.MAX_VALUE), 10);
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO)
                .withItems(TrackItems.of(List.of(clip("a", 9), odd))));
        String reason = "no fraction of 64-bit numbers";
        refused(reason, () -> TrimEdits.slip(sequence, id("b"), 1));
        refused(reason, () -> TrimEdits.rippleTrimStart(sequence, id("b"), 1));
        refused(reason, () -> TrimEdits.roll(sequence, id("a"), 1));
        refused(reason, () -> TrimEdits.slide(sequence, id("a"), 1));
        refused(reason, () -> RangeEdits.lift(sequence, V1, new FrameRange(0, 10), id("r")));
    }

    @Test
    void aTrackGrowsToTheLongestByItsStartToo() throws EditRefused {
        Sequence sequence = Edits.place(sequence("a:5"), V1, MAX - 5, clip("b", 4));
        assertEquals(MAX, TrimEdits.rippleTrimStart(sequence, id("a"), -1).durationFrames());
        refused("would be longer than", () -> TrimEdits.rippleTrimStart(sequence, id("a"), -2));
    }

    private static long number(List<String> words, int index) {
        return Long.parseLong(words.get(index));
    }
}
