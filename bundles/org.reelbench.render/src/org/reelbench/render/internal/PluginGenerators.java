package org.reelbench.render.internal;

import java.util.List;
import java.util.TreeMap;

import org.reelbench.media.EffectParameter;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;

/** What plug-ins draw for clips without a medium: the first effect on a black canvas, with the clip's parameters as its values. */
final class PluginGenerators {

    private PluginGenerators() {
    }

    /** Returns what draws a content: one effect, or none where the program shows it itself. */
    static List<AppliedEffect> effects(Content content) {
        if (content instanceof Generator generator && !generator.isBuiltIn()) {
            return List.of(new AppliedEffect(generator.kind(), new TreeMap<>(generator.parameters())));
        }
        return List.of();
    }

    /** Generators have texts only; what is no value of the parameter stays one and is refused with the parameter's name. */
    static Object valueOf(String text, EffectParameter parameter) {
        if (parameter.kind() == EffectParameter.Kind.FLAG && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        if (parameter.kind().isNumber()) {
            try {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? number : text;
            } catch (NumberFormatException _) {
                return text;
            }
        }
        return text;
    }
}
