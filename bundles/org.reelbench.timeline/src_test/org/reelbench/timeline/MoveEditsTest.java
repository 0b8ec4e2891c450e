package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.id;
import static org.reelbench.timeline.Samples.sequence;
import static org.reelbench.timeline.Samples.track;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.timeline.MoveEdits.Landing;

/** Moving and deleting several clips at all borders: arguments are clips, frames and tracks up; right parts are r, s, t. */
class MoveEditsTest {

    private static final List<Id> RIGHT = List.of(id("r"), id("s"), id("t"));

    @TestFactory
    Stream<DynamicTest> moveOntoFreeFrames() {
        return moves(Landing.FREE, """
                one clip into a gap                      | a:5 _:9 b:5           | a 7 0     | _:7 a:5 _:2 b:5
                two clips that touch                     | a:5 b:5 _:9 c:5       | a,b 3 0   | _:3 a:5 b:5 _:6 c:5
                two clips over frames they lay on        | _:3 a:5 b:5 c:5       | a,b -3 0  | a:5 b:5 _:3 c:5
                two clips and the gap between them       | a:5 _:2 b:5           | a,b 1 0   | _:1 a:5 _:2 b:5
                around a clip that stays                 | a:5 x:2 b:5           | a,b 30 0  | _:5 x:2 _:23 a:5 _:2 b:5
                behind the end                           | a:5 b:5 c:5           | a,b 20 0  | _:10 c:5 _:5 a:5 b:5
                the whole track                          | a:5 b:5               | a,b 4 0   | _:4 a:5 b:5
                a transition between them goes along     | a:5 u/1+1 b:5 c:5     | a,b 15 0  | _:10 c:5 a:5 u/1+1 b:5
                a transition beside them does not        | a:5 u/1+1 b:5 w/1+1 c:5 | b,c 1 0 | a:5 _:1 b:5 w/1+1 c:5
                to the track above                       | a:5 b:5 c:5           | a,b 0 1   | _:10 c:5 // a:5 b:5
                to the track below                       | // a:5 b:5            | a,b 2 -1  | _:2 a:5 b:5 //
                each to the track above its own          | a:5 b:5 // c:5        | a 0 1     | ! are not free: clip 'Clip c' (c)
                into frames that are left on the way | a:5 // b:5 | a 0 1 | ! frames 0 to 5 of track 'Track v2' (v2) are not free
                by nothing                               | a:5 u/1+1 b:5         | a,b 0 0   | =
                no clips                                 | a:5                   | - 3 0     | =
                over a clip that stays | a:5 b:5 c:5 | a,b 1 0 | ! (v1) are not free: clip 'Clip c' (c) lies at 10 to 15
                before the first frame | _:3 a:5 b:5 | a,b -4 0 | ! nothing can lie before the first frame, at -1
                the later one named first | _:3 a:5 b:5 | b,a -4 0 | ! nothing can lie before the first frame, at -1
                above the highest video track | // a:5 | a 0 1 | ! there is no video track 1 above track 'Track v2' (v2)
                below the lowest video track | a:5 | a 0 -1 | ! there is no video track 1 below track 'Track v1' (v1)
                far above | a:5 | a 0 2147483647 | ! there is no video track 2147483647 above
                far below | a:5 | a 0 -2147483648 | ! there is no video track 2147483648 below
                sounds have no second track | a:5 // // c:5 | a,c 0 1 | ! there is no audio track 1 above track 'Track a1' (a1)
                pictures and sounds in step              | a:5 // // c:5         | a,c 3 0   | _:3 a:5 // // _:3 c:5
                far too far                              | a:5                   | a 9223372036854775807 0 | ! cannot move by
                far too far back                         | a:5                   | a -9223372036854775808 0 | ! cannot move by
                a track too long                         | a:5 b:5               | a,b 1099511627767 0 | ! would be longer than
                a clip that is not there                 | a:5 b:5               | a,x 1 0   | ! there is no clip x
                """);
    }

    @TestFactory
    Stream<DynamicTest> moveOverWhatLiesThere() {
        return moves(Landing.OVERWRITE, """
                over the start of a clip                 | a:5 b:5 c:9           | a,b 3 0   | _:3 a:5 b:5 c:6@3
                over the end of a clip                   | a:9 b:5 c:5           | b,c -3 0  | a:6 b:5 c:5
                over a clip wholly                       | a:5 b:5 c:5           | a 5 0     | _:5 a:5 c:5
                into a clip                              | a:2 b:9               | a 4 0     | _:2 b:2 a:2 r:5@4
                what lies between them stays             | a:2 x:4 b:2 c:9       | a,b 8 0   | _:2 x:4 _:2 a:2 c:4@2 b:2 r:1@8
                over a transition between clips that stay | a:5 b:5 u/2+2 c:9    | a 8 0     | _:5 b:3 a:5 c:6@3
                beside a transition that stays           | a:5 b:5 u/2+2 c:9     | a 12 0    | _:5 b:5 u/2+2 c:2 a:5 r:2@7
                a transition between them goes along     | a:5 u/1+1 b:5 c:9     | a,b 7 0   | _:7 a:5 u/1+1 b:5 c:2@7
                to the track above                       | a:5 b:5 // c:20       | a,b 5 1   | // c:5 a:5 b:5 r:5@15
                up where the upper one leaves            | a:5 // b:5            | b 0 -1    | b:5 //
                by nothing                               | a:5 u/1+1 b:5         | a 0 0     | =
                behind the end                           | a:5 b:5               | a 10 0    | _:5 b:5 a:5
                before the first frame | _:3 a:5 | a -4 0 | ! nothing can lie before the first frame
                id of a right part taken                 | a:2 b:9 r:1           | a 4 0     | ! the id r is taken
                """);
    }

    @TestFactory
    Stream<DynamicTest> moveAndMakeRoom() {
        return moves(Landing.INSERT, """
                to the first frame                       | a:5 b:5 c:5           | c -10 0   | c:5 a:5 b:5
                to a cut                                 | a:5 b:5 c:5 d:5       | d -10 0   | a:5 d:5 b:5 c:5
                behind itself                            | a:5 b:5 c:5           | a 10 0    | _:5 b:5 a:5 c:5
                into a clip                              | a:9 b:2               | b -5 0    | a:4 b:2 r:5@4
                two clips and the gap between them       | a:9 b:2 _:3 c:2       | b,c -5 0  | a:4 b:2 _:3 c:2 r:5@4
                into their own gap                       | a:5 b:5 c:5           | b 3 0     | a:5 _:3 b:5 _:2 c:5
                at the end                               | a:5 b:5               | a 5 0     | _:5 a:5 b:5
                behind the end                           | a:5 b:5               | a 12 0    | _:5 b:5 _:2 a:5
                into a transition                        | a:9 u/3+3 b:9 c:2     | c -10 0   | a:8 c:2 r:1@8 b:9
                at a cut with a transition               | a:9 u/3+3 b:9 c:2     | c -9 0    | a:9 c:2 b:9
                to the track above                       | a:5 // b:20           | a 4 1     | // b:4 a:5 r:16@4
                other tracks do not move                 | a:5 b:5 // c:20       | b -5 0    | b:5 a:5 // c:20
                tracks with clips in step | a:9 b:2 // // c:20 d:4 | b,d -3 0 | a:6 b:2 _:13 r:3@6 // // c:6 _:11 d:4 s:14@6
                by nothing                               | a:5 u/1+1 b:5         | a 0 0     | =
                before the first frame | _:3 a:5 | a -4 0 | ! nothing can lie before the first frame
                ids are not looked at where none is needed | a:5 b:5 r:5          | b -5 0    | b:5 a:5 _:5 r:5
                id of a right part taken                 | a:9 b:2 r:2           | b -5 0    | ! the id r is taken
                """);
    }

    @TestFactory
    Stream<DynamicTest> deleteSeveral() {
        return EditTable.of("""
                two that touch                           | a:5 b:5 c:5 d:5       | b,c false | a:5 _:10 d:5
                two that touch, with ripple              | a:5 b:5 c:5 d:5       | b,c true  | a:5 d:5
                around one that stays                    | a:5 b:5 c:5 d:5       | a,c false | _:5 b:5 _:5 d:5
                around one that stays, with ripple       | a:5 b:5 c:5 d:5       | a,c true  | b:5 d:5
                with the transitions between and beside  | a:5 u/1+1 b:5 v/1+1 c:5 w/1+1 d:5 | b,c true | a:5 d:5
                on several tracks, with ripple           | a:5 b:5 // c:5 d:9 // e:1 | a,c,e true | b:5 // d:9 //
                all of a track                           | a:5 _:2 b:5           | a,b false | //
                none                                     | a:5                   | - true    | =
                one that is not there                    | a:5                   | a,x true  | ! there is no clip x
                """, (before, words) -> MoveEdits.deleteAll(before, ids(words), Boolean.parseBoolean(words.get(1))));
    }

    @Test
    void tracksAreCountedAmongTheirKindFromTheBottomUp() throws EditRefused {
        Id a2 = id("a2");
        Sequence sequence = sequence(List.of(track(A1, TrackKind.AUDIO, "c:5"), track(V1, TrackKind.VIDEO, "a:5"),
                track(a2, TrackKind.AUDIO, ""), track(V2, TrackKind.VIDEO, "b:9")));
        Sequence moved = MoveEdits.moveAll(sequence, Set.of(id("a"), id("c")), 9, 1, Landing.FREE, List.of());
        assertEquals("", Samples.text(moved, A1));
        assertEquals("", Samples.text(moved, V1));
        assertEquals("_:9 c:5", Samples.text(moved, a2));
        assertEquals("b:9 a:5", Samples.text(moved, V2));
    }

    @Test
    void clipsOfNeighbouringTracksMoveUpTogether() throws EditRefused {
        Sequence sequence = sequence(List.of(track(V1, TrackKind.VIDEO, "a:5 u/1+1 x:5"), track(V2, TrackKind.VIDEO, "_:3 b:9"),
                track(id("v3"), TrackKind.VIDEO, "")));
        Sequence moved = MoveEdits.moveAll(sequence, Set.of(id("a"), id("b")), 0, 1, Landing.FREE, List.of());
        assertEquals("_:5 x:5", Samples.text(moved, V1));
        assertEquals("a:5", Samples.text(moved, V2));
        assertEquals("_:3 b:9", Samples.text(moved, id("v3")));
    }

    @Test
    void aMoveThatCutsMoreClipsThanThereAreIdsIsRefused() {
        refused("the edit cuts more clips in two", () -> MoveEdits.moveAll(sequence("a:9 b:2"), Set.of(id("b")), -5, 0,
                Landing.INSERT, List.of()));
    }

    private static Stream<DynamicTest> moves(Landing landing, String table) {
        return EditTable.of(table, (before, words) -> MoveEdits.moveAll(before, ids(words), Long.parseLong(words.get(1)),
                Integer.parseInt(words.get(2)), landing, RIGHT));
    }

    private static Set<Id> ids(List<String> words) {
        Set<Id> ids = new LinkedHashSet<>();
        Arrays.stream(words.getFirst().split(",")).filter(word -> !word.equals("-")).forEach(word -> ids.add(id(word)));
        return ids;
    }
}
