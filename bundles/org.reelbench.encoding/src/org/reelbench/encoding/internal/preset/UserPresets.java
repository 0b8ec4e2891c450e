package org.reelbench.encoding.internal.preset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportPreset;

/**
 * The presets of a folder.
 *
 * @param presets those that could be read, by name
 * @param problems what is wrong with the others, a sentence each
 */
record UserPresets(List<ExportPreset> presets, List<String> problems) {

    /** How the files' names end. */
    static final String END = ".preset";

    private static final long LARGEST_BYTES = 100_000;

    static UserPresets in(Path folder, List<ExportPreset> builtIn) {
        List<Path> files = new ArrayList<>();
        List<ExportPreset> presets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + END)) {
                found.forEach(files::add);
            } catch (IOException e) {
                problems.add(folder + ": it cannot be read (" + e.getMessage() + ")");
            }
        }
        files.sort(null);
        for (Path file : files) {
            try {
                presets.add(read(file, builtIn));
            } catch (PresetTextException e) {
                problems.add(e.getMessage());
            } catch (CharacterCodingException e) {
                problems.add(file + ": it is no text in UTF-8");
            } catch (IOException e) {
                problems.add(file + ": it cannot be read (" + e.getMessage() + ")");
            }
        }
        return new UserPresets(presets, problems);
    }

    private static ExportPreset read(Path file, List<ExportPreset> builtIn) throws PresetTextException, IOException {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - END.length());
        if (builtIn.stream().anyMatch(preset -> preset.name().equals(name))) {
            throw new PresetTextException(file.toString(), 0,
                    "a preset that comes with Reelbench or with a plug-in has this name; choose another name for the file");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_BYTES) {
            throw new PresetTextException(file.toString(), 0, "a preset is a small text file");
        }
        return PresetText.read(file.toString(), name, Files.readString(file));
    }

    /** Returns the folder: what {@code reelbench.presets} names, else one in the place that the platform has for settings. */
    static Path folder(Properties properties, Map<String, String> environment) {
        @Nullable
        String named = properties.getProperty("reelbench.presets");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(properties.getProperty("user.home", ""));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Reelbench").resolve("presets");
        }
        boolean windows = system.startsWith("windows");
        String base = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path fallback = windows ? home.resolve("AppData").resolve("Roaming") : home.resolve(".config");
        return (base.isBlank() ? fallback : Path.of(base)).resolve("reelbench").resolve("presets");
    }
}
