package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.LayerOutline;
import org.reelbench.render.LayerOutline.Corner;
import org.reelbench.render.LayerOutlines;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Renderers;
import org.reelbench.render.VideoRenderer;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Crop;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.timeline.Transform;

/** What is said to be covered by a layer is what it covers in the rendered picture, and no more. */
@Timeout(300)
class OutlineIT {

    private static final FrameRate RATE = FrameRate.of(25, 1);
    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 90;
    /** Nearer to a side pixels are half covered, and colours are shared by two of them. */
    private static final double SOFT_PX = 2.5;
    private static final int WHITE = 225;
    private static final int BLACK = 26;

    @Test
    void whiteLayersAreWhiteWithinTheirOutlinesAndNowhereElse() throws Exception {
        long seed = Tier.seed();
        Random random = new Random(seed);
        int seen = 0;
        int count = Tier.count(40, 1000);
        for (int i = 0; i < count; i++) {
            Transform outer = transform(random);
            Transform inner = random.nextBoolean() ? transform(random) : null;
            seen += check("seed " + seed + ", case " + i + ": " + outer + " of " + inner, outer, inner);
        }
        assertTrue(seen > count / 2, "most layers lie on the canvas");
    }

    private static Transform transform(Random random) {
        double degrees = random.nextInt(3) == 0 ? 90 * random.nextInt(-4, 5) : random.nextDouble(-200, 200);
        Crop crop = random.nextBoolean()
                ? Crop.NONE
                : new Crop(random.nextInt(60), random.nextInt(40), random.nextInt(60), random.nextInt(40));
        return new Transform(random.nextInt(-60, 60), random.nextInt(-40, 40), random.nextDouble(0.3, 1.5), degrees,
                random.nextDouble(), random.nextDouble(), crop);
    }

    /** Renders a white clip, or one in a sequence of its own, and returns how many outlines it has. */
    private static int check(String what, Transform outer, @Nullable Transform inner) throws Exception {
        Clip white = clip(Generator.color("#ffffff"), inner == null ? outer : inner);
        Sequence nested = sequence("nested", 120, 100, white);
        Sequence sequence = sequence("s", WIDTH_PX, HEIGHT_PX,
                inner == null ? white : clip(new NestedSequence(nested.id()), outer));
        MediaCatalog catalog = ((MediaCatalog) id -> {
            throw new MediaException(MediaException.Reason.MISSING, id.value(), "there are no media here");
        }).with(List.of(nested));
        List<LayerOutline> outlines = new LayerOutlines(sequence, catalog).at(0);
        assertTrue(outlines.size() <= 1, what);
        List<Corner> corners = outlines.isEmpty() ? List.of() : outlines.getFirst().corners();
        try (VideoRenderer renderer = Services.get(Renderers.class).video(sequence, catalog);
                VideoFrame picture = renderer.frame(0, new Cancellation())) {
            for (int y = 0; y < HEIGHT_PX; y++) {
                for (int x = 0; x < WIDTH_PX; x++) {
                    int luma = picture.plane(0).get(ValueLayout.JAVA_BYTE, (long) y * picture.strideBytes(0) + x) & 0xff;
                    double within = withinPx(corners, x + 0.5, y + 0.5);
                    String where = what + ", " + x + "," + y + " is " + luma + " and lies " + within + " px within " + corners;
                    assertTrue(within < SOFT_PX || luma >= WHITE, where);
                    assertTrue(within > -SOFT_PX || luma <= BLACK, where);
                }
            }
        }
        assertEquals(outlines.size(), outlines.stream().filter(o -> o.track().equals(new Id("v1"))).count(), what);
        return outlines.size();
    }

    /** How far a place lies within a convex shape: to the nearest of the lines its sides lie on; below 0 outside of one. */
    private static double withinPx(List<Corner> corners, double x, double y) {
        double area = 0;
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            area += from.xPx() * to.yPx() - to.xPx() * from.yPx();
        }
        double within = corners.isEmpty() ? -Double.MAX_VALUE : Double.MAX_VALUE;
        for (int i = 0; i < corners.size(); i++) {
            Corner from = corners.get(i);
            Corner to = corners.get((i + 1) % corners.size());
            double length = Math.hypot(to.xPx() - from.xPx(), to.yPx() - from.yPx());
            if (length > 1e-6) {
                double side = (to.xPx() - from.xPx()) * (y - from.yPx()) - (to.yPx() - from.yPx()) * (x - from.xPx());
                // The canvas' own sides are as sharp as a side can be.
                within = Math.min(within, Math.signum(area) * side / length + (isOnBorder(from, to) ? SOFT_PX : 0));
            }
        }
        return within;
    }

    private static boolean isOnBorder(Corner from, Corner to) {
        return isOnBorder(from.xPx(), to.xPx(), WIDTH_PX) || isOnBorder(from.yPx(), to.yPx(), HEIGHT_PX);
    }

    private static boolean isOnBorder(double from, double to, int end) {
        return Math.abs(from - to) < 1e-6 && (Math.abs(from) < 1e-6 || Math.abs(from - end) < 1e-6);
    }

    private static Clip clip(Content content, Transform transform) {
        return Clip.of(new Id("c"), "clip", content, RationalTime.ZERO, 5).withTransform(transform);
    }

    private static Sequence sequence(String id, int widthPx, int heightPx, Clip clip) {
        Track track = Track.of(new Id("v1"), "V1", TrackKind.VIDEO).withItems(TrackItems.of(List.of(clip)));
        return new Sequence(new Id(id), id, RATE, widthPx, heightPx, 48_000, List.of(track), Extras.NONE);
    }
}
