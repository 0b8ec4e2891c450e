package org.reelbench.render.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.Recorded;

/** A recording under way, as long as the project knows it to be: what is open of it when it was shorter does not serve. */
public final class GrowingMedium implements Medium {

    private final String name;
    private final Recorded recorded;
    private final Interpretation interpretation;
    private final MediaInfo info;
    private final Opening opening;

    /** Opens the recording. */
    @FunctionalInterface
    public interface Opening {

        /** Opens it, and fails if something else is in its place. */
        ByteSource open() throws IOException, MediaException;
    }

    /**
     * Describes a recording.
     *
     * @param info what probing said of it when it was shorter
     */
    public GrowingMedium(String name, Recorded recorded, Interpretation interpretation, MediaInfo info, Opening opening) {
        this.name = name;
        this.recorded = recorded;
        this.interpretation = interpretation;
        this.info = until(info, recorded.length());
        this.opening = opening;
    }

    private static MediaInfo until(MediaInfo info, RationalTime end) {
        List<StreamInfo> streams = info.streams().stream().map(stream -> switch (stream) {
        case VideoStreamInfo v when v.start().isBefore(end) -> new VideoStreamInfo(v.index(), v.codec(), v.picture(),
                v.frameRate(), v.start(), end.minus(v.start()), v.still(), v.rotationDegrees(), v.pixelAspect());
        case AudioStreamInfo a when a.start().isBefore(end) ->
            new AudioStreamInfo(a.index(), a.codec(), a.sampleRateHz(), a.channels(), a.start(), end.minus(a.start()));
        default -> stream;
        }).toList();
        return new MediaInfo(info.container(), info.origin(), end, streams, info.notes());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fingerprint() {
        return "recording-" + recorded.recording() + "-" + recorded.length();
    }

    @Override
    public Optional<String> lastingName() {
        return Optional.of(recorded.recording().toString());
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public MediaInfo info() {
        return info;
    }

    @Override
    public Interpretation interpretation() {
        return interpretation;
    }

    @Override
    public ByteSource open() throws MediaException {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, name, "it cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
