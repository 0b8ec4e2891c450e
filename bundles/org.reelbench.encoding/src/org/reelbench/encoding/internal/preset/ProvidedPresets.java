package org.reelbench.encoding.internal.preset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;

/**
 * The presets that services bring.
 *
 * @param presets those that could be read, in the order in which their providers came
 * @param problems what is wrong with the others, a sentence each
 */
record ProvidedPresets(List<ExportPreset> presets, List<String> problems) {

    static ProvidedPresets of(List<ExportPresetProvider> providers, PluginCalls calls, List<ExportPreset> builtIn) {
        List<ExportPreset> presets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> taken = new HashSet<>(builtIn.stream().map(ExportPreset::name).toList());
        for (ExportPresetProvider provider : providers) {
            String whose = calls.owner(provider).map(PluginCalls.Owner::id).orElse(provider.getClass().getName());
            try {
                SortedMap<String, String> texts = calls
                        .<SortedMap<String, String>, RuntimeException>call(provider, "presets", provider::presets);
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    if (!taken.add(text.getKey())) {
                        throw new PresetTextException(whose + ": " + text.getKey(), 0, "another preset has this name");
                    }
                    presets.add(PresetText.read(whose + ": " + text.getKey(), text.getKey(), text.getValue()));
                }
            } catch (PresetTextException | PluginCallException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new ProvidedPresets(presets, problems);
    }
}
