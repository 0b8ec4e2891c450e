package org.reelbench.ui.tracks.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.reelbench.time.Rational;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.Theme;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.Row;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedTransition;

/** Paints clips and the transitions over them. */
final class ClipPainter {

    private static final int TEXT_MARGIN_PX = 7;
    private static final int MIN_NAMED_PX = 26;
    private static final int TITLE_PX = Metrics.TITLE_HEIGHT_PX;
    private static final int MIN_FRAMED_PX = 4;
    private static final int BODY_ALPHA = 60;
    private static final int TRANSITION_ALPHA = 150;
    private static final int FACTS_ALPHA = 190;
    private static final int FACTS_MARGIN_PX = 4;

    private final Pen pen;
    private final TimeScale scale;
    private final SketchPainter sketches;
    private final HandlePainter handles;

    ClipPainter(Pen pen, TimeScale scale, SketchPainter sketches) {
        this.sketches = sketches;
        this.pen = pen;
        this.scale = scale;
        handles = new HandlePainter(pen, scale);
    }

    void paint(PlacedClip placed, Row row, int top, boolean selected) {
        int left = Metrics.HEADER_WIDTH_PX + scale.xOf(placed.startFrame());
        int right = Metrics.HEADER_WIDTH_PX + scale.xOf(placed.endFrame());
        // One pixel between neighbours shows the cut; a clip without a pixel of its own still shows.
        int width = Math.max(1, right - left - 1);
        int height = row.heightPx();
        boolean off = row.track().kind() == TrackKind.AUDIO ? row.track().muted() : row.track().hidden();
        Color color = Shades.of(placed.clip(), row.track().kind(), off);
        pen.fill(left, top, width, height, Shades.behind(color));
        pen.fill(left, top, width, Math.min(TITLE_PX, height), color);
        if (width >= MIN_FRAMED_PX) {
            pen.tint(left, top + TITLE_PX, width, height - TITLE_PX, color, BODY_ALPHA);
            if (row.track().kind() == TrackKind.AUDIO) {
                sketches.waveform(placed, left, top + TITLE_PX, width, height - TITLE_PX, Shades.standingOut(color));
            } else {
                sketches.filmstrip(placed, left, top + TITLE_PX, width, height - TITLE_PX);
            }
            pen.line(left, top, left + width - 1, top, Shades.standingOut(color));
        }
        handles.paint(placed, row, top, left, width, selected);
        if (width >= MIN_NAMED_PX) {
            name(placed.clip(), left, width, top, height, off);
        }
        if (selected) {
            pen.frame(left, top, width, height, Theme.ACCENT);
            if (width >= MIN_FRAMED_PX) {
                pen.frame(left + 1, top + 1, width - 2, height - 2, Theme.ACCENT);
            }
        }
    }

    /** The name stays in sight while the clip's start is scrolled out of it. */
    private void name(Clip clip, int left, int width, int top, int height, boolean off) {
        int textLeft = Math.max(left, Metrics.HEADER_WIDTH_PX) + TEXT_MARGIN_PX;
        int room = left + width - TEXT_MARGIN_PX - textLeft;
        if (room < MIN_NAMED_PX - 2 * TEXT_MARGIN_PX) {
            return;
        }
        int lineHeight = pen.lineHeight(Pen.Face.SMALL);
        pen.text(clip.name(), textLeft, top + Math.max(0, (TITLE_PX - lineHeight) / 2), room, off ? Theme.TEXT_DIM : Theme.TEXT,
                Pen.Face.SMALL);
        String facts = facts(clip);
        if (!facts.isEmpty() && height >= TITLE_PX + lineHeight) {
            // Pictures and waveforms lie behind them, of any brightness.
            int factsWidth = Math.min(room, pen.width(facts, Pen.Face.SMALL));
            pen.tint(textLeft - FACTS_MARGIN_PX, top + TITLE_PX + 2, factsWidth + 2 * FACTS_MARGIN_PX, lineHeight + 2,
                    Theme.GROUND,
                    FACTS_ALPHA);
            pen.text(facts, textLeft, top + TITLE_PX + 3, room, off ? Theme.TEXT_DIM : Theme.TEXT, Pen.Face.SMALL);
        }
    }

    /** What is not as recorded, in few words. */
    static String facts(Clip clip) {
        StringBuilder facts = new StringBuilder();
        if (!clip.speed().equals(Rational.ONE)) {
            add(facts, Math.round(100.0 * clip.speed().numerator() / clip.speed().denominator()) + " %");
        }
        if (clip.opacity() < 1) {
            add(facts, "opacity " + Math.round(clip.opacity() * 100) + " %");
        }
        if (clip.gainDb() != 0) {
            add(facts, (clip.gainDb() > 0 ? "+" : "\u2212") + trimmed(Math.abs(clip.gainDb())) + " dB");
        }
        if (!clip.effects().isEmpty()) {
            add(facts, clip.effects().size() == 1 ? "1 effect" : clip.effects().size() + " effects");
        }
        return facts.toString();
    }

    private static String trimmed(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }

    private static void add(StringBuilder facts, String fact) {
        facts.append(facts.isEmpty() ? "" : " \u00b7 ").append(fact);
    }

    void paint(PlacedTransition placed, Row row, int top) {
        long from = placed.cutFrame() - placed.transition().inOffsetFrames();
        int left = Metrics.HEADER_WIDTH_PX + scale.xOf(from);
        int right = Metrics.HEADER_WIDTH_PX + scale.xOf(from + placed.transition().coveredFrames());
        int height = row.heightPx();
        int width = Math.max(2, right - left);
        pen.tint(left, top + TITLE_PX, width, height - TITLE_PX, Theme.TRANSITION, TRANSITION_ALPHA);
        if (width >= MIN_FRAMED_PX) {
            pen.line(left, top + height - 1, left + width - 1, top + TITLE_PX, Theme.TEXT);
            pen.line(left, top + TITLE_PX, left + width - 1, top + TITLE_PX, Theme.TRANSITION);
        }
    }
}
