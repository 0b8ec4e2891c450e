package org.reelbench.project.internal.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.project.Change;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Recorded;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;

/**
 * How long recordings are by now, to be applied to any state of a project: a clip that ends where its recording ended in that state
 * grows with it, up to what lies behind it. Immutable.
 */
public final class Growth {

    /** Nothing is known of any recording. */
    public static final Growth NONE = new Growth(Map.of());

    private final Map<UUID, Known> recordings;

    /** How long a recording is, and whether it stays so. */
    private record Known(RationalTime length, boolean ended) {
    }

    private Growth(Map<UUID, Known> recordings) {
        this.recordings = recordings;
    }

    /** Tells whether a command tells of growth, and so is no step to undo. */
    public static boolean isToldBy(EditCommand command) {
        return command.name().equals(EditCommands.GROW_RECORDING);
    }

    /**
     * Returns what is known after one more command.
     *
     * @throws EditRefused if the command tells no growth that can be understood
     */
    public Growth with(EditCommand command, FrameRate rate) throws EditRefused {
        Growth told = RecordingOperations.growth(new Parameters(command.name(), command.parameters()), rate);
        Map<UUID, Known> all = new HashMap<>(recordings);
        all.putAll(told.recordings);
        return new Growth(all);
    }

    /** Returns what is known after a growth that was accepted once. */
    public Growth with(Change growth) {
        try {
            return with(growth.command(), growth.before().mainSequence().rate());
        } catch (EditRefused e) {
            throw new IllegalArgumentException("a growth that nobody can have made: " + e.getMessage(), e);
        }
    }

    Growth with(UUID recording, RationalTime length, boolean ended) {
        Map<UUID, Known> all = new HashMap<>(recordings);
        all.put(recording, new Known(length, ended));
        return new Growth(all);
    }

    /** Returns a state in which all recordings are as long as they are; the very same if they are already. */
    public Project appliedTo(Project project) {
        Project grown = project;
        for (MediaReference medium : project.media()) {
            Recorded recorded = medium.recorded();
            Known known = recorded == null ? null : recordings.get(recorded.recording());
            if (recorded != null && known != null && (known.ended || recorded.length().isBefore(known.length))) {
                grown = grown(grown, medium, recorded, known);
            }
        }
        return grown;
    }

    private static Project grown(Project project, MediaReference medium, Recorded recorded, Known known) {
        List<MediaReference> media = new ArrayList<>(project.media());
        media.set(media.indexOf(medium),
                medium.withRecorded(known.ended ? null : new Recorded(recorded.recording(), known.length)));
        Project grown = project.withMedia(media);
        if (recorded.length().isBefore(known.length)) {
            for (Sequence sequence : project.sequences()) {
                Sequence longer = grown(sequence, medium, recorded.length(), known.length);
                grown = longer == sequence ? grown : grown.withSequence(longer);
            }
        }
        return grown;
    }

    private static Sequence grown(Sequence sequence, MediaReference medium, RationalTime from, RationalTime to) {
        Sequence grown = sequence;
        for (Track track : sequence.tracks()) {
            TrackItems items = track.items();
            // From the end: what is put in place of an item moves those behind it.
            for (int i = track.items().size() - 1; i >= 0; i--) {
                if (track.items().get(i) instanceof Clip clip && isOf(clip, medium)
                        && clip.durationFrames() == frames(clip, from, sequence.rate())) {
                    items = grown(items, i, clip, frames(clip, to, sequence.rate()));
                }
            }
            grown = items == track.items() ? grown : grown.withTrack(track.withItems(items));
        }
        return grown;
    }

    private static boolean isOf(Clip clip, MediaReference medium) {
        return clip.content() instanceof MediaStream stream && stream.media().equals(medium.id())
                && clip.speed().equals(Rational.ONE);
    }

    /** Every frame that begins before the end shows something of it; none where the times are too fine to compute with. */
    private static long frames(Clip clip, RationalTime end, FrameRate rate) {
        try {
            return Math.min(Item.MAX_DURATION_FRAMES, rate.frameAtOrAfter(end.minus(clip.sourceIn())));
        } catch (ArithmeticException _) {
            return 0;
        }
    }

    private static TrackItems grown(TrackItems items, int index, Clip clip, long frames) {
        @Nullable
        Item behind = index + 1 < items.size() ? items.get(index + 1) : null;
        long wanted = frames - clip.durationFrames();
        if (behind == null) {
            return items.replace(index, clip.withSource(clip.sourceIn(), clip.durationFrames() + wanted));
        }
        if (!(behind instanceof Gap gap)) {
            return items;
        }
        long more = Math.min(wanted, gap.durationFrames());
        List<Item> replacement = new ArrayList<>();
        replacement.add(clip.withSource(clip.sourceIn(), clip.durationFrames() + more));
        if (more < gap.durationFrames()) {
            replacement.add(new Gap(gap.durationFrames() - more));
        }
        return items.splice(index, index + 2, replacement);
    }
}
