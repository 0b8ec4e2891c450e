package org.reelbench.playback.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.MediaException;
import org.reelbench.playback.Scene;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/** Media that are looked into for a player are waited for only shortly. */
@Timeout(60)
class AwaitedMediaTest {

    private static final long FOR_EVER_MS = 50_000;
    private static final Id FILM = new Id("m1");

    private final Medium medium = (Medium) Proxy.newProxyInstance(Medium.class.getClassLoader(), new Class<?>[] { Medium.class },
            (_, method, _) -> method.getName());
    private final CountDownLatch answers = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final List<Id> asked = Collections.synchronizedList(new ArrayList<>());

    /** Its media are on a disk that answers only when the latch is down. */
    private final class Disk implements MediaCatalog {

        @Override
        public Medium medium(Id id) throws MediaException {
            asked.add(id);
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new AssertionError("a thread that reads must not be interrupted", e);
            }
            if (id.equals(FILM)) {
                return medium;
            }
            throw new MediaException(MediaException.Reason.MISSING, name(id), "no such file");
        }

        @Override
        public String name(Id id) {
            return id.value() + ".mp4";
        }
    }

    private MediaCatalog hasty(long patienceMs) {
        AwaitedMedia media = new AwaitedMedia(look -> Thread.ofPlatform().daemon().start(look), told::countDown, patienceMs);
        MediaCatalog disk = new Disk();
        Sequence sequence = new Sequence(new Id("main"), "Main", FrameRate.of(25, 1), 64, 36, 48_000, List.of(), Extras.NONE);
        Scene scene = media.of(new Scene(sequence, disk));
        assertSame(sequence, scene.sequence());
        assertEquals(scene, media.of(new Scene(sequence, disk)), "the same as long as its catalog is");
        return scene.catalog();
    }

    @Test
    void oneThatDoesNotAnswerIsRefusedByItsNameAndAskedOnce() throws Exception {
        MediaCatalog hasty = hasty(1);
        for (int i = 0; i < 3; i++) {
            MediaException refused = assertThrows(MediaException.class, () -> hasty.medium(FILM));
            assertTrue(refused.getMessage().startsWith("m1.mp4: ") && refused.getMessage().contains("does not answer"),
                    refused::getMessage);
        }
        answers.countDown();
        assertTrue(told.await(FOR_EVER_MS, TimeUnit.MILLISECONDS), "told when it answers");
        assertEquals(List.of(FILM), asked);
        assertSame(medium, hasty.medium(FILM));
    }

    @Test
    void oneThatAnswersIsThereAtOnceAndNobodyIsTold() throws Exception {
        answers.countDown();
        MediaCatalog hasty = hasty(FOR_EVER_MS);
        assertSame(medium, hasty.medium(FILM));
        assertSame(medium, hasty.medium(FILM));
        assertEquals(1, told.getCount());
    }

    @Test
    void oneThatIsMissingSaysSoAndIsLookedForAgain() {
        answers.countDown();
        MediaCatalog hasty = hasty(FOR_EVER_MS);
        for (int i = 0; i < 2; i++) {
            assertEquals("m2.mp4: no such file",
                    assertThrows(MediaException.class, () -> hasty.medium(new Id("m2"))).getMessage());
        }
        assertEquals(2, asked.size());
    }
}
