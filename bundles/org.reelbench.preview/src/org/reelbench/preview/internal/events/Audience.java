package org.reelbench.preview.internal.events;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewListener;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** All pages that listen, and the one thread that tells them. For every thread. */
@Component(service = { Audience.class, PreviewListener.class })
public final class Audience implements PreviewListener {

    /** What events are sent as. */
    public static final String TYPE = "text/event-stream;charset=utf-8";

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private static final int MOST = 128;

    /** What happens within this time is told at once: a segment grows with each fragment. */
    private static final long GATHER_MS = 50;

    /** So long a page that went away without a word keeps its viewer, at most twice. */
    private static final long BEAT_MS = 2_000;

    private static final int KEY_BYTES = 8;

    private final Map<String, Listening> pages = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final AtomicBoolean isToTell = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            work -> new Thread(work, "reelbench-preview-events"));

    /** Starts the clock, whose thread comes with the first page. */
    @Activate
    public Audience() {
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        clock.setRemoveOnCancelPolicy(true);
        clock.scheduleWithFixedDelay(this::beat, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    /** Ends all answers. */
    @Deactivate
    public void stop() {
        clock.shutdown();
        pages.values().forEach(Listening::close);
    }

    /** Lets a page listen; false if there are too many. */
    public boolean listen(Preview preview, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pages.size() >= MOST || clock.isShutdown()) {
            return false;
        }
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        String key = HexFormat.of().formatHex(bits);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Listening page = new Listening(key, preview, preview.viewer(), context, () -> pages.remove(key));
        pages.put(key, page);
        page.news().revised(preview.revision().number());
        page.start();
        return true;
    }

    /** Finds the viewer of a page by what the page was told first. */
    public Optional<Viewer> viewer(Preview preview, String key) {
        return Optional.ofNullable(pages.get(key)).filter(page -> page.isOf(preview)).map(Listening::viewer);
    }

    /** A page says that it goes. */
    public void leave(String key) {
        Listening page = pages.get(key);
        if (page != null) {
            page.close();
        }
    }

    /** How many pages listen. */
    public int count() {
        return pages.size();
    }

    @Override
    public void revised(Preview preview, PreviewRevision revision) {
        pages.values().stream().filter(page -> page.isOf(preview)).forEach(page -> page.news().revised(revision.number()));
        tellSoon();
    }

    @Override
    public void changed(Preview preview, String id, SegmentStatus status) {
        pages.values().stream().filter(page -> page.isOf(preview)).forEach(page -> page.news().changed(id, status));
        tellSoon();
    }

    private void tellSoon() {
        if (!pages.isEmpty() && !clock.isShutdown() && isToTell.compareAndSet(false, true)) {
            clock.schedule(this::tell, GATHER_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        isToTell.set(false);
        forEach(Listening::tell);
    }

    private void beat() {
        forEach(Listening::beat);
    }

    private void forEach(Consumer<Listening> action) {
        for (Listening page : pages.values()) {
            try {
                action.accept(page);
            } catch (RuntimeException e) {
                LOG.error("telling a page failed", e);
            }
        }
    }
}
