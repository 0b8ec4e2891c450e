package org.example.reelbench.window;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.time.Timecode;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/** The clips of a sequence by where they begin. */
final class Cuts {

    private Cuts() {
    }

    /** Returns a line for each clip: track, timecode and name. */
    static List<String> of(Sequence sequence) {
        List<String> lines = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            long frame = 0;
            for (Item item : track.items()) {
                if (item instanceof Clip clip) {
                    lines.add(track.name() + "  " + Timecode.of(frame, sequence.rate()) + "  " + clip.name());
                }
                frame += item.durationFrames();
            }
        }
        return lines;
    }
}
