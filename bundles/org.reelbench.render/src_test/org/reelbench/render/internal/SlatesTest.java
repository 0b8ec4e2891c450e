package org.reelbench.render.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.FakeCatalog;
import org.reelbench.render.Sequences;
import org.reelbench.render.SlateCatalog;
import org.reelbench.render.VideoRenderer;
import org.reelbench.render.internal.slate.SlateOpener;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Interpretation;
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
    void theSlateOfATurnedMediumIsTurnedBack() throws Exception {
        readers.fail("narrow", new MediaException(Reason.NO_DECODER, "", "no decoder"));
        catalog.understood("narrow", new Interpretation(180, null, Interpretation.FieldOrder.AUTO, Interpretation.Color.AUTO,
                Interpretation.Range.AUTO, null));
        try (LoadingSession session = new FakeLoading(readers).open("test", Purpose.EXPORT);
                FrameReader turned = new SlateOpener(session).frames(slates.medium(new Id("narrow")), 0, 1, new Cancellation());
                FrameReader plain = new SlateOpener(session).frames(
                        new SlateCatalog(catalog.understood("narrow", Interpretation.AUTO), 64, 36).medium(new Id("narrow")), 0,
                        1,
                        new Cancellation());
                VideoFrame slate = turned.frameAt(RationalTime.ZERO, new Cancellation());
                VideoFrame upright = plain.frameAt(RationalTime.ZERO, new Cancellation())) {
            byte[] samples = upright.plane(0).toArray(ValueLayout.JAVA_BYTE);
            byte[] backwards = slate.plane(0).toArray(ValueLayout.JAVA_BYTE);
            int width = upright.format().widthPx();
            int last = (upright.format().heightPx() - 1) * upright.strideBytes(0) + width - 1;
            assertEquals(400, width);
            int middle = 100 * upright.strideBytes(0);
            for (int x = 0; x < width; x++) {
                assertEquals(samples[middle + x], backwards[last - middle - x]);
            }
        }
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
