package org.reelbench.project.internal.edit;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommand;
import org.reelbench.project.ParameterDescription;
import org.reelbench.project.ParameterType;
import org.reelbench.project.Project;
import org.reelbench.project.internal.file.Places;
import org.reelbench.project.internal.json.JsonLimits;
import org.reelbench.project.internal.json.JsonProblem;
import org.reelbench.project.internal.json.JsonReader;
import org.reelbench.project.internal.json.PlainValues;
import org.reelbench.timeline.EditRefused;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/**
 * Makes commands of what people write.
 */
public final class CommandTexts {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(-?[0-9]+)f?");
    private static final Pattern TRACK_NUMBER = Pattern.compile("(?:(track|video|audio):)?([0-9]{1,6})");

    private CommandTexts() {
    }

    /**
     * Makes a command of a line of a script; of a blank line or a comment, none.
     *
     * @throws EditRefused if the line cannot be read
     */
    public static Optional<EditCommand> ofLine(String line, Project project, long revision) throws EditRefused {
        if (line.stripLeading().startsWith("{")) {
            EditCommand command = EditCommand.ofJson(line);
            return Optional.of(new EditCommand(command.name(), command.parameters(), revision));
        }
        ScriptLine words = ScriptLine.read(line);
        if (words.name().isEmpty()) {
            return Optional.empty();
        }
        CommandDescription description = Operations.named(camelCase(words.name())).description();
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> word : words.values().entrySet()) {
            String name = fullName(description, camelCase(word.getKey()), words.values());
            if (texts.put(name, word.getValue()) != null) {
                throw new EditRefused(description.name() + ": '" + name + "' is given twice");
            }
        }
        texts.replaceAll((name, text) -> isTrack(name) ? track(text, texts.get("sequence"), project) : text);
        return Optional.of(ofTexts(description.name(), texts, revision));
    }

    private static String camelCase(String name) {
        String[] words = name.split("-");
        StringBuilder text = new StringBuilder(words.length == 0 ? "" : words[0]);
        Arrays.stream(words).skip(1).filter(word -> !word.isEmpty())
                .forEach(word -> text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
        return text.toString();
    }

    private static String fullName(CommandDescription description, String written, Map<String, String> all) {
        List<ParameterDescription> known = description.parameters();
        if (known.stream().anyMatch(parameter -> parameter.name().equals(written))) {
            return written;
        }
        return known.stream().filter(parameter -> parameter.shortName().equals(written)).map(ParameterDescription::name)
                .filter(name -> !all.containsKey(name)).findFirst().orElse(written);
    }

    private static boolean isTrack(String parameter) {
        return parameter.equals("track") || parameter.equals("toTrack");
    }

    /** Returns the id of the track that a text names by its id or its number; else the text, which then names none. */
    private static String track(String text, String sequenceId, Project project) {
        Optional<Sequence> sequence = sequenceId == null
                ? Optional.of(project.mainSequence())
                : project.sequences().stream().filter(each -> each.id().value().equals(sequenceId)).findFirst();
        Matcher number = TRACK_NUMBER.matcher(text);
        if (sequence.isEmpty() || !number.matches()
                || sequence.get().tracks().stream().anyMatch(track -> track.id().value().equals(text))) {
            return text;
        }
        TrackKind kind = "audio".equals(number.group(1)) ? TrackKind.AUDIO : TrackKind.VIDEO;
        return sequence.get().tracks().stream().filter(track -> track.kind() == kind)
                .skip(Math.max(0, Long.parseLong(number.group(2)) - 1))
                .map(Track::id).map(Id::value).findFirst().filter(_ -> !number.group(2).matches("0+")).orElse(text);
    }

    /**
     * Makes a command of texts.
     *
     * @throws EditRefused if there is no such edit or parameter, or a text is not of the parameter's type
     */
    public static EditCommand ofTexts(String name, Map<String, String> texts, long revision) throws EditRefused {
        List<ParameterDescription> known = Operations.named(name).description().parameters();
        SortedMap<String, Object> values = new TreeMap<>(texts);
        Parameters given = new Parameters(name, values);
        given.only(known.stream().map(ParameterDescription::name).toList());
        for (ParameterDescription parameter : known) {
            String text = texts.get(parameter.name());
            if (text != null) {
                values.put(parameter.name(), value(parameter, text, given));
            }
        }
        try {
            return new EditCommand(name, values, revision);
        } catch (IllegalArgumentException e) {
            throw new EditRefused(name + ": " + e.getMessage(), e);
        }
    }

    private static Object value(ParameterDescription parameter, String text, Parameters given) throws EditRefused {
        try {
            return switch (parameter.type()) {
            case ID, TEXT, SPEED -> text;
            case WHOLE -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case FLAG -> flag(parameter, text, given);
            case FRAMES, TIME -> frames(text);
            case LIST -> text.startsWith("[") ? json(parameter, text, given) : List.of(text.split("\\s*,\\s*"));
            case MAP -> json(parameter, text, given);
            };
        } catch (NumberFormatException e) {
            throw given.wrong(parameter.name(), parameter.type().shown(), e);
        }
    }

    private static Object frames(String text) {
        Matcher number = WHOLE_NUMBER.matcher(text);
        return number.matches() ? (Object) Long.valueOf(number.group(1)) : text;
    }

    private static Object flag(ParameterDescription parameter, String text, Parameters given) throws EditRefused {
        return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw given.wrong(parameter.name(), ParameterType.FLAG.shown());
        };
    }

    private static Object json(ParameterDescription parameter, String text, Parameters given) throws EditRefused {
        try {
            Object value = PlainValues.of(JsonReader.read(new StringReader(text), JsonLimits.forProjects()));
            if (value == null) {
                throw given.wrong(parameter.name(), parameter.type().shown() + " in JSON");
            }
            return value;
        } catch (JsonProblem | IOException e) {
            throw new EditRefused("'" + Places.shown(text) + "' is no JSON: " + e.getMessage(), e);
        }
    }
}
