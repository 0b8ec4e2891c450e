package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;

@Timeout(60)
class RenderersComponentTest {

    @Test
    void theDecodingThreadsHaveNamesAndEndWithTheService() throws Exception {
        FakeReaders readers = new FakeReaders();
        FakeCatalog catalog = Sequences.catalog();
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "v1: full:10%0.5", "v2: narrow:10", "a1: full:10");
        RenderersComponent renderers = new RenderersComponent(new FakeLoading(readers), new FakeComposers());
        assertTrue(decodingThreads().isEmpty(), "threads are made before they are needed");
        try (VideoRenderer video = renderers.video(sequence, catalog);
                AudioRenderer audio = renderers.audio(sequence, catalog);
                VideoFrame picture = video.frame(5, new Cancellation())) {
            assertEquals(Bench.expected(sequence, 5), CountedFrame.text(picture));
            audio.read(0, new float[2][100], 0, 100, new Cancellation());
            assertFalse(decodingThreads().isEmpty());
            assertEquals(3, readers.open());
        }
        List<Thread> threads = decodingThreads();
        renderers.stop();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, readers.open());
        assertEquals(0, catalog.openSources());
    }

    private static List<Thread> decodingThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("reelbench-decode-"))
                .toList();
    }
}
