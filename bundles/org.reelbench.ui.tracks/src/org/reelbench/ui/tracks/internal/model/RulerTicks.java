package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;

/** Where the ruler has marks and which of them say their timecode: at frames, seconds or minutes, as there is room for. */
public final class RulerTicks {

    private static final int LABEL_DISTANCE_PX = 104;
    private static final int MARK_DISTANCE_PX = 9;
    private static final long[] SECONDS = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
            86_400 };

    /**
     * A mark.
     *
     * @param frame the frame
     * @param xPx where it is
     * @param label the timecode, or an empty text
     */
    public record Tick(long frame, int xPx, String label) {
    }

    private RulerTicks() {
    }

    /**
     * Finds the marks of a stretch of the ruler.
     *
     * @param scale the scale
     * @param rate the frame rate
     * @param fromXPx the first pixel
     * @param toXPx the pixel after the last
     * @return the marks, from a little before to a little after
     */
    public static List<Tick> of(TimeScale scale, FrameRate rate, int fromXPx, int toXPx) {
        List<Long> steps = steps(rate.framesPerSecond().ceil());
        long labelStep = labelStep(steps, scale);
        long markStep = markStep(steps, scale, labelStep);
        List<Tick> ticks = new ArrayList<>();
        // A label reaches to the right of its mark: begin one label earlier.
        long first = scale.frameAt(fromXPx - LABEL_DISTANCE_PX) / markStep * markStep;
        for (long frame = first; frame <= Timecode.MAX_FRAME && scale.xOf(frame) < toXPx; frame += markStep) {
            ticks.add(new Tick(frame, scale.xOf(frame), frame % labelStep == 0 ? Timecode.of(frame, rate).toString() : ""));
        }
        return ticks;
    }

    /** Of steps that divide the labels' evenly the smallest that leaves room between marks. */
    private static long markStep(List<Long> steps, TimeScale scale, long labelStep) {
        for (long step : steps) {
            if (labelStep % step == 0 && step * scale.pxPerFrame() >= MARK_DISTANCE_PX) {
                return step;
            }
        }
        return labelStep;
    }

    private static long labelStep(List<Long> steps, TimeScale scale) {
        for (long step : steps) {
            if (step * scale.pxPerFrame() >= LABEL_DISTANCE_PX) {
                return step;
            }
        }
        long step = steps.getLast();
        while (step * scale.pxPerFrame() < LABEL_DISTANCE_PX) {
            step *= 2;
        }
        return step;
    }

    /** Whole fractions of a second, then seconds. */
    private static List<Long> steps(long nominalRate) {
        List<Long> steps = new ArrayList<>();
        for (long frames = 1; frames < nominalRate; frames++) {
            if (nominalRate % frames == 0) {
                steps.add(frames);
            }
        }
        for (long seconds : SECONDS) {
            steps.add(seconds * nominalRate);
        }
        return steps;
    }
}
