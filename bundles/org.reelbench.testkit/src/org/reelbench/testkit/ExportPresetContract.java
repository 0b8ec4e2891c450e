package org.reelbench.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportPresetProvider;

/**
 * What everybody keeps to who brings presets for exports: texts that can be read, under names of their own, said for people.
 *
 * <pre>{@code
 * new ExportPresetContract(new ForTheStation()).check();
 * }</pre>
 *
 * For one thread. Encodes nothing: whether an encoder is there depends on the machine.
 */
public final class ExportPresetContract implements Contract {

    private final ExportPresetProvider provider;

    /**
     * Creates the contract of presets.
     *
     * @param provider brings them
     */
    public ExportPresetContract(ExportPresetProvider provider) {
        this.provider = provider;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("its presets can be read", this::read),
                new ContractCase("none takes the name of a preset that comes with the program", this::names),
                new ContractCase("people are told what each is for", this::labels),
                new ContractCase("it answers alike, asked again", this::again));
    }

    private List<ExportPreset> presets() {
        List<ExportPreset> presets = new ArrayList<>();
        provider.presets().forEach((name, text) -> presets.add(ExportPreset.read(name, text)));
        return presets;
    }

    private void read() {
        Claims.holds(!provider.presets().isEmpty(), "it brings no preset");
        for (ExportPreset preset : presets()) {
            Claims.holds(preset.extension().matches("[a-z0-9]+"), preset.name() + " makes files that end in '"
                    + preset.extension() + "'");
        }
    }

    private void names() {
        for (String name : provider.presets().keySet()) {
            Claims.holds(ExportPreset.BUILT_IN.stream().noneMatch(preset -> preset.name().equals(name)),
                    "'" + name + "' comes with the program");
        }
    }

    private void labels() {
        for (ExportPreset preset : presets()) {
            Claims.line(preset.label(), "the label of " + preset.name());
            Claims.line(preset.description(), "the description of " + preset.name());
        }
    }

    private void again() {
        Map<String, String> first = Map.copyOf(provider.presets());
        Claims.same(first, Map.copyOf(provider.presets()), "what it brings, asked again,");
    }
}
