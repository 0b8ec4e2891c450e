package org.reelbench.ui.tracks.internal.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.TrackItems;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;

/** What one decorator says of a track, found by what is seen of it. Immutable, for every thread. */
public final class DecoratedTrack {

    private final String name;
    private final SortedMarks ofTrack;
    private final Map<Id, SortedMarks> ofClips = new HashMap<>();

    /**
     * A decoration where it is seen now.
     *
     * @param decoration the decoration
     * @param startFrame the frame of the sequence where it begins
     * @param endFrame the frame after it
     */
    public record Mark(Decoration decoration, long startFrame, long endFrame) {
    }

    /**
     * Sorts what was said.
     *
     * @param name what the decorations tell of
     * @param decorations the decorations, in any order
     */
    public DecoratedTrack(String name, List<Decoration> decorations) {
        this.name = name;
        List<Decoration> track = new ArrayList<>();
        Map<Id, List<Decoration>> clips = new HashMap<>();
        for (Decoration each : decorations) {
            Optional<Id> clip = each.clip();
            (clip.isEmpty() ? track : clips.computeIfAbsent(clip.get(), _ -> new ArrayList<>())).add(each);
        }
        ofTrack = new SortedMarks(track);
        clips.forEach((clip, marks) -> ofClips.put(clip, new SortedMarks(marks)));
    }

    /**
     * Returns what the decorations tell of.
     *
     * @return a line for people
     */
    public String name() {
        return name;
    }

    /**
     * Finds what is seen. Costs what is seen, or, where many share a pixel, the pixels.
     *
     * @param clips the clips that are seen, where they are now
     * @param fromFrame the first frame seen
     * @param toFrame the frame after the last
     * @param framesPerPixel of those shorter than this, those that would begin in the pixel of another are left out; not negative
     * @return the decorations of the track, then those of the clips
     */
    public List<Mark> visible(List<PlacedClip> clips, long fromFrame, long toFrame, long framesPerPixel) {
        List<Mark> seen = new ArrayList<>();
        ofTrack.addTo(seen, 0, fromFrame, toFrame, framesPerPixel);
        if (!ofClips.isEmpty()) {
            for (PlacedClip placed : clips) {
                SortedMarks marks = ofClips.get(placed.clip().id());
                if (marks != null) {
                    marks.addTo(seen, placed.startFrame(), Math.max(fromFrame, placed.startFrame()),
                            Math.min(toFrame, placed.endFrame()), framesPerPixel);
                }
            }
        }
        return seen;
    }

    /**
     * Finds the decoration at a place.
     *
     * @param items what is on the track now
     * @param fromFrame the first frame of the place
     * @param toFrame the frame after the last
     * @return the first one there, or null
     */
    public @Nullable Mark at(TrackItems items, long fromFrame, long toFrame) {
        List<PlacedClip> clips = new ArrayList<>();
        Optional<Located> next = items.locate(fromFrame);
        while (next.isPresent() && next.get().startFrame() < toFrame) {
            if (next.get().item() instanceof Clip clip) {
                clips.add(new PlacedClip(clip, next.get().startFrame()));
            }
            next = items.locate(next.get().endFrame());
        }
        List<Mark> found = visible(clips, fromFrame, toFrame, toFrame - fromFrame);
        return found.isEmpty() ? null : found.getFirst();
    }
}
