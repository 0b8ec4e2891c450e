package org.reelbench.interchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.interchange.TimelineFormatException;
import org.reelbench.interchange.internal.otio.OtioFormat;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

class KnownFormatsTest {

    private final KnownFormats formats = new KnownFormats();

    @Test
    void formatsComeAndGo() {
        TimelineFormat otio = new OtioFormat();
        Path file = Path.of("Film.OTIO");
        assertEquals(Optional.empty(), formats.forFile(file));
        formats.addFormat(otio);
        assertEquals(Optional.of(otio), formats.forFile(file));
        assertEquals(Optional.empty(), formats.forFile(Path.of("film.otioz")));
        assertEquals(List.of(otio), formats.all());
        formats.removeFormat(otio);
        assertEquals(Optional.empty(), formats.forFile(file));
    }

    @Test
    void aFileThatNobodyReadsIsRefusedInWords() {
        formats.addFormat(new OtioFormat());
        TimelineFormatException e = assertThrows(TimelineFormatException.class,
                () -> formats.read(Path.of("film.xml"), ImportSettings.DEFAULT, new Cancellation()));
        assertEquals("film.xml: nobody here reads such files. Choose one that ends with .otio.", e.getMessage());
    }

    @Test
    void aTimelineIsReadWithoutAnyMediaLibrary(@TempDir Path folder) throws IOException {
        formats.addFormat(new OtioFormat());
        Path file = Files.writeString(folder.resolve("film.otio"), "{\"OTIO_SCHEMA\": \"Stack.1\", \"name\": \"S\"}");
        ImportedTimeline timeline = formats.read(file, ImportSettings.DEFAULT, new Cancellation());
        assertEquals("S", timeline.name());
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> formats.read(file, ImportSettings.DEFAULT, cancelled));
    }

    @Test
    void mediaThatCannotBeLookedIntoAreTold(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.mov"), "x");
        ProbedMedia media = new ProbedMedia(new MediaProbe() {

            @Override
            public MediaInfo probe(ByteSource source, Cancellation cancellation) throws MediaException {
                throw new MediaException(MediaException.Reason.NOT_MEDIA, source.name(), "this is no medium");
            }
        }, new Cancellation());
        assertEquals(Optional.empty(), media.find(broken));
        assertEquals(Optional.empty(), media.find(folder.resolve("none.mov")));
        assertEquals(List.of("medium 'broken.mov'", "medium 'none.mov'"),
                media.failures().stream().map(each -> each.what()).toList());
        assertTrue(media.failures().getFirst().why().contains("this is no medium"));
    }

    @Test
    void factsAreThoseOfTheFirstStreamsAsTheyAreShown() {
        PictureFormat picture = new PictureFormat(1920, 1080, PixelFormat.NATIVE, 0, ColorDescription.BT709_LIMITED);
        VideoStreamInfo video = new VideoStreamInfo(2, "h264", picture, Optional.of(FrameRate.of(25, 1)), RationalTime.ZERO,
                RationalTime.ofSeconds(3), false, 90);
        AudioStreamInfo audio = new AudioStreamInfo(1, "aac", 48_000, 2, RationalTime.ZERO, RationalTime.ofSeconds(3));
        assertEquals(new MediaFacts(OptionalInt.of(2), OptionalInt.of(1), false, Optional.of(new CanvasSize(1080, 1920)),
                Optional.of(FrameRate.of(25, 1)), RationalTime.ofSeconds(3)),
                ProbedMedia.facts(new MediaInfo("mov", RationalTime.ZERO, RationalTime.ofSeconds(3), List.of(audio, video))));
        assertEquals(new MediaFacts(OptionalInt.empty(), OptionalInt.of(1), false, Optional.empty(), Optional.empty(),
                RationalTime.ofSeconds(3)),
                ProbedMedia.facts(new MediaInfo("wav", RationalTime.ZERO, RationalTime.ofSeconds(3), List.of(audio))));
        assertEquals(Optional.empty(), MediaLookup.NOTHING.find(Path.of("x")));
    }
}
