package org.reelbench.ui.viewer.internal.handles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.timeline.Animated;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Transform;

/**
 * The one edit that places a clip otherwise: values that are animated get a keyframe where it is looked at, the others are other ones.
 *
 * @param clip the clip
 * @param frameInClip the frame that is looked at, counted from the clip's first one
 */
public record PlacementEdit(Clip clip, long frameInClip) {

    /** Returns how the clip is placed at the frame. */
    public Transform now() {
        Transform base = clip.transform();
        for (String property : List.of(Animated.X_PX, Animated.Y_PX, Animated.SCALE, Animated.ROTATION_DEGREES, Animated.ANCHOR_X,
                Animated.ANCHOR_Y)) {
            if (clip.curves().containsKey(property)) {
                base = base.with(property, clip.valueAt(property, frameInClip));
            }
        }
        return base;
    }

    /**
     * Decides the edit.
     *
     * @param wanted how the clip is to be placed at the frame
     * @param revision the revision it is decided on
     * @return the edit
     */
    public EditCommand command(Transform wanted, long revision) {
        Transform now = now();
        Map<String, Double> changed = new TreeMap<>();
        put(changed, Animated.X_PX, now.xPx(), wanted.xPx());
        put(changed, Animated.Y_PX, now.yPx(), wanted.yPx());
        put(changed, Animated.SCALE, now.scale(), wanted.scale());
        put(changed, Animated.ROTATION_DEGREES, now.rotationDegrees(), wanted.rotationDegrees());
        EditCommand constants = EditCommand.of(EditCommands.SET_TRANSFORM, revision).with("clip", clip.id().value());
        boolean hasConstants = false;
        List<EditCommand> edits = new ArrayList<>();
        for (Map.Entry<String, Double> change : changed.entrySet()) {
            if (clip.curves().containsKey(change.getKey())) {
                edits.add(EditCommand.of(EditCommands.SET_KEYFRAME, revision).with("clip", clip.id().value())
                        .with("property", change.getKey()).with("frame", frameInClip).with("value", change.getValue()));
            } else {
                constants = constants.with(change.getKey(), change.getValue());
                hasConstants = true;
            }
        }
        if (hasConstants || edits.isEmpty()) {
            edits.add(constants);
        }
        return edits.size() == 1 ? edits.getFirst() : EditCommands.unit("Place '" + clip.name() + "'", edits, revision);
    }

    private static void put(Map<String, Double> changed, String property, double now, double wanted) {
        if (now != wanted) {
            changed.put(property, wanted);
        }
    }
}
