package org.reelbench.ui.capture.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.media.MediaException;
import org.reelbench.media.ScreenConverter;
import org.reelbench.media.ScreenConverters;
import org.reelbench.media.VideoFrame;
import org.reelbench.ui.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a recording a few times a second until it ends or is cancelled, off the thread that draws. */
final class RecordingLook extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingLook.class);
    private static final long LOOK_MS = 150;
    private static final int LARGEST_WIDTH_PX = 480;
    private static final int BYTES_PER_PIXEL = 4;
    private static final PaletteData BGRA = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

    private final Recording recording;
    private final @Nullable ScreenConverters converters;
    private final Supplier<Point> place;
    private final BiConsumer<RecordingStatistics, @Nullable ImageData> show;
    private @Nullable ImageData newest;

    RecordingLook(Recording recording, @Nullable ScreenConverters converters, Supplier<Point> place,
            BiConsumer<RecordingStatistics, @Nullable ImageData> show) {
        super("Watching a recording");
        this.recording = recording;
        this.converters = converters;
        this.place = place;
        this.show = show;
        setSystem(true);
    }

    /** The size in which a picture fits into a place, in its own shape, never enlarged. */
    static Point fitted(int widthPx, int heightPx, int placeWidthPx, int placeHeightPx) {
        double scale = Math.min(1, Math.min((double) placeWidthPx / widthPx, (double) placeHeightPx / heightPx));
        return new Point(Math.max(1, (int) (widthPx * scale)), Math.max(1, (int) (heightPx * scale)));
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        newest = null;
        recording.showNewest(this::shrink);
        RecordingStatistics now = recording.statistics();
        ImageData picture = newest;
        UiThread.later(() -> show.accept(now, picture));
        if (!monitor.isCanceled() && !recording.state().isEnd()) {
            schedule(LOOK_MS);
        }
        return Status.OK_STATUS;
    }

    private void shrink(VideoFrame frame) {
        Point room = place.get();
        ScreenConverters service = converters;
        if (service == null || room.x < 1 || room.y < 1) {
            return;
        }
        Point size = fitted(frame.format().widthPx(), frame.format().heightPx(), Math.min(room.x, LARGEST_WIDTH_PX), room.y);
        int stride = size.x * BYTES_PER_PIXEL;
        byte[] pixels = new byte[stride * size.y];
        UiThread.forbid("converting a picture that is recorded");
        try (Arena arena = Arena.ofConfined(); ScreenConverter converter = service.open()) {
            MemorySegment target = arena.allocate(pixels.length);
            converter.convert(frame, target, size.x, size.y, stride);
            MemorySegment.copy(target, ValueLayout.JAVA_BYTE, 0, pixels, 0, pixels.length);
            newest = new ImageData(size.x, size.y, Integer.SIZE, BGRA, BYTES_PER_PIXEL, pixels);
        } catch (MediaException e) {
            // The next picture will do, or the recording tells what is wrong with its pictures.
            LOG.debug("A picture of the recording is not shown", e);
        }
    }
}
