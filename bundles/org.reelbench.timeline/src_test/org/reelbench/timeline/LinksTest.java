package org.reelbench.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.reelbench.timeline.EditsPlaceTest.refused;
import static org.reelbench.timeline.Samples.A1;
import static org.reelbench.timeline.Samples.V1;
import static org.reelbench.timeline.Samples.V2;
import static org.reelbench.timeline.Samples.id;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.timeline.MoveEdits.Landing;

/** Links and groups: bonds are written {@code l=a,b g=c,d} for link l of a and b and group g of c and d; groups begin with g. */
class LinksTest {

    private static final String TRACKS = "a:10 b:10 _:5 c:10 // d:10 e:10 // f:10 h:20";

    private interface Edit {
        Sequence apply(Sequence before) throws EditRefused;
    }

    @TestFactory
    Stream<DynamicTest> bonds() {
        return Stream.of(
                made("two clips are linked", "", s -> Links.link(s, ids("a,f"), id("k")), "k=a,f"),
                made("three clips are linked", "", s -> Links.link(s, ids("a,d,f"), id("k")), "k=a,d,f"),
                made("a link takes an older one's place", "l=a,d", s -> Links.link(s, ids("a,f"), id("k")), "k=a,f"),
                made("an older link stays on two", "l=a,d,f", s -> Links.link(s, ids("a,h"), id("k")), "k=a,h l=d,f"),
                made("a link may take up its own id", "l=a,d", s -> Links.link(s, ids("a,d,f"), id("l")), "l=a,d,f"),
                made("one of two is unlinked", "l=a,f", s -> Links.unlink(s, ids("a")), ""),
                made("one of three is unlinked", "l=a,d,f", s -> Links.unlink(s, ids("d")), "l=a,f"),
                made("two are unlinked at once", "l=a,d k=b,e", s -> Links.unlink(s, ids("a,b")), ""),
                made("groups hold clips of one track", "", s -> Links.group(s, ids("a,b"), id("g")), "g=a,b"),
                made("a group takes an older one's place", "g=a,b", s -> Links.group(s, ids("b,c"), id("g2")), "g2=b,c"),
                made("one of two leaves its group", "g=a,b", s -> Links.ungroup(s, ids("a")), ""),
                made("one of three leaves its group", "g=a,b,c", s -> Links.ungroup(s, ids("a")), "g=b,c"),
                made("links and groups are apart", "l=a,f g=a,b", s -> Links.ungroup(s, ids("a")), "l=a,f"),
                made("a clip deleted leaves its partner alone", "l=a,f", s -> Edits.delete(s, id("a"), false), ""),
                made("a clip deleted with ripple too", "l=a,f g=a,b,c", s -> Edits.delete(s, id("a"), true), "g=b,c"),
                made("two of three deleted", "l=a,d,f", s -> MoveEdits.deleteAll(s, ids("a,d"), false), ""),
                made("a track taken away", "l=a,f g=d,e,a", s -> Edits.removeTrack(s, V1), "g=d,e"),
                made("a clip overwritten", "l=a,f", s -> RangeEdits.overwrite(s, V1, 0, Samples.clip("x", 10), id("r")), ""),
                made("a clip overwritten in part", "l=a,f", s -> RangeEdits.overwrite(s, V1, 0, Samples.clip("x", 9), id("r")),
                        "l=a,f"),
                made("a clip lifted", "l=a,f", s -> RangeEdits.lift(s, V1, new FrameRange(0, 10), id("r")), ""),
                made("a clip extracted", "l=a,f", s -> RangeEdits.extract(s, V1, new FrameRange(0, 12), id("r")), ""),
                made("both lifted", "l=a,f", s -> RangeEdits.liftAll(s, new FrameRange(0, 10), List.of()), ""),
                made("ripple delete on all tracks", "l=a,f g=b,c",
                        s -> RangeEdits.rippleDelete(s, id("b"), ids("r,s").stream().toList()),
                        "l=a,f"),
                made("a clip moved over another", "l=c,f",
                        s -> MoveEdits.moveAll(s, ids("a"), 25, 0, Landing.OVERWRITE, List.of()), ""),
                made("moves keep bonds", "l=a,f g=a,b", s -> Edits.move(s, id("a"), V2, 40), "l=a,f g=a,b"),
                made("trims keep bonds", "l=a,f g=a,b", s -> Edits.trimStart(s, id("a"), 4), "l=a,f g=a,b"),
                made("a lone split", "l=a,f g=a,b", s -> Edits.split(s, V1, 5, id("r")), "l=a,f g=a,b,r"),
                made("a linked split", "l=a,f g=a,b", s -> Links.split(s, id("a"), 5, ids("r,s").stream().toList(), id("k")),
                        "k=r,s l=a,f g=a,b,r"),
                made("a linked split named at the sound", "l=a,f",
                        s -> Links.split(s, id("f"), 5, ids("r,s").stream().toList(), id("k")),
                        "k=r,s l=a,f"),
                made("a partner that is not cut", "l=a,h", s -> Links.split(s, id("a"), 5, ids("r").stream().toList(), id("k")),
                        "l=a,h"),
                made("one of two partners not cut", "l=a,d,h",
                        s -> Links.split(s, id("a"), 5, ids("r,s").stream().toList(), id("k")),
                        "l=a,d,h"),
                made("a split of a clip that is not linked", "g=a,b",
                        s -> Links.split(s, id("a"), 5, ids("r").stream().toList(), id("k")),
                        "g=a,b,r"),
                no("a link of one", "", s -> Links.link(s, ids("a"), id("k")), "a link needs at least two"),
                no("a link of none", "", s -> Links.link(s, Set.of(), id("k")), "a link needs at least two"),
                no("a link on one track", "", s -> Links.link(s, ids("a,b"), id("k")),
                        "two of the clips lie on track 'Track v1'"),
                no("a link that another bears", "l=a,d", s -> Links.link(s, ids("b,f"), id("l")), "bears the link l already"),
                no("a link of nobody", "", s -> Links.link(s, ids("a,q"), id("k")), "there is no clip q"),
                no("a group of one", "", s -> Links.group(s, ids("a"), id("g")), "a group needs at least two"),
                no("a group that another bears", "g=a,b", s -> Links.group(s, ids("c,d"), id("g")), "bears the group g already"),
                no("an unlinked nobody", "", s -> Links.unlink(s, ids("q")), "there is no clip q"),
                no("a split at the first frame", "l=a,f", s -> Links.split(s, id("a"), 0, List.of(id("r")), id("k")),
                        "frame 0 does not"),
                no("a split at the end", "l=a,f", s -> Links.split(s, id("a"), 10, List.of(id("r")), id("k")),
                        "frame 10 does not"),
                no("a split without ids enough", "l=a,f", s -> Links.split(s, id("a"), 5, List.of(id("r")), id("k")),
                        "more clips in two"),
                no("a split with the link taken", "l=a,f k=b,e",
                        s -> Links.split(s, id("a"), 5, List.of(id("r"), id("s")), id("k")),
                        "bears the link k already"),
                no("a split with an id taken", "l=a,f", s -> Links.split(s, id("a"), 5, List.of(id("r"), id("b")), id("k")),
                        "the id b is taken"));
    }

    @Test
    void whatIsNotBoundStaysTheSameSequence() throws EditRefused {
        Sequence sequence = bound("l=a,f");
        assertSame(sequence, Links.unlink(sequence, ids("b,c")));
        assertSame(sequence, Links.ungroup(sequence, ids("a,f")));
        assertSame(sequence, Links.link(sequence, ids("a,f"), id("l")));
    }

    @Test
    void partnersAreAllThatIsBoundInAnyWay() {
        Sequence sequence = bound("l=a,f k=b,e g=a,b g2=h,c");
        assertEquals(ids("a,f,b,e"), Links.partners(sequence, id("a")));
        assertEquals(ids("e,b,a,f"), Links.partners(sequence, id("e")));
        assertEquals(ids("h,c"), Links.partners(sequence, id("h")));
        assertEquals(ids("d"), Links.partners(sequence, id("d")));
        assertEquals(ids("q"), Links.partners(sequence, id("q")));
        assertEquals(ids("a,f"), Links.linked(sequence, id("f")));
        assertEquals(ids("h"), Links.linked(sequence, id("h")));
        assertEquals(ids("q"), Links.linked(sequence, id("q")));
    }

    @Test
    void theLastBearerLosesItsBondOnALockedTrackToo() throws EditRefused {
        Sequence sequence = bound("l=a,f");
        Sequence locked = sequence.withTrack(sequence.track(A1).withLocked(true));
        assertEquals("", bonds(Edits.delete(locked, id("a"), false)));
        refused("is locked", () -> Links.unlink(locked, ids("f")));
        refused("is locked", () -> Links.split(locked, id("a"), 5, List.of(id("r"), id("s")), id("k")));
    }

    @Test
    void aBondThatWasAloneBeforeAnEditIsLeftAlone() throws EditRefused {
        Sequence sequence = bound("l=a");
        assertEquals("l=a", bonds(Edits.trimStart(sequence, id("a"), 2)));
        assertEquals("l=a", bonds(RangeEdits.lift(sequence, V1, new FrameRange(0, 2), id("r"))));
    }

    @Test
    void aClipMayComeWithALinkThatItsPartnerHas() throws EditRefused {
        Clip picture = Samples.clip("x", 5).withBonds(new Bonds(id("k"), null));
        Sequence first = Edits.append(EditTable.sequence(TRACKS), V1, picture);
        assertEquals("k=x", bonds(first));
        assertEquals("k=x,y", bonds(Edits.append(first, A1, picture.withId(id("y")))));
    }

    @Test
    void numbersOfLinksAndMarkersAreNotGivenTwice() {
        Sequence sequence = bound("l7=a,f g12=b,c").withMarkers(List.of(Marker.of(id("l9"), "", 3)));
        assertEquals(9, sequence.greatestNumber("l"));
        assertEquals(12, sequence.greatestNumber("g"));
    }

    private static DynamicTest made(String name, String before, Edit edit, String after) {
        return DynamicTest.dynamicTest(name, () -> {
            Sequence sequence = bound(before);
            Sequence edited = edit.apply(sequence);
            assertEquals(sorted(after), bonds(edited));
            assertEquals(sorted(before), bonds(sequence));
            assertEquals(List.of(), Invariants.violations(edited));
        });
    }

    private static DynamicTest no(String name, String before, Edit edit, String reason) {
        return DynamicTest.dynamicTest(name, () -> {
            Sequence sequence = bound(before);
            refused(reason, () -> edit.apply(sequence));
        });
    }

    private static Set<Id> ids(String text) {
        return Arrays.stream(text.split(",")).map(Id::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Sequence bound(String bonds) {
        Sequence sequence = EditTable.sequence(TRACKS);
        for (String bond : bonds.isEmpty() ? new String[0] : bonds.split(" ")) {
            String[] parts = bond.split("=");
            for (Id clip : ids(parts[1])) {
                ClipPlace place = sequence.findClip(clip).orElseThrow();
                Bonds old = place.clip().bonds();
                sequence = LonelyBonds.exchanged(sequence, place,
                        bond.startsWith("g") ? old.withGroup(id(parts[0])) : old.withLink(id(parts[0])));
            }
        }
        return sequence;
    }

    /** Returns the bonds of a sequence, each with its clips in the order of their ids. */
    private static String bonds(Sequence sequence) {
        TreeMap<String, TreeMap<Id, Id>> found = new TreeMap<>();
        for (Track track : sequence.tracks()) {
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    note(found, clip.bonds().link(), clip.id());
                    note(found, clip.bonds().group(), clip.id());
                }
            }
        }
        return found.entrySet().stream().map(bond -> bond.getKey() + "="
                + bond.getValue().keySet().stream().map(Id::value).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    private static void note(TreeMap<String, TreeMap<Id, Id>> found, @Nullable Id bond, Id clip) {
        if (bond != null) {
            found.computeIfAbsent(bond.value(), _ -> new TreeMap<>()).put(clip, clip);
        }
    }

    private static String sorted(String bonds) {
        return Arrays.stream(bonds.split(" ")).map(bond -> bond.isEmpty()
                ? bond
                : bond.split("=")[0] + "="
                        + Arrays.stream(bond.split("=")[1].split(",")).sorted().collect(Collectors.joining(",")))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
