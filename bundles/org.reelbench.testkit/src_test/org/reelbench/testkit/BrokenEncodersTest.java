package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.MediaException;
import org.reelbench.media.Meter;
import org.reelbench.media.PacketSink;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.time.Rational;

/** The contracts find what encoders, presets and numbers do wrong. */
class BrokenEncodersTest {

    private static final VideoEncoding ENCODING = new VideoEncoding("org.example.bad", 64, 36, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED, Rational.of(1, 50), Rational.of(25), 25, 0, 1, new TreeMap<>());

    /** Forgets a picture, scribbles on what it was given, and shares its state with all others. */
    private static final class Sloppy implements EncoderProvider, VideoEncoder {

        private int pictures;

        @Override
        public Set<String> names() {
            return Set.of("org.example.bad", "Bad");
        }

        @Override
        public VideoEncoder openVideo(VideoEncoding encoding) {
            return this;
        }

        @Override
        public AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
            throw new MediaException(MediaException.Reason.NO_ENCODER, "", "no sound");
        }

        @Override
        public CodecParameters parameters() {
            return new CodecParameters("bad", Rational.of(1, 25), new byte[0], ENCODING, null, 0, 0);
        }

        @Override
        public void encode(VideoFrame frame, long ptsTicks, boolean sync, PacketSink sink) throws MediaException {
            frame.plane(0).fill((byte) 0);
            if (++pictures % 10 != 0) {
                sink.accept(new EncodedPacket(ptsTicks, ptsTicks, 1, pictures == 1, 0, MemorySegment.ofArray(new byte[1])));
            }
        }

        @Override
        public void finish(PacketSink sink) {
            // what it forgot stays forgotten
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void anEncoderThatForgetsPicturesAndScribblesOnThem() throws InterruptedException {
        assertEquals(List.of("its encoders have names of their own", "a packet comes for each picture, at its time",
                "a picture is a sync sample where that is asked for", "what is encoded stays as it is",
                "two encoders do not know of each other", "what it cannot encode it refuses"),
                Broken.sentences(new EncoderContract(new Sloppy(), ENCODING)));
    }

    @Test
    void presetsThatNobodyCanReadOrThatTakeTheNamesOfOthers() throws InterruptedException {
        AtomicLong asked = new AtomicLong();
        ExportPresetProvider odd = () -> presets("nobody", "[preset]\nlabel = " + asked.incrementAndGet() + "\nkind = poem\n");
        assertEquals(List.of("its presets can be read", "people are told what each is for", "it answers alike, asked again"),
                Broken.sentences(new ExportPresetContract(odd)));
        ExportPresetProvider thief = () -> presets("h264",
                "[preset]\nlabel = Mine\nkind = sound\ncontainer = flac\nextension = flac\n[audio]\nencoder = flac\n");
        assertEquals(List.of("none takes the name of a preset that comes with the program", "people are told what each is for"),
                Broken.sentences(new ExportPresetContract(thief)));
    }

    private static SortedMap<String, String> presets(String name, String text) {
        return new TreeMap<>(Map.of(name, text));
    }

    @Test
    void numbersThatFallAndAreToldTwice() throws InterruptedException {
        AtomicLong left = new AtomicLong(1_000_000);
        List<String> broken = Broken.sentences(new MeterSourceContract(
                () -> List.of(Meter.counter("acme_left_total", "What is left.", left.decrementAndGet()),
                        Meter.gauge("acme_parts", "Parts.", 1), Meter.gauge("acme_parts", "Pieces.", 1).with("kind", "large"),
                        Meter.gauge("acme_parts", "Parts.", 2)),
                () -> {
                    // nothing is counted
                }));
        assertEquals(List.of("each number is told once, and says what it means",
                "those of one name mean the same and have the same labels", "counters only rise, from nothing"), broken);
    }
}
