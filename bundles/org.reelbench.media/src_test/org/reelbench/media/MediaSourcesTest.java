package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.internal.MediaSourcesComponent;

class MediaSourcesTest {

    private final Cancellation cancellation = new Cancellation();

    @Test
    void addressesAreToldFromPaths() {
        for (String address : List.of("http://a/b", "https://a/b?c#d", "S3://bucket/a", "file:///a")) {
            assertTrue(MediaSources.isAddress(address), address);
        }
        for (String path : List.of("a.mp4", "/a/b.mp4", "C:/a.mp4", "C://a.mp4", "folder/http://a", "http:a", "http:/a", "")) {
            assertFalse(MediaSources.isAddress(path), path);
        }
    }

    @Test
    void aPathIsAFile(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[3]);
        try (ByteSource bytes = MediaSources.files().open(file.toString(), cancellation)) {
            assertEquals(3, bytes.sizeBytes());
            assertEquals(Optional.empty(), bytes.contentId());
        }
        assertEquals(Reason.MISSING, refusal(MediaSources.files(), folder.resolve("none").toString()).reason());
        assertEquals(Reason.MISSING, refusal(MediaSources.files(), "a\0b").reason());
    }

    @Test
    void whatNobodyOpensIsRefusedWithoutItsSecrets() {
        for (String address : List.of("https://ada:pass1@a.example/b.mp4?key=pass1#pass1", "https://a.example/a b?key=pass1",
                "file:///etc/passwd?pass1")) {
            MediaException refused = refusal(MediaSources.files(), address);
            assertFalse(refused.getMessage().contains("pass1"), refused.getMessage());
        }
        assertEquals(Reason.NOT_ALLOWED, refusal(MediaSources.files(), "https://a.example/b.mp4").reason());
        assertEquals(Reason.NOT_ALLOWED, refusal(MediaSources.files(), "file:///etc/passwd").reason());
        assertEquals(Reason.MISSING, refusal(MediaSources.files(), "https://a.example/a b").reason());
    }

    @Test
    void addressesGoToWhoeverOpensTheirSchemeAtTheMoment() throws Exception {
        List<String> asked = new ArrayList<>();
        MediaSourcesComponent sources = new MediaSourcesComponent();
        RemoteMedia remote = new Remote(asked);
        assertEquals(Reason.NOT_ALLOWED, refusal(sources, "s3://bucket/a").reason());
        sources.addRemote(remote);
        sources.open("S3://bucket/a", cancellation).close();
        sources.allowing(Set.of("a")).allowing(Set.of("b")).open("s3://bucket/b", cancellation).close();
        assertEquals(List.of("S3://bucket/a 0", "s3://bucket/b 2"), asked);
        assertEquals(Reason.NOT_ALLOWED, refusal(sources, "http://a/a").reason());
        sources.removeRemote(remote);
        assertEquals(Reason.NOT_ALLOWED, refusal(sources, "s3://bucket/a").reason());
    }

    @Test
    void nothingIsOpenedForATaskThatWasCancelled() {
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> MediaSources.files().open("a", cancellation).close());
    }

    @Test
    void aSourceThatKnowsItsContentNeedNotBeReadForItsFingerprint() throws Exception {
        try (ByteSource source = new Named()) {
            assertEquals("s3-1", MediaFingerprint.of(source));
        }
    }

    private MediaException refusal(MediaSources sources, String location) {
        return assertThrows(MediaException.class, () -> sources.open(location, cancellation).close());
    }

    private record Remote(List<String> asked) implements RemoteMedia {

        @Override
        public Set<String> schemes() {
            return Set.of("s3");
        }

        @Override
        public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) {
            asked.add(address + " " + alsoAllowed.size());
            return new Named();
        }
    }

    private record Named() implements ByteSource {

        @Override
        public String name() {
            return "named";
        }

        @Override
        public long sizeBytes() {
            return 10;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            throw new AssertionError("nobody should read");
        }

        @Override
        public Optional<String> contentId() {
            return Optional.of("s3-1");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
