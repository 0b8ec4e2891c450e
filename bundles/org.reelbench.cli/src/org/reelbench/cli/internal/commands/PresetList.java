package org.reelbench.cli.internal.commands;

import java.util.List;

import org.reelbench.cli.Console;
import org.reelbench.cli.Json;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.ExportPresets.Listed;

/** Shows the presets for exports. */
final class PresetList {

    private final ExportPresets presets;

    PresetList(ExportPresets presets) {
        this.presets = presets;
    }

    void show(boolean json, Console console) {
        List<Listed> all = presets.list();
        if (json) {
            all.forEach(listed -> console.out().println(line(listed)));
        } else {
            int width = all.stream().mapToInt(listed -> listed.preset().name().length()).max().orElse(0);
            for (Listed listed : all) {
                console.out().println(text(listed, width));
            }
            console.out().println("Your own: files NAME.preset in " + presets.folder());
        }
        presets.problems().forEach(problem -> console.err().println("left out: " + problem));
    }

    private static String text(Listed listed, int width) {
        ExportPreset preset = listed.preset();
        String name = preset.name() + " ".repeat(width - preset.name().length());
        String description = preset.description().isEmpty() ? "" : ". " + preset.description();
        return name + "  " + preset.label() + description
                + (listed.isAvailable() ? "" : "\n" + " ".repeat(width) + "  not available: it " + listed.whyNot());
    }

    private static String line(Listed listed) {
        ExportPreset preset = listed.preset();
        return Json.line(json -> {
            json.writeStringField("name", preset.name());
            json.writeStringField("label", preset.label());
            json.writeStringField("description", preset.description());
            json.writeStringField("kind", preset.kind().name().toLowerCase(java.util.Locale.ROOT));
            json.writeStringField("extension", preset.extension());
            json.writeBooleanField("available", listed.isAvailable());
            json.writeStringField("whyNot", listed.whyNot());
        });
    }
}
