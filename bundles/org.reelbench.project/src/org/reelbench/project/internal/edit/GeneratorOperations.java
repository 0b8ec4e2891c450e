package org.reelbench.project.internal.edit;

import static org.reelbench.project.ParameterType.FRAMES;
import static org.reelbench.project.ParameterType.ID;
import static org.reelbench.project.ParameterType.NUMBER;
import static org.reelbench.project.ParameterType.TEXT;
import static org.reelbench.project.ParameterType.WHOLE;
import static org.reelbench.project.internal.edit.Operation.onSequence;
import static org.reelbench.project.internal.edit.Operation.optional;
import static org.reelbench.project.internal.edit.Operation.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.internal.file.Places;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Edits;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;

/**
 * The edit that makes a clip of something computed, with the parameters of the kinds this version knows.
 */
final class GeneratorOperations {

    private static final String COLOR_RULE = "a colour such as \"#ff8000\"";
    private static final String KIND_RULE = "color, bars, counter or title";

    /** Which parameters each kind takes. */
    private static final Map<String, List<String>> TAKEN = new TreeMap<>(Map.of(
            Generator.COLOR, List.of("color"),
            Generator.BARS, List.of(),
            Generator.COUNTER, List.of("color", "background", "sizePx", "firstNumber"),
            Generator.TITLE, List.of("text", "color", "background", "sizePx", "align", "xPx", "yPx")));

    private static final List<ParameterDescription> SETTINGS = List.of(
            optional("text", TEXT, "what a title says"),
            optional("color", TEXT, "#rrggbb: of color without it black, of the letters of title and counter white"),
            optional("background", TEXT, "#rrggbb: behind a counter without it black, behind a title nothing"),
            optional("sizePx", NUMBER, "the height of a line; without it a tenth of the canvas"),
            optional("align", TEXT, "of a title: center (without it this), left or right"),
            optional("xPx", NUMBER, "how far right of the canvas's centre a title lies"),
            optional("yPx", NUMBER, "how far below the canvas's centre a title lies"),
            optional("firstNumber", WHOLE, "the first number of a counter; without it 0"));

    private GeneratorOperations() {
    }

    static List<Operation> all() {
        List<ParameterDescription> parameters = new ArrayList<>(List.of(
                required("track", ID, "the track it goes to"),
                required("kind", TEXT, KIND_RULE),
                required("durationFrames", FRAMES, "how long the clip is"),
                optional("startFrame", FRAMES, "the frame at which it begins, of free ones; without it the end of the track")));
        parameters.addAll(SETTINGS);
        parameters.add(optional("name", TEXT, "its name; without it the kind, or what a title says"));
        return List.of(onSequence(EditCommands.GENERATE,
                "Puts a new clip on free frames of a track that shows something computed: an even colour, colour bars, a counter"
                        + " of frames or a title.",
                GeneratorOperations::generate, parameters.toArray(ParameterDescription[]::new)));
    }

    private static Outcome generate(Editing editing) throws EditRefused {
        Parameters given = editing.parameters();
        Track track = editing.track("track");
        Generator generator = generator(given);
        String text = generator.parameters().getOrDefault("text", "").strip();
        String name = given.text("name", text.isEmpty() ? generator.kind() : text.lines().findFirst().orElse(""));
        Id id = FreshIds.clip(editing.project());
        Clip clip = Clip.of(id, name, generator, RationalTime.ZERO, editing.frames("durationFrames", 1));
        long startFrame = given.has("startFrame") ? editing.frames("startFrame", 0) : track.durationFrames();
        Sequence after = Edits.place(editing.sequence(), track.id(), startFrame, editing.computable(clip));
        return editing.outcome(after, "Generate " + Editing.shown(clip) + " at " + editing.timecode(startFrame), id);
    }

    private static Generator generator(Parameters given) throws EditRefused {
        String kind = given.text("kind");
        List<String> taken = TAKEN.get(kind);
        if (taken == null) {
            throw given.wrong("kind", KIND_RULE);
        }
        SortedMap<String, String> settings = new TreeMap<>();
        for (ParameterDescription setting : SETTINGS) {
            String name = setting.name();
            if (given.has(name)) {
                if (!taken.contains(name)) {
                    throw given.refused("\"" + name + "\" is nothing that " + Places.shown(kind) + " has: "
                            + (taken.isEmpty() ? "it takes nothing" : "it takes " + String.join(", ", taken)));
                }
                settings.put(name, setting(given, name));
            }
        }
        return new Generator(kind, settings);
    }

    private static String setting(Parameters given, String name) throws EditRefused {
        return switch (name) {
        case "text" -> given.text(name);
        case "color", "background" -> matching(given, name, "#[0-9a-fA-F]{6}", COLOR_RULE);
        case "align" -> matching(given, name, "center|left|right", "center, left or right");
        case "firstNumber" -> Long.toString(given.whole(name, 0, Integer.MAX_VALUE));
        case "sizePx" -> decimal(positive(given, name));
        default -> decimal(finite(given, name));
        };
    }

    private static String matching(Parameters given, String name, String pattern, String rule) throws EditRefused {
        String text = given.text(name);
        if (!text.matches(pattern)) {
            throw given.wrong(name, rule);
        }
        return text;
    }

    private static double positive(Parameters given, String name) throws EditRefused {
        double number = finite(given, name);
        if (number <= 0) {
            throw given.wrong(name, "a number above 0");
        }
        return number;
    }

    private static double finite(Parameters given, String name) throws EditRefused {
        double number = given.number(name);
        if (!Double.isFinite(number)) {
            throw given.wrong(name, "a number");
        }
        return number;
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
