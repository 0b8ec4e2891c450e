package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * The items of a track as the file orders them, brought step by step under the rules of tracks: gaps joined, none at the end,
 * transitions between two clips that are long enough, fades between a clip and nothing.
 */
final class Row {

    private final FrameRate rate;
    private final boolean isSeen;
    private final Losses losses;
    private final Map<Id, Fields> transitions = new HashMap<>();
    private List<Item> items = new ArrayList<>();
    /** How many frames of the clip settled last, and of the one that comes next, a transition takes from its beginning. */
    private long taken;
    private long takenOfNext;

    Row(FrameRate rate, boolean isSeen, Losses losses) {
        this.rate = rate;
        this.isSeen = isSeen;
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
        taken = 0;
        for (int i = 0; i < items.size(); i++) {
            Item before = settled.isEmpty() ? null : settled.getLast();
            switch (items.get(i)) {
            case Transition transition -> settle(transition, i, settled);
            case Gap gap when before instanceof Gap earlier -> settled.set(settled.size() - 1,
                    new Gap(earlier.durationFrames() + gap.durationFrames()));
            case Item item -> {
                taken = takenOfNext;
                takenOfNext = 0;
                settled.add(item);
            }
            }
        }
        if (!settled.isEmpty() && settled.getLast() instanceof Gap) {
            settled.removeLast();
        }
        return TrackItems.of(settled);
    }

    private void settle(Transition transition, int index, List<Item> settled) {
        Item before = settled.isEmpty() ? null : settled.getLast();
        Item next = index + 1 < items.size() ? items.get(index + 1) : null;
        boolean isTooLong = before instanceof Clip left && taken + transition.inOffsetFrames() > left.durationFrames()
                || next instanceof Clip right && transition.outOffsetFrames() > right.durationFrames();
        if (isTooLong) {
            lose(transition, "the clips beside it are shorter; there is a cut instead");
        } else if (before instanceof Clip && next instanceof Clip) {
            settled.add(transition);
            takenOfNext = transition.outOffsetFrames();
        } else if (!fadesIn(transition, index, settled, before, next) && !fadesOut(transition, index, settled, before, next)) {
            lose(transition, "it does not lie between two clips; there is a cut instead");
        }
    }

    private boolean fadesIn(Transition transition, int index, List<Item> settled, @Nullable Item before, @Nullable Item next) {
        if (!(next instanceof Clip clip) || before instanceof Transition) {
            return false;
        }
        long room = before instanceof Gap gap ? gap.durationFrames() : 0;
        Clip faded = EdgeFades.in(clip, transition, room, rate, isSeen).orElse(null);
        if (faded == null) {
            return false;
        }
        long used = faded.durationFrames() - clip.durationFrames();
        if (used > 0) {
            settled.removeLast();
            if (used < room) {
                settled.add(new Gap(room - used));
            }
        }
        items.set(index + 1, faded);
        takenOfNext = used + transition.outOffsetFrames();
        return true;
    }

    private boolean fadesOut(Transition transition, int index, List<Item> settled, @Nullable Item before, @Nullable Item next) {
        if (!(before instanceof Clip clip) || next instanceof Transition) {
            return false;
        }
        long room = next instanceof Gap gap ? gap.durationFrames() : 0;
        Clip faded = EdgeFades.out(clip, transition, room, isSeen).orElse(null);
        if (faded == null) {
            return false;
        }
        long used = faded.durationFrames() - clip.durationFrames();
        settled.set(settled.size() - 1, faded);
        if (used == room && used > 0) {
            items.remove(index + 1);
        } else if (used > 0) {
            items.set(index + 1, new Gap(room - used));
        }
        return true;
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
