package org.reelbench.timeline.internal;

import java.util.List;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Transition;

/**
 * Finds the frames at which two rows of items may differ.
 * <p>
 * An item that both rows hold, equal and at the same frame, changes nothing. Every other item reports the frames it has a say in:
 * its own, and for a clip also those over which a transition beside it lets it run on. Whatever is seen at a frame is settled by
 * the items with a say in it, so that no frame that differs is left out. What follows a change of length has moved as a whole
 * and is reported as a whole, without being looked at.
 * <p>
 * Confined to one thread. Costs the number of items that differ times O(log n); subtrees the rows share cost nothing.
 */
public final class ItemDiff {

    private final ItemTree before;
    private final ItemTree after;
    private final RangeCollector ranges = new RangeCollector();
    private int steps;

    public ItemDiff(ItemTree before, ItemTree after) {
        this.before = before;
        this.after = after;
    }

    /** Compares; to be called once. */
    public List<FrameRange> run() {
        if (before == after) {
            return List.of();
        }
        int sameAtEnd = sameAtEnd();
        int beforeCount = before.size() - sameAtEnd;
        int afterCount = after.size() - sameAtEnd;
        if (sameAtEnd > 0 && before.durationFrames() != after.durationFrames()) {
            long endFrame = Math.max(before.durationFrames(), after.durationFrames());
            ranges.add(firstFrameOf(before, beforeCount), endFrame);
            ranges.add(firstFrameOf(after, afterCount), endFrame);
        }
        compareFirst(beforeCount, afterCount);
        return ranges.ranges();
    }

    /** Returns how often the walks were moved; for counting what a comparison costs. */
    public int steps() {
        return steps;
    }

    private int sameAtEnd() {
        TreeWalk left = TreeWalk.backwards(before);
        TreeWalk right = TreeWalk.backwards(after);
        boolean same = true;
        while (same) {
            same = left.skipEqual(right);
        }
        steps += left.steps() + right.steps();
        return left.passedItems();
    }

    private void compareFirst(int beforeCount, int afterCount) {
        TreeWalk left = TreeWalk.forwards(before);
        TreeWalk right = TreeWalk.forwards(after);
        while (left.passedItems() < beforeCount || right.passedItems() < afterCount) {
            if (right.passedItems() >= afterCount || right.isDone()) {
                report(before, left);
            } else if (left.passedItems() >= beforeCount || left.isDone()) {
                report(after, right);
            } else if (left.passedFrames() != right.passedFrames()) {
                catchUp(left, right);
            } else if (left.standsWith(right)) {
                left.skip();
                right.skip();
            } else if (left.atItem() && right.atItem()) {
                compareItems(left, right);
            } else {
                left.enterLarger(right);
            }
        }
        steps += left.steps() + right.steps();
    }

    private void catchUp(TreeWalk left, TreeWalk right) {
        if (left.passedFrames() < right.passedFrames()) {
            report(before, left);
        } else {
            report(after, right);
        }
    }

    private void compareItems(TreeWalk left, TreeWalk right) {
        if (left.item().equals(right.item())) {
            left.skip();
            right.skip();
        } else if (right.item() instanceof Transition && !(left.item() instanceof Transition)) {
            // It comes before the clip that begins at its cut, and both rows may have that clip.
            report(after, right);
        } else {
            // The other row's item, if it differs, is reported once this row is ahead.
            report(before, left);
        }
    }

    /** Steps over the next item and reports all frames it has a say in. */
    private void report(ItemTree tree, TreeWalk walk) {
        int index = walk.passedItems();
        long startFrame = walk.passedFrames();
        Item item = walk.next();
        long endFrame = startFrame + item.durationFrames();
        switch (item) {
        case Transition over -> ranges.add(startFrame - over.inOffsetFrames(), startFrame + over.outOffsetFrames());
        case Clip _ -> ranges.add(firstFrameOf(tree, index), index + 1 < tree.size()
                && tree.get(index + 1) instanceof Transition next ? endFrame + next.outOffsetFrames() : endFrame);
        default -> ranges.add(startFrame, endFrame);
        }
    }

    private static long firstFrameOf(ItemTree tree, int index) {
        long startFrame = tree.startOf(index);
        Item item = tree.get(index);
        if (item instanceof Clip && index > 0 && tree.get(index - 1) instanceof Transition previous) {
            return startFrame - previous.inOffsetFrames();
        }
        return item instanceof Transition over ? startFrame - over.inOffsetFrames() : startFrame;
    }
}
