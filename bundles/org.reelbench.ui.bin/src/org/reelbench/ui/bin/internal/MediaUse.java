package org.reelbench.ui.bin.internal;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.reelbench.project.Project;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/** How many clips show each medium. Tracks that an edit left as they were are not counted again. For one thread. */
final class MediaUse {

    private Map<TrackItems, Map<Id, Integer>> ofTracks = new IdentityHashMap<>();

    /** Counts the clips of all sequences; media that none shows are left out. */
    Map<Id, Integer> count(Project project) {
        Map<TrackItems, Map<Id, Integer>> counted = new IdentityHashMap<>();
        Map<Id, Integer> all = new HashMap<>();
        for (Sequence sequence : project.sequences()) {
            for (Track track : sequence.tracks()) {
                Map<Id, Integer> known = ofTracks.get(track.items());
                Map<Id, Integer> uses = known == null ? count(track.items()) : known;
                counted.put(track.items(), uses);
                uses.forEach((medium, clips) -> all.merge(medium, clips, Integer::sum));
            }
        }
        ofTracks = counted;
        return all;
    }

    private static Map<Id, Integer> count(TrackItems items) {
        Map<Id, Integer> uses = new HashMap<>();
        for (Item item : items) {
            if (item instanceof Clip clip) {
                switch (clip.content()) {
                case MediaStream stream -> uses.merge(stream.media(), 1, Integer::sum);
                case Still still -> uses.merge(still.media(), 1, Integer::sum);
                default -> {
                    // Others show no medium.
                }
                }
            }
        }
        return uses;
    }
}
