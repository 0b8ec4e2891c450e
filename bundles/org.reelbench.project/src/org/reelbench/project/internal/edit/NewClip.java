package org.reelbench.project.internal.edit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.project.internal.file.ProjectRules;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * Makes the clip that a command describes; the parameters are named as the members of a clip in the project file.
 */
final class NewClip {

    static final List<ParameterDescription> PARAMETERS = List.of(
            Operation.required("durationFrames", ParameterType.FRAMES, "how long the clip is"),
            Operation.optional("media", ParameterType.ID,
                    "the media it shows; one of media, still, generator and nested is needed"),
            Operation.optional("stream", ParameterType.WHOLE, "which stream of the media; without it 0"),
            Operation.optional("still", ParameterType.ID, "the picture it shows"),
            Operation.optional("generator", ParameterType.TEXT, "the kind of generator it shows, such as color"),
            Operation.optional("parameters", ParameterType.MAP, "texts that set the generator, such as color: #ff8000"),
            Operation.optional("nested", ParameterType.ID, "the sequence it shows"),
            Operation.optional("sourceIn", ParameterType.TIME, "where in the source it begins; without it at zero"),
            Operation.optional("speed", ParameterType.SPEED, "how fast the source runs; without it 1"),
            Operation.optional("name", ParameterType.TEXT, "its name; without it that of what it shows"));

    /** Those of the parameters that say what is shown. */
    static final List<ParameterDescription> CONTENT = PARAMETERS.stream()
            .filter(parameter -> List.of("media", "stream", "still", "generator", "parameters", "nested")
                    .contains(parameter.name()))
            .toList();

    private NewClip() {
    }

    static Clip from(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        FrameRate rate = editing.sequence().rate();
        Content content = content(editing);
        String name = parameters.text("name", nameOf(content, editing));
        RationalTime sourceIn = parameters.has("sourceIn") ? parameters.time("sourceIn", rate) : RationalTime.ZERO;
        long durationFrames = parameters.frames("durationFrames", 1, rate);
        Rational speed = parameters.has("speed") ? parameters.speed("speed") : Rational.ONE;
        Id id = FreshIds.clip(editing.project());
        try {
            return editing.computable(Clip.of(id, name, content, sourceIn, durationFrames).withSpeed(speed));
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
    }

    static Content content(Editing editing) throws EditRefused {
        Parameters parameters = editing.parameters();
        List<String> kinds = List.of("media", "still", "generator", "nested").stream().filter(parameters::has).toList();
        if (kinds.size() != 1) {
            throw parameters.refused("a clip shows exactly one of media, still, generator and nested, not "
                    + (kinds.isEmpty() ? "none of them" : String.join(" and ", kinds)));
        }
        String kind = kinds.getFirst();
        if (parameters.has("stream") && !kind.equals("media")) {
            throw parameters.refused("\"stream\" goes with \"media\" only");
        }
        if (parameters.has("parameters") && !kind.equals("generator")) {
            throw parameters.refused("\"parameters\" goes with \"generator\" only");
        }
        return switch (kind) {
        case "media" -> new MediaStream(known(editing, kind), parameters.whole("stream", 0, Integer.MAX_VALUE, 0));
        case "still" -> new Still(known(editing, kind));
        case "nested" -> new NestedSequence(sequence(editing));
        default -> generator(parameters);
        };
    }

    private static Id known(Editing editing, String parameter) throws EditRefused {
        Id id = editing.parameters().id(parameter);
        if (editing.project().media(id).isEmpty()) {
            throw editing.parameters().refused("there is no media '" + id + "' in the project: add it first");
        }
        return id;
    }

    private static Id sequence(Editing editing) throws EditRefused {
        Id id = editing.parameters().id("nested");
        if (editing.project().sequence(id).isEmpty()) {
            throw editing.parameters().refused("there is no sequence '" + id + "'");
        }
        return id;
    }

    private static Content generator(Parameters parameters) throws EditRefused {
        Parameters given = parameters.inner("parameters");
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : given.values().keySet()) {
            texts.put(name, given.text(name));
        }
        try {
            return new Generator(parameters.text("generator"), texts);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(e.getMessage(), e);
        }
    }

    private static String nameOf(Content content, Editing editing) {
        if (content instanceof Generator generator) {
            return generator.kind();
        }
        if (content instanceof NestedSequence nested) {
            return editing.project().sequence(nested.sequence()).map(Sequence::name).orElse("");
        }
        return ProjectRules.mediaOf(content).flatMap(editing.project()::media).map(MediaReference::name).orElse("");
    }
}
