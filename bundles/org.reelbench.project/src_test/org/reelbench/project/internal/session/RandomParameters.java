package org.reelbench.project.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Words;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.BlendMode;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/** Gives a command parameters by its description: those it needs, some of the others. */
final class RandomParameters {

    private final Random random;
    private final Project project;
    private final Sequence sequence;
    private final List<String> clips;
    private final String track;

    RandomParameters(Random random, Project project, Sequence sequence, List<String> clips, String track) {
        this.random = random;
        this.project = project;
        this.sequence = sequence;
        this.clips = clips;
        this.track = track;
    }

    EditCommand fill(EditCommand command) {
        EditCommand filled = command;
        List<ParameterDescription> parameters = EditCommands.describe(command.name()).orElseThrow().parameters();
        boolean needsContent = parameters.stream().anyMatch(each -> each.name().equals("nested"));
        boolean hasSeveral = parameters.stream().anyMatch(each -> each.name().equals("clips"));
        for (ParameterDescription parameter : parameters) {
            boolean isContent = List.of("media", "stream", "still", "generator", "parameters", "nested")
                    .contains(parameter.name());
            boolean isWanted = switch (parameter.name()) {
            case "sequence" -> false;
            case "clip" -> !hasSeveral;
            case "clips" -> true;
            default -> parameter.required() || !(needsContent && isContent) && random.nextInt(3) == 0;
            };
            if (isWanted) {
                filled = filled.with(parameter.name(), value(parameter));
            }
        }
        if (needsContent) {
            ParameterDescription shown = new ParameterDescription(random.nextInt(4) == 0 ? "nested" : "media", ParameterType.ID,
                    true, "");
            filled = filled.with(shown.name(), value(shown));
        }
        return filled;
    }

    private Object value(ParameterDescription parameter) {
        return switch (parameter.type()) {
        case ID -> id(parameter.name());
        case TEXT -> text(parameter.name());
        case WHOLE ->
            parameter.name().endsWith("Px") || parameter.name().endsWith("Hz") ? 1 + random.nextInt(2000) : random.nextInt(3);
        case NUMBER -> random.nextInt(5) == 0 ? -random.nextInt(20) : random.nextDouble();
        case FRAMES -> parameter.name().startsWith("delta")
                ? random.nextInt(40) - 20
                : random.nextInt(parameter.name().contains("uration") || parameter.name().contains("Offset") ? 20 : 1000);
        case TIME -> random.nextInt(100);
        case SPEED -> List.of("2", "1/2", "-1", "0", "-3/2").get(random.nextInt(5));
        case FLAG -> random.nextBoolean();
        case LIST ->
            parameter.name().equals("clips") ? several() : List.of(List.of(-3, 0.25), List.of(random.nextInt(50), 0.75, "hold"));
        case MAP -> new TreeMap<String, Object>();
        };
    }

    private List<String> several() {
        List<String> several = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            several.add(clips.get(1 % clips.size() + random.nextInt(Math.max(1, clips.size() - 1))));
        }
        return several;
    }

    private String id(String name) {
        List<String> ids = switch (name) {
        case "clip" -> clips;
        case "marker" -> sequence.markers().stream().map(Marker::id).map(Object::toString).toList();
        case "media", "still" -> project.media().stream().map(MediaReference::id).map(Object::toString).toList();
        case "nested" -> project.sequences().stream().map(Sequence::id).map(Object::toString).toList();
        case "track", "toTrack" -> List.of(track);
        default -> List.of("t1");
        };
        return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    }

    private String text(String name) {
        return switch (name) {
        case "property" -> Animated.NAMES.get(random.nextInt(Animated.NAMES.size()));
        case "path" -> "/media/" + random.nextInt(1000) + (random.nextBoolean() ? ".mp4" : "_%04d.png");
        case "color" -> "#ff8000";
        case "rate" -> "30";
        case "blend" -> Words.all(BlendMode.class).get(random.nextInt(BlendMode.values().length));
        case "channels" -> List.of("all", "left", "mono", "2", "3,4").get(random.nextInt(5));
        case "kind" -> Generator.KINDS.get(random.nextInt(Generator.KINDS.size()));
        case "bin" -> List.of("", "Day 1", "Day 1/Beach").get(random.nextInt(3));
        case "align" -> "left";
        case "background" -> "#000000";
        case "use" -> Words.all(ProxyUse.class).get(random.nextInt(ProxyUse.values().length));
        case "rotationDegrees" -> List.of("auto", "90").get(random.nextInt(2));
        case "pixelAspect" -> "16/15";
        case "fieldOrder" -> "top-first";
        case "range" -> "full";
        case "frameRate", "imageRate" -> "24";
        case "interpolation" -> List.of("hold", "linear", "0.4,0,0.6,1").get(random.nextInt(3));
        case "landing" -> List.of("free", "overwrite", "insert").get(random.nextInt(3));
        default -> "name " + random.nextInt(100);
        };
    }
}
