package org.reelbench.encoding.internal.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.encoding.ExportPreset;

/** The presets inside this bundle. */
public final class BuiltInPresets {

    /** The order in which they are listed, the default first; a bundle cannot list its own folders everywhere. */
    private static final List<String> NAMES = List.of("h264", "h264-high", "h264-two-pass", "h264-hardware",
            "preview-copy", "webm", "av1", "lossless", "prores", "dnxhr", "wav", "flac", "aac", "opus", "png", "jpeg",
            "png-sequence", "jpeg-sequence");

    private BuiltInPresets() {
    }

    /**
     * Reads them.
     *
     * @return the presets, the default first
     */
    public static List<ExportPreset> load() {
        List<ExportPreset> presets = new ArrayList<>();
        for (String name : NAMES) {
            String file = "files/" + name + UserPresets.END;
            try (InputStream bytes = BuiltInPresets.class.getResourceAsStream(file)) {
                if (bytes == null) {
                    throw new IllegalStateException("this bundle lacks its " + file);
                }
                presets.add(PresetText.read(file, name, new String(bytes.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException | PresetTextException e) {
                throw new IllegalStateException("this bundle is broken: " + e.getMessage(), e);
            }
        }
        return List.copyOf(presets);
    }
}
