package org.reelbench.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.project.internal.file.ProjectText;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Clips as a text that {@link EditCommands#PASTE} puts on tracks again, of the same project or another: with all that was set on
 * them, the transitions between them, and what they show.
 *
 * <pre>{@code
 * String copied = ClipCopies.text(session.project(), Set.of(new Id("c3")));
 * session.execute(EditCommand.of(EditCommands.PASTE, session.revision()).with("copied", copied).with("frame", 250));
 * }</pre>
 *
 * Without state, safe for every thread; touches no file.
 */
public final class ClipCopies {

    private ClipCopies() {
    }

    /**
     * Copies clips of the main sequence. Costs O(log n) for each of them, and the sequences and media that they show.
     *
     * @param project the project
     * @param clips the ids of the clips; such as the main sequence does not hold are left out
     * @return the text of a project that holds the clips, the first of them at frame 0, on as many tracks as the sequence has
     */
    public static String text(Project project, Set<Id> clips) {
        Sequence sequence = project.mainSequence();
        Map<Id, List<ClipPlace>> byTrack = new HashMap<>();
        long start = Long.MAX_VALUE;
        for (Id clip : clips) {
            ClipPlace place = sequence.findClip(clip).orElse(null);
            if (place != null) {
                byTrack.computeIfAbsent(place.track().id(), _ -> new ArrayList<>()).add(place);
                start = Math.min(start, place.startFrame());
            }
        }
        List<Track> tracks = new ArrayList<>();
        for (Track track : sequence.tracks()) {
            List<ClipPlace> places = byTrack.getOrDefault(track.id(), List.of());
            tracks.add(Track.of(track.id(), track.name(), track.kind()).withItems(items(track, places, start)));
        }
        Sequence copied = new Sequence(sequence.id(), sequence.name(), sequence.rate(), sequence.widthPx(), sequence.heightPx(),
                sequence.sampleRateHz(), tracks, Extras.NONE);
        return ProjectText.of(withWhatIsShown(project, copied));
    }

    private static TrackItems items(Track track, List<ClipPlace> places, long start) {
        List<Item> items = new ArrayList<>();
        List<ClipPlace> order = new ArrayList<>(places);
        order.sort(Comparator.comparingInt(ClipPlace::index));
        long end = start;
        int last = Integer.MIN_VALUE;
        for (ClipPlace place : order) {
            if (place.startFrame() > end) {
                items.add(new Gap(place.startFrame() - end));
            } else if (place.index() == last + 2 && track.items().get(last + 1) instanceof Transition transition) {
                items.add(transition);
            }
            items.add(place.clip());
            end = place.endFrame();
            last = place.index();
        }
        return TrackItems.of(items);
    }

    /** The sequences that clips show, and those that these show, and all their media. */
    private static Project withWhatIsShown(Project project, Sequence copied) {
        Set<Id> media = new LinkedHashSet<>();
        Map<Id, Sequence> sequences = new HashMap<>();
        List<Sequence> shown = new ArrayList<>(List.of(copied));
        sequences.put(copied.id(), copied);
        for (int i = 0; i < shown.size(); i++) {
            for (Track track : shown.get(i).tracks()) {
                for (Item item : track.items()) {
                    if (item instanceof Clip clip) {
                        ProjectRules.mediaOf(clip.content()).ifPresent(media::add);
                        if (clip.content() instanceof NestedSequence nested && !sequences.containsKey(nested.sequence())) {
                            Sequence inner = project.sequence(nested.sequence()).orElseThrow();
                            sequences.put(inner.id(), inner);
                            shown.add(inner);
                        }
                    }
                }
            }
        }
        return new Project("", project.media().stream().filter(each -> media.contains(each.id())).toList(), shown, copied.id(),
                Extras.NONE);
    }
}
