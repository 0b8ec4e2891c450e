package org.reelbench.render.internal.slate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.AudioRenderer;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;

/** A medium that cannot be looked at: whatever stream a clip names is a slate, or silence. */
public final class SlateMedium implements Medium {

    /** Clips name streams of a medium that nobody can look at; files have fewer. */
    private static final int STREAMS = 64;
    private static final int RATE_HZ = 48_000;

    private final MediaException why;
    private final Replacements replacements;
    private final MediaInfo info;

    /**
     * Creates the medium.
     *
     * @param why what is wrong, naming the medium
     * @param widthPx the width of the slate
     * @param heightPx its height
     * @param replacements notes what slates stand in for
     */
    public SlateMedium(MediaException why, int widthPx, int heightPx, Replacements replacements) {
        this.why = replacements.add(why.medium(), why);
        this.replacements = replacements;
        PictureFormat picture = PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
        List<StreamInfo> streams = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            streams.add(
                    new VideoStreamInfo(i, "slate", picture, Optional.empty(), RationalTime.ZERO, RationalTime.ZERO, true, 0));
            streams.add(new AudioStreamInfo(i, "slate", RATE_HZ, AudioRenderer.CHANNELS, RationalTime.ZERO, RationalTime.ZERO));
        }
        this.info = new MediaInfo("slate", RationalTime.ZERO, RationalTime.ZERO, streams);
    }

    @Override
    public String name() {
        return why.medium();
    }

    @Override
    public String fingerprint() {
        return "slate: " + why.getMessage();
    }

    @Override
    public MediaInfo info() {
        return info;
    }

    @Override
    public ByteSource open() throws MediaException {
        throw why;
    }

    /** What is wrong with it. */
    MediaException why() {
        return why;
    }

    /** Notes what becomes of it. */
    Replaced replaced() {
        return new Replaced(name(), replacements);
    }
}
