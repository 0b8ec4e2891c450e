package org.reelbench.encoding.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportOptions;
import org.reelbench.encoding.ExportProgress;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.QueuedExport;
import org.reelbench.encoding.QueuedExport.State;
import org.reelbench.encoding.internal.queue.ExportQueueComponent;

@Timeout(120)
class ExportQueueTest {

    private static final Duration HANG = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("set by the framework");

    private Bench bench = new Bench(folder);
    private ExportQueueComponent queue = new ExportQueueComponent(bench.exports);

    @BeforeEach
    void makeTheQueue() {
        bench = new Bench(folder);
        queue = new ExportQueueComponent(bench.exports);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        queue.stop();
        bench.close();
    }

    private ExportRequest request(String name, long frames) {
        ExportRequest film = bench.film(frames);
        return new ExportRequest(film.sequence(), film.catalog(), folder.resolve(name), film.preset(), 0, frames);
    }

    private static void ended(QueuedExport export) throws InterruptedException {
        assertTrue(export.awaitEnd(HANG), "it hangs");
    }

    @Test
    void exportsAreMadeOneAfterTheOtherInTheirOrder() throws Exception {
        Trouble.Stop begun = bench.trouble.stop("encode 3");
        QueuedExport first = queue.add(request("one.mp4", 20));
        QueuedExport second = queue.add(request("two.mp4", 10));
        begun.awaitReached();
        assertEquals(State.RUNNING, first.state());
        assertEquals(State.WAITING, second.state());
        assertTrue(second.progress().isEmpty());
        assertEquals(List.of(first, second), queue.exports());
        begun.goOn();
        ended(first);
        ended(second);
        assertEquals(State.DONE, first.state());
        assertEquals(20, first.summary().orElseThrow().frames());
        assertEquals("whole", Files.readString(folder.resolve("two.mp4")));
        assertEquals(LongStream.concat(LongStream.range(0, 20), LongStream.range(0, 10)).boxed().toList(),
                bench.encoders.pictures, "no frame twice, none mixed");
    }

    @Test
    void anExportThatIsPausedRestsAndGoesOnWhereItWas() throws Exception {
        Trouble.Stop begun = bench.trouble.stop("encode 7");
        QueuedExport film = queue.add(request("one.mp4", 60));
        begun.awaitReached();
        queue.pause();
        assertTrue(queue.isPaused());
        assertFalse(bench.exports.isUnderWay(), "work in the background may go on meanwhile");
        begun.goOn();
        while (film.progress().orElseThrow().doneFrames() < 8) {
            Thread.onSpinWait();
        }
        assertFalse(film.awaitEnd(Duration.ofMillis(200)), "it rests");
        assertEquals(State.PAUSED, film.state());
        ExportProgress resting = film.progress().orElseThrow();
        assertEquals(8, resting.doneFrames(), "the frame under way was ended, none was begun");
        assertTrue(resting.elapsedMs() <= film.progress().orElseThrow().elapsedMs());
        queue.resume();
        ended(film);
        assertEquals(State.DONE, film.state());
        assertEquals(LongStream.range(0, 60).boxed().toList(), bench.encoders.pictures);
    }

    @Test
    void aQueueThatIsPausedBeginsNothing() throws Exception {
        queue.pause();
        QueuedExport film = queue.add(request("one.mp4", 5));
        QueuedExport other = queue.add(request("two.mp4", 5));
        assertFalse(film.awaitEnd(Duration.ofMillis(100)));
        assertEquals(State.WAITING, film.state());
        film.cancel();
        ended(film);
        assertEquals(State.CANCELLED, film.state());
        assertEquals(State.WAITING, other.state());
        queue.resume();
        ended(other);
        assertEquals(State.DONE, other.state());
        assertFalse(Files.exists(folder.resolve("one.mp4")));
    }

    @Test
    void whatIsCancelledMakesNoFileAlsoWhileItRests() throws Exception {
        Trouble.Stop begun = bench.trouble.stop("encode 7");
        QueuedExport film = queue.add(request("film.mp4", 60));
        QueuedExport next = queue.add(request("two.mp4", 5));
        begun.awaitReached();
        queue.pause();
        begun.goOn();
        film.cancel();
        ended(film);
        assertEquals(State.CANCELLED, film.state());
        assertEquals("", film.problem());
        assertFalse(Files.exists(folder.resolve("film.mp4")));
        assertEquals(State.WAITING, next.state(), "the queue rests still");
        queue.resume();
        ended(next);
        assertEquals(State.DONE, next.state());
    }

    @Test
    void whatFailedSaysWhyAndIsTriedAgain() throws Exception {
        Path film = folder.resolve("one.mp4");
        Files.writeString(film, "precious");
        ExportRequest careful = request("one.mp4", 5).with(ExportOptions.DEFAULT.withOverwrite(false));
        QueuedExport failing = queue.add(careful);
        QueuedExport next = queue.add(request("two.mp4", 5));
        ended(failing);
        ended(next);
        assertEquals(State.FAILED, failing.state());
        assertTrue(failing.problem().contains("it is there already"), failing::problem);
        assertEquals(State.DONE, next.state(), "the others go on");
        assertEquals("precious", Files.readString(film));
        assertTrue(failing.retry(ExportOptions.DEFAULT.withOverwrite(true)));
        ended(failing);
        assertEquals(State.DONE, failing.state());
        assertEquals("", failing.problem());
        assertEquals("whole", Files.readString(film));
        assertFalse(failing.retry(ExportOptions.DEFAULT), "it has its file");
    }

    @Test
    void listenersHearOfEachState() throws Exception {
        List<State> seen = Collections.synchronizedList(new ArrayList<>());
        queue.addListener(() -> queue.exports().forEach(each -> seen.add(each.state())));
        QueuedExport film = queue.add(request("one.mp4", 5));
        ended(film);
        queue.stop();
        queue.forgetEnded();
        assertEquals(List.of(), queue.exports());
        assertTrue(seen.containsAll(List.of(State.RUNNING, State.DONE)), seen::toString);
    }

    @Test
    void theEndOfTheServiceCancelsAllThatIsLeft() throws Exception {
        Trouble.Stop begun = bench.trouble.stop("encode 3");
        QueuedExport first = queue.add(request("film.mp4", 20));
        QueuedExport second = queue.add(request("two.mp4", 10));
        begun.awaitReached();
        queue.pause();
        begun.goOn();
        queue.stop();
        assertEquals(State.CANCELLED, first.state());
        assertEquals(State.CANCELLED, second.state());
        assertEquals(State.CANCELLED, queue.add(request("three.mp4", 5)).state());
        assertFalse(Files.exists(folder.resolve("two.mp4")));
    }

    @Test
    void whileItRunsTheSizeIsExpected() throws Exception {
        Trouble.Stop begun = bench.trouble.stop("encode 30");
        QueuedExport film = queue.add(request("one.mp4", 60));
        begun.awaitReached();
        long expected = film.progress().orElseThrow().expectedBytes();
        assertTrue(expected > 0, () -> "expected are " + expected);
        begun.goOn();
        ended(film);
        assertTrue(film.progress().orElseThrow().expectedBytes() >= 60);
    }
}
