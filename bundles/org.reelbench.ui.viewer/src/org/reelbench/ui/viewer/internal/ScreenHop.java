package org.reelbench.ui.viewer.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.playback.Screen;
import org.reelbench.playback.ScreenPicture;

/**
 * Takes pictures from the viewer's thread to the UI thread. A picture that has not been painted when the next one comes is given
 * back unpainted, so a busy window never queues pictures.
 */
final class ScreenHop implements Screen {

    private final Executor uiThread;
    private final IntSupplier widthPx;
    private final IntSupplier heightPx;
    private final Consumer<ScreenPicture> pictures;
    private final Consumer<String> failures;
    private final AtomicReference<@Nullable ScreenPicture> waiting = new AtomicReference<>();

    /**
     * Creates a hop.
     *
     * @param uiThread runs on the UI thread, soon
     * @param widthPx how wide pictures may be, for any thread
     * @param heightPx how high, likewise
     * @param pictures takes a picture over, on the UI thread
     * @param failures takes a message, on the UI thread
     */
    ScreenHop(Executor uiThread, IntSupplier widthPx, IntSupplier heightPx, Consumer<ScreenPicture> pictures,
            Consumer<String> failures) {
        this.uiThread = uiThread;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.pictures = pictures;
        this.failures = failures;
    }

    @Override
    public int widthPx() {
        return widthPx.getAsInt();
    }

    @Override
    public int heightPx() {
        return heightPx.getAsInt();
    }

    @Override
    public void show(ScreenPicture picture) {
        ScreenPicture older = waiting.getAndSet(picture);
        if (older != null) {
            older.close();
        } else {
            uiThread.execute(() -> {
                ScreenPicture latest = waiting.getAndSet(null);
                if (latest != null) {
                    pictures.accept(latest);
                }
            });
        }
    }

    @Override
    public void fail(String message) {
        uiThread.execute(() -> failures.accept(message));
    }

    /** Gives back what still waits, when nobody looks any more. */
    void discard() {
        ScreenPicture latest = waiting.getAndSet(null);
        if (latest != null) {
            latest.close();
        }
    }
}
