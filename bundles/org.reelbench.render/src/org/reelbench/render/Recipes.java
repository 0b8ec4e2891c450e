package org.reelbench.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.VideoEncoding;
import org.reelbench.render.internal.recipe.FileHashes;
import org.reelbench.render.internal.recipe.RecipeText;
import org.reelbench.render.internal.recipe.SegmentKey;

/**
 * Writes the recipes of segments and remembers them: what was written once, for whatever snapshot of whatever sequence, is not
 * written again while it is remembered, wherever it has moved to meanwhile.
 * <p>
 * One thread at a time. Lives as long as the project it is for; holds no media open.
 *
 * @see SegmentPlan
 */
public final class Recipes {

    /** Raised whenever the pipeline would make other pixels of the same recipe. */
    public static final String ENGINE = "reelbench-render/4";

    /** 18 hours of whole segments, at about half a kilobyte each. */
    private static final int REMEMBERED = 1 << 15;

    private final String natives;
    private final Function<String, Optional<EffectDescriptor>> effects;
    private final Map<Asked, Recipe> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private final FileHashes files = new FileHashes();
    private long compiled;

    /**
     * Creates a writer of recipes.
     *
     * @param natives the native library's version and build
     * @param effects finds installed effects by id
     */
    public Recipes(String natives, Function<String, Optional<EffectDescriptor>> effects) {
        this.natives = natives;
        this.effects = effects;
    }

    /** What a recipe was written for. */
    private record Asked(SegmentKey key, VideoEncoding rung) {
    }

    Recipe of(SegmentKey key, VideoEncoding rung) {
        Asked asked = new Asked(key, rung);
        Recipe known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        compiled++;
        Recipe recipe = Recipe.of(() -> RecipeText.of(ENGINE, natives, key, rung));
        remembered.put(asked, recipe);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return recipe;
    }

    FileHashes files() {
        return files;
    }

    Optional<EffectDescriptor> effect(String id) {
        return effects.apply(id);
    }

    /**
     * Returns how many recipes were written so far: what edits cost.
     *
     * @return the number, which only grows
     */
    public long compiled() {
        return compiled;
    }
}
