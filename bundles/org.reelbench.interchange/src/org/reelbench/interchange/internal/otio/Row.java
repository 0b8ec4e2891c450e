package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The items of a track as the file orders them, brought step by step under the rules of tracks: gaps joined, none at the end,
 * transitions between two clips that are long enough.
 */
final class Row {

    private final FrameRate rate;
    private final Losses losses;
    private final Map<Id, Fields> transitions = new HashMap<>();
    private List<Item> items = new ArrayList<>();

    Row(FrameRate rate, Losses losses) {
        this.rate = rate;
        this.losses = losses;
    }

    void add(Item item) {
        items.add(item);
    }

    void add(Transition transition, Fields at) {
        transitions.put(transition.id(), at);
        items.add(transition);
    }

    /** Keeps what lies in a stretch; before the beginning and after the end of the items lies nothing. */
    void trim(long startFrame, long durationFrames) {
        List<Item> kept = new ArrayList<>();
        if (startFrame < 0) {
            kept.add(new Gap(Math.min(-startFrame, durationFrames)));
        }
        long endFrame = startFrame + durationFrames;
        long frame = 0;
        for (Item item : items) {
            long end = frame + item.durationFrames();
            if (item instanceof Transition transition) {
                if (frame - transition.inOffsetFrames() >= startFrame && frame + transition.outOffsetFrames() <= endFrame) {
                    kept.add(item);
                } else if (frame + transition.outOffsetFrames() > startFrame && frame - transition.inOffsetFrames() < endFrame) {
                    lose(transition, "the source range of its track or stack cuts it");
                }
            } else {
                long from = Math.max(frame, startFrame);
                long to = Math.min(end, endFrame);
                if (from < to) {
                    kept.add(part(item, from - frame, to - from));
                }
            }
            frame = end;
        }
        items = kept;
    }

    /** Returns the items under the rules of tracks. */
    TrackItems settled() {
        List<Item> settled = new ArrayList<>();
        long takenFrames = 0;
        for (int i = 0; i < items.size(); i++) {
            Item before = settled.isEmpty() ? null : settled.getLast();
            switch (items.get(i)) {
            case Transition transition -> {
                Item next = i + 1 < items.size() ? items.get(i + 1) : null;
                if (!(before instanceof Clip left) || !(next instanceof Clip right)) {
                    lose(transition, "it does not lie between two clips; there is a cut instead");
                } else if (takenFrames + transition.inOffsetFrames() > left.durationFrames()
                        || transition.outOffsetFrames() > right.durationFrames()) {
                    lose(transition, "the clips beside it are shorter; there is a cut instead");
                } else {
                    settled.add(transition);
                    takenFrames = transition.outOffsetFrames();
                }
            }
            case Gap gap when before instanceof Gap earlier -> settled.set(settled.size() - 1,
                    new Gap(earlier.durationFrames() + gap.durationFrames()));
            case Item item -> {
                takenFrames = before instanceof Transition ? takenFrames : 0;
                settled.add(item);
            }
            }
        }
        if (!settled.isEmpty() && settled.getLast() instanceof Gap) {
            settled.removeLast();
        }
        return TrackItems.of(settled);
    }

    private void lose(Transition transition, String why) {
        Fields at = transitions.get(transition.id());
        if (at != null) {
            losses.add(at, "transition", why);
        }
    }

    private Item part(Item item, long fromFrames, long durationFrames) {
        return switch (item) {
        case Clip clip -> clip.withSource(clip.sourceTimeAt(fromFrames, rate), durationFrames);
        default -> new Gap(durationFrames);
        };
    }
}
