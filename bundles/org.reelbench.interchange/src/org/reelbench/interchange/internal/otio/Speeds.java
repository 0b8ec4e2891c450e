package org.reelbench.interchange.internal.otio;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.json.Json;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;

/**
 * The effects of an item: those that change its speed are understood, all others are left over. A change of speed does not change
 * how long the item lasts, only what is seen meanwhile.
 *
 * @param speed how fast the source runs; zero stands still, below zero runs backwards
 * @param leftOver the other effects, unchanged
 */
record Speeds(Rational speed, List<Json> leftOver) {

    static final String MEMBER = "effects";

    /** Reads the effects of an item and tells which are left over. */
    static Speeds read(Fields item, Losses losses) throws TimelineFormatException {
        Rational speed = Rational.ONE;
        List<Json> leftOver = new ArrayList<>();
        for (Fields effect : item.objects(MEMBER)) {
            boolean isOn = effect.flag("enabled", true);
            Schema schema = effect.schema();
            switch (schema.name()) {
            case "LinearTimeWarp" -> {
                Rational scalar = Decimals.speed(effect.number("time_scalar", Clip.MAX_SPEED_TERM, 1));
                speed = isOn ? product(speed, scalar, effect) : speed;
                keepMetadata(effect, !isOn, leftOver);
            }
            case "FreezeFrame" -> {
                speed = isOn ? Rational.ZERO : speed;
                keepMetadata(effect, !isOn, leftOver);
            }
            default -> {
                leftOver.add(effect.object());
                losses.add(effect, named(effect, schema), "Reelbench has no such effect; it is kept unchanged");
            }
            }
        }
        return new Speeds(speed, leftOver);
    }

    /** Keeps all effects of something that has none here. */
    static void refuse(Fields item, Kept kept, Losses losses) throws TimelineFormatException {
        for (Fields effect : item.objects(MEMBER)) {
            losses.add(effect, named(effect, effect.schema()), "only clips have effects here; it is kept unchanged");
        }
        kept.put(MEMBER, item.list(MEMBER));
    }

    private static String named(Fields effect, Schema schema) throws TimelineFormatException {
        String name = effect.text("effect_name", "");
        name = name.isEmpty() ? effect.text("name", "") : name;
        return "effect " + (name.isEmpty() ? schema : "'" + Schema.shortened(name) + "'");
    }

    private static void keepMetadata(Fields effect, boolean isOff, List<Json> leftOver) {
        Json metadata = effect.object().members().get("metadata");
        if (isOff || metadata != null && !metadata.isEmpty()) {
            leftOver.add(effect.object());
        }
    }

    private static Rational product(Rational speed, Rational scalar, Fields effect) throws TimelineFormatException {
        double size = speed.toDouble() * scalar.toDouble();
        if (speed.equals(Rational.ONE)) {
            return scalar;
        }
        if (Math.abs(size) <= Clip.MAX_SPEED_TERM) {
            return Decimals.speed(size);
        }
        throw effect.problem("the speed of a clip lies within ±" + Clip.MAX_SPEED_TERM);
    }
}
