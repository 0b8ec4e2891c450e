package org.reelbench.project.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.project.Project;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * What a command is about, and whether that is still what it was when the command was decided.
 * <p>
 * Rather refuses than guesses: a track that is named is looked at with all that is on it, and so is the whole sequence by a
 * command that names frames and nothing that lies there.
 */
final class Targets {

    /** Edits of a track that do not depend on what is on it. */
    private static final Set<String> OF_TRACK_ALONE = Set.of(EditCommands.HIDE_TRACK, EditCommands.SHOW_TRACK,
            EditCommands.MUTE_TRACK, EditCommands.UNMUTE_TRACK, EditCommands.SOLO_TRACK, EditCommands.UNSOLO_TRACK,
            EditCommands.LOCK_TRACK, EditCommands.UNLOCK_TRACK, EditCommands.RENAME_TRACK);
    /** Edits of a clip that do not depend on where it lies. */
    private static final Set<String> OF_CLIP_ALONE = Set.of(EditCommands.SET_TRANSFORM, EditCommands.SET_OPACITY,
            EditCommands.SET_GAIN, EditCommands.SET_PAN, EditCommands.SET_EFFECTS, EditCommands.RENAME_CLIP,
            EditCommands.SET_KEYFRAME, EditCommands.REMOVE_KEYFRAME, EditCommands.MOVE_KEYFRAME, EditCommands.SET_CURVE,
            EditCommands.SET_CONSTANT, EditCommands.SET_EFFECT_ENABLED, EditCommands.SET_BLEND, EditCommands.SET_FADES,
            EditCommands.SET_CHANNELS, EditCommands.SET_KEEP_PITCH);
    /** Edits of what lies in several sequences, or on all tracks, whatever they name. */
    private static final Set<String> OF_ALL = Set.of(EditCommands.FLATTEN, EditCommands.SET_IN_OUT, EditCommands.CHANGE_MARKER,
            EditCommands.REMOVE_MARKER, EditCommands.SET_SEQUENCE_FORM, EditCommands.RENAME_SEQUENCE,
            EditCommands.SET_LIMITER, EditCommands.REMOVE_SEQUENCE);

    private final Project then;
    private final Project now;
    private final EditCommand command;

    private Targets(Project then, Project now, EditCommand command) {
        this.then = then;
        this.now = now;
        this.command = command;
    }

    /** Tells whether a command decided on one state can be made on another as it was meant. */
    static boolean areUnchanged(Project then, Project now, EditCommand command) {
        return new Targets(then, now, command).areUnchanged();
    }

    private boolean areUnchanged() {
        Optional<CommandDescription> description = EditCommands.describe(command.name());
        if (description.isEmpty()) {
            // Let it be refused for what it is.
            return true;
        }
        if (OF_ALL.contains(command.name()) || Boolean.TRUE.equals(command.parameters().get("allTracks"))) {
            return then.sequences().equals(now.sequences()) && then.mainSequenceId().equals(now.mainSequenceId());
        }
        String sequence = command.parameters().get("sequence") instanceof String given
                ? given
                : then.mainSequenceId().value();
        Optional<Sequence> earlier = sequence(then, sequence);
        Optional<Sequence> later = sequence(now, sequence);
        boolean isOnSequence = description.get().parameters().stream().anyMatch(p -> p.name().equals("sequence"));
        if (!isOnSequence) {
            return named(description.get()).stream().allMatch(id -> mediaOf(then, id).equals(mediaOf(now, id)));
        }
        if (earlier.isEmpty() || later.isEmpty()
                || command.parameters().get("sequence") == null && !then.mainSequenceId().equals(now.mainSequenceId())
                || !isSameForm(earlier.get(), later.get())) {
            return earlier.isEmpty() && later.isEmpty();
        }
        return areUnchanged(description.get(), earlier.get(), later.get());
    }

    private static Optional<Sequence> sequence(Project project, String id) {
        return project.sequences().stream().filter(sequence -> sequence.id().value().equals(id)).findFirst();
    }

    private static boolean isSameForm(Sequence then, Sequence now) {
        return then.rate().equals(now.rate()) && then.widthPx() == now.widthPx() && then.heightPx() == now.heightPx();
    }

    private boolean areUnchanged(CommandDescription description, Sequence earlier, Sequence later) {
        boolean namesItems = false;
        for (String id : withPartners(named(description), earlier)) {
            Object thing = thing(earlier, id);
            if (!thing.equals(thing(later, id)) || !mediaOf(then, id).equals(mediaOf(now, id))) {
                return false;
            }
            namesItems |= thing != Missing.MISSING;
        }
        if (command.parameters().containsKey("index") && !order(earlier).equals(order(later))) {
            return false;
        }
        boolean namesFrames = description.parameters().stream().anyMatch(
                parameter -> parameter.type() == ParameterType.FRAMES && command.parameters().containsKey(parameter.name()));
        // Without frames of their own, these take the marked range.
        boolean isRange = command.name().equals(EditCommands.LIFT) || command.name().equals(EditCommands.EXTRACT);
        return (!isRange || Objects.equals(earlier.inOut(), later.inOut()))
                && (namesItems || !namesFrames && !isRange || earlier.tracks().equals(later.tracks()));
    }

    /** What is bound to a named clip may follow it. */
    private Set<String> withPartners(List<String> ids, Sequence sequence) {
        Set<String> all = new LinkedHashSet<>(ids);
        if (!OF_CLIP_ALONE.contains(command.name())) {
            for (String id : ids) {
                if (clip(sequence, id).isPresent()) {
                    Links.partners(sequence, new Id(id)).forEach(partner -> all.add(partner.value()));
                }
            }
        }
        return all;
    }

    private static List<Id> order(Sequence sequence) {
        return sequence.tracks().stream().map(Track::id).toList();
    }

    /** Returns all ids among the parameters but that of the sequence. */
    private List<String> named(CommandDescription description) {
        List<String> ids = new ArrayList<>();
        for (ParameterDescription parameter : description.parameters()) {
            Object value = command.parameters().get(parameter.name());
            if (value != null && !parameter.name().equals("sequence")
                    && (parameter.type() == ParameterType.ID || parameter.type() == ParameterType.LIST)) {
                collect(value, ids);
            }
        }
        return ids;
    }

    private static void collect(Object value, List<String> ids) {
        switch (value) {
        case String id -> ids.add(id);
        case List<?> list -> list.forEach(entry -> collect(Objects.requireNonNull(entry), ids));
        case Map<?, ?> map -> map.values().forEach(entry -> collect(Objects.requireNonNull(entry), ids));
        default -> {
            // A number or a flag names nothing.
        }
        }
    }

    private static Optional<Object> mediaOf(Project project, String id) {
        return project.media().stream().filter(media -> media.id().value().equals(id)).map(Object.class::cast).findFirst();
    }

    private static Optional<ClipPlace> clip(Sequence sequence, String id) {
        try {
            return sequence.findClip(new Id(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What stands for an id that nothing has. */
    private enum Missing {
        MISSING
    }

    /** A clip, and the track and frame it lies at. */
    private record Placed(Item item, Id track, long startFrame) {
    }

    /** Returns what an id stands for, as far as the command depends on it. */
    private Object thing(Sequence sequence, String id) {
        for (Track track : sequence.tracks()) {
            if (track.id().value().equals(id)) {
                return OF_TRACK_ALONE.contains(command.name()) ? track.withItems(TrackItems.EMPTY) : track;
            }
        }
        Optional<ClipPlace> clip = clip(sequence, id);
        if (clip.isPresent()) {
            ClipPlace place = clip.get();
            return OF_CLIP_ALONE.contains(command.name())
                    ? place.clip()
                    : new Placed(place.clip(), place.track().id(), place.startFrame());
        }
        for (Track track : sequence.tracks()) {
            long frame = 0;
            for (Item item : track.items()) {
                if (item instanceof Transition transition && transition.id().value().equals(id)) {
                    return new Placed(item, track.id(), frame);
                }
                frame += item.durationFrames();
            }
        }
        return Missing.MISSING;
    }
}
