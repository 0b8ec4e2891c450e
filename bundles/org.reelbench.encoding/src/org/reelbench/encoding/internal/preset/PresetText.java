package org.reelbench.encoding.internal.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.AudioChoice;
import org.reelbench.encoding.ExportPreset.Kind;
import org.reelbench.encoding.ExportPreset.VideoChoice;

/** Reads a preset from text: sections in brackets, in them lines such as {@code name = value}, and notes behind {@code #}. */
public final class PresetText {

    private static final String NAMES = "[a-z0-9][a-z0-9-]{0,40}";
    private static final double DEFAULT_PSNR_DB = 22;
    private static final double MOST_PSNR_DB = 200;
    private static final double MOST_BITS_PER_PIXEL = 100;
    private static final long MOST_BIT_RATE = 100_000_000;
    private static final long MOST_RATE_HZ = 384_000;

    private final String file;
    private final List<PresetSection> sections = new ArrayList<>();

    private PresetText(String file) {
        this.file = file;
    }

    /**
     * Reads a preset that its author is sure of.
     *
     * @param name the preset's name
     * @param text the text
     * @return the preset
     * @throws IllegalArgumentException naming the line and what is wrong there
     */
    public static ExportPreset readSure(String name, String text) {
        try {
            return read(name, name, text);
        } catch (PresetTextException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads a preset.
     *
     * @param file what the text is called in complaints
     * @param name the preset's name
     * @param text the text
     */
    static ExportPreset read(String file, String name, String text) throws PresetTextException {
        if (!name.matches(NAMES)) {
            throw new PresetTextException(file, 0,
                    "a preset is named by small letters, digits and hyphens, at most 41 of them, not '" + name + "'");
        }
        PresetText reader = new PresetText(file);
        reader.split(text);
        return reader.preset(name);
    }

    private void split(String text) throws PresetTextException {
        PresetSection open = null;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                open = section(line, number);
                sections.add(open);
            } else {
                put(open, line, number);
            }
        }
    }

    private PresetSection section(String line, int number) throws PresetTextException {
        return switch (line) {
        case "[preset]", "[video]", "[audio]" -> new PresetSection(file, line.substring(1, line.length() - 1), number);
        default -> throw new PresetTextException(file, number, "a section is [preset], [video] or [audio], not " + line);
        };
    }

    private void put(@Nullable PresetSection open, String line, int number) throws PresetTextException {
        int equals = line.indexOf('=');
        if (open == null || equals < 1) {
            throw new PresetTextException(file, number,
                    open == null
                            ? "the first line is a section such as [preset]"
                            : "a line is 'name = value', not '" + line + "'");
        }
        open.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip(), number);
    }

    private ExportPreset preset(String name) throws PresetTextException {
        List<PresetSection> heads = named("preset");
        if (heads.size() != 1) {
            throw new PresetTextException(file, 0, "there is one section [preset], not " + heads.size());
        }
        PresetSection head = heads.getFirst();
        Kind kind = head.choice("kind", Kind.class);
        boolean pictures = kind == Kind.STILL || kind == Kind.PICTURES;
        String label = head.text("label");
        String description = head.text("description", "");
        String container = pictures ? "" : head.text("container");
        String extension = head.text("extension");
        double leastPsnrDb = head.number("least-psnr-db", 0, MOST_PSNR_DB, DEFAULT_PSNR_DB);
        SortedMap<String, String> options = head.options();
        head.end();
        List<VideoChoice> video = new ArrayList<>();
        for (PresetSection section : named("video")) {
            video.add(video(section));
        }
        List<AudioChoice> audio = new ArrayList<>();
        for (PresetSection section : named("audio")) {
            audio.add(audio(section));
        }
        if (kind == Kind.SOUND ? audio.isEmpty() : video.isEmpty()) {
            throw new PresetTextException(file, 0,
                    "a preset of this kind needs a section " + (video.isEmpty() && kind != Kind.SOUND
                            ? "[video]"
                            : "[audio]"));
        }
        if (kind == Kind.SOUND && !video.isEmpty() || pictures && !audio.isEmpty()) {
            throw new PresetTextException(file, 0,
                    kind == Kind.SOUND ? "sound alone has no [video]" : "pictures have no [audio]");
        }
        return new ExportPreset(name, label, description, kind, container, extension, options, video, audio, leastPsnrDb);
    }

    private List<PresetSection> named(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).toList();
    }

    private static VideoChoice video(PresetSection section) throws PresetTextException {
        String encoder = section.text("encoder");
        boolean hardware = section.flag("hardware");
        double bitsPerPixel = section.number("bits-per-pixel", 0, MOST_BITS_PER_PIXEL, 0);
        int passes = (int) section.number("passes", 1, 2, 1);
        VideoChoice choice = new VideoChoice(encoder, hardware, bitsPerPixel, passes, section.options());
        section.end();
        return choice;
    }

    private static AudioChoice audio(PresetSection section) throws PresetTextException {
        String encoder = section.text("encoder");
        long bitRate = section.whole("bit-rate", MOST_BIT_RATE, 0);
        int sampleRateHz = (int) section.whole("sample-rate", MOST_RATE_HZ, 0);
        AudioChoice choice = new AudioChoice(encoder, bitRate, sampleRateHz, section.options());
        section.end();
        return choice;
    }
}
