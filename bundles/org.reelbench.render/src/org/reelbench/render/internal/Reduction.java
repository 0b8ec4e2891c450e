package org.reelbench.render.internal;

import org.reelbench.media.Canvas;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.LayerSpec.Motion;
import org.reelbench.media.Placement;

/**
 * Brings a composition to a smaller canvas for quick previews. Effects work on pictures as large as ever, so that they look the
 * same; what lies on whole pixels does so on the smaller canvas, too, where it is at most one pixel beside its place.
 *
 * @param divisor what the sides of the canvas are divided by; 1 leaves everything as it is
 */
record Reduction(int divisor) {

    static final Reduction NONE = new Reduction(1);

    /** Layers whose sides are even share colour samples, which is the quick way to lay them over each other. */
    private static final double STEP_PX = 2;

    /** Returns the smaller canvas. */
    Canvas canvas(Canvas canvas) {
        return divisor == 1
                ? canvas
                : new Canvas(side(canvas.widthPx()), side(canvas.heightPx()), canvas.rate(), canvas.color(),
                        canvas.transparent());
    }

    private int side(int lengthPx) {
        return (int) Math.max(STEP_PX, STEP_PX * Math.round(lengthPx / STEP_PX / divisor));
    }

    /** Returns the layer as it lies on the smaller canvas. */
    LaidLayer laid(LaidLayer whole, Canvas canvas) {
        if (divisor == 1) {
            return whole;
        }
        double perX = (double) side(canvas.widthPx()) / canvas.widthPx();
        double perY = (double) side(canvas.heightPx()) / canvas.heightPx();
        LayerSpec spec = whole.spec();
        Placement moving = whole.moving();
        if (moving != null) {
            return new LaidLayer(spec, reduced(moving, perX, perY));
        }
        Placement place = spec.placement();
        if (!spec.effects().isEmpty()) {
            // They see the picture in full size; what comes out is made smaller.
            return new LaidLayer(spec.withMotion(Motion.PLACE), onPixels(place, perX, perY));
        }
        LayerSpec smaller = new LayerSpec(spec.input(), onPixels(place, perX, perY), spec.translucent(), spec.effects(),
                spec.blend(),
                spec.fields(), spec.motion(), spec.joined(), spec.alpha());
        return new LaidLayer(smaller, null);
    }

    private static Placement reduced(Placement place, double perX, double perY) {
        double middleX = (place.leftPx() + place.widthPx() / 2) * perX;
        double middleY = (place.topPx() + place.heightPx() / 2) * perY;
        double width = place.widthPx() * perX;
        double height = place.heightPx() * perY;
        return placed(place, middleX, middleY, width, height);
    }

    /** The same for a picture that is turned by right angles only. */
    private static Placement onPixels(Placement place, double perX, double perY) {
        boolean onItsSide = Math.round(place.rotationDegrees() / 90) % 2 != 0;
        double boxWidth = onItsSide ? place.heightPx() : place.widthPx();
        double boxHeight = onItsSide ? place.widthPx() : place.heightPx();
        double boxLeft = place.leftPx() + (place.widthPx() - boxWidth) / 2;
        double boxTop = place.topPx() + (place.heightPx() - boxHeight) / 2;
        double left = even(boxLeft * perX);
        double top = even(boxTop * perY);
        double width = Math.max(STEP_PX, even((boxLeft + boxWidth) * perX) - left);
        double height = Math.max(STEP_PX, even((boxTop + boxHeight) * perY) - top);
        return placed(place, left + width / 2, top + height / 2, onItsSide ? height : width, onItsSide ? width : height);
    }

    private static double even(double px) {
        return STEP_PX * Math.rint(px / STEP_PX);
    }

    private static Placement placed(Placement place, double middleX, double middleY, double width, double height) {
        return new Placement(place.cropLeftPx(), place.cropTopPx(), place.cropRightPx(), place.cropBottomPx(),
                middleX - width / 2,
                middleY - height / 2, width, height, place.rotationDegrees());
    }
}
