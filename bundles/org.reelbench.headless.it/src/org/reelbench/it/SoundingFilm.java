package org.reelbench.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectFile;
import org.reelbench.testcard.ClickTrack;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** A project of one film of test cards with a click at each second, and what is heard in other films. */
final class SoundingFilm {

    static final int SOURCE = 9;
    static final FrameRate RATE = FrameRate.of(25, 1);
    static final int RATE_HZ = 48_000;
    static final int FRAMES = 60;
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 180;
    static final String MEDIUM = "source-take.mkv";

    private SoundingFilm() {
    }

    /** Writes the medium and the project into a folder, and returns the project's file. */
    static Path make(Path folder) throws IOException, MediaException, InterruptedException {
        write(folder.resolve(MEDIUM));
        Sequence sequence = sequence();
        Path file = folder.resolve("film.reel");
        ProjectFile.save(new Project("Film", media(), List.of(sequence), sequence.id(), Extras.NONE), file);
        return file;
    }

    static Sequence sequence() {
        List<Track> tracks = List.of(track("v1", TrackKind.VIDEO, 0), track("a1", TrackKind.AUDIO, 1));
        return new Sequence(new Id("film"), "Film", RATE, WIDTH_PX, HEIGHT_PX, RATE_HZ, tracks, Extras.NONE)
                .withMarkers(List.of(Marker.of(new Id("k1"), "Start", 0), Marker.of(new Id("k2"), "Später", 40)));
    }

    static List<MediaReference> media() {
        return List.of(new MediaReference(new Id("m1"), MEDIUM, MEDIUM, "", Extras.NONE));
    }

    private static Track track(String id, TrackKind kind, int stream) {
        List<Item> items = List.of(Clip.of(new Id(id + ".c"), "Take", new MediaStream(new Id("m1"), stream), RationalTime.ZERO,
                FRAMES));
        return Track.of(new Id(id), id, kind).withItems(TrackItems.of(items));
    }

    private static void write(Path file) throws MediaException, InterruptedException {
        ColorDescription color = ColorDescription.BT709_LIMITED;
        VideoEncoding video = new VideoEncoding("ffv1", WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, color,
                RATE.framesPerSecond().inverted(), RATE.framesPerSecond(), 1, 0, 1, new TreeMap<>(Map.of("level", "3")));
        AudioEncoding audio = new AudioEncoding("flac", RATE_HZ, 2, 0, new TreeMap<>());
        Encoders encoders = Services.get(Encoders.class);
        try (VideoEncoder pictures = encoders.openVideo(video);
                AudioEncoder sound = encoders.openAudio(audio);
                Muxer muxer = Services.get(Muxers.class).open(file, "matroska",
                        List.of(pictures.parameters(), sound.parameters()), Map.of());
                MemoryFrame frame = MemoryFrame.allocate(PictureFormat.of(WIDTH_PX, HEIGHT_PX, PixelFormat.YUV420P, color),
                        RationalTime.ZERO)) {
            int block = RATE_HZ / 25;
            float[][] samples = new float[2][block];
            for (int i = 0; i < FRAMES; i++) {
                TestCard.draw(frame, SOURCE, i);
                pictures.encode(frame, i, false, packet -> muxer.write(0, packet));
                ClickTrack.fill(SOURCE, RATE_HZ, (long) i * block, samples, 0, block);
                sound.encode(samples, 0, block, packet -> muxer.write(1, packet));
            }
            pictures.finish(packet -> muxer.write(0, packet));
            sound.finish(packet -> muxer.write(1, packet));
            muxer.finish(new Cancellation());
        }
    }

    /** Where the clicks of the source are in a file, in samples at 48 kHz. */
    static List<Long> clicks(Path file) throws Exception {
        Cancellation never = new Cancellation();
        try (ByteSource bytes = FileByteSource.open(file)) {
            MediaInfo info = Services.get(MediaProbe.class).probe(bytes, never);
            AudioStreamInfo stream = info.audio().orElseThrow();
            float[][] samples = new float[1][RATE_HZ * FRAMES / 25 + 2000];
            try (PcmReader reader = Services.get(MediaReaders.class).openPcm(bytes, info, stream.index(), RATE_HZ, 1, never)) {
                reader.read(-1000, samples, 0, samples[0].length, never);
            }
            return new ArrayList<>(ClickTrack.clicksOf(SOURCE, samples[0], -1000, RATE_HZ));
        }
    }
}
