package org.reelbench.ui.viewer.internal.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reelbench.loading.LoadState;
import org.reelbench.loading.TrackLoad;
import org.reelbench.render.LayerOutline;
import org.reelbench.render.LayerOutline.Corner;
import org.reelbench.timeline.Id;

/**
 * The plates over one picture.
 *
 * @param widthPx the width of the sequence's canvas
 * @param heightPx its height
 * @param plates the plates, lowest first
 */
public record Plates(int widthPx, int heightPx, List<Plate> plates) {

    /** No plate at all. */
    public static final Plates NONE = new Plates(1, 1, List.of());

    /** Creates the plates with a list of their own. */
    public Plates {
        plates = List.copyOf(plates);
    }

    /**
     * Says over each layer what is to be known of it.
     *
     * @param outlines where the layers lie, lowest first
     * @param loads the tracks that are told of
     */
    static Plates over(int widthPx, int heightPx, List<LayerOutline> outlines, Map<Id, TrackLoad> loads) {
        List<Plate> plates = new ArrayList<>();
        for (LayerOutline outline : outlines) {
            TrackLoad load = loads.get(outline.track());
            if (load != null && !outline.medium().isEmpty() && isMeant(outline, load, outlines)) {
                plates.add(Plate.of(outline, load));
            }
        }
        return plates.isEmpty() ? NONE : new Plates(widthPx, heightPx, plates);
    }

    /** Where a track shows several media, the message tells which of them failed; if it names none of them, it may be any. */
    private static boolean isMeant(LayerOutline outline, TrackLoad load, List<LayerOutline> outlines) {
        return load.state() != LoadState.FAILED || load.message().contains(outline.medium())
                || outlines.stream().filter(other -> other.track().equals(outline.track()) && !other.medium().isEmpty())
                        .noneMatch(other -> load.message().contains(other.medium()));
    }

    /**
     * Returns the corners of a plate where the picture is shown.
     *
     * @param plate one of the plates
     * @param left the left side of the picture as shown
     * @param top its upper side
     * @param width its width
     * @param height its height
     * @return x, y, x, y… in pixels of the screen
     */
    public int[] shown(Plate plate, int left, int top, int width, int height) {
        int[] points = new int[2 * plate.corners().size()];
        int i = 0;
        for (Corner corner : plate.corners()) {
            points[i++] = left + (int) Math.round(corner.xPx() * width / widthPx);
            points[i++] = top + (int) Math.round(corner.yPx() * height / heightPx);
        }
        return points;
    }

    /**
     * Returns what is to be said of a place.
     *
     * @param across how far it is from the picture's left side, in parts of its width
     * @param down how far it is from its upper side, in parts of its height
     * @return the words of the uppermost plate there that has something to say
     */
    public Optional<String> tipAt(double across, double down) {
        return plates.reversed().stream()
                .filter(plate -> !plate.tip().isEmpty() && plate.contains(across * widthPx, down * heightPx)).map(Plate::tip)
                .findFirst();
    }
}
