package org.reelbench.timeline.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Exchanges what lies on a range of frames of a track, cutting the clips that reach over its borders: lift, extract, insert and
 * overwrite are all this one exchange. Transitions whose cut lies in the range, borders included, go.
 * <p>
 * Holds the sequence and the ids for right parts during one edit. Confined to one thread. An exchange costs O(log n) and the
 * number of items exchanged.
 */
final class RangeSurgery {

    private final Sequence sequence;
    private final SpareIds rightIds;

    RangeSurgery(Sequence sequence, SpareIds rightIds) {
        this.sequence = sequence;
        this.rightIds = rightIds;
    }

    /** Leaves a gap in the range; the same track if nothing but gaps lies there. */
    Track lift(Track track, long inFrame, long outFrame) throws EditRefused {
        long endFrame = Math.min(outFrame, track.durationFrames());
        return holdsClip(track, inFrame, endFrame)
                ? exchange(track, inFrame, endFrame, List.of(new Gap(endFrame - inFrame)))
                : track;
    }

    /** Takes the range out of the track; the same track if it ends before. */
    Track extract(Track track, long inFrame, long outFrame) throws EditRefused {
        return inFrame >= track.durationFrames() ? track : exchange(track, inFrame, outFrame, List.of());
    }

    /** Puts items in place of what lies there; behind the end, a gap comes before them. */
    Track overwrite(Track track, long inFrame, List<? extends Item> items) throws EditRefused {
        long durationFrames = duration(items);
        Lookup.requireInReach(track, inFrame, durationFrames);
        return exchange(track, inFrame, inFrame + durationFrames, items);
    }

    /** Puts items in, and moves what lies behind the frame away by their duration. */
    Track insert(Track track, long frame, List<? extends Item> items) throws EditRefused {
        Lookup.requireInReach(track, Math.max(frame, track.durationFrames()), duration(items));
        Lookup.requireInReach(track, frame, 0);
        return exchange(track, frame, frame, items);
    }

    private Track exchange(Track track, long inFrame, long outFrame, List<? extends Item> middle) throws EditRefused {
        TrackItems items = track.items();
        List<Item> replacement = new ArrayList<>();
        Optional<Located> first = items.locate(inFrame);
        int from = first.map(Located::index).orElse(items.size());
        boolean cutsFirst = first.isPresent() && first.get().startFrame() < inFrame;
        if (cutsFirst) {
            replacement.add(head(first.get(), inFrame));
        } else if (from > 0 && items.get(from - 1) instanceof Transition) {
            from--;
        }
        replacement.addAll(TrackSurgery.gap(Math.max(0, inFrame - items.durationFrames())));
        replacement.addAll(middle);
        Optional<Located> last = items.locate(outFrame);
        int to = last.map(Located::index).orElse(items.size());
        if (last.isPresent() && last.get().startFrame() < outFrame) {
            // The left part of a clip keeps its id; where only a right part stays, that one does.
            replacement.add(tail(last.get(), outFrame, cutsFirst && first.get().index() == to));
            to++;
        }
        return track.withItems(TrackSurgery.splice(items, from, to, replacement));
    }

    private static Item head(Located cut, long frame) {
        long durationFrames = frame - cut.startFrame();
        return cut.item() instanceof Clip clip ? ClipParts.leftPart(clip, durationFrames) : new Gap(durationFrames);
    }

    private Item tail(Located cut, long frame, boolean isSecondPart) throws EditRefused {
        if (!(cut.item() instanceof Clip clip)) {
            return new Gap(cut.endFrame() - frame);
        }
        long leftFrames = frame - cut.startFrame();
        return isSecondPart
                ? ClipParts.rightPart(sequence, clip, leftFrames, rightIds.next())
                : ClipParts.behindCut(sequence, clip, leftFrames);
    }

    private static boolean holdsClip(Track track, long inFrame, long outFrame) {
        Optional<Located> located = track.items().locate(inFrame);
        while (located.isPresent() && located.get().startFrame() < outFrame) {
            if (located.get().item() instanceof Clip) {
                return true;
            }
            located = track.items().locate(located.get().endFrame());
        }
        return false;
    }

    /** Returns how long items are together. */
    static long duration(List<? extends Item> items) {
        return items.stream().mapToLong(Item::durationFrames).sum();
    }
}
