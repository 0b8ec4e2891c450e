package org.reelbench.interchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.reelbench.interchange.CanvasSize;
import org.reelbench.interchange.MediaFacts;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.NotCarriedOver;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.VideoStreamInfo;

/** Looks into media for one import, and remembers which it could not look into. */
final class ProbedMedia implements MediaLookup {

    private final MediaProbe probe;
    private final Cancellation cancellation;
    private final List<NotCarriedOver> failures = new ArrayList<>();

    ProbedMedia(MediaProbe probe, Cancellation cancellation) {
        this.probe = probe;
        this.cancellation = cancellation;
    }

    @Override
    public Optional<MediaFacts> find(Path file) {
        cancellation.check();
        try (ByteSource source = FileByteSource.open(file)) {
            return Optional.of(facts(probe.probe(source, cancellation)));
        } catch (MediaException | IOException e) {
            failures.add(new NotCarriedOver(0, "", "medium '" + file.getFileName() + "'",
                    "its streams are guessed, because it cannot be looked into (" + e.getMessage() + ")"));
            return Optional.empty();
        }
    }

    /** Returns a line for each medium that could not be looked into. */
    List<NotCarriedOver> failures() {
        return failures;
    }

    static MediaFacts facts(MediaInfo info) {
        Optional<VideoStreamInfo> video = info.video();
        Optional<AudioStreamInfo> audio = info.audio();
        return new MediaFacts(video.map(stream -> OptionalInt.of(stream.index())).orElse(OptionalInt.empty()),
                audio.map(stream -> OptionalInt.of(stream.index())).orElse(OptionalInt.empty()),
                video.map(VideoStreamInfo::still).orElse(false), video.map(ProbedMedia::shown),
                video.flatMap(VideoStreamInfo::frameRate), info.duration());
    }

    private static CanvasSize shown(VideoStreamInfo video) {
        int widthPx = video.picture().widthPx();
        int heightPx = video.picture().heightPx();
        return video.rotationDegrees() % 180 == 0 ? new CanvasSize(widthPx, heightPx) : new CanvasSize(heightPx, widthPx);
    }
}
