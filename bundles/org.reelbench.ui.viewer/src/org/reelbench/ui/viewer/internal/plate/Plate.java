package org.reelbench.ui.viewer.internal.plate;

import java.util.List;

import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.render.LayerOutline;
import org.reelbench.render.LayerOutline.Corner;

/**
 * A plate over one layer.
 *
 * @param failed whether the layer cannot be shown, rather than not yet
 * @param words what is written on it
 * @param tip all there is to say of it; empty if that is written on it
 * @param corners the layer's corners on the canvas
 */
public record Plate(boolean failed, String words, String tip, List<Corner> corners) {

    static final String LOADING = "Loading\u2026";

    /** As much as can be read at a glance. */
    private static final int MOST_LETTERS = 60;

    /** Creates the plate with a list of its own. */
    public Plate {
        corners = List.copyOf(corners);
    }

    static Plate of(LayerOutline outline, TrackLoad load) {
        if (load.state() == LoadState.FAILED) {
            return new Plate(true, "Not loaded: " + reason(load.message(), outline.medium()), load.message(), outline.corners());
        }
        return new Plate(false, LOADING, "", outline.corners());
    }

    /** The medium is known from the track's name for it; what to do has room in the tip. */
    private static String reason(String message, String medium) {
        String explained = !medium.isEmpty() && message.startsWith(medium + ": ")
                ? message.substring(medium.length() + 2)
                : message;
        int remedy = explained.indexOf(';');
        String reason = remedy < 0 ? explained : explained.substring(0, remedy);
        return reason.length() <= MOST_LETTERS ? reason : reason.substring(0, MOST_LETTERS - 1).stripTrailing() + '\u2026';
    }

    /** Tells whether a place lies on the plate; corners go round it one way or the other. */
    boolean contains(double xPx, double yPx) {
        boolean left = true;
        boolean right = true;
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            double side = (to.xPx() - from.xPx()) * (yPx - from.yPx()) - (to.yPx() - from.yPx()) * (xPx - from.xPx());
            left &= side >= 0;
            right &= side <= 0;
        }
        return left || right;
    }
}
