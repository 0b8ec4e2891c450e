package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.SegmentFailedException;
import org.reelbench.http.HttpEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Runs answers that wait for an encoder or a client, each on a virtual thread, so that they hold none of the server's. An answer that
 * fails after its head is out ends with its connection.
 */
@Component(service = Senders.class)
public final class Senders {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    /** Each may want an encoder for itself. */
    private static final int MOST = 256;

    private final HttpEndpoint endpoint;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("reelbench-preview-", 0).factory());
    private final AtomicInteger running = new AtomicInteger();

    /** What is to be sent. */
    @FunctionalInterface
    interface Answer {

        /** Sends it; may wait. */
        void send(HttpServletResponse response) throws IOException, InterruptedException;
    }

    /**
     * Creates it without a thread.
     *
     * @param endpoint cuts connections
     */
    @Activate
    public Senders(@Reference HttpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Ends all answers. */
    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    /** How many answers are under way. */
    int count() {
        return running.get();
    }

    /** Sends an answer when the request's own thread has gone. */
    void send(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        if (running.incrementAndGet() > MOST) {
            running.decrementAndGet();
            Replies.later(response, "Too many answers are under way; try again soon.");
            return;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        try {
            threads.execute(() -> run(request, response, context, answer));
        } catch (RejectedExecutionException e) {
            LOG.debug("not sent, as the preview ends: {}", e.toString());
            running.decrementAndGet();
            Replies.later(response, "The preview ends.");
            context.complete();
        }
    }

    private void run(HttpServletRequest request, HttpServletResponse response, AsyncContext context, Answer answer) {
        try {
            answer.send(response);
        } catch (SegmentFailedException e) {
            LOG.warn("a segment of a preview was not sent: {}", e.getMessage());
            refuse(request, response, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debug("an answer ended early: {}", e.toString());
            refuse(request, response, "It cannot be read now.");
        } catch (InterruptedException e) {
            LOG.debug("the preview ends: {}", e.toString());
            refuse(request, response, "The preview ends.");
        } catch (RuntimeException e) {
            LOG.error("an answer failed", e);
            refuse(request, response, "It cannot be sent.");
        } finally {
            running.decrementAndGet();
            context.complete();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String sentence) {
        if (response.isCommitted()) {
            endpoint.cut(request);
            return;
        }
        try {
            response.resetBuffer();
            Replies.later(response, sentence);
        } catch (IOException e) {
            LOG.debug("the client has gone: {}", e.toString());
        }
    }
}
