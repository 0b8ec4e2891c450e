package org.reelbench.capture.ffmpeg.internal.screen;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureException.Reason;
import org.reelbench.capture.ffmpeg.internal.device.DeviceInput;
import org.reelbench.capture.ffmpeg.internal.device.PictureScaler;
import org.reelbench.capture.ffmpeg.internal.x11.Area;
import org.reelbench.capture.ffmpeg.internal.x11.DisplayName;
import org.reelbench.capture.ffmpeg.internal.x11.PointerPosition;
import org.reelbench.capture.ffmpeg.internal.x11.X11Display;
import org.reelbench.capture.ffmpeg.internal.x11.X11Exception;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;

/**
 * Takes pictures of a screen, the pointer in them.
 * <p>
 * One thread at a time. Whoever opened it closes it; the connection to the display stays its owner's.
 */
final class ScreenGrabber implements AutoCloseable {

    /** The grabber paces itself by the rate it is told; told a high one it takes each picture when it is asked for. */
    private static final String AT_ONCE = "1000";
    private static final int ALIGNMENT_BYTES = 1;

    private final X11Display display;
    private final ScreenTarget target;
    private final DeviceInput input;
    private final PictureScaler scaler;
    private final AVFrame view;
    private final boolean paintable;

    private ScreenGrabber(X11Display display, ScreenTarget target, DeviceInput input, PictureScaler scaler) {
        this.display = display;
        this.target = target;
        this.input = input;
        this.scaler = scaler;
        this.view = avutil.av_frame_alloc();
        int pixels = input.parameters().format();
        this.paintable = target.pointer() && (pixels == avutil.AV_PIX_FMT_BGR0 || pixels == avutil.AV_PIX_FMT_BGRA);
        view.width(target.area().widthPx());
        view.height(target.area().heightPx());
        view.format(pixels);
    }

    static ScreenGrabber open(X11Display display, DisplayName name, ScreenTarget target, Area size, String label)
            throws CaptureException {
        Area area = target.area();
        Map<String, String> options = new TreeMap<>();
        options.put("video_size", area.widthPx() + "x" + area.heightPx());
        options.put("framerate", AT_ONCE);
        options.put("draw_mouse", "0");
        options.put("grab_x", Integer.toString(area.xPx()));
        options.put("grab_y", Integer.toString(area.yPx()));
        if (target.window() != 0) {
            options.put("window_id", Integer.toUnsignedString(target.window()));
        }
        DeviceInput input = DeviceInput.open("x11grab", name.toString(), options, true, label);
        boolean opened = false;
        try {
            PictureScaler scaler = PictureScaler.open(area.widthPx(), area.heightPx(), input.parameters().format(),
                    size.widthPx(), size.heightPx());
            opened = true;
            return new ScreenGrabber(display, target, input, scaler);
        } finally {
            if (!opened) {
                input.close();
            }
        }
    }

    PictureFormat pictures() {
        return scaler.target();
    }

    /** Takes a picture now. */
    void grab(VideoFrame into) throws CaptureException {
        AVPacket packet = input.next();
        int bytes = avutil.av_image_fill_arrays(view.data(), view.linesize(), packet.data(), view.format(), view.width(),
                view.height(), ALIGNMENT_BYTES);
        if (bytes < 0 || bytes > packet.size()) {
            throw new CaptureException(Reason.LOST, "the screen delivers pictures of another size");
        }
        if (paintable) {
            paintPointer(MemorySegment.ofAddress(packet.data().address()).reinterpret(bytes));
        }
        scaler.scale(view, into);
    }

    private void paintPointer(MemorySegment picture) throws CaptureException {
        try {
            PointerPosition at = display.pointerPosition(target.window() == 0 ? display.screen().root() : target.window());
            if (at.here()) {
                PointerPainter.paint(picture, view.width(), view.height(), view.linesize(0), display.pointerImage(),
                        at.xPx() - target.area().xPx(), at.yPx() - target.area().yPx());
            }
        } catch (X11Exception e) {
            throw Session.failed(e);
        }
    }

    @Override
    public void close() {
        scaler.close();
        input.close();
        avutil.av_frame_free(view);
    }
}
