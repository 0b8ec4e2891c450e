package org.reelbench.ui.inspector.internal.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Generator;

/** What a computed picture is set to: the text of a title, the colour of a plain one. */
final class GeneratorProperties {

    private static final Kind PLACE_PX = Kind.Numbers.typed(-16_384, 16_384, 1, 1, "px");
    private static final Kind SIZE_PX = Kind.Numbers.typed(1, 8192, 1, 1, "px");
    private static final Kind FIRST = Kind.Numbers.typed(0, Integer.MAX_VALUE, 1, 0, "");
    private static final Kind ALIGN = new Kind.Choices(List.of("center", "left", "right"), List.of("Centre", "Left", "Right"));

    private final Clip clip;
    private final Generator generator;
    private final List<Property> properties = new ArrayList<>();

    private GeneratorProperties(Clip clip, Generator generator) {
        this.clip = clip;
        this.generator = generator;
    }

    static String title(Generator generator) {
        return switch (generator.kind()) {
        case Generator.TITLE -> "Title";
        case Generator.COLOR -> "Colour";
        case Generator.COUNTER -> "Counter";
        case Generator.BARS -> "Colour Bars";
        default -> generator.kind();
        };
    }

    static List<Property> of(Clip clip, Generator generator) {
        GeneratorProperties made = new GeneratorProperties(clip, generator);
        switch (generator.kind()) {
        case Generator.TITLE -> {
            made.text("text", "Text", Kind.Plain.LINES, "");
            made.text("color", "Colour", Kind.Plain.COLOR, "#ffffff");
            made.number("sizePx", "Size", SIZE_PX, 0);
            made.text("align", "Align", ALIGN, "center");
            made.number("xPx", "Right of centre", PLACE_PX, 0);
            made.number("yPx", "Below centre", PLACE_PX, 0);
        }
        case Generator.COLOR -> made.text("color", "Colour", Kind.Plain.COLOR, "#000000");
        case Generator.COUNTER -> {
            made.text("color", "Colour", Kind.Plain.COLOR, "#ffffff");
            made.text("background", "Background", Kind.Plain.COLOR, "#000000");
            made.number("sizePx", "Size", SIZE_PX, 0);
            made.number("firstNumber", "First number", FIRST, 0);
        }
        default -> {
            // Others have nothing that could be set here.
        }
        }
        return List.copyOf(made.properties);
    }

    private void text(String name, String label, Kind kind, String byDefault) {
        properties.add(Property.of("generator." + name, label, kind, generator.parameters().getOrDefault(name, byDefault),
                wanted -> set(name, (String) wanted)));
    }

    private void number(String name, String label, Kind kind, double byDefault) {
        double now = byDefault;
        try {
            now = Double.parseDouble(generator.parameters().getOrDefault(name, String.valueOf(byDefault)));
        } catch (NumberFormatException _) {
            // A file of another hand may hold anything; the usual value stands for what is none.
            now = byDefault;
        }
        properties.add(Property.of("generator." + name, label, kind, now, wanted -> set(name, decimal((Double) wanted))));
    }

    private static String decimal(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }

    private List<EditCommand> set(String name, String wanted) {
        SortedMap<String, Object> all = new TreeMap<>(generator.parameters());
        all.put(name, wanted);
        return List.of(EditCommand.of(EditCommands.SET_CONTENT, 0).with("clip", clip.id().value())
                .with("generator", generator.kind()).with("parameters", all));
    }
}
