package org.reelbench.preview.internal.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * One page that listens, which is one viewer of the preview. It is written to without waiting: what it has not taken is news still.
 * For every thread.
 */
final class Listening implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final String key;
    private final Object preview;
    private final Viewer viewer;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable gone;
    private final News news = new News();

    private boolean greeted;
    private boolean beats;
    private boolean flushes;
    private boolean ended;

    Listening(String key, Object preview, Viewer viewer, AsyncContext context, Runnable gone) throws IOException {
        this.key = key;
        this.preview = preview;
        this.viewer = viewer;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.gone = gone;
    }

    /** Begins; from here on this ends the request. */
    void start() {
        out.setWriteListener(this);
    }

    boolean isOf(Object one) {
        return preview == one;
    }

    News news() {
        return news;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Sends what is new, if the last is out. */
    void tell() {
        pump();
    }

    /** Sends something, so that both ends learn whether the other is there. */
    synchronized void beat() {
        beats = true;
        pump();
    }

    @Override
    public void onWritePossible() {
        pump();
    }

    private synchronized void pump() {
        try {
            while (!ended && out.isReady()) {
                byte[] next = next();
                if (next.length > 0) {
                    flushes = true;
                    out.write(next);
                } else if (flushes) {
                    flushes = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            end(e);
        }
    }

    private byte[] next() {
        if (!greeted) {
            greeted = true;
            return ("retry: 1000\nevent: viewer\ndata: {\"key\":\"" + key + "\"}\n\n").getBytes(StandardCharsets.UTF_8);
        }
        byte[] text = news.take();
        if (text.length == 0 && beats) {
            text = ":\n\n".getBytes(StandardCharsets.UTF_8);
        }
        beats = false;
        return text;
    }

    @Override
    public void onError(Throwable failure) {
        end(failure);
    }

    /** Ends the answer and the viewer. */
    void close() {
        end(null);
    }

    private void end(@Nullable Throwable why) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        LOG.debug("a page does not listen any more: {}", String.valueOf(why));
        gone.run();
        viewer.close();
        context.complete();
    }
}
