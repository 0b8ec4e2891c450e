package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.AnimatedValue;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Curve;

/** The effects of a clip with their parameters, of which controls are made by what the effects say of themselves. */
final class EffectSections {

    private static final int STEPS = 100;

    private final ClipPlace place;
    private final List<AppliedEffect> effects;
    private final long frame;
    private final List<EffectDescriptor> installed;

    EffectSections(ClipPlace place, long playheadFrame, List<EffectDescriptor> installed) {
        this.place = place;
        this.effects = place.clip().effects();
        this.frame = playheadFrame - place.startFrame();
        this.installed = installed;
    }

    /** What comes before the effects: what can be added. */
    Section head(String title, Predicate<EffectDescriptor> fits) {
        List<Offer> offers = installed.stream().filter(fits).sorted(Comparator.comparing(EffectDescriptor::label))
                .map(effect -> new Offer(effect.label(), add(effect))).toList();
        return new Section(title, Optional.empty(), offers, List.of());
    }

    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        for (int index = 0; index < effects.size(); index++) {
            sections.add(section(index));
        }
        return sections;
    }

    private Section section(int index) {
        AppliedEffect effect = effects.get(index);
        EffectDescriptor descriptor = installed.stream().filter(each -> each.id().equals(effect.effect())).findFirst()
                .orElse(null);
        String problem = descriptor == null ? "Not installed; it is kept, and works again when its plug-in is there" : "";
        EffectPlace where = new EffectPlace(effect.enabled(),
                EditCommand.of(EditCommands.SET_EFFECT_ENABLED, 0).with("clip", place.clip().id().value())
                        .with("effectIndex", index).with("enabled", !effect.enabled()),
                swapped(index, index - 1), swapped(index, index + 1), set(without(index)), problem);
        List<Property> properties = descriptor == null
                ? List.of()
                : descriptor.parameters().stream().map(parameter -> property(index, effect, parameter)).toList();
        return new Section(descriptor == null ? effect.effect() : descriptor.label(), Optional.of(where), List.of(), properties);
    }

    private Property property(int index, AppliedEffect effect, EffectParameter parameter) {
        String key = "effect" + index + "." + parameter.name();
        Object given = effect.parameters().get(parameter.name());
        Object value = usable(parameter, given);
        if (!parameter.isAnimatable()) {
            return Property.of(key, parameter.label(), kind(parameter), value,
                    wanted -> List.of(set(with(index, parameter, wanted))));
        }
        Curve curve = effect.curves().get(parameter.name());
        double now = curve == null ? (Double) value : parameter.nearest(curve.valueAt(frame));
        Keying keying = new Keying(place, AnimatedValue.ofEffect(index, parameter.name()), curve, frame, now, 1);
        return Property.of(key, parameter.label(), kind(parameter), now,
                wanted -> List.of(keying.change(parameter.nearest((Double) wanted)))).with(keying);
    }

    /** Values of a file of another hand may be none the effect takes; its own stands for them. */
    private static Object usable(EffectParameter parameter, @Nullable Object given) {
        try {
            return parameter.check(given);
        } catch (IllegalArgumentException _) {
            return parameter.defaultValue();
        }
    }

    private static Kind kind(EffectParameter parameter) {
        return switch (parameter.kind()) {
        case NUMBER, POINT_X, POINT_Y -> {
            double range = parameter.maximum() - parameter.minimum();
            yield Kind.Numbers.barred(parameter.minimum(), parameter.maximum(), step(range), digits(range), "");
        }
        case WHOLE_NUMBER -> Kind.Numbers.barred(parameter.minimum(), parameter.maximum(), 1, 0, "");
        case FLAG -> Kind.Plain.FLAG;
        case CHOICE -> new Kind.Choices(parameter.choices(), parameter.choices().stream().map(Treatments::capital).toList());
        case COLOR -> Kind.Plain.COLOR;
        case TEXT -> Kind.Plain.LINES;
        case FILE -> Kind.Plain.FILE;
        };
    }

    private static double step(double range) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(range, Double.MIN_NORMAL) / STEPS)));
    }

    private static int digits(double range) {
        return Math.clamp((int) Math.ceil(-Math.log10(step(range))), 0, 4);
    }

    private EditCommand add(EffectDescriptor effect) {
        List<AppliedEffect> more = new ArrayList<>(effects);
        more.add(new AppliedEffect(effect.id(), effect.version(), Collections.emptySortedMap(), Collections.emptySortedMap(),
                true));
        return set(more);
    }

    private List<AppliedEffect> without(int index) {
        List<AppliedEffect> fewer = new ArrayList<>(effects);
        fewer.remove(index);
        return fewer;
    }

    private Optional<EditCommand> swapped(int index, int other) {
        if (other < 0 || other >= effects.size()) {
            return Optional.empty();
        }
        List<AppliedEffect> swapped = new ArrayList<>(effects);
        Collections.swap(swapped, index, other);
        return Optional.of(set(swapped));
    }

    private List<AppliedEffect> with(int index, EffectParameter parameter, Object wanted) {
        SortedMap<String, Object> parameters = new TreeMap<>(effects.get(index).parameters());
        parameters.put(parameter.name(), parameter.check(wanted));
        List<AppliedEffect> changed = new ArrayList<>(effects);
        changed.set(index, effects.get(index).withParameters(parameters));
        return changed;
    }

    private EditCommand set(List<AppliedEffect> all) {
        return EditCommand.of(EditCommands.SET_EFFECTS, 0).with("clip", place.clip().id().value())
                .with("effects", all.stream().map(EffectSections::object).toList());
    }

    private static Map<String, Object> object(AppliedEffect effect) {
        SortedMap<String, Object> curves = new TreeMap<>();
        effect.curves().forEach((name, curve) -> curves.put(name, CurveLists.of(curve)));
        return new TreeMap<>(Map.of("effect", effect.effect(), "version", effect.version(), "parameters", effect.parameters(),
                "curves", curves, "enabled", effect.enabled()));
    }
}
