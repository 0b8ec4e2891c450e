package org.reelbench.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.project.Project;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;

/** Small films and media. */
final class Films {

    static final FrameRate RATE = FrameRate.of(25, 1);

    private Films() {
    }

    static Project project(Track... tracks) {
        return Project.of("Film", new Sequence(new Id("main"), "Main", RATE, 320, 180, 48_000, List.of(tracks), Extras.NONE));
    }

    static Track video(String id, Item... items) {
        return Track.of(new Id(id), id, TrackKind.VIDEO).withItems(TrackItems.of(List.of(items)));
    }

    static Track audio(String id) {
        return Track.of(new Id(id), id, TrackKind.AUDIO);
    }

    static Clip clip(String id, long frames) {
        return Clip.of(new Id(id), id, new Generator("color", new TreeMap<>()), RationalTime.ZERO, frames);
    }

    static MediaInfo media(StreamInfo... streams) {
        return new MediaInfo("mp4", RationalTime.ZERO, RationalTime.of(4, 1), List.of(streams));
    }

    static VideoStreamInfo picture(int index, RationalTime duration) {
        return new VideoStreamInfo(index, "h264", format(), Optional.of(RATE), RationalTime.ZERO, duration, false, 0);
    }

    static VideoStreamInfo still() {
        return new VideoStreamInfo(0, "png", format(), Optional.empty(), RationalTime.ZERO, RationalTime.ZERO, true, 0);
    }

    static AudioStreamInfo sound(int index, RationalTime duration) {
        return new AudioStreamInfo(index, "aac", 48_000, 2, RationalTime.ZERO, duration);
    }

    private static PictureFormat format() {
        return PictureFormat.of(320, 180, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    }
}
