package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.encoding.ExportPreset;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.encoding.Exports;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PcmReader;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.testcard.Click;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.ChannelChoice;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Fades;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.SoundTreatment;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Sound of every kind, exported and read back from the file: each click is heard where it should be, as loud as it should be. */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class ExportedSoundIT {

    private static final int RATE_HZ = 48_000;
    private static final int SECONDS = 10;
    private static final double CLIP_SECONDS = 2;
    /** Clips begin here in their media, so that clicks lie half a second and one and a half after their beginning. */
    private static final RationalTime IN = RationalTime.of(1, 2);
    private static final int BESIDE = 4800;
    /** Where the pitch is kept, sound is put together of grains: a click lies somewhere in one, but within a picture. */
    private static final int GRAIN_SAMPLES = 1600;

    @TempDir
    private Path folder;

    /**
     * A clip and what is heard of it.
     *
     * @param clip the clip, as long as all others
     * @param voice which voice clicks
     * @param every how many seconds lie between its clicks
     * @param first how many seconds after the clip's beginning the first one is heard
     * @param gainDb how loud; not a number if that does not matter
     * @param looseSamples how far a click may be from its place
     */
    private record Heard(Clip clip, int voice, double every, double first, double gainDb, int looseSamples) {
    }

    @TestFactory
    Stream<DynamicTest> eachClickOfTheFileIsInItsPlace() {
        List<String> rates = Tier.isDeep() ? List.of("25", "30000/1001", "60", "24000/1001") : List.of("30000/1001");
        List<String> presets = Tier.isDeep()
                ? List.of("h264", "webm", "lossless", "prores", "wav", "flac", "aac", "opus")
                : List.of("h264", "lossless");
        return rates.stream().flatMap(rate -> presets.stream().map(preset -> DynamicTest.dynamicTest(rate + " " + preset,
                () -> check(FrameRate.parse(rate), preset))));
    }

    private void check(FrameRate rate, String preset) throws Exception {
        wav("stereo.wav", 48_000, 1, 1);
        wav("mono.wav", 44_100, 2);
        wav("surround.wav", 48_000, 3, 4, 5, 6, 7, 8);
        twoStreams("streams.mkv", 9, 10);
        List<MediaReference> media = Stream.of("stereo.wav", "mono.wav", "surround.wav", "streams.mkv")
                .map(name -> new MediaReference(new Id(name), name, name, "", Extras.NONE)).toList();
        long frames = rate.frameAt(RationalTime.of(2, 1));
        List<Heard> all = cases(frames);
        Sequence sequence = new Sequence(new Id("s"), "Sound", rate, 96, 54, RATE_HZ,
                List.of(Track.of(new Id("a"), "A", TrackKind.AUDIO)
                        .withItems(TrackItems.of(all.stream().map(Heard::clip).toList()))),
                Extras.NONE);
        ExportPreset chosen = ExportPreset.builtIn(preset);
        Path target = folder.resolve("exported." + chosen.extension());
        Services.get(Exports.class).start(ExportRequest.whole(sequence,
                new FileMediaCatalog(folder, media, Services.get(MediaProbe.class)), target, chosen)).result();
        float[] sound = read(target, (int) rate.timeOf(sequence.durationFrames()).ticksRound(RATE_HZ));
        List<Click> clicks = ClickTrack.find(sound, 0, RATE_HZ);
        // Codecs that lose something may move a click a little, WebM rounds the beginning to milliseconds.
        int loose = List.of("lossless", "wav", "flac", "prores").contains(preset) ? 2 : 48;
        int checked = 0;
        for (int i = 0; i < all.size(); i++) {
            long start = rate.timeOf(frames * i).ticksRound(RATE_HZ);
            long end = rate.timeOf(frames * (i + 1)).ticksRound(RATE_HZ);
            checked += compare(all.get(i), clicks.stream().filter(c -> c.samplePosition() >= start - BESIDE / 4
                    && c.samplePosition() < end - BESIDE).toList(), start, loose, preset + " at " + rate);
        }
        System.out.printf("%d clicks of %d clips heard in %s at %s%n", checked, all.size(), preset, rate);
    }

    /** A click that lies in two grains is heard as one that begins in one of them. */
    private static List<Click> distinct(List<Click> found) {
        List<Click> distinct = new ArrayList<>();
        for (Click click : found) {
            Click before = distinct.isEmpty() ? null : distinct.getLast();
            if (before == null || click.samplePosition() - before.samplePosition() >= GRAIN_SAMPLES) {
                distinct.add(click);
            } else if (click.match() > before.match()) {
                distinct.set(distinct.size() - 1, click);
            }
        }
        return distinct;
    }

    private static int compare(Heard heard, List<Click> found, long start, int loose, String where) {
        List<Click> clicks = heard.looseSamples() > 0 ? distinct(found) : found;
        List<Long> expected = new ArrayList<>();
        for (double at = heard.first(); at < CLIP_SECONDS - 0.1; at += heard.every()) {
            expected.add(start + Math.round(at * RATE_HZ));
        }
        String what = heard.clip().name() + " in " + where + ": " + clicks + " instead of voice " + heard.voice() + " at "
                + expected;
        assertEquals(expected.size(), clicks.size(), what);
        for (int i = 0; i < expected.size(); i++) {
            Click click = clicks.get(i);
            assertEquals(heard.voice(), click.voice(), what);
            assertTrue(Math.abs(click.samplePosition() - expected.get(i)) <= loose + heard.looseSamples(), what);
            assertTrue(Double.isNaN(heard.gainDb()) || Math.abs(click.gainDb() - heard.gainDb()) < 1, what);
        }
        return expected.size();
    }

    private static List<Heard> cases(long frames) {
        Clip stereo = clip("stereo.wav", "stereo", 0, frames);
        Clip surround = clip("surround.wav", "centre of 5.1", 0, frames)
                .withSound(SoundTreatment.AS_RECORDED.withChannels(new ChannelChoice.Numbered(List.of(3))));
        long half = frames / 2;
        return List.of(heard(stereo, 1, 0), heard(clip("mono.wav", "44.1 kHz mono", 0, frames), 2, Double.NaN),
                heard(surround, 5, Double.NaN), heard(clip("streams.mkv", "first stream", 0, frames), 9, 0),
                heard(clip("streams.mkv", "second stream", 1, frames), 10, 0),
                heard(stereo.withId(new Id("louder")).withName("louder").withGainDb(-9), 1, -9),
                heard(stereo.withId(new Id("faded")).withName("faded").withFades(new Fades(half, half)), 1, -6),
                new Heard(stereo.withId(new Id("fast")).withName("twice as fast, pitch kept").withSpeed(Rational.of(2)), 1, 0.5,
                        0.25,
                        Double.NaN, GRAIN_SAMPLES),
                new Heard(stereo.withId(new Id("slow")).withName("slower, pitch kept").withSpeed(Rational.of(3, 4)), 1, 4.0 / 3,
                        2.0 / 3,
                        Double.NaN, GRAIN_SAMPLES));
    }

    private static Heard heard(Clip clip, int voice, double gainDb) {
        return new Heard(clip, voice, 1, 0.5, gainDb, 0);
    }

    private static Clip clip(String medium, String name, int stream, long frames) {
        return Clip.of(new Id(name), name, new MediaStream(new Id(medium), stream), IN, frames);
    }

    /** A file of 16 bits whose channels click in voices of their own. */
    private void wav(String name, int rateHz, int... voices) throws Exception {
        int samples = rateHz * SECONDS;
        int frameBytes = 2 * voices.length;
        ByteBuffer bytes = ByteBuffer.allocate(68 + samples * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(60 + samples * frameBytes).put(ascii("WAVEfmt ")).putInt(40).putShort((short) 0xfffe)
                .putShort((short) voices.length).putInt(rateHz).putInt(rateHz * frameBytes).putShort((short) frameBytes)
                .putShort((short) 16).putShort((short) 22).putShort((short) 16)
                .putInt(voices.length == 6 ? 0x3f : voices.length == 2 ? 3 : 4)
                .put(new byte[] { 1, 0, 0, 0, 0, 0, 16, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71 })
                .put(ascii("data")).putInt(samples * frameBytes);
        float[][] channels = new float[voices.length][samples];
        for (int c = 0; c < voices.length; c++) {
            ClickTrack.fill(voices[c], rateHz, 0, new float[][] { channels[c] }, 0, samples);
        }
        for (int i = 0; i < samples; i++) {
            for (float[] channel : channels) {
                bytes.putShort((short) Math.round(channel[i] * 32_000));
            }
        }
        Files.write(folder.resolve(name), bytes.array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void twoStreams(String name, int first, int second) throws Exception {
        AudioEncoding encoding = new AudioEncoding("flac", RATE_HZ, 2, 0, new TreeMap<>());
        Encoders encoders = Services.get(Encoders.class);
        try (AudioEncoder one = encoders.openAudio(encoding);
                AudioEncoder other = encoders.openAudio(encoding);
                Muxer muxer = Services.get(Muxers.class).open(folder.resolve(name), "matroska",
                        List.of(one.parameters(), other.parameters()), Map.of())) {
            int block = RATE_HZ / 10;
            float[][] samples = new float[2][block];
            for (int i = 0; i < SECONDS * 10; i++) {
                ClickTrack.fill(first, RATE_HZ, (long) i * block, samples, 0, block);
                one.encode(samples, 0, block, packet -> muxer.write(0, packet));
                ClickTrack.fill(second, RATE_HZ, (long) i * block, samples, 0, block);
                other.encode(samples, 0, block, packet -> muxer.write(1, packet));
            }
            one.finish(packet -> muxer.write(0, packet));
            other.finish(packet -> muxer.write(1, packet));
            muxer.finish(new Cancellation());
        }
    }

    /** Both sides of a file's sound, mixed. */
    private static float[] read(Path file, int samples) throws Exception {
        Cancellation never = new Cancellation();
        float[][] sound = new float[1][samples];
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, info.audio().orElseThrow().index(),
                    RATE_HZ,
                    1, never)) {
                reader.read(0, sound, 0, samples, never);
            }
        }
        return sound[0];
    }
}
