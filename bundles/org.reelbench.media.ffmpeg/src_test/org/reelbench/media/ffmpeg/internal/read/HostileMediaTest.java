package org.reelbench.media.ffmpeg.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;

/** Files that are not what they say, and what probing tells people about them. */
class HostileMediaTest {

    @TempDir
    private Path folder = Path.of("");

    private static Path secret() {
        return TestMedia.pictures("secret.ts", 7, "25", 25, "-c:v libx264 -preset fast");
    }

    private MediaException refused(String name, byte[] content) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        try (ByteSource source = FileByteSource.open(file)) {
            MediaException refusal = assertThrows(MediaException.class,
                    () -> new FfmpegMediaProbe(Media.THREADS).probe(source, new Cancellation()));
            assertEquals(file.toString(), refusal.medium());
            return refusal;
        }
    }

    @Test
    void textsThatNameAnotherFileOpenNothingWhateverTheyAreCalled() throws Exception {
        String secret = secret().toString();
        Map<String, String> texts = Map.of(
                "HLS", "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1.0,\n" + secret
                        + "\n#EXT-X-ENDLIST\n",
                "concat", "ffconcat version 1.0\nfile '" + secret + "'\n",
                "SDP",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
                "DASH",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" "
                        + "mediaPresentationDuration=\"PT1S\" "
                        + "profiles=\"urn:mpeg:dash:profile:isoff-main:2011\"><Period><AdaptationSet>"
                        + "<Representation id=\"1\" bandwidth=\"1\">"
                        + "<BaseURL>file://" + secret + "</BaseURL></Representation></AdaptationSet></Period></MPD>\n");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            for (String name : new String[] { "video.mp4", "video.ts", "video.m3u8", "video%03d.png" }) {
                MediaException refusal = refused(name, text.getValue().getBytes(StandardCharsets.UTF_8));
                assertEquals(Reason.NOT_MEDIA, refusal.reason(), text.getKey() + " named " + name);
            }
        }
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws Exception {
        MediaException refusal = refused("empty.mp4", new byte[0]);
        assertEquals(Reason.EMPTY, refusal.reason());
        assertTrue(refusal.explanation().contains("copy"), refusal.explanation());
    }

    @Test
    void textAndNoiseAreNoMedia() throws Exception {
        assertEquals(Reason.NOT_MEDIA, refused("letter.mp4",
                "Dear Sir or Madam,\n\nas agreed\n".repeat(200).getBytes(StandardCharsets.UTF_8))
                .reason());
        assertEquals(Reason.NOT_MEDIA, refused("one.mp4", new byte[] { 1 }).reason());
        assertEquals(Reason.NOT_MEDIA, refused("zero.mp4", new byte[100_000]).reason());
        Random random = new Random(20_260_101);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[50_000];
            random.nextBytes(noise);
            assertEquals(Reason.NOT_MEDIA, refused("noise" + i + ".mp3", noise).reason(), "noise " + i);
        }
    }

    @Test
    void aRecordingWithoutItsIndexIsCalledCutOff() throws Exception {
        byte[] whole = BytesSource.read(TestMedia.pictures("whole.mp4", 7, "30", 60,
                "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 3 -g 30"));
        MediaException refusal = refused("cut.mp4", Arrays.copyOf(whole, whole.length / 2));

        assertEquals(Reason.DAMAGED, refusal.reason());
        assertTrue(refusal.explanation().contains("cut off before its index was written"), refusal.explanation());
    }

    @Test
    void aCutPictureIsCalledDamaged() throws Exception {
        byte[] png = BytesSource.read(TestMedia.pictures("still.png", 9, "30", 1, "-c:v png -pix_fmt rgba"));
        MediaException refusal = refused("cut.png", Arrays.copyOf(png, 60));

        assertEquals(Reason.DAMAGED, refusal.reason());
    }

    @Test
    void aHugePictureInASmallFileIsRefused() throws Exception {
        byte[] png = BytesSource.read(TestMedia.pictures("still.png", 9, "30", 1, "-c:v png -pix_fmt rgba"));
        // IHDR's width and height; its checksum is not looked at.
        Arrays.fill(png, 16, 24, (byte) 0);
        png[18] = 0x70;
        png[22] = 0x70;
        refused("huge.png", png);
    }

    @Test
    void anUnknownCodecIsNamedWhenAReaderIsWanted() throws Exception {
        byte[] bytes = BytesSource.read(TestMedia.pictures("whole.mp4", 7, "30", 60,
                "-c:v libx264 -preset fast -pix_fmt yuv420p -bf 3 -g 30"));
        int entry = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("avc1", 100);
        System.arraycopy("zzz9".getBytes(StandardCharsets.US_ASCII), 0, bytes, entry, 4);
        int config = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("avcC");
        System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, bytes, config, 4);
        try (Media media = Media.of(new BytesSource(bytes))) {
            assertEquals("zzz9", media.video().codec());
            MediaException refusal = assertThrows(MediaException.class, media::frames);
            assertEquals(Reason.NO_DECODER, refusal.reason());
            assertTrue(refusal.explanation().contains("zzz9"), refusal.explanation());
        }
    }

    @Test
    void aStreamThatIsNotThereIsCalledSo() throws Exception {
        try (Media media = Media.of(secret())) {
            MediaException refusal = assertThrows(MediaException.class, () -> new FfmpegMediaReaders(Media.THREADS)
                    .openFrames(new BytesSource(new byte[1]), media.info(), 5, 1, new Cancellation()));
            assertEquals(Reason.NO_STREAM, refusal.reason());
        }
    }
}
