package org.reelbench.ui.viewer.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Makes a sequence of one medium as it is, so that it is shown and heard as any other. */
public final class SourceSequence {

    /** So long pictures stand that do not move. */
    private static final int STILL_SECONDS = 5;

    private SourceSequence() {
    }

    /**
     * Makes the sequence.
     *
     * @param medium the medium
     * @param name its name
     * @param info what it is
     * @param main the project's main sequence, whose form it takes where it has none of its own
     * @return a sequence at the medium's own rate and in the size of its pictures; empty if it says of nothing how long it is
     */
    public static Optional<Sequence> of(Id medium, String name, MediaInfo info, Sequence main) {
        VideoStreamInfo video = info.video().orElse(null);
        FrameRate rate = video == null || video.still() ? main.rate() : video.frameRate().orElse(main.rate());
        List<Track> tracks = new ArrayList<>();
        if (video != null) {
            RationalTime duration = video.still() ? RationalTime.ofSeconds(STILL_SECONDS) : video.duration();
            Content content = video.still() ? new Still(medium) : new MediaStream(medium, video.index());
            add(tracks, TrackKind.VIDEO, content, rate.frameAtOrAfter(duration));
        }
        AudioStreamInfo audio = info.audio().orElse(null);
        if (audio != null) {
            add(tracks, TrackKind.AUDIO, new MediaStream(medium, audio.index()), rate.frameAtOrAfter(audio.duration()));
        }
        if (tracks.isEmpty()) {
            return Optional.empty();
        }
        return Optional
                .of(new Sequence(new Id("source-" + medium.value()), name, rate, video == null ? main.widthPx() : width(video),
                        video == null ? main.heightPx() : height(video), main.sampleRateHz(), tracks, Extras.NONE));
    }

    private static void add(List<Track> tracks, TrackKind kind, Content content, long frames) {
        if (frames > 0) {
            String name = "source-" + (kind == TrackKind.VIDEO ? "picture" : "sound");
            Clip clip = Clip.of(new Id(name + "-clip"), name, content, RationalTime.ZERO, frames);
            tracks.add(Track.of(new Id(name), name, kind).withItems(TrackItems.of(List.of(clip))));
        }
    }

    private static boolean isUpright(VideoStreamInfo video) {
        return video.rotationDegrees() % 180 == 0;
    }

    /** As wide as with square pixels, and even. */
    private static int width(VideoStreamInfo video) {
        int wide = even(Rational.of(video.picture().widthPx(), 1).times(video.pixelAspect()).toDouble());
        return isUpright(video) ? wide : even(video.picture().heightPx());
    }

    private static int height(VideoStreamInfo video) {
        int wide = even(Rational.of(video.picture().widthPx(), 1).times(video.pixelAspect()).toDouble());
        return isUpright(video) ? even(video.picture().heightPx()) : wide;
    }

    private static int even(double px) {
        return Math.max(16, (int) Math.round(px / 2) * 2);
    }
}
