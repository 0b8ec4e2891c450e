package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.SlateCatalog;
import org.reelbench.render.VideoRenderer;
import org.reelbench.timeline.Sequence;

/** A medium that cannot be read is a slate and silence; the rest of the film is as it was. */
@Timeout(60)
class SlatesTest {

    private static final int BLOCK = 1920;

    private final FakeReaders readers = new FakeReaders();
    private final FakeComposers composers = new FakeComposers();
    private final FakeCatalog catalog = Sequences.catalog();
    private final SlateCatalog slates = new SlateCatalog(catalog, Sequences.WIDTH_PX, Sequences.HEIGHT_PX);
    private final RenderersComponent renderers = new RenderersComponent(new FakeLoading(readers), composers);

    @AfterEach
    void everythingIsGivenBack() throws Exception {
        renderers.stop();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("reelbench-decode-")) {
                thread.join();
            }
        }
        assertEquals(0, readers.open(), "readers are left open");
        assertEquals(0, catalog.openSources(), "byte sources are left open");
        assertEquals(0, readers.decoded.live(), "frames are left");
    }

    @Test
    void aMissingMediumIsASlateAndTheOthersStayAsTheyAre() throws Exception {
        catalog.without("full");
        List<String> texts = run("v1: narrow:2 full:2 narrow:2@2");
        assertTrue(texts.get(0).startsWith("narrow#0") && texts.get(5).startsWith("narrow#3"), texts::toString);
        assertTrue(texts.subList(2, 4).stream().noneMatch(text -> text.contains("full#")), texts::toString);
        assertEquals(List.of("full: no such medium"), replaced());
    }

    @Test
    void whatIsThereIsNoSlate() throws Exception {
        assertEquals(3, run("v1: full:3").stream().filter(text -> text.startsWith("full#")).count());
        assertEquals(List.of(), replaced());
    }

    @Test
    void aMediumThatCannotBeOpenedIsASlate() throws Exception {
        readers.fail("full", new MediaException(Reason.NO_DECODER, "", "no decoder"));
        assertTrue(run("v1: full:3").stream().noneMatch(text -> text.contains("full#")));
        assertEquals(List.of("full: no decoder"), replaced());
    }

    @Test
    void aDamagedPlaceIsASlateAndWhatComesAfterItIsSeen() throws Exception {
        readers.fail("full#1", new MediaException(Reason.DAMAGED, "full", "damaged"));
        List<String> texts = run("v1: full:4");
        assertEquals(List.of(true, false, true, true), texts.stream().map(text -> text.contains("full#")).toList());
    }

    @Test
    void aMediumThatBreaksOffStaysASlate() throws Exception {
        readers.fail("full#1", new MediaException(Reason.UNREADABLE, "full", "the disk is gone"));
        List<String> texts = run("v1: full:4");
        assertEquals(List.of(true, false, false, false), texts.stream().map(text -> text.contains("full#")).toList());
        assertEquals(List.of("full: the disk is gone"), replaced());
    }

    @Test
    void aSlateThatWasSeenStaysThoughTheMediumComesBack() throws Exception {
        catalog.without("full");
        run("v1: full:2");
        catalog.with("full", 1920, 1080, PixelFormat.YUV420P);
        assertTrue(run("v1: full:2").stream().noneMatch(text -> text.contains("full#")));
    }

    @Test
    void aMissingSoundIsSilenceInTheMix() throws Exception {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, "a1: narrow:10", "a2: full:10");
        catalog.without("full");
        float[][] samples = new float[AudioRenderer.CHANNELS][BLOCK];
        try (AudioRenderer audio = renderers.audio(sequence, slates)) {
            audio.read(0, samples, 0, BLOCK, new Cancellation());
        }
        for (int i = 0; i < BLOCK; i++) {
            assertEquals(FakePcmReader.sample("narrow", 0, i), samples[0][i]);
        }
        assertEquals(List.of("full: no such medium"), replaced());
    }

    private List<String> replaced() {
        return slates.replaced().stream().map(MediaException::getMessage).toList();
    }

    private List<String> run(String... tracks) throws Exception {
        Sequence sequence = Sequences.sequence(Sequences.FPS_25, tracks);
        List<String> texts = new ArrayList<>();
        try (VideoRenderer video = renderers.video(sequence, slates)) {
            video.run(0, sequence.durationFrames(), (_, picture) -> texts.add(text(picture)), new Cancellation());
        }
        return texts;
    }

    private static String text(VideoFrame picture) {
        return CountedFrame.text(picture);
    }
}
