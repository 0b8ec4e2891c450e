package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.management.ObjectName;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.DeviceList;
import org.reelbench.capture.PublishedRecording;
import org.reelbench.capture.Recorder;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingRequest;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.time.FrameRate;

/** A recording read at its address from its first fragment, across its end, until its owner takes it back. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RecordingOverHttpIT {

    /** The header that is written at the end lies in the first bytes, behind the kind of file. */
    private static final int HEAD_BYTES = 64;
    private static final int REWRITTEN_BYTES = 16;

    @TempDir
    private Path folder = Path.of("");

    private final CompletableFuture<URI> address = new CompletableFuture<>();

    @BeforeEach
    void startWhatRecords() throws Exception {
        for (String bundle : List.of("org.reelbench.media", "org.reelbench.media.ffmpeg", "org.reelbench.capture")) {
            Services.bundle(bundle).start();
        }
    }

    private Recording start() throws Exception {
        Recorder recorder = Services.get(Recorder.class);
        DeviceList found = recorder.devices();
        CaptureDevice card = found.named("synthetic:card").orElseThrow();
        CaptureDevice clicks = found.named("synthetic:clicks").orElseThrow();
        return recorder.start(RecordingRequest.to(folder.resolve("take.mp4"))
                .pictures(card, new CaptureFormat.Picture(640, 360, FrameRate.of(30, 1)))
                .sound(clicks, recorder.usualFormat(clicks)));
    }

    @Test
    void whoReadsAlongGetsTheWholeRecordingAndTheAddressStays() throws Exception {
        MediaPublication server = Server.start(Map.of());
        Recording recording = start();
        URI uri;
        try (PublishedRecording _ = PublishedRecording.of(recording, server,
                publication -> address.complete(publication.uri()))) {
            uri = address.get(2, TimeUnit.MINUTES);
            Answer begun = Exchange.get(uri, "Range: bytes=0-99");
            assertEquals(206, begun.status());
            assertTrue(begun.field("Content-Range").endsWith("/*"), begun.field("Content-Range"));
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try (Exchange along = new Exchange(uri)) {
                along.send("GET", uri.getRawPath());
                assertEquals(200, along.head().status());
                long begunBytes = recording.statistics().fileBytes();
                for (byte[] chunk = along.chunk(); chunk != null; chunk = along.chunk()) {
                    seen.write(chunk);
                    if (seen.size() > begunBytes) {
                        // It has grown while it was read; that is enough.
                        recording.stop();
                    }
                }
            }
            recording.ended().toCompletableFuture().get(2, TimeUnit.MINUTES);
            byte[] file = Files.readAllBytes(recording.file());
            checkAlike(file, seen.toByteArray());
            Answer whole = Exchange.get(uri);
            assertEquals(200, whole.status());
            assertEquals(Integer.toString(file.length), whole.field("Content-Length"));
            assertArrayEquals(file, whole.body());
            System.out.println("first bytes after the stop within " + firstByteMs(uri) + " ms");
        }
        assertEquals(404, Exchange.get(uri).status(), "a publication dies with its owner");
    }

    /** Bytes that were served stay where they are and as they are, but for the header that is written last. */
    private static void checkAlike(byte[] file, byte[] seen) {
        assertEquals(file.length, seen.length);
        int different = 0;
        for (int i = 0; i < HEAD_BYTES; i++) {
            different += file[i] == seen[i] ? 0 : 1;
        }
        assertTrue(different <= REWRITTEN_BYTES, different + " bytes changed");
        for (int i = HEAD_BYTES; i < file.length; i++) {
            assertEquals(file[i], seen[i], "byte " + i);
        }
    }

    private static long firstByteMs(URI uri) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            long startNs = System.nanoTime();
            Exchange.get(uri, "Range: bytes=0-0");
            times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs));
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }

    @Test
    void aRecordingThatIsGivenUpIsGoneFromItsAddress() throws Exception {
        MediaPublication server = Server.start(Map.of());
        Recording recording = start();
        try (PublishedRecording _ = PublishedRecording.of(recording, server,
                publication -> address.complete(publication.uri()))) {
            URI uri = address.get(2, TimeUnit.MINUTES);
            recording.cancel();
            // Bodies that are under way when it goes are cut, so only heads are asked for.
            Eventually.holds("the address answers no more", () -> Exchange.one("HEAD", uri).status() == 404);
        }
    }

    @Test
    void itsNumbersAreTold() throws Exception {
        Server.start(Map.of());
        Recording recording = start();
        try {
            Eventually.holds("pictures are recorded", () -> recording.statistics().framesEncoded() > 0);
            String told = Exchange.get(Services.get(HttpEndpoint.class).uri("/metrics")).text();
            assertTrue(told.lines().anyMatch("reelbench_capture_recordings 1"::equals), told);
            assertTrue(told.lines().anyMatch(line -> line.matches("reelbench_capture_score \\d+")), told);
            Object score = ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName("org.reelbench:type=Meters"),
                    "reelbench_capture_score");
            assertTrue(score instanceof Double value && value > 0 && value <= 100, () -> score + " by JMX");
        } finally {
            recording.cancel();
        }
    }
}
