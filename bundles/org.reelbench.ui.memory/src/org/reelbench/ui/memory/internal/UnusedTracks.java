package org.reelbench.ui.memory.internal;

import java.util.List;

import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transition;

/** Finds the tracks that can be hidden without the picture changing. */
final class UnusedTracks {

    private UnusedTracks() {
    }

    /** The visible video tracks that show nothing at a frame. */
    static List<Id> at(Sequence sequence, long frame) {
        return sequence.tracks().stream().filter(track -> track.kind() == TrackKind.VIDEO && !track.hidden())
                .filter(track -> !shows(track.items(), frame)).map(Track::id).toList();
    }

    private static boolean shows(TrackItems items, long frame) {
        Located found = items.locate(frame).orElse(null);
        if (found == null) {
            return false;
        }
        return !(found.item() instanceof Gap) || reaches(items, found, frame);
    }

    /** A transition at the edge of a gap shows the clip beside it for some frames of the gap. */
    private static boolean reaches(TrackItems items, Located gap, long frame) {
        Item before = gap.index() > 0 ? items.get(gap.index() - 1) : gap.item();
        Item after = gap.index() + 1 < items.size() ? items.get(gap.index() + 1) : gap.item();
        return before instanceof Transition out && frame < gap.startFrame() + out.outOffsetFrames()
                || after instanceof Transition in && frame >= gap.endFrame() - in.inOffsetFrames();
    }
}
