package org.reelbench.ui.inspector.internal.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.project.Project;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * What somebody looks at, and what is installed.
 *
 * @param project the project
 * @param sequence the sequence as it is shown, which may be one that is only tried
 * @param selection the selected clips
 * @param track the chosen track
 * @param playheadFrame where the playhead is
 * @param effects the effects that are installed
 */
public record LookedAt(Project project, Sequence sequence, Set<Id> selection, Optional<Id> track, long playheadFrame,
        List<EffectDescriptor> effects) {

    private static final Comparator<ClipPlace> BY_PLACE = Comparator.comparingLong(ClipPlace::startFrame)
            .thenComparing(place -> place.clip().id());

    /** Makes the sheet: of the selected clips, else of the chosen track, else of the sequence. */
    public Sheet sheet() {
        List<ClipPlace> clips = selection.stream().map(sequence::findClip).flatMap(Optional::stream).sorted(BY_PLACE).toList();
        if (!clips.isEmpty()) {
            return new ClipSheet(this, of(clips, TrackKind.VIDEO), of(clips, TrackKind.AUDIO)).sheet();
        }
        Track chosen = track.flatMap(sequence::findTrack).orElse(null);
        return chosen == null ? SequenceSheet.of(project, sequence) : TrackSheet.of(chosen, sequence.rate());
    }

    private static List<ClipPlace> of(List<ClipPlace> clips, TrackKind kind) {
        return clips.stream().filter(place -> place.track().kind() == kind).toList();
    }
}
