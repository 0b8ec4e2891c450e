package org.reelbench.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What the frames of a track show by themselves, whichever clips they come from; transitions are left out. */
final class Looks {

    /** Where there is no clip. */
    static final Object NOTHING = "nothing";

    /** All that decides what is seen or heard of a clip at one frame. */
    private record Look(Content content, RationalTime time, List<Double> values, List<Object> treatment, List<Object> effects) {
    }

    private Looks() {
    }

    /** Returns what each frame of a track shows. */
    static List<Object> of(Track track, FrameRate rate) {
        List<Object> looks = new ArrayList<>();
        for (Item item : track.items()) {
            for (long frame = 0; frame < item.durationFrames(); frame++) {
                looks.add(item instanceof Clip clip ? look(clip, frame, rate) : NOTHING);
            }
        }
        return looks;
    }

    /** Returns how much of each frame of a track the fades leave: cuts take fades away, so this is no part of a look. */
    static List<Object> weights(Track track) {
        List<Object> weights = new ArrayList<>();
        for (Item item : track.items()) {
            for (long frame = 0; frame < item.durationFrames(); frame++) {
                weights.add(item instanceof Clip clip ? clip.fades().weightAt(frame + 0.5, clip.durationFrames()) : NOTHING);
            }
        }
        return weights;
    }

    /** Returns what a frame shows; nothing before the first and behind the last. */
    static Object at(List<Object> looks, long frame) {
        return frame >= 0 && frame < looks.size() ? looks.get((int) frame) : NOTHING;
    }

    /** Returns which frame of which source a look is, however it is shown. */
    static Object content(Object look) {
        return look instanceof Look seen ? List.of(seen.content, seen.time) : look;
    }

    private static Look look(Clip clip, long frame, FrameRate rate) {
        List<Double> values = new ArrayList<>();
        for (String name : Animated.NAMES) {
            values.add(clip.valueAt(name, frame));
        }
        List<Object> effects = new ArrayList<>();
        for (AppliedEffect effect : clip.effects()) {
            TreeMap<String, Object> parameters = new TreeMap<>(effect.parameters());
            effect.curves().forEach((name, curve) -> parameters.put(name, curve.valueAt(frame)));
            effects.add(List.of(effect.effect(), effect.enabled(), parameters));
        }
        List<Object> treatment = List.of(clip.picture().blend(), clip.sound().channels(), clip.sound().keepPitch());
        return new Look(clip.content(), clip.sourceTimeAt(frame, rate), values, treatment, effects);
    }
}
