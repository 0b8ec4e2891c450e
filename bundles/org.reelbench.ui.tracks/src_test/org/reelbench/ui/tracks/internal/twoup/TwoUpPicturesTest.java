package org.reelbench.ui.tracks.internal.twoup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.reelbench.playback.Fit;
import org.reelbench.playback.Player;
import org.reelbench.playback.PlayerSetup;
import org.reelbench.playback.Players;
import org.reelbench.playback.Scene;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Curve;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Interpolation;
import org.reelbench.timeline.Keyframe;
import org.reelbench.timeline.Sequence;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.tracks.internal.model.Tracks;
import org.reelbench.ui.tracks.internal.model.TwoUp;

/** What is asked of players while something is trimmed, and that nothing is held afterwards. */
class TwoUpPicturesTest {

    private static final Clip FIRST = Tracks.color("c1", 100);
    private static final Clip SECOND = Tracks.color("c2", 50);

    private final Sequence sequence = Tracks.sequence(Tracks.video("v1", FIRST, SECOND));
    private final List<String> asked = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private Optional<Players> players = Optional.of(players());
    private int changes;
    private final TwoUpPictures pictures = new TwoUpPictures(editor(), () -> players, () -> changes++);

    /** What a fake answers. */
    @FunctionalInterface
    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(TwoUpPicturesTest.class.getClassLoader(), new Class<?>[] { type },
                (_, method, arguments) -> answer.to(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    private Editor editor() {
        ProjectSession session = fake(ProjectSession.class, (_, _) -> Project.of("film", sequence));
        return fake(Editor.class, (_, _) -> Optional.of(new OpenProject(session, _ -> {
            throw new AssertionError("media are not looked into");
        })));
    }

    private Players players() {
        return fake(Players.class, (_, arguments) -> {
            screens.add(((PlayerSetup) arguments[0]).screen());
            String name = "player " + screens.size();
            return fake(Player.class, (method, args) -> {
                asked.add(name + " " + method + (args.length == 0
                        ? ""
                        : " " + ((Clip) ((Scene) args[0]).sequence().tracks().getFirst().items().get(0)).id() + " " + args[1]));
                return null;
            });
        });
    }

    private static Optional<TwoUp> pair(long left, long right) {
        return Optional.of(new TwoUp(Optional.of(new TwoUp.Side(FIRST, left, RationalTime.ZERO)),
                Optional.of(new TwoUp.Side(SECOND, right, RationalTime.ZERO))));
    }

    @Test
    void eachSideIsAskedForWhenItChangesAndNotAgain() {
        pictures.show(pair(99, 0));
        pictures.show(pair(99, 0));
        pictures.show(pair(90, 0));
        assertEquals(List.of("player 1 show c1 99", "player 2 show c2 0", "player 1 show c1 90"), asked);
    }

    @Test
    void withNothingTrimmedNothingIsHeld() {
        pictures.show(Optional.empty());
        assertEquals(0, screens.size(), "no player is opened before it is needed");
        pictures.show(pair(99, 0));
        screens.getFirst().show(new Picture());
        pictures.show(Optional.empty());
        assertEquals(Optional.empty(), pictures.left());
        assertEquals(List.of("player 1 idle", "player 2 idle"), asked.subList(2, 4));
        pictures.close();
        assertEquals(List.of("player 1 close", "player 2 close"), asked.subList(4, 6));
    }

    @Test
    void aPictureIsCopiedGivenBackAndTold() {
        pictures.show(pair(99, 0));
        Picture picture = new Picture();
        screens.getLast().show(picture);
        assertEquals(1, changes);
        assertEquals(1, picture.closed);
        assertArrayEquals(new byte[] { 1, 2, 3, -1, 4, 5, 6, -1 }, pictures.right().orElseThrow().bgrx());
        screens.getLast().fail("it is missing");
        assertEquals(Optional.empty(), pictures.right());
    }

    @Test
    void whatOpensPlayersMayGoAndComeBack() {
        players = Optional.empty();
        pictures.show(pair(99, 0));
        assertEquals(List.of(), asked);
        players = Optional.of(players());
        pictures.show(pair(98, 0));
        assertEquals(List.of("player 1 show c1 98"), asked);
    }

    @Test
    void aClipIsSeenAloneAndInFull() {
        TreeMap<String, Curve> curves = new TreeMap<>();
        curves.put(Animated.OPACITY, new Curve(List.of(new Keyframe(0, 0, Interpolation.LINEAR))));
        Clip faded = FIRST.withFades(new Fades(10, 10)).withCurves(curves).withOpacity(0.1);
        Sequence alone = TwoUpPictures.alone(faded, sequence);
        Clip seen = (Clip) alone.tracks().getFirst().items().get(0);
        assertEquals(FIRST, seen);
        assertEquals(sequence.rate(), alone.rate());
    }

    /** Two pixels. */
    private static final class Picture implements ScreenPicture {

        private int closed;

        @Override
        public MemorySegment pixels() {
            return MemorySegment.ofArray(new byte[] { 1, 2, 3, -1, 4, 5, 6, -1 });
        }

        @Override
        public int strideBytes() {
            return 8;
        }

        @Override
        public Fit size() {
            return new Fit(2, 1);
        }

        @Override
        public long frame() {
            return 0;
        }

        @Override
        public boolean isApproximate() {
            return false;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
