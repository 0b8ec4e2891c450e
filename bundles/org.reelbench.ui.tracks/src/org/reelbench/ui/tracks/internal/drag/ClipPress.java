package org.reelbench.ui.tracks.internal.drag;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Located;
import org.reelbench.ui.Editor;
import org.reelbench.ui.tracks.internal.gesture.EditDrag;
import org.reelbench.ui.tracks.internal.gesture.FadeDrag;
import org.reelbench.ui.tracks.internal.gesture.GainDrag;
import org.reelbench.ui.tracks.internal.gesture.MoveDrag;
import org.reelbench.ui.tracks.internal.gesture.Pointer;
import org.reelbench.ui.tracks.internal.gesture.Tool;
import org.reelbench.ui.tracks.internal.gesture.TrimDrag;
import org.reelbench.ui.tracks.internal.gesture.TrimKind;
import org.reelbench.ui.tracks.internal.model.ClipZone;
import org.reelbench.ui.tracks.internal.model.GainLine;
import org.reelbench.ui.tracks.internal.model.Hit;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TrackFrame;

/**
 * A press on a clip: selects it, and becomes a drag of the clip or of a part of it as soon as the mouse moves far enough.
 */
public final class ClipPress implements Drag {

    /** A hand is not still when it clicks. */
    private static final int THRESHOLD_PX = 3;

    private final Editor editor;
    private final TrackGestures.View view;
    private final Pointer pressed;
    private final Id clip;
    private final ClipZone zone;
    private final boolean wasSelected;
    private Drag begun = Drag.NONE;

    ClipPress(Editor editor, TrackGestures.View view, Hit.OnClip on, Pointer pressed) {
        this.editor = editor;
        this.view = view;
        this.pressed = pressed;
        clip = on.clip().id();
        zone = zone(view.frame(), on, pressed);
        wasSelected = editor.selection().contains(clip);
        if (!wasSelected) {
            Set<Id> selection = new HashSet<>(pressed.adds() ? editor.selection() : Set.of());
            selection.add(clip);
            editor.select(selection);
        }
    }

    /** Returns the part of a clip under the mouse. */
    public static ClipZone zone(TrackFrame frame, Hit.OnClip on, Pointer at) {
        Row row = frame.layout().rowAt(at.y() + frame.scrollYPx()).orElseThrow();
        return ClipZone.at(frame, row, frame.sequence().findClip(on.clip().id()).orElseThrow(), at.x(), at.y());
    }

    @Override
    public void move(Pointer at) {
        if (begun == Drag.NONE
                && (Math.abs(at.x() - pressed.x()) >= THRESHOLD_PX || Math.abs(at.y() - pressed.y()) >= THRESHOLD_PX)) {
            begun = rule().<Drag>map(rule -> new EditingDrag(editor, view, rule)).orElse(Drag.NONE);
        }
        begun.move(at);
    }

    private Optional<EditDrag> rule() {
        TrackFrame frame = view.frame();
        ClipPlace place = frame.sequence().findClip(clip).orElse(null);
        if (place == null) {
            return Optional.empty();
        }
        return switch (view.tools().tool()) {
        case SELECT -> Optional.of(selectRule(frame, place));
        case RIPPLE ->
            Optional.of(new TrimDrag(frame, isNearStart(frame, place) ? TrimKind.RIPPLE_START : TrimKind.RIPPLE_END, clip,
                    pressed));
        case ROLL -> rolled(frame, place).map(left -> new TrimDrag(frame, TrimKind.ROLL, left, pressed));
        case SLIP -> Optional.of(new TrimDrag(frame, TrimKind.SLIP, clip, pressed));
        case SLIDE -> Optional.of(new TrimDrag(frame, TrimKind.SLIDE, clip, pressed));
        case RAZOR, HAND -> Optional.empty();
        };
    }

    private EditDrag selectRule(TrackFrame frame, ClipPlace place) {
        return switch (zone) {
        case START -> new TrimDrag(frame, TrimKind.START, clip, pressed);
        case END -> new TrimDrag(frame, TrimKind.END, clip, pressed);
        case FADE_IN -> new FadeDrag(place, true);
        case FADE_OUT -> new FadeDrag(place, false);
        case GAIN -> new GainDrag(place, gainLine(frame), pressed);
        case BODY -> new MoveDrag(frame, clip, editor.selection(), pressed);
        };
    }

    private GainLine gainLine(TrackFrame frame) {
        Row row = frame.layout().rowAt(pressed.y() + frame.scrollYPx()).orElseThrow();
        return GainLine.in(row.yPx() - frame.scrollYPx(), row.heightPx());
    }

    private boolean isNearStart(TrackFrame frame, ClipPlace place) {
        return 2 * (pressed.x() - Metrics.HEADER_WIDTH_PX) < (long) frame.scale()
                .xOf(place.startFrame()) + frame.scale().xOf(place.endFrame());
    }

    /** The clip before the cut that is nearer; the clip itself where nothing lies before it, which is then refused in words. */
    private Optional<Id> rolled(TrackFrame frame, ClipPlace place) {
        if (!isNearStart(frame, place)) {
            return Optional.of(clip);
        }
        return Optional.of(place.track().items().locate(place.startFrame() - 1).map(Located::item)
                .map(item -> item instanceof Clip before ? before.id() : clip).orElse(clip));
    }

    @Override
    public void end(Pointer at) {
        if (begun != Drag.NONE) {
            begun.end(at);
        } else if (wasSelected && view.tools().tool() != Tool.RAZOR) {
            Set<Id> selection = new HashSet<>(pressed.adds() ? editor.selection() : Set.of(clip));
            if (pressed.adds()) {
                selection.remove(clip);
            }
            editor.select(selection);
        }
    }

    @Override
    public void cancel() {
        begun.cancel();
    }
}
