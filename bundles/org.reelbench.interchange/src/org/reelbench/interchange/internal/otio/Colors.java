package org.reelbench.interchange.internal.otio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.interchange.internal.json.Json;

/**
 * The colours that generators fill the canvas with. The format does not say how they are written; these are the usual ways.
 */
final class Colors {

    private static final Map<String, String> BY_NAME = Map.of("black", "#000000", "white", "#ffffff", "red", "#ff0000", "green",
            "#00ff00", "blue", "#0000ff", "yellow", "#ffff00", "cyan", "#00ffff", "magenta", "#ff00ff", "gray", "#808080", "grey",
            "#808080");

    private Colors() {
    }

    /** Returns the colour of a generator as {@code #rrggbb}, or nothing if it is no even colour. */
    static Optional<String> of(String kind, @Nullable Fields parameters) {
        String word = kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (BY_NAME.containsKey(word)) {
            return Optional.of(BY_NAME.get(word));
        }
        if (parameters == null || !word.contains("color") && !word.contains("colour") && !word.contains("solid")) {
            return Optional.empty();
        }
        return parameters.object().members().entrySet().stream()
                .filter(member -> member.getKey().toLowerCase(Locale.ROOT).matches(".*colou?r.*"))
                .findFirst().flatMap(member -> read(member.getValue()));
    }

    private static Optional<String> read(Json value) {
        return switch (value) {
        case Json.TextValue text when text.value().matches("#[0-9a-fA-F]{6}") -> Optional.of(text.value());
        case Json.TextValue text -> Optional.ofNullable(BY_NAME.get(text.value().toLowerCase(Locale.ROOT)));
        case Json.ListValue list when list.values().size() == 3 || list.values().size() == 4 -> parts(list.values().get(0),
                list.values().get(1), list.values().get(2));
        case Json.ObjectValue object -> parts(object.members().get("r"), object.members().get("g"), object.members().get("b"));
        default -> Optional.empty();
        };
    }

    /** Parts of light from 0 to 1. */
    private static Optional<String> parts(@Nullable Json red, @Nullable Json green, @Nullable Json blue) {
        StringBuilder text = new StringBuilder("#");
        for (Json part : new Json[] { red, green, blue }) {
            if (!(part instanceof Json.NumberValue number)) {
                return Optional.empty();
            }
            double light = Character.isDigit(number.text().charAt(number.text().length() - 1))
                    ? Double.parseDouble(number.text())
                    : -1;
            if (!(light >= 0 && light <= 1)) {
                return Optional.empty();
            }
            text.append(String.format(Locale.ROOT, "%02x", Math.round(light * 255)));
        }
        return Optional.of(text.toString());
    }
}
