package org.reelbench.render.internal;

import org.reelbench.media.MediaException;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.AppliedEffect;
import org.reelbench.timeline.Clip;

/**
 * What clips can hold that cannot be rendered yet: it is refused, so that nobody takes a wrong picture or sound for the right one.
 */
public final class NotRendered {

    private static final String ANIMATED = "animated values cannot be rendered yet";
    private static final String PAN = "sound that is panned cannot be rendered yet";

    private NotRendered() {
    }

    /** Returns why the picture of a clip cannot be rendered, naming the clip; empty if it can. */
    public static String reasonOfPicture(Clip clip) {
        boolean animated = clip.curves().keySet().stream()
                .anyMatch(name -> !name.equals(Animated.GAIN_DB) && !name.equals(Animated.PAN));
        animated |= clip.effects().stream().anyMatch(NotRendered::isAnimated);
        return animated ? of(clip, ANIMATED) : "";
    }

    /** Returns why the sound of a clip cannot be rendered, naming the clip; empty if it can. */
    static String reasonOfSound(Clip clip) {
        if (clip.curves().containsKey(Animated.GAIN_DB) || clip.curves().containsKey(Animated.PAN)) {
            return of(clip, ANIMATED);
        }
        return clip.pan() == 0 ? "" : of(clip, PAN);
    }

    /** Refuses a clip for a reason, unless it is empty. */
    static void refuse(Clip clip, String reason) throws MediaException {
        if (!reason.isEmpty()) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, clip.name(), reason);
        }
    }

    private static boolean isAnimated(AppliedEffect effect) {
        return effect.enabled() && !effect.curves().isEmpty();
    }

    private static String of(Clip clip, String reason) {
        return "clip " + clip.id() + ": " + reason;
    }
}
