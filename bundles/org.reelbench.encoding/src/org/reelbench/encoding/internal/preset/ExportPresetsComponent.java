package org.reelbench.encoding.internal.preset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.AudioChoice;
import org.reelbench.encoding.ExportPreset.VideoChoice;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.internal.segment.Rungs;
import org.reelbench.media.Encoders;

/** Lists presets, and asks the encoders which of them can work. */
@Component
public final class ExportPresetsComponent implements ExportPresets {

    /** Encoders whose licence keeps them out of the natives that Reelbench comes with. */
    private static final Set<String> GPL = Set.of("libx264", "libx265");

    private final Encoders encoders;

    /**
     * Creates the service.
     *
     * @param encoders say which encoders there are
     */
    @Activate
    public ExportPresetsComponent(@Reference Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public List<Listed> list() {
        List<ExportPreset> presets = new ArrayList<>(ExportPreset.BUILT_IN);
        presets.addAll(UserPresets.in(folder(), ExportPreset.BUILT_IN).presets());
        return presets.stream().map(preset -> new Listed(preset, whyNot(preset))).toList();
    }

    @Override
    public List<String> problems() {
        return UserPresets.in(folder(), ExportPreset.BUILT_IN).problems();
    }

    @Override
    public Path folder() {
        return UserPresets.folder(System.getProperties(), System.getenv());
    }

    private String whyNot(ExportPreset preset) {
        List<String> pictures = preset.video().stream().map(VideoChoice::encoder)
                .flatMap(encoder -> encoder.equals(VideoChoice.COPY) ? Rungs.ENCODERS.stream() : Stream.of(encoder)).toList();
        List<String> sounds = preset.audio().stream().map(AudioChoice::encoder).toList();
        List<String> installed = encoders.names();
        List<String> hardware = encoders.hardwareNames();
        boolean seen = preset.video().isEmpty() || preset.video().stream()
                .anyMatch(choice -> choice.encoder().equals(VideoChoice.COPY)
                        ? Rungs.ENCODERS.stream().anyMatch(name -> installed.contains(name) || hardware.contains(name))
                        : (choice.hardware() ? hardware : installed).contains(choice.encoder()));
        boolean heard = sounds.isEmpty() || sounds.stream().anyMatch(installed::contains);
        return !seen ? lacking(pictures) : !heard ? lacking(sounds) : "";
    }

    private static String lacking(List<String> names) {
        String needs = names.size() == 1
                ? "needs the encoder " + names.getFirst()
                : "needs one of the encoders " + names.stream().collect(Collectors.joining(", "));
        return needs + ", which the installed natives do not have"
                + (names.stream().anyMatch(GPL::contains) ? "; the GPL natives have it" : "");
    }
}
