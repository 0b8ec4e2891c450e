package org.reelbench.render.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.reelbench.media.Canvas;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.Placement;
import org.reelbench.render.LayerOutline.Corner;
import org.reelbench.timeline.Transform;

/**
 * Corners of a convex shape, as they are moved from a picture onto the canvas it lies on.
 *
 * @param corners the corners in order; none where nothing is left
 */
public record Outline(List<Corner> corners) {

    /** The last bits of a sine must not make corners. */
    private static final double LEAST_PX = 1e-9;

    /** Creates the outline with a list of its own. */
    public Outline {
        corners = List.copyOf(corners);
    }

    /** The sides of a picture. */
    public static Outline of(double widthPx, double heightPx) {
        return new Outline(List.of(new Corner(0, 0), new Corner(widthPx, 0), new Corner(widthPx, heightPx),
                new Corner(0, heightPx)));
    }

    /** Lays what lies in a picture onto a canvas as pictures are rendered; what lies beside the canvas is cut off. */
    public Outline laid(Transform transform, PictureFormat picture, Shown shown, Canvas canvas) {
        return placed(picture, Placements.of(transform, picture, shown, canvas)).cut(0, 0, canvas.widthPx(), canvas.heightPx());
    }

    /** Moves what lies in a picture to where the picture is placed; what is cropped away is cut off. */
    private Outline placed(PictureFormat picture, Placement place) {
        double right = picture.widthPx() - place.cropRightPx();
        double bottom = picture.heightPx() - place.cropBottomPx();
        double perX = place.widthPx() / (right - place.cropLeftPx());
        double perY = place.heightPx() / (bottom - place.cropTopPx());
        double centreX = place.leftPx() + place.widthPx() / 2;
        double centreY = place.topPx() + place.heightPx() / 2;
        double cosine = Math.cos(Math.toRadians(place.rotationDegrees()));
        double sine = Math.sin(Math.toRadians(place.rotationDegrees()));
        return new Outline(cut(place.cropLeftPx(), place.cropTopPx(), right, bottom).corners.stream().map(corner -> {
            double x = (corner.xPx() - place.cropLeftPx()) * perX - place.widthPx() / 2;
            double y = (corner.yPx() - place.cropTopPx()) * perY - place.heightPx() / 2;
            return new Corner(centreX + x * cosine - y * sine, centreY + x * sine + y * cosine);
        }).toList());
    }

    /** Cuts off what lies beside a rectangle; what only touches it is nothing. */
    private Outline cut(double left, double top, double right, double bottom) {
        List<Corner> rest = corners;
        rest = halved(rest, corner -> corner.xPx() - left);
        rest = halved(rest, corner -> corner.yPx() - top);
        rest = halved(rest, corner -> right - corner.xPx());
        rest = halved(rest, corner -> bottom - corner.yPx());
        return new Outline(areaPx(rest) > LEAST_PX ? rest : List.of());
    }

    /** Keeps what lies on one side of a line, by how far within it a corner is. */
    private static List<Corner> halved(List<Corner> corners, ToDoubleFunction<Corner> within) {
        List<Corner> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            double fromPx = within.applyAsDouble(from);
            double toPx = within.applyAsDouble(to);
            if (fromPx >= -LEAST_PX) {
                kept.add(from);
            }
            if (fromPx < -LEAST_PX && toPx > LEAST_PX || fromPx > LEAST_PX && toPx < -LEAST_PX) {
                double part = fromPx / (fromPx - toPx);
                kept.add(new Corner(from.xPx() + (to.xPx() - from.xPx()) * part, from.yPx() + (to.yPx() - from.yPx()) * part));
            }
        }
        return kept;
    }

    private static double areaPx(List<Corner> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            twice += from.xPx() * to.yPx() - to.xPx() * from.yPx();
        }
        return Math.abs(twice) / 2;
    }
}
