package org.reelbench.proxies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.ForegroundGate;
import org.reelbench.media.MediaException;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.proxies.ProxyStatus;
import org.reelbench.proxies.ProxyStatus.State;
import org.reelbench.timeline.ProxyUse;

@Timeout(60)
class ProxyQueueTest {

    private final List<Runnable> tasks = new ArrayList<>();
    private final FakeMedium beach = FakeMedium.of("beach", 3);
    private final ProxyKey key = new ProxyKey(beach.fingerprint(), 0, ProxyFormat.ALL.getFirst());

    @Test
    void waitsThenMakesThenIsReady() {
        List<State> heard = new ArrayList<>();
        ProxyQueue queue = new ProxyQueue((_, _, _, progress, _) -> {
            progress.accept(0.5);
            return ProxyStatus.of(State.READY, "540p");
        }, tasks::add);
        queue.add((_, status) -> heard.add(status.state()));
        queue.want(beach, key, ProxyUse.ALWAYS, true);
        queue.want(beach, key, ProxyUse.ALWAYS, true);
        assertEquals(1, tasks.size(), "it is wanted twice and made twice");
        assertEquals(State.WAITING, queue.state(key));
        tasks.removeFirst().run();
        assertEquals(State.READY, queue.state(key));
        assertEquals(List.of(State.WAITING, State.MAKING), heard.subList(0, 2));
        assertEquals(State.READY, heard.getLast());
        assertEquals(1, queue.made());
    }

    @Test
    void whatFailedIsTriedAgainOnlyIfSomebodyAsks() {
        ProxyQueue queue = new ProxyQueue((_, _, _, _, _) -> {
            throw new MediaException(MediaException.Reason.DISK_FULL, "disk", "full");
        }, tasks::add);
        queue.want(beach, key, ProxyUse.AUTO, false);
        tasks.removeFirst().run();
        assertEquals(State.FAILED, queue.state(key));
        assertEquals("disk: full", queue.status(key).orElseThrow().detail());
        queue.want(beach, key, ProxyUse.AUTO, false);
        assertTrue(tasks.isEmpty(), "looking at a medium tries again and again");
        queue.want(beach, key, ProxyUse.AUTO, true);
        assertEquals(1, tasks.size());
        assertEquals(1, queue.failed());
    }

    @Test
    void aListenerThatFailsStopsNobody() {
        ProxyQueue queue = new ProxyQueue((_, _, _, _, _) -> ProxyStatus.of(State.READY, ""), Runnable::run);
        queue.add((_, _) -> {
            throw new IllegalStateException("a view that is gone");
        });
        queue.want(beach, key, ProxyUse.AUTO, false);
        assertEquals(State.READY, queue.state(key));
    }

    @Test
    void cancellingForgetsWhatWaitedAndStopsWhatIsMade() {
        ProxyQueue queue = new ProxyQueue((_, _, _, _, cancellation) -> {
            cancellation.check();
            throw new AssertionError("it goes on");
        }, tasks::add);
        queue.want(beach, key, ProxyUse.ALWAYS, true);
        queue.cancel(beach.fingerprint());
        tasks.removeFirst().run();
        assertTrue(queue.status(key).isEmpty());
    }

    @Test
    void workStepsAsideWhilePeopleWaitAndStopsWhenCancelled() throws Exception {
        ForegroundGate foreground = new ForegroundGate();
        AtomicBoolean playing = new AtomicBoolean(true);
        foreground.add(playing::get);
        Cancellation cancellation = new Cancellation();
        CompletableFuture<String> passed = CompletableFuture.supplyAsync(() -> {
            foreground.pass(cancellation);
            return "passed";
        });
        Cancellation other = new Cancellation();
        other.cancel();
        assertThrows(CancelledException.class, () -> foreground.pass(other));
        assertFalse(passed.isDone(), "it did not wait");
        playing.set(false);
        assertEquals("passed", passed.get(20, TimeUnit.SECONDS));
    }
}
