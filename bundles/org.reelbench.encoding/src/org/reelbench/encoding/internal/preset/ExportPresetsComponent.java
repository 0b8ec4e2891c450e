package org.reelbench.encoding.internal.preset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPreset.AudioChoice;
import org.reelbench.encoding.ExportPreset.VideoChoice;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.encoding.internal.segment.Rungs;
import org.reelbench.media.Encoders;
import org.reelbench.plugins.PluginCalls;

/** Lists presets, and asks the encoders which of them can work. */
@Component
public final class ExportPresetsComponent implements ExportPresets {

    /** Encoders whose licence keeps them out of the natives that Reelbench comes with. */
    private static final Set<String> GPL = Set.of("libx264", "libx265");

    private final Encoders encoders;
    private final List<ExportPresetProvider> providers = new CopyOnWriteArrayList<>();
    private volatile PluginCalls calls = PluginCalls.direct();

    /**
     * Creates the service.
     *
     * @param encoders say which encoders there are
     */
    @Activate
    public ExportPresetsComponent(@Reference Encoders encoders) {
        this.encoders = encoders;
    }

    /** Takes somebody who brings presets. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProvider(ExportPresetProvider provider) {
        providers.add(provider);
    }

    /** Does without somebody who goes. */
    public void removeProvider(ExportPresetProvider provider) {
        providers.remove(provider);
    }

    /** Takes the guard of plug-ins. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCalls(PluginCalls service) {
        calls = service;
    }

    /** Does without the guard: no plug-in runs then. */
    public void unsetCalls(PluginCalls service) {
        if (calls == service) {
            calls = PluginCalls.direct();
        }
    }

    @Override
    public List<Listed> list() {
        List<ExportPreset> presets = new ArrayList<>(ExportPreset.BUILT_IN);
        presets.addAll(ProvidedPresets.of(providers, calls, ExportPreset.BUILT_IN).presets());
        presets.addAll(UserPresets.in(folder(), List.copyOf(presets)).presets());
        return presets.stream().map(preset -> new Listed(preset, whyNot(preset))).toList();
    }

    @Override
    public List<String> problems() {
        ProvidedPresets provided = ProvidedPresets.of(providers, calls, ExportPreset.BUILT_IN);
        List<ExportPreset> known = new ArrayList<>(ExportPreset.BUILT_IN);
        known.addAll(provided.presets());
        List<String> problems = new ArrayList<>(provided.problems());
        problems.addAll(UserPresets.in(folder(), known).problems());
        return problems;
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
