package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;

/** What lies at every frame of a sequence, found the slow way: item by item, frame by frame. */
final class FrameStack {

    /** A clip and which of its frames. */
    private record Seen(Clip clip, long frameInClip) {
    }

    /** A transition, how far it has gone, and the clip that runs on in its handle. */
    private record Blended(Transition transition, long framesFromCut, Seen left, Seen right) {
    }

    /** All that a track adds to a frame. */
    private record Layer(Id track, TrackKind kind, boolean hidden, boolean muted, List<Object> seen) {
    }

    private FrameStack() {
    }

    /** Returns for each frame what one track shows; an empty list where there is nothing. */
    static List<List<Object>> of(Track track) {
        List<List<Object>> frames = new ArrayList<>();
        for (long frame = 0; frame < track.durationFrames(); frame++) {
            frames.add(new ArrayList<>());
        }
        List<Item> items = track.items().toList();
        long startFrame = 0;
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            if (item instanceof Clip clip) {
                for (long frame = 0; frame < clip.durationFrames(); frame++) {
                    frames.get((int) (startFrame + frame)).add(new Seen(clip, frame));
                }
            } else if (item instanceof Transition transition && items.get(index - 1) instanceof Clip left
                    && items.get(index + 1) instanceof Clip right) {
                for (long frame = -transition.inOffsetFrames(); frame < transition.outOffsetFrames(); frame++) {
                    frames.get((int) (startFrame + frame)).add(new Blended(transition, frame,
                            new Seen(left, left.durationFrames() + frame), new Seen(right, frame)));
                }
            }
            startFrame += item.durationFrames();
        }
        return frames;
    }

    /** Returns for each frame what lies there, bottom track first. */
    static List<List<Object>> of(Sequence sequence) {
        List<List<Object>> frames = new ArrayList<>();
        for (long frame = 0; frame < sequence.durationFrames(); frame++) {
            frames.add(new ArrayList<>());
        }
        for (Track track : sequence.tracks()) {
            List<List<Object>> seen = of(track);
            for (int frame = 0; frame < seen.size(); frame++) {
                if (!seen.get(frame).isEmpty()) {
                    frames.get(frame).add(new Layer(track.id(), track.kind(), track.hidden(), track.muted(), seen.get(frame)));
                }
            }
        }
        return frames;
    }

    /** Returns a frame that differs and lies in none of the ranges, or -1. */
    static long missed(List<List<Object>> before, List<List<Object>> after, List<FrameRange> ranges) {
        for (int frame = 0; frame < Math.max(before.size(), after.size()); frame++) {
            List<Object> left = frame < before.size() ? before.get(frame) : List.of();
            List<Object> right = frame < after.size() ? after.get(frame) : List.of();
            long number = frame;
            if (!left.equals(right) && ranges.stream().noneMatch(range -> range.contains(number))) {
                return frame;
            }
        }
        return -1;
    }
}
