package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
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

/** Insert, overwrite, lift, extract and ripple delete at all borders: the new clip is x, right parts are r, s and t. */
class RangeEditsTest {

    private static final List<Id> RIGHT = List.of(id("r"), id("s"), id("t"));
    private static final long MAX = Item.MAX_DURATION_FRAMES;

    @TestFactory
    Stream<DynamicTest> insertOfFiveFrames() {
        return EditTable.of("""
                at the first frame                       | a:10 b:10          | 0  | x:5 a:10 b:10
                on an empty track                        |                    | 0  | x:5
                behind the end of an empty track         |                    | 3  | _:3 x:5
                at a cut                                 | a:10 b:10          | 10 | a:10 x:5 b:10
                inside a clip                            | a:10@2 b:10        | 4  | a:4@2 x:5 r:6@6 b:10
                after the first frame of a clip          | a:10 b:10          | 1  | a:1 x:5 r:9@1 b:10
                before the last frame of a clip          | a:10 b:10          | 9  | a:9 x:5 r:1@9 b:10
                at the end                               | a:10               | 10 | a:10 x:5
                behind the end                           | a:10               | 12 | a:10 _:2 x:5
                inside a gap                             | a:10 _:6 b:10      | 12 | a:10 _:2 x:5 _:4 b:10
                at the start of a gap                    | a:10 _:6 b:10      | 10 | a:10 x:5 _:6 b:10
                at the end of a gap                      | a:10 _:6 b:10      | 16 | a:10 _:6 x:5 b:10
                at the cut of a transition               | a:10 u/2+2 b:10    | 10 | a:10 x:5 b:10
                at the in point of a transition          | a:10 u/2+3 b:10    | 8  | a:8 x:5 r:2@8 u/2+3 b:10
                at the out point of a transition         | a:10 u/2+3 b:10    | 13 | a:10 u/2+3 b:3 x:5 r:7@3
                before the cut inside a transition       | a:10 u/2+3 b:10    | 9  | a:9 x:5 r:1@9 b:10
                behind the cut inside a transition       | a:10 u/2+3 b:10    | 12 | a:10 b:2 x:5 r:8@2
                away from a transition                   | a:10 u/2+2 b:10    | 5  | a:5 x:5 r:5@5 u/2+2 b:10
                on one track of three                    | a:10 // b:10 // c:9 | 5 | a:5 x:5 r:5@5 // b:10 // c:9
                before the first frame | a:10 | -1 | ! nothing can lie before the first frame, at -1
                far before the first frame               | a:10               | -9223372036854775808 | ! nothing can lie before
                behind the longest track                 | a:10               | 9223372036854775807 | ! would be longer than
                just too far out                         |                    | 1099511627772 | ! would be longer than
                id of the right part taken               | a:10 r:10          | 5  | ! the id r is taken
                id taken but not needed                  | a:10 r:10          | 10 | a:10 x:5 r:10
                id of the clip taken                     | a:10 // x:3        | 0  | ! the id x is taken
                """, (before, words) -> RangeEdits.insert(before, V1, Long.parseLong(words.getFirst()), clip("x", 5), id("r")));
    }

    @TestFactory
    Stream<DynamicTest> overwriteOfFiveFrames() {
        return EditTable.of("""
                at the first frame                       | a:10 b:10          | 0  | x:5 a:5@5 b:10
                on an empty track                        |                    | 0  | x:5
                behind the end                           | a:10               | 12 | a:10 _:2 x:5
                at the end                               | a:10               | 10 | a:10 x:5
                over the end                             | a:10               | 7  | a:7 x:5
                inside a clip                            | a:10@2 b:10        | 3  | a:3@2 x:5 r:2@10 b:10
                up to the end of a clip                  | a:10 b:10          | 5  | a:5 x:5 b:10
                over a cut                               | a:10 b:10          | 8  | a:8 x:5 b:7@3
                wholly over a clip                       | a:10 b:5 c:10      | 10 | a:10 x:5 c:10
                over several clips                       | a:10 b:1 c:1 d:10  | 8  | a:8 x:5 d:9@1
                inside a gap                             | a:10 _:10 b:10     | 12 | a:10 _:2 x:5 _:3 b:10
                filling a gap                            | a:10 _:5 b:10      | 10 | a:10 x:5 b:10
                from a gap into a clip                   | a:10 _:5 b:10      | 12 | a:10 _:2 x:5 b:8@2
                from a clip into a gap                   | a:10 _:5 b:10      | 7  | a:7 x:5 _:3 b:10
                over the cut of a transition             | a:10 u/1+1 b:10    | 8  | a:8 x:5 b:7@3
                ending at the cut of a transition        | a:10 u/1+1 b:10    | 5  | a:5 x:5 b:10
                beginning at the cut of a transition     | a:10 u/1+1 b:10    | 10 | a:10 x:5 b:5@5
                ending where a transition begins         | a:10 u/2+2 b:10    | 3  | a:3 x:5 r:2@8 u/2+2 b:10
                ending inside a transition               | a:10 u/2+2 b:10    | 4  | a:4 x:5 r:1@9 b:10
                beginning where a transition ends        | a:10 u/2+2 b:10    | 12 | a:10 u/2+2 b:2 x:5 r:3@7
                beginning inside a transition            | a:10 u/2+2 b:10    | 11 | a:10 b:1 x:5 r:4@6
                over a clip and both its transitions     | a:10 u/2+2 b:5 w/2+2 c:10 | 10 | a:10 x:5 c:10
                beside a transition that stays           | a:10 u/2+2 b:10 c:10 | 20 | a:10 u/2+2 b:10 x:5 c:5@5
                on one track of three                    | a:10 // b:10 // c:9 | 5 | a:5 x:5 // b:10 // c:9
                before the first frame | a:10 | -1 | ! nothing can lie before the first frame, at -1
                behind the longest track                 | a:10               | 9223372036854775807 | ! would be longer than
                id of the right part taken               | a:10 r:10          | 3  | ! the id r is taken
                id taken but not needed                  | a:10 r:10          | 8  | a:8 x:5 r:7@3
                id of the clip is that of one below it   | a:10 x:5           | 10 | ! the id x is taken
                """, (before, words) -> RangeEdits.overwrite(before, V1, Long.parseLong(words.getFirst()), clip("x", 5),
                id("r")));
    }

    @TestFactory
    Stream<DynamicTest> lift() {
        return EditTable.of("""
                at the first frame                       | a:10 b:10          | 0 4   | _:4 a:6@4 b:10
                a single frame                           | a:10               | 4 5   | a:4 _:1 r:5@5
                inside a clip                            | a:10@3 b:10        | 2 6   | a:2@3 _:4 r:4@9 b:10
                a whole clip                             | a:10 b:10 c:10     | 10 20 | a:10 _:10 c:10
                over a cut                               | a:10 b:10          | 8 12  | a:8 _:4 b:8@2
                up to the end                            | a:10 b:10          | 15 20 | a:10 b:5
                over the end                             | a:10 b:10          | 15 99 | a:10 b:5
                far over the end                         | a:10 b:10          | 15 9223372036854775807 | a:10 b:5
                all there is                             | a:10 _:2 b:10      | 0 22  | //
                the last clip behind a gap               | a:10 _:2 b:10      | 12 22 | a:10
                behind the end                           | a:10 b:10          | 20 30 | =
                on an empty track                        |                    | 0 10  | =
                a gap                                    | a:10 _:5 b:10      | 10 15 | =
                inside a gap                             | a:10 _:5 b:10      | 11 13 | =
                from a gap into a clip                   | a:10 _:5 b:10      | 12 18 | a:10 _:8 b:7@3
                a clip between gaps                      | _:3 a:10 _:5 b:10  | 3 13  | _:18 b:10
                the cut of a transition                  | a:10 u/1+1 b:10    | 9 11  | a:9 _:2 b:9@1
                up to the cut of a transition            | a:10 u/1+1 b:10    | 5 10  | a:5 _:5 b:10
                from the cut of a transition             | a:10 u/1+1 b:10    | 10 15 | a:10 _:5 b:5@5
                up to where a transition begins          | a:10 u/2+2 b:10    | 3 8   | a:3 _:5 r:2@8 u/2+2 b:10
                the first frame of a transition          | a:10 u/2+2 b:10    | 3 9   | a:3 _:6 r:1@9 b:10
                from where a transition ends             | a:10 u/2+2 b:10    | 12 20 | a:10 u/2+2 b:2
                the last frame of a transition           | a:10 u/2+2 b:10    | 11 20 | a:10 b:1
                on one track of three                    | a:10 // b:10 // c:9 | 0 10 | // b:10 // c:9
                id of the right part taken               | a:10 r:10          | 3 5   | ! the id r is taken
                id taken but not needed                  | a:10 r:10          | 9 12  | a:9 _:3 r:8@2
                """, (before, words) -> RangeEdits.lift(before, V1, range(words), id("r")));
    }

    @TestFactory
    Stream<DynamicTest> extract() {
        return EditTable.of("""
                at the first frame                       | a:10 b:10          | 0 4   | a:6@4 b:10
                a single frame                           | a:10               | 4 5   | a:4 r:5@5
                inside a clip                            | a:10@3 b:10        | 2 6   | a:2@3 r:4@9 b:10
                a whole clip                             | a:10 b:10 c:10     | 10 20 | a:10 c:10
                over a cut                               | a:10 b:10          | 8 12  | a:8 b:8@2
                up to the end                            | a:10 b:10          | 15 20 | a:10 b:5
                over the end                             | a:10 b:10          | 15 99 | a:10 b:5
                all there is                             | a:10 _:2 b:10      | 0 22  | //
                the last clip behind a gap               | a:10 _:2 b:10      | 12 22 | a:10
                behind the end                           | a:10 b:10          | 20 30 | =
                on an empty track                        |                    | 0 10  | =
                a gap                                    | a:10 _:5 b:10      | 10 15 | a:10 b:10
                inside a gap                             | a:10 _:5 b:10      | 11 13 | a:10 _:3 b:10
                from a gap into a clip                   | a:10 _:5 b:10      | 12 18 | a:10 _:2 b:7@3
                a clip between gaps                      | _:3 a:10 _:5 b:10  | 3 13  | _:8 b:10
                the cut of a transition                  | a:10 u/1+1 b:10    | 9 11  | a:9 b:9@1
                up to the cut of a transition            | a:10 u/1+1 b:10    | 5 10  | a:5 b:10
                from the cut of a transition             | a:10 u/1+1 b:10    | 10 15 | a:10 b:5@5
                a clip and both its transitions          | a:9 u/1+1 b:9 w/1+1 c:9 | 9 18 | a:9 c:9
                a clip, from one cut with a transition   | a:9 u/1+1 b:9 c:9  | 9 18  | a:9 c:9
                up to where a transition begins          | a:10 u/2+2 b:10    | 3 8   | a:3 r:2@8 u/2+2 b:10
                the first frame of a transition          | a:10 u/2+2 b:10    | 3 9   | a:3 r:1@9 b:10
                from where a transition ends             | a:10 u/2+2 b:10 c:9 | 12 20 | a:10 u/2+2 b:2 c:9
                the last frame of a transition           | a:10 u/2+2 b:10 c:9 | 11 20 | a:10 b:1 c:9
                on one track of three                    | a:10 // b:10 // c:9 | 0 5  | a:5@5 // b:10 // c:9
                id of the right part taken               | a:10 r:10          | 3 5   | ! the id r is taken
                """, (before, words) -> RangeEdits.extract(before, V1, range(words), id("r")));
    }

    @TestFactory
    Stream<DynamicTest> liftFromAllTracks() {
        return EditTable.of("""
                inside clips of three tracks | a:10 // b:10 // c:9 | 4 6 | a:4 _:2 r:4@6 // b:4 _:2 s:4@6 // c:4 _:2 t:3@6
                ids go to the tracks that need them      | a:5 // b:10 // c:9   | 5 6   | a:5 // b:5 _:1 r:4@6 // c:5 _:1 s:3@6
                where only one track reaches             | a:10 // b:5          | 6 8   | a:6 _:2 r:2@8 // b:5
                where nothing lies                       | a:10 // _:20 b:5     | 12 15 | =
                """, (before, words) -> RangeEdits.liftAll(before, range(words), RIGHT));
    }

    @TestFactory
    Stream<DynamicTest> extractFromAllTracks() {
        return EditTable.of("""
                inside clips of three tracks             | a:10 // b:10 // c:9  | 4 6   | a:4 r:4@6 // b:4 s:4@6 // c:4 t:3@6
                gaps close up in step                    | a:10 _:5 b:5 // c:20 | 10 15 | a:10 b:5 // c:10 r:5@15
                where only one track reaches             | a:10 // b:5          | 6 8   | a:6 r:2@8 // b:5
                behind all tracks                        | a:10 // b:5          | 10 15 | =
                """, (before, words) -> RangeEdits.extractAll(before, range(words), RIGHT));
    }

    @TestFactory
    Stream<DynamicTest> rippleDelete() {
        return EditTable.of("""
                the only clip                            | a:10                 | a | //
                clips that lie alongside are cut         | a:4 b:2 c:4 // d:10 // e:5 | b | a:4 c:4 // d:4 r:4@6 // e:4
                gaps alongside get shorter               | a:4 b:2 c:4 // _:8 d:2 | b | a:4 c:4 // _:6 d:2
                its transitions go                       | a:4 u/1+1 b:2 w/1+1 c:4 // d:6 v/1+1 e:9 | b | a:4 c:4 // d:4 e:9
                on the lowest track of three             | a:2 // b:10 // c:10  | a | // b:8@2 // c:8@2
                no such clip                             | a:4 u/1+1 b:2        | u | ! there is no clip u
                id of a right part taken                 | a:4 b:2 c:4 // d:10 // r:3 | b | ! the id r is taken
                """, (before, words) -> RangeEdits.rippleDelete(before, id(words.getFirst()), RIGHT));
    }

    @Test
    void editsOfAllTracksRefuseTooFewIdsAndAnIdGivenTwice() {
        Sequence sequence = sequence("a:10", "b:10", "c:10");
        FrameRange range = new FrameRange(4, 6);
        refused("the edit cuts more clips in two than there are ids for their right parts",
                () -> RangeEdits.extractAll(sequence, range, List.of(id("r"), id("s"))));
        refused("the edit cuts more clips in two", () -> RangeEdits.liftAll(sequence, range, List.of()));
        refused("the id r is given to two clips", () -> RangeEdits.liftAll(sequence, range, List.of(id("r"), id("r"), id("s"))));
        refused("the id x is given to two clips", () -> RangeEdits.insert(sequence, V1, 5, clip("x", 5), id("x")));
        refused("the id x is given to two clips", () -> RangeEdits.overwrite(sequence, V1, 2, clip("x", 5), id("x")));
    }

    @Test
    void aStillPictureIsNeitherInsertedNorOverwrittenOnAnAudioTrack() throws EditRefused {
        Clip still = Clip.of(id("x"), "Poster", new Still(id("p")), RATE.timeOf(0), 10);
        Sequence sequence = sequence("", "", "a:10");
        String reason = "clip 'Poster' (x) is a still picture and cannot lie on track 'Track a1' (a1), an audio track";
        refused(reason, () -> RangeEdits.insert(sequence, A1, 0, still, id("r")));
        refused(reason, () -> RangeEdits.overwrite(sequence, A1, 0, still, id("r")));
        assertEquals("x:10", Samples.text(RangeEdits.insert(sequence, V1, 0, still, id("r")), V1));
    }

    @Test
    void theRightPartIsNoLongerLinkedButStaysInTheGroup() throws EditRefused {
        Clip bound = clip("a", 10).withBonds(new Bonds(id("l"), id("g")));
        Sequence sequence = sequence("").withTrack(Track.of(V1, "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(bound))));
        List<Item> parts = RangeEdits.extract(sequence, V1, new FrameRange(4, 6), id("r")).track(V1).items().toList();
        assertEquals(List.of(bound.withSource(RATE.timeOf(0), 4),
                clip("r", 4, 6).withName(bound.name()).withBonds(new Bonds(null, id("g")))), parts);
        assertEquals(List.of(bound.withSource(RATE.timeOf(4), 6)),
                RangeEdits.extract(sequence, V1, new FrameRange(0, 4), id("r")).track(V1).items().toList());
    }

    @Test
    void unknownTracksAreRefused() {
        Sequence sequence = sequence("a:10");
        Id nowhere = id("nowhere");
        refused("there is no track nowhere", () -> RangeEdits.insert(sequence, nowhere, 0, clip("x", 5), id("r")));
        refused("there is no track nowhere", () -> RangeEdits.overwrite(sequence, nowhere, 0, clip("x", 5), id("r")));
        refused("there is no track nowhere", () -> RangeEdits.lift(sequence, nowhere, new FrameRange(0, 1), id("r")));
        refused("there is no track nowhere", () -> RangeEdits.extract(sequence, nowhere, new FrameRange(0, 1), id("r")));
    }

    @Test
    void aTrackGrowsToTheLongestAndNotAFrameFurther() throws EditRefused {
        Sequence full = Edits.place(sequence(""), V1, MAX - 5, clip("a", 5));
        refused("would be longer than", () -> RangeEdits.insert(full, V1, 0, clip("x", 1), id("r")));
        refused("would be longer than", () -> RangeEdits.overwrite(full, V1, MAX - 1, clip("x", 2), id("r")));
        assertEquals(MAX, RangeEdits.overwrite(full, V1, MAX - 1, clip("x", 1), id("r")).durationFrames());
        Sequence room = Edits.place(sequence(""), V1, MAX - 6, clip("a", 5));
        assertEquals(MAX, RangeEdits.insert(room, V1, 0, clip("x", 1), id("r")).durationFrames());
    }

    private static FrameRange range(List<String> words) {
        return new FrameRange(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)));
    }
}
