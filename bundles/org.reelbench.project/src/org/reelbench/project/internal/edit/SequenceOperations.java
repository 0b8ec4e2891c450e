package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FLAG;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onProject;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.NestingRules;
import org.reelbench.project.internal.file.Places;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Nesting;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * The edits of sequences as a whole, of sequences inside each other, and of the project's name.
 */
final class SequenceOperations {

    private static final ParameterDescription SEQUENCE = required("sequence", ID, "the sequence");

    private SequenceOperations() {
    }

    static List<Operation> all() {
        ParameterDescription width = optional("widthPx", WHOLE, "the width of its canvas");
        ParameterDescription height = optional("heightPx", WHOLE, "the height of its canvas");
        ParameterDescription rate = optional("rate", TEXT, "frames per second, such as 25 or 30000/1001");
        ParameterDescription sound = optional("sampleRateHz", WHOLE, "samples of sound per second");
        return List.of(
                onSequence(EditCommands.NEST,
                        "Makes clips a sequence of their own, shown by a clip in their place; transitions to"
                                + " other clips are removed.",
                        SequenceOperations::nest, ClipOperations.ONE, ClipOperations.SEVERAL,
                        optional("name", TEXT, "the name of the new sequence; without it 'Nested' and a number"), Partners.BOUND),
                onSequence(EditCommands.FLATTEN,
                        "Puts the clips of a sequence in place of the clip that shows it; refused if they"
                                + " would not look the same there.",
                        SequenceOperations::flatten, required("clip", ID, "the clip"),
                        optional("remove", FLAG, "true removes the sequence, too, once no clip shows it"), Partners.LINKED),
                onProject(EditCommands.ADD_SEQUENCE,
                        "Adds a sequence with a video and an audio track; what is not given is as in the"
                                + " main sequence.",
                        SequenceOperations::add, optional("name", TEXT, "its name"), width, height, rate, sound),
                onProject(EditCommands.REMOVE_SEQUENCE,
                        "Takes a sequence out of the project. Refused for the main sequence, and while"
                                + " a clip shows it.",
                        SequenceOperations::remove, SEQUENCE),
                onSequence(EditCommands.RENAME_SEQUENCE, "Gives a sequence another name.", SequenceOperations::rename,
                        required("name", TEXT, "the name")),
                onSequence(EditCommands.SET_SEQUENCE_FORM,
                        "Changes the canvas or the sound of a sequence; the frame rate only while"
                                + " nothing lies or is marked in it.",
                        SequenceOperations::setForm, width, height, rate, sound),
                onSequence(EditCommands.SET_LIMITER,
                        "Gives a sequence a limiter at its output, which keeps loud places below full scale, or takes it off.",
                        SequenceOperations::setLimiter, required("limiter", FLAG, "whether it has one")),
                onProject(EditCommands.SET_MAIN_SEQUENCE,
                        "Makes a sequence the one that is shown, edited and exported where no other"
                                + " is named.",
                        SequenceOperations::setMain, SEQUENCE),
                onProject(EditCommands.RENAME_PROJECT, "Gives the project another name; its file keeps its own.",
                        SequenceOperations::renameProject, required("name", TEXT, "the name")));
    }

    private static Outcome nest(Editing editing) throws EditRefused {
        List<ClipPlace> named = editing.clips();
        Set<Id> clips = Partners.bound(editing, named);
        Id inner = FreshIds.sequence(editing.project());
        List<Id> shown = FreshIds.clips(editing.project(), 2);
        String name = editing.parameters().text("name", "Nested " + inner.numberAfter("s"));
        Nesting.Nested nested = Nesting.make(editing.sequence(), clips, inner, name, shown.getFirst(), shown.getLast(),
                FreshIds.links(editing.project(), 1).getFirst());
        Project after = editing.project().withSequence(nested.outer()).withSequence(nested.inner());
        List<Id> created = new ArrayList<>(List.of(inner));
        shown.stream().filter(id -> nested.outer().findClip(id).isPresent()).forEach(created::add);
        return new Outcome(after, "Nest " + Editing.shown(named) + " as '" + Places.shown(name) + "'", created);
    }

    private static Outcome flatten(Editing editing) throws EditRefused {
        ClipPlace place = editing.clip();
        Content content = place.clip().content();
        if (!(content instanceof NestedSequence nested)) {
            throw editing.parameters().refused("clip " + Editing.shown(place.clip()) + " shows no sequence");
        }
        Sequence inner = editing.project().sequence(nested.sequence()).orElseThrow(
                () -> editing.parameters().refused("there is no sequence '" + nested.sequence() + "'"));
        // More than enough: ids that are not needed are not looked at.
        long items = inner.tracks().stream().mapToLong(track -> track.items().size()).sum();
        Sequence after = Partners.each(editing, Partners.linked(editing, place, other -> other.clip().content().equals(content)),
                (sequence, clip) -> Nesting.flatten(sequence, clip, inner, spareIds(editing, sequence, items)));
        Outcome outcome = editing.outcome(after, "Flatten " + Editing.shown(place.clip()));
        boolean isShown = outcome.project().sequences().stream()
                .anyMatch(each -> NestingRules.shownBy(each).contains(inner.id()));
        return editing.parameters().flag("remove", false) && !isShown && !inner.id().equals(editing.project().mainSequenceId())
                ? new Outcome(without(outcome.project(), inner.id()), outcome.label(), outcome.created())
                : outcome;
    }

    private static List<Id> spareIds(Editing editing, Sequence sequence, long count) {
        long first = 1 + Math.max(sequence.greatestNumber("c"),
                FreshIds.clips(editing.project(), 1).getFirst().numberAfter("c") - 1);
        return LongStream.range(first, first + count).mapToObj(number -> new Id("c" + number)).toList();
    }

    private static Outcome add(Editing editing) throws EditRefused {
        Id id = FreshIds.sequence(editing.project());
        Sequence like = editing.project().mainSequence();
        String name = editing.parameters().text("name", "Sequence " + id.numberAfter("s"));
        Sequence empty = new Sequence(id, name, like.rate(), like.widthPx(), like.heightPx(), like.sampleRateHz(), List.of(
                Track.of(new Id("a1"), "A1", TrackKind.AUDIO), Track.of(new Id("v1"), "V1", TrackKind.VIDEO)), Extras.NONE);
        Project after = editing.project().withSequence(formed(editing, empty));
        return new Outcome(after, "Add sequence " + shown(empty), List.of(id));
    }

    private static Outcome remove(Editing editing) throws EditRefused {
        Sequence removed = editing.sequence();
        Project project = editing.project();
        if (removed.id().equals(project.mainSequenceId())) {
            throw editing.parameters().refused("it is the main sequence; make another one the main sequence first");
        }
        Optional<Sequence> user = project.sequences().stream()
                .filter(each -> NestingRules.shownBy(each).contains(removed.id())).findFirst();
        if (user.isPresent()) {
            throw editing.parameters()
                    .refused("a clip of sequence " + shown(user.get()) + " shows it; delete or flatten that first");
        }
        return new Outcome(without(project, removed.id()), "Remove sequence " + shown(removed), List.of());
    }

    private static Project without(Project project, Id sequence) {
        return new Project(project.name(), project.media(),
                project.sequences().stream().filter(each -> !each.id().equals(sequence)).toList(), project.mainSequenceId(),
                project.extras());
    }

    private static Outcome rename(Editing editing) throws EditRefused {
        Sequence renamed = editing.sequence().withName(editing.parameters().text("name"));
        return editing.outcome(renamed, "Rename sequence to " + shown(renamed));
    }

    private static Outcome setForm(Editing editing) throws EditRefused {
        Sequence old = editing.sequence();
        return editing.outcome(formed(editing, old), "Change form of sequence " + shown(old));
    }

    private static Outcome setLimiter(Editing editing) throws EditRefused {
        Sequence old = editing.sequence();
        boolean limiter = editing.parameters().flag("limiter", false);
        return editing.outcome(limiter == old.limiter() ? old : old.withLimiter(limiter),
                (limiter ? "Limit sequence " : "Do not limit sequence ") + shown(old));
    }

    private static Sequence formed(Editing editing, Sequence old) throws EditRefused {
        Parameters given = editing.parameters();
        FrameRate rate = old.rate();
        try {
            rate = FrameRate.parse(given.text("rate", rate.toString()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw given.wrong("rate", "a frame rate such as \"25\" or \"30000/1001\"", e);
        }
        boolean isEmpty = old.markers().isEmpty() && old.inOut() == null
                && old.tracks().stream().allMatch(track -> track.items().isEmpty());
        if (!isEmpty && !rate.equals(old.rate())) {
            throw given.refused("the frame rate counts all that lies or is marked in the sequence: it changes only while there is"
                    + " nothing");
        }
        return new Sequence(old.id(), old.name(), rate, given.whole("widthPx", 1, Integer.MAX_VALUE, old.widthPx()),
                given.whole("heightPx", 1, Integer.MAX_VALUE, old.heightPx()),
                given.whole("sampleRateHz", 1, Integer.MAX_VALUE, old.sampleRateHz()), old.limiter(), old.tracks(), old.markers(),
                old.inOut(),
                old.extras());
    }

    private static Outcome setMain(Editing editing) {
        Sequence main = editing.sequence();
        return new Outcome(editing.project().withMainSequence(main.id()), "Make " + shown(main) + " the main sequence",
                List.of());
    }

    private static Outcome renameProject(Editing editing) throws EditRefused {
        String name = editing.parameters().text("name");
        return new Outcome(editing.project().withName(name), "Rename project to '" + Places.shown(name) + "'", List.of());
    }

    private static String shown(Sequence sequence) {
        return "'" + Places.shown(sequence.name().isBlank() ? sequence.id().value() : sequence.name()) + "'";
    }

    /** Refuses a project in which a clip shows a sequence that shows it, however roundabout. */
    static Outcome requireNoCycle(Outcome outcome, Clip clip) throws EditRefused {
        if (clip.content() instanceof NestedSequence) {
            Optional<String> violation = NestingRules.violation(outcome.project().sequences());
            if (violation.isPresent()) {
                throw new EditRefused("the clip cannot show that: " + violation.get());
            }
        }
        return outcome;
    }
}
