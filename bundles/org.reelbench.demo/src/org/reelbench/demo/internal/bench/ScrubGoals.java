package org.reelbench.demo.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the project promises of looking about and playing, held against what the bench saw. */
final class ScrubGoals {

    private static final double PAINTED_MS = 50;
    private static final double TIMES_FFMPEG = 1.1;
    private static final int FEW_TRACKS = 3;
    private static final int MANY_TRACKS = 10;
    private static final double PROCESSORS = 1.2;
    private static final double BACKWARD_A_SECOND = 15;
    private static final double OPENED_MS = 1000;

    private ScrubGoals() {
    }

    static List<Goal> of(ScrubFigures jumps, ScrubScenes scenes) {
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.atMost("all right pictures, to ffmpeg", jumps.ratio(), TIMES_FFMPEG, " times"));
        for (PlayedScene scene : scenes.forward()) {
            goals.add(Goal.atMost("something is painted, 95 of 100 jumps, " + scene.title(), scene.firstP95Ms(), PAINTED_MS,
                    " ms"));
            OptionalLong theirs = scenes.ffplayDrops();
            boolean isOfFew = scene.tracks() == FEW_TRACKS && !scene.proxies();
            boolean isOfMany = scene.tracks() == MANY_TRACKS && scene.proxies();
            if (theirs.isPresent() && (isOfFew || isOfMany)) {
                goals.add(Goal.atMost("dropped, " + scene.title() + ", to one file by ffplay", scene.dropped(),
                        theirs.getAsLong(), ""));
            }
            if (scene.tracks() == MANY_TRACKS) {
                goals.add(Goal.atMost("processors, " + scene.title(), scene.cores(), PROCESSORS, ""));
            }
        }
        goals.add(Goal.atLeast("pictures a second, 1920x1080 backward", scenes.backward().shownASecond(), BACKWARD_A_SECOND, ""));
        goals.add(Goal.atMost("8 hours in " + LongTimeline.CLIPS + " clips are opened and painted",
                scenes.opened().getLast().openedMs(), OPENED_MS, " ms"));
        return goals;
    }
}
