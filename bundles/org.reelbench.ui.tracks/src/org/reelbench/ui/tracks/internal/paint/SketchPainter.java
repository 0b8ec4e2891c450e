package org.reelbench.ui.tracks.internal.paint;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Color;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Still;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackContents.PlacedClip;

/** Paints filmstrips and waveforms into clips, and asks only for what lies in the part that is painted. */
final class SketchPainter {

    /** Narrower clips are colour alone: nobody recognises a picture in them. */
    private static final int LEAST_WIDTH_PX = 24;
    private static final int LEAST_HEIGHT_PX = 12;
    private static final double DB_PER_FACTOR = 20;

    private final Pen pen;
    private final TimeScale scale;
    private final FrameRate rate;
    private final ClipSketches sketches;
    private final int fromX;
    private final int toX;

    /** The part that is painted reaches from a column of the view to another. */
    SketchPainter(Pen pen, TimeScale scale, FrameRate rate, ClipSketches sketches, int fromX, int toX) {
        this.pen = pen;
        this.scale = scale;
        this.rate = rate;
        this.sketches = sketches;
        this.fromX = fromX;
        this.toX = toX;
    }

    /** Paints pictures of a clip side by side, each at its time. */
    void filmstrip(PlacedClip placed, int left, int top, int width, int height) {
        boolean pictures = placed.clip().content() instanceof MediaStream || placed.clip().content() instanceof Still;
        if (!pictures || width < LEAST_WIDTH_PX || height < LEAST_HEIGHT_PX) {
            return;
        }
        int cell = height * Thumbnail.MOST_WIDTH_PX / Thumbnail.MOST_HEIGHT_PX;
        RationalTime apart = sourceLength(placed.clip(), cell);
        int first = Math.max(0, (Math.max(fromX, Metrics.HEADER_WIDTH_PX) - left) / cell);
        for (int i = first; left + i * cell < Math.min(toX, left + width); i++) {
            int x = left + i * cell;
            RationalTime time = sourceTime(placed, scale.frameAt(x - Metrics.HEADER_WIDTH_PX));
            Optional<Thumbnail> picture = sketches.thumbnail(placed.clip(), time, apart);
            int room = Math.min(cell, left + width - x);
            picture.ifPresent(found -> pen.picture(found, x, top, height * found.widthPx() / found.heightPx(), height, room));
        }
    }

    /** How much of the source so many pixels show. */
    private RationalTime sourceLength(Clip clip, int widthPx) {
        long millis = Math.round(1000 * widthPx / scale.pxPerFrame() / rate.framesPerSecond().toDouble()
                * Math.max(0.01, clip.speed().absolute().toDouble()));
        return RationalTime.of(Math.max(1, millis), 1000);
    }

    private RationalTime sourceTime(PlacedClip placed, long frame) {
        if (placed.clip().content() instanceof Still) {
            return RationalTime.ZERO;
        }
        long shown = Math.clamp(frame - placed.startFrame(), 0, Math.max(0, placed.clip().durationFrames() - 1));
        return placed.clip().sourceIn().plus(rate.timeOf(shown).times(placed.clip().speed()));
    }

    /** Paints the outline of a clip's sound, a line for each column that is painted. */
    void waveform(PlacedClip placed, int left, int top, int width, int height, Color color) {
        Clip clip = placed.clip();
        if (!(clip.content() instanceof MediaStream) || width < 2 || height < LEAST_HEIGHT_PX || clip.speed().signum() == 0) {
            return;
        }
        double speed = clip.speed().toDouble();
        double samplesPerFrame = Waves.RATE_HZ / rate.framesPerSecond().toDouble() * speed;
        double samplesPerPixel = Math.abs(samplesPerFrame) / scale.pxPerFrame();
        double origin = clip.sourceIn().seconds().times(Rational.of(Waves.RATE_HZ)).toDouble();
        double gain = Math.pow(10, clip.gainDb() / DB_PER_FACTOR);
        Outline outline = new Outline(clip, Waves.levelFor(samplesPerPixel));
        double middle = top + height / 2.0;
        int begin = Math.max(left, Math.max(fromX, Metrics.HEADER_WIDTH_PX));
        int end = Math.min(left + width, toX);
        for (int x = begin; x < end; x++) {
            double frame = scale.leftFrame() + (x - Metrics.HEADER_WIDTH_PX) / scale.pxPerFrame() - placed.startFrame();
            double one = origin + frame * samplesPerFrame;
            double other = one + samplesPerPixel * Math.signum(speed);
            if (outline.look(Math.min(one, other), Math.max(one, other))) {
                int up = (int) Math.round(middle - Math.clamp(outline.greatest * gain, -1, 1) * (height / 2.0 - 1));
                int down = (int) Math.round(middle - Math.clamp(outline.least * gain, -1, 1) * (height / 2.0 - 1));
                pen.line(x, up, x, down, color);
            }
        }
    }

    /** Goes through the pieces of one outline; asks for each once while it goes on. */
    private final class Outline {

        private final Clip clip;
        private final int level;
        private final double samplesPerColumn;
        private long number = -1;
        private @Nullable Waves piece;
        private float least;
        private float greatest;

        private Outline(Clip clip, int level) {
            this.clip = clip;
            this.level = level;
            this.samplesPerColumn = Waves.samplesPerColumn(level);
        }

        /** Finds the extremes of some samples; false if nothing is known of them. */
        private boolean look(double fromSample, double toSample) {
            long from = Math.max(0, (long) Math.floor(fromSample / samplesPerColumn));
            long to = Math.max(from + 1, (long) Math.ceil(toSample / samplesPerColumn));
            boolean known = false;
            for (long column = from; column < to; column++) {
                Waves at = at(column / Waves.COLUMNS);
                if (at != null) {
                    int within = (int) (column % Waves.COLUMNS);
                    least = known ? Math.min(least, at.least(within)) : at.least(within);
                    greatest = known ? Math.max(greatest, at.greatest(within)) : at.greatest(within);
                    known = true;
                }
            }
            return known;
        }

        private @Nullable Waves at(long wanted) {
            if (wanted != number) {
                number = wanted;
                piece = sketches.waves(clip, level, wanted).orElse(null);
            }
            return piece;
        }
    }
}
