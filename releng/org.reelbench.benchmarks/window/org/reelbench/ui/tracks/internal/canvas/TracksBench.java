package org.reelbench.ui.tracks.internal.canvas;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.sun.management.ThreadMXBean;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.project.EditDraft;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.decoration.Decoration;
import org.reelbench.project.decoration.Tone;
import org.reelbench.project.internal.session.FileSessions;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.tracks.internal.model.DecoratedTrack;
import org.reelbench.ui.tracks.internal.model.Metrics;
import org.reelbench.ui.tracks.internal.model.TimeScale;
import org.reelbench.ui.tracks.internal.model.TrackFrame;
import org.reelbench.ui.tracks.internal.model.TrackLayout;
import org.reelbench.ui.tracks.internal.paint.ClipSketches;
import org.reelbench.ui.tracks.internal.paint.MinimapPainter;
import org.reelbench.ui.tracks.internal.paint.TracksPainter;

/**
 * {@code bench tracks}: what painting the whole track view takes, also with what decorators say, and showing an edit, by how
 * long the sequence is. It lies in the package of the view, whose classes nobody else sees, and is compiled against the built
 * window.
 */
public final class TracksBench {

    private static final int[] CLIPS = { 1_000, 10_000, 100_000 };
    private static final int TRACKS = 10;
    private static final int VIDEO_TRACKS = 6;
    private static final int CLIP_FRAMES = 100;
    private static final int WIDTH_PX = 1920;
    private static final int HEIGHT_PX = 640;
    private static final double PX_PER_FRAME = 0.8;
    /** Times of a machine nobody knows are budgets: shown, and no test fails on them. */
    private static final double PAINT_BUDGET_MS = 8;
    private static final double EDIT_BUDGET_MS = 16;
    private static final int ROUNDS = 300;
    private static final int MARK_ROUNDS = 20;
    /** So much is said of each track. */
    private static final int MARKS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Display display;
    private final Image screen;
    private final GC gc;
    private final ThumbnailImages pictures;
    private final MinimapPainter minimap = new MinimapPainter();

    /** What was measured at one length. */
    private record Figures(int clips, int visible, int drawn, double paintMs, double wholeMs, long paintBytes, double editMs,
            Marks marks) {
    }

    /** The same with what a decorator says of each track. */
    private record Marks(int visible, int drawn, double paintMs) {
    }

    private TracksBench(Display display) {
        this.display = display;
        screen = new Image(display, WIDTH_PX, HEIGHT_PX);
        gc = new GC(screen);
        pictures = new ThumbnailImages(display);
        for (String icon : List.of("eye", "speaker", "lock-off", "solo-off")) {
            JFaceResources.getImageRegistry().put("org.reelbench.ui.icons." + icon, new Image(display, 16, 16));
        }
    }

    /** Measures; takes {@code --json}. */
    public static void main(String[] words) throws Exception {
        boolean json = List.of(words).equals(List.of("--json"));
        if (words.length > 0 && !json) {
            System.err.println("usage: bench tracks [--json]");
            System.exit(2);
        }
        double loadBefore = load();
        TracksBench bench = new TracksBench(new Display());
        List<Figures> figures = new ArrayList<>();
        // Twice: the first time warms up.
        for (int round = 0; round < 2; round++) {
            figures.clear();
            for (int clips : CLIPS) {
                figures.add(bench.measure(clips));
            }
        }
        if (json) {
            json(figures, loadBefore);
        } else {
            table(figures, loadBefore);
        }
        bench.display.dispose();
    }

    private static Sequence sequence(int clips) {
        List<Track> tracks = new ArrayList<>();
        for (int t = 0; t < TRACKS; t++) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < clips / TRACKS; i++) {
                items.add(Clip.of(new Id("c" + (t * (clips / TRACKS) + i + 1)), "Clip " + i, new MediaStream(new Id("m1"), 0),
                        RationalTime.ofSeconds(10), CLIP_FRAMES));
            }
            boolean video = t < VIDEO_TRACKS;
            tracks.add(Track.of(new Id((video ? "v" : "a") + (t + 1)), (video ? "V" : "A") + (t + 1),
                    video ? TrackKind.VIDEO : TrackKind.AUDIO).withItems(TrackItems.of(items)));
        }
        return new Sequence(new Id("s1"), "Long", FrameRate.of(25, 1), 1920, 1080, 48_000, tracks, Extras.NONE);
    }

    private static TrackFrame frame(Sequence sequence, TimeScale scale, int paint) {
        return new TrackFrame(sequence, TrackLayout.of(sequence, Metrics.RULER_HEIGHT_PX), scale, 0, WIDTH_PX, HEIGHT_PX,
                (long) scale.leftFrame() + paint, Set.of(new Id("c1")), Optional.empty());
    }

    private int paint(TrackFrame frame) {
        SwtPen pen = new SwtPen(gc, display.getSystemFont(), pictures);
        Rectangle all = new Rectangle(0, 0, WIDTH_PX, HEIGHT_PX);
        int visited = TracksPainter.paint(pen, frame, all, ClipSketches.NONE);
        minimap.paint(pen, frame, all);
        return visited;
    }

    private Figures measure(int clips) throws Exception {
        Sequence sequence = sequence(clips);
        long lastLeft = sequence.durationFrames() - (long) (WIDTH_PX / PX_PER_FRAME);
        double[] paintMs = new double[ROUNDS];
        double[] wholeMs = new double[ROUNDS / 10];
        int drawn = 0;
        int visible = 0;
        long bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            TimeScale scale = new TimeScale(PX_PER_FRAME, (double) lastLeft * i / ROUNDS);
            long before = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            drawn += paint(frame(sequence, scale, i));
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
            paintMs[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
            long first = scale.frameAt(0) / CLIP_FRAMES;
            long last = scale.frameAt(WIDTH_PX - Metrics.HEADER_WIDTH_PX - 1) / CLIP_FRAMES;
            visible += (int) (last - first + 1) * seenTracks(sequence);
        }
        for (int i = 0; i < wholeMs.length; i++) {
            TimeScale all = TimeScale.fitting(sequence.durationFrames(), WIDTH_PX - Metrics.HEADER_WIDTH_PX);
            long before = THREADS.getCurrentThreadCpuTime();
            paint(frame(sequence, all, i));
            wholeMs[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        }
        return new Figures(clips, visible / ROUNDS, drawn / ROUNDS, median(paintMs), median(wholeMs), bytes / ROUNDS,
                median(edits(sequence, lastLeft)), marks(sequence, lastLeft));
    }

    /** Marks from the first to the last frame of each track, every second of them of a clip. */
    private Marks marks(Sequence sequence, long lastLeft) {
        long apart = Math.max(1, sequence.durationFrames() / MARKS);
        Map<Id, List<DecoratedTrack>> said = new HashMap<>();
        for (Track track : sequence.tracks()) {
            List<Decoration> marks = new ArrayList<>();
            for (long i = 0; i < MARKS && i * apart < track.durationFrames(); i++) {
                long at = i * apart;
                if (i % 2 == 0) {
                    marks.add(Decoration.ofTrack(new FrameRange(at, at + 1), Tone.WARNING, "mark"));
                } else {
                    Located clip = track.items().locate(at).orElseThrow();
                    marks.add(Decoration.ofClip((Clip) clip.item(),
                            new FrameRange(at - clip.startFrame(), at - clip.startFrame() + 1),
                            Tone.NOTE, "mark"));
                }
            }
            said.put(track.id(), List.of(new DecoratedTrack("marks", marks)));
        }
        double[] ms = new double[MARK_ROUNDS];
        int drawn = 0;
        int visible = 0;
        for (int i = 0; i < MARK_ROUNDS; i++) {
            TimeScale scale = new TimeScale(PX_PER_FRAME, (double) lastLeft * i / MARK_ROUNDS);
            TrackFrame plain = frame(sequence, scale, i);
            int items = paint(plain);
            TrackFrame marked = plain.withDecorations(said);
            long before = THREADS.getCurrentThreadCpuTime();
            drawn += paint(marked) - items;
            ms[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
            long first = scale.frameAt(0) / apart;
            long last = scale.frameAt(WIDTH_PX - Metrics.HEADER_WIDTH_PX - 1) / apart;
            visible += (int) (last - first + 1) * seenTracks(sequence);
        }
        return new Marks(visible / MARK_ROUNDS, drawn / MARK_ROUNDS, median(ms));
    }

    private static int seenTracks(Sequence sequence) {
        return (int) TrackLayout.of(sequence, Metrics.RULER_HEIGHT_PX).rows().stream()
                .filter(row -> row.yPx() < HEIGHT_PX - Metrics.SCROLL_HEIGHT_PX).count();
    }

    /** A clip is moved a little further each time, tried as a drag tries it, and what it would leave is painted. */
    private double[] edits(Sequence sequence, long lastLeft) throws Exception {
        ProjectSession session = new FileSessions().create(Project.of("Long", sequence));
        TimeScale scale = new TimeScale(PX_PER_FRAME, lastLeft / 2.0);
        long at = sequence.tracks().getFirst().items().locate(lastLeft / 2 + CLIP_FRAMES).orElseThrow().index();
        String clip = ((Clip) sequence.tracks().getFirst().items().get((int) at)).id().value();
        double[] ms = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            EditDraft draft = EditDraft.of(session);
            draft.make(EditCommand.of(EditCommands.MOVE, 0).with("clip", clip).with("deltaFrames", i + 1).with("landing",
                    "overwrite"));
            paint(frame(draft.project().mainSequence(), scale, i));
            ms[i] = (System.nanoTime() - before) / 1e6;
        }
        return ms;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void table(List<Figures> figures, double loadBefore) {
        System.out.printf(Locale.ROOT, "%10s %9s %7s %10s %12s %12s %14s %13s %11s %9s%n", "clips", "visible", "drawn",
                "paint ms",
                "all seen ms",
                "bytes/paint", "drag+paint ms", "marks visible", "marks drawn", "paint ms");
        for (Figures each : figures) {
            System.out.printf(Locale.ROOT, "%,10d %9d %7d %10.2f %12.2f %,12d %14.2f %13d %11d %9.2f%s%n", each.clips,
                    each.visible, each.drawn,
                    each.paintMs, each.wholeMs, each.paintBytes, each.editMs, each.marks.visible, each.marks.drawn,
                    each.marks.paintMs,
                    each.paintMs > PAINT_BUDGET_MS || each.editMs > EDIT_BUDGET_MS ? "  over budget" : "");
        }
        System.out.printf(Locale.ROOT,
                "slowest size \u00f7 fastest: %.2f (goal 1.1); budgets: %.0f ms of processor for a whole view of"
                        + " %d\u00d7%d, %.0f ms%nfrom a move of the mouse to the view painted; load average %.2f before and %.2f after%n",
                figures.stream().mapToDouble(Figures::paintMs).max().orElse(0)
                        / figures.stream().mapToDouble(Figures::paintMs).min().orElse(1),
                PAINT_BUDGET_MS, WIDTH_PX, HEIGHT_PX, EDIT_BUDGET_MS, loadBefore, load());
    }

    private static void json(List<Figures> figures, double loadBefore) {
        List<String> results = figures.stream().map(each -> String.format(Locale.ROOT,
                "{\"clips\":%d,\"visible\":%d,\"drawn\":%d,\"paintCpuMs\":%.3f,\"allSeenCpuMs\":%.3f,\"paintBytes\":%d,"
                        + "\"dragMs\":%.3f,\"marksVisible\":%d,\"marksDrawn\":%d,\"markedPaintCpuMs\":%.3f}",
                each.clips, each.visible, each.drawn, each.paintMs, each.wholeMs, each.paintBytes, each.editMs,
                each.marks.visible, each.marks.drawn, each.marks.paintMs)).toList();
        System.out.printf(Locale.ROOT,
                "{\"bench\":\"tracks\",\"widthPx\":%d,\"heightPx\":%d,\"loadBefore\":%.2f,\"loadAfter\":%.2f,"
                        + "\"results\":[%s]}%n",
                WIDTH_PX, HEIGHT_PX, loadBefore, load(), String.join(",", results));
    }
}
