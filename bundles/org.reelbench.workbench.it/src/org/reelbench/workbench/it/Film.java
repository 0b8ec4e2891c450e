package org.reelbench.workbench.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.VideoFrame;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/**
 * A small film whose every frame says what it is: V1 shows source 1 for 60 frames, then source 2 for 60; V2 covers frames 30 to 89
 * with source 3.
 */
final class Film {

    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 180;
    static final int PART_FRAMES = 60;
    static final int FRAMES = 2 * PART_FRAMES;
    static final Id V1 = new Id("v1");
    static final Id V2 = new Id("v2");

    private static final FrameRate RATE = FrameRate.of(30, 1);
    private static final int SAMPLE_RATE_HZ = 48_000;
    private static final PictureFormat FORMAT = PictureFormat.of(WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P,
            ColorDescription.BT709_LIMITED);

    private Film() {
    }

    /** Makes the media and the project in a folder. */
    static Path make(Path folder) throws IOException, MediaException, InterruptedException {
        return make(folder, List.of(clip("c1", 1), clip("c2", 2)));
    }

    /** The same film, but V1 goes on with sources 1 and 2 by turns for so many clips in all. */
    static Path make(Path folder, int clips) throws IOException, MediaException, InterruptedException {
        return make(folder,
                IntStream.rangeClosed(1, clips).mapToObj(number -> (Item) clip("l" + number, 2 - number % 2)).toList());
    }

    private static Path make(Path folder, List<Item> first) throws IOException, MediaException, InterruptedException {
        for (int source = 1; source <= 3; source++) {
            write(folder.resolve("source" + source + ".mp4"), source);
        }
        Sequence sequence = new Sequence(new Id("film"), "Film", RATE, WIDTH_PX, HEIGHT_PX, 48_000,
                List.of(track(V1, first), track(V2, List.of(new Gap(30), clip("c3", 3)))), Extras.NONE);
        Path file = folder.resolve("film.reel");
        List<MediaReference> media = List.of(medium(folder, 1), medium(folder, 2), medium(folder, 3));
        ProjectFile.save(new Project("Film", media, List.of(sequence), sequence.id(), Extras.NONE), file);
        return file;
    }

    /** A project in which nothing is done yet. */
    static Project empty() {
        Sequence sequence = new Sequence(new Id("empty"), "Empty", RATE, WIDTH_PX, HEIGHT_PX, 48_000,
                List.of(track(V1, List.of())), Extras.NONE);
        return new Project("Empty", List.of(), List.of(sequence), sequence.id(), Extras.NONE);
    }

    private static Track track(Id id, List<Item> items) {
        return Track.of(id, id.value().toUpperCase(java.util.Locale.ROOT), TrackKind.VIDEO).withItems(TrackItems.of(items));
    }

    private static Clip clip(String id, int source) {
        return Clip.of(new Id(id), "Source " + source, new MediaStream(new Id("m" + source), 0), RationalTime.ZERO, PART_FRAMES);
    }

    private static MediaReference medium(Path folder, int source) {
        Path file = folder.resolve("source" + source + ".mp4");
        return new MediaReference(new Id("m" + source), "source" + source + ".mp4", file.toString(), "", Extras.NONE);
    }

    private static void write(Path file, int source) throws MediaException, InterruptedException {
        try (VideoEncoder encoder = Services.get(Encoders.class).openVideo(encoding());
                Muxer muxer = Services.get(Muxers.class).open(file, "mp4", List.of(encoder.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
            for (int i = 0; i < PART_FRAMES + 10; i++) {
                TestCard.draw(frame, source, i);
                encoder.encode(frame, i, i == 0, packet -> muxer.write(0, packet));
            }
            encoder.finish(packet -> muxer.write(0, packet));
            muxer.finish(new Cancellation());
        }
    }

    /** Makes a film with sound, as long as the sources, in a folder. */
    static Path talk(Path folder) throws MediaException, InterruptedException {
        return talk(folder.resolve("talk.mp4"), 4);
    }

    /** Makes a film with sound, as long as the sources: pictures and clicks are those of a source. */
    static Path talk(Path file, int source) throws MediaException, InterruptedException {
        AudioEncoding sound = new AudioEncoding("aac", SAMPLE_RATE_HZ, 1, 64_000, new TreeMap<>());
        int samplesOfAFrame = SAMPLE_RATE_HZ / 30;
        float[][] clicks = new float[1][samplesOfAFrame];
        try (VideoEncoder pictures = Services.get(Encoders.class).openVideo(encoding());
                AudioEncoder sounds = Services.get(Encoders.class).openAudio(sound);
                Muxer muxer = Services.get(Muxers.class).open(file, "mp4", List.of(pictures.parameters(), sounds.parameters()),
                        Map.of());
                MemoryFrame frame = MemoryFrame.allocate(FORMAT, RationalTime.ZERO)) {
            for (int i = 0; i < PART_FRAMES; i++) {
                TestCard.draw(frame, source, i);
                ClickTrack.fill(source, SAMPLE_RATE_HZ, (long) i * samplesOfAFrame, clicks, 0, samplesOfAFrame);
                pictures.encode(frame, i, i == 0, packet -> muxer.write(0, packet));
                sounds.encode(clicks, 0, samplesOfAFrame, packet -> muxer.write(1, packet));
            }
            pictures.finish(packet -> muxer.write(0, packet));
            sounds.finish(packet -> muxer.write(1, packet));
            muxer.finish(new Cancellation());
        }
        return file;
    }

    private static VideoEncoding encoding() {
        return new VideoEncoding("libopenh264", WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                Rational.of(1, 30), Rational.of(30, 1), 30, 1_000_000, 1, new TreeMap<>());
    }

    /** Reads every frame of an exported film. */
    static List<Reading> read(Path film) throws IOException, MediaException, InterruptedException {
        Cancellation cancellation = new Cancellation();
        try (ByteSource bytes = FileByteSource.open(film)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, cancellation);
            int stream = info.video().orElseThrow().index();
            try (FrameReader reader = Services.get(MediaReaders.class).openFrames(bytes, info, stream, 1, cancellation)) {
                List<Reading> readings = new java.util.ArrayList<>();
                long frames = RATE.nearestFrame(info.video().orElseThrow().duration());
                for (long i = 0; i < frames; i++) {
                    try (VideoFrame frame = reader.frameAt(RATE.timeOf(i), cancellation)) {
                        readings.add(TestCard.read(frame));
                    }
                }
                return readings;
            }
        }
    }
}
