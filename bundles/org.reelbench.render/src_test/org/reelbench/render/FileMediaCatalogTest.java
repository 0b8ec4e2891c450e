package org.reelbench.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.CancelledException;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaSources;
import org.reelbench.media.RecordingMark;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Recorded;

class FileMediaCatalogTest {

    @TempDir
    Path folder = Path.of("set by the framework");
    private final MediaInfo info = new MediaInfo("fake", RationalTime.ZERO, RationalTime.ZERO, List.of());
    private final List<String> probed = new ArrayList<>();

    @BeforeEach
    void writeMedia() throws IOException {
        Files.createDirectories(folder.resolve("media"));
        Files.writeString(folder.resolve("media/a.mp4"), "some bytes");
        Files.writeString(folder.resolve("media/copy.mp4"), "some bytes");
        Files.writeString(folder.resolve("b.mp4"), "other bytes");
    }

    @Test
    void pathsAreCountedFromTheProject() throws Exception {
        FileMediaCatalog catalog = catalog("a", "media/a.mp4", "b", folder.resolve("b.mp4").toString());
        assertEquals(folder.resolve("media/a.mp4").toString(), catalog.medium(new Id("a")).name());
        assertEquals(folder.resolve("b.mp4").toString(), catalog.medium(new Id("b")).name());
        try (ByteSource bytes = catalog.medium(new Id("a")).open()) {
            assertEquals(10, bytes.sizeBytes());
        }
    }

    @Test
    void whatTheProjectSaysAboutAMediumGoesWithIt() throws MediaException {
        Interpretation conformed = new Interpretation(90, null, Interpretation.FieldOrder.TOP_FIRST, Interpretation.Color.PQ,
                Interpretation.Range.FULL, FrameRate.of(24, 1));
        MediaReference reference = new MediaReference(new Id("a"), "A", "media/a.mp4", "", Extras.NONE)
                .withInterpretation(conformed);
        MediaCatalog catalog = new FileMediaCatalog(folder, List.of(reference), (_, _) -> info);
        assertEquals(conformed, catalog.medium(new Id("a")).interpretation());
    }

    @Test
    void aMediumIsProbedOnce() throws MediaException {
        FileMediaCatalog catalog = catalog("a", "media/a.mp4");
        assertSame(catalog.medium(new Id("a")), catalog.medium(new Id("a")));
        assertEquals(1, probed.size());
    }

    @Test
    void equalBytesHaveOneFingerprint() throws MediaException {
        FileMediaCatalog catalog = catalog("a", "media/a.mp4", "copy", "media/copy.mp4", "b", "b.mp4");
        String fingerprint = catalog.medium(new Id("a")).fingerprint();
        assertEquals(fingerprint, catalog.medium(new Id("copy")).fingerprint());
        assertEquals(3, List.of(fingerprint, catalog.medium(new Id("b")).fingerprint(), "").stream().distinct().count());
    }

    @Test
    void aFileThatWasReplacedIsRefusedOnceAndThenLookedAtAgain() throws Exception {
        FileMediaCatalog catalog = catalog("a", "media/a.mp4");
        Medium before = catalog.medium(new Id("a"));
        before.open().close();
        Files.writeString(folder.resolve("media/a.mp4"), "another film in the same place");
        MediaException changed = assertThrows(MediaException.class, () -> before.open().close());
        assertEquals(MediaException.Reason.CHANGED, changed.reason());
        Medium after = catalog.medium(new Id("a"));
        assertNotEquals(before.fingerprint(), after.fingerprint());
        after.open().close();
        assertEquals(2, probed.size());
    }

    @Test
    void aFileThatWasOnlyTouchedStaysTheSame() throws Exception {
        FileMediaCatalog catalog = catalog("a", "media/a.mp4");
        Medium medium = catalog.medium(new Id("a"));
        Files.setLastModifiedTime(folder.resolve("media/a.mp4"), FileTime.fromMillis(1_000_000_000_000L));
        medium.open().close();
        assertSame(medium, catalog.medium(new Id("a")));
    }

    @Test
    void fingerprintsThatAreRememberedAreNotComputedAgain() throws MediaException {
        List<Path> asked = new ArrayList<>();
        Fingerprints remembered = new Fingerprints() {

            @Override
            public String of(Path file) {
                asked.add(file);
                return "remembered";
            }

            @Override
            public Optional<String> known(Path file) {
                return Optional.empty();
            }

            @Override
            public CompletableFuture<String> contentHash(Path file, Cancellation cancellation) {
                return CompletableFuture.failedFuture(new CancelledException());
            }
        };
        MediaCatalog catalog = new FileMediaCatalog(folder,
                List.of(new MediaReference(new Id("a"), "A", "media/a.mp4", "", Extras.NONE)), (_, _) -> info,
                MediaSources.files(), remembered, new Cancellation());
        assertEquals("remembered", catalog.medium(new Id("a")).fingerprint());
        assertEquals(List.of(folder.resolve("media/a.mp4")), asked);
    }

    @Test
    void numberedFilesAreOneMediumWhoseFingerprintIsOfThemAll() throws Exception {
        Files.createDirectories(folder.resolve("shots"));
        for (int number : new int[] { 7, 8, 10 }) {
            Files.writeString(folder.resolve("shots/take_%04d.png".formatted(number)), "picture " + number);
        }
        String before = numbered().fingerprint();
        assertEquals(before, numbered().fingerprint());
        try (ByteSource bytes = numbered().open()) {
            ImageFiles files = assertInstanceOf(ImageFiles.class, bytes);
            assertEquals(4, files.count());
            assertEquals(9, files.firstMissing());
        }
        Files.writeString(folder.resolve("shots/take_0008.png"), "another");
        assertNotEquals(before, numbered().fingerprint());
    }

    private Medium numbered() throws MediaException {
        MediaReference reference = new MediaReference(new Id("n"), "shots", "shots/take_%04d.png", "", Extras.NONE)
                .withImageSequence(new ImageSequence(7, 4, FrameRate.of(24, 1)));
        return new FileMediaCatalog(folder, List.of(reference), (_, _) -> info).medium(new Id("n"));
    }

    @Test
    void whatIsNotThereHasAReason() {
        FileMediaCatalog catalog = catalog("gone", "media/gone.mp4", "folder", "media", "hostile", "a\0b");
        assertEquals(MediaException.Reason.MISSING, refusal(catalog, "unknown"));
        assertEquals(MediaException.Reason.MISSING, refusal(catalog, "gone"));
        assertEquals(MediaException.Reason.UNREADABLE, refusal(catalog, "folder"));
        assertEquals(MediaException.Reason.MISSING, refusal(catalog, "hostile"));
    }

    @Test
    void anAddressIsNoPathUnderTheProject() throws Exception {
        List<String> opened = new ArrayList<>();
        assertEquals(MediaException.Reason.NOT_ALLOWED, refusal(catalog("a", "https://a.example/a.mp4"), "a"));
        FileMediaCatalog catalog = catalog(new Elsewhere(opened), "a", "https://a.example/a.mp4");
        Medium medium = catalog.medium(new Id("a"));
        assertEquals("content 1", medium.fingerprint());
        assertEquals(List.of("https://a.example/a.mp4"), opened);
    }

    @Test
    void aMediumThatWasReplacedIsLookedAtAgain() throws Exception {
        List<String> opened = new ArrayList<>();
        Elsewhere elsewhere = new Elsewhere(opened);
        FileMediaCatalog catalog = catalog(elsewhere, "a", "https://a.example/a.mp4");
        Medium before = catalog.medium(new Id("a"));
        before.open().close();
        elsewhere.version = 2;
        assertEquals(MediaException.Reason.CHANGED,
                assertThrows(MediaException.class, () -> before.open().close()).reason());
        Medium after = catalog.medium(new Id("a"));
        assertEquals("content 2", after.fingerprint());
        after.open().close();
        assertEquals(2, probed.size());
    }

    /** Media somewhere else, all of one version. */
    private static final class Elsewhere implements MediaSources {

        private final List<String> opened;
        private int version = 1;

        Elsewhere(List<String> opened) {
            this.opened = opened;
        }

        @Override
        public ByteSource open(String location, Cancellation cancellation) {
            opened.add(location);
            return new Versioned(location, version);
        }

        @Override
        public MediaSources allowing(Set<String> hosts) {
            return this;
        }
    }

    private record Versioned(String name, int version) implements ByteSource {

        @Override
        public long sizeBytes() {
            return 10;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return -1;
        }

        @Override
        public Optional<String> contentId() {
            return Optional.of("content " + version);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static MediaException.Reason refusal(FileMediaCatalog catalog, String id) {
        return assertThrows(MediaException.class, () -> catalog.medium(new Id(id))).reason();
    }

    /** A file that says which recording it is, as the recorder writes it. */
    private void writeRecording(UUID recording, int filler) throws IOException {
        byte[] line = ("media " + recording + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(8 + 24 + line.length + 8 + filler);
        bytes.putInt(8 + 24 + line.length).put("moov".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(24 + line.length).put("uuid".getBytes(StandardCharsets.US_ASCII));
        bytes.putLong(RecordingMark.BOX.getMostSignificantBits()).putLong(RecordingMark.BOX.getLeastSignificantBits()).put(line);
        bytes.putInt(8 + filler).put("mdat".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("take.mp4"), bytes.array());
    }

    private static MediaReference take(UUID recording, long seconds) {
        return new MediaReference(new Id("take"), "take.mp4", "take.mp4", "", Extras.NONE)
                .withRecorded(new Recorded(recording, RationalTime.ofSeconds(seconds)));
    }

    @Test
    void aRecordingIsLookedAtOnceHoweverOftenItGrowsAndIsAsLongAsTheProjectSays() throws Exception {
        UUID recording = new UUID(1, 2);
        writeRecording(recording, 10);
        FileMediaCatalog catalog = catalog("a", "media/a.mp4").after(List.of(take(recording, 1),
                new MediaReference(new Id("a"), "name", "media/a.mp4", "", Extras.NONE)));
        Medium other = catalog.medium(new Id("a"));
        Medium young = catalog.medium(new Id("take"));
        assertEquals(RationalTime.ofSeconds(1), young.info().duration());
        assertEquals(2, probed.size());
        writeRecording(recording, 5000);
        FileMediaCatalog next = catalog.after(List.of(take(recording, 9),
                new MediaReference(new Id("a"), "name", "media/a.mp4", "", Extras.NONE)));
        Medium older = next.medium(new Id("take"));
        assertEquals(RationalTime.ofSeconds(9), older.info().duration());
        assertNotEquals(young.fingerprint(), older.fingerprint());
        assertEquals(Optional.of(recording.toString()), older.lastingName());
        older.open().close();
        young.open().close();
        assertSame(other, next.medium(new Id("a")));
        assertEquals(2, probed.size());
    }

    @Test
    void anotherFilmInThePlaceOfARecordingIsTakenForWhatItIs() throws Exception {
        writeRecording(new UUID(1, 2), 10);
        FileMediaCatalog catalog = new FileMediaCatalog(folder, List.of(take(new UUID(1, 2), 1)), (_, _) -> info);
        Medium recorded = catalog.medium(new Id("take"));
        writeRecording(new UUID(3, 4), 10);
        assertEquals(MediaException.Reason.CHANGED, assertThrows(MediaException.class, () -> recorded.open().close()).reason());
        Medium found = catalog.medium(new Id("take"));
        assertEquals("b3-", found.fingerprint().substring(0, 3));
        assertEquals(Optional.empty(), found.lastingName(), "what is no MP4 to the library does not grow");
    }

    private FileMediaCatalog catalog(String... idsAndPaths) {
        return catalog(MediaSources.files(), idsAndPaths);
    }

    private FileMediaCatalog catalog(MediaSources sources, String... idsAndPaths) {
        List<MediaReference> references = new ArrayList<>();
        for (int i = 0; i < idsAndPaths.length; i += 2) {
            references.add(new MediaReference(new Id(idsAndPaths[i]), "name", idsAndPaths[i + 1], "", Extras.NONE));
        }
        return new FileMediaCatalog(folder, references, (source, _) -> {
            probed.add(source.name());
            return info;
        }, sources, new Cancellation());
    }
}
