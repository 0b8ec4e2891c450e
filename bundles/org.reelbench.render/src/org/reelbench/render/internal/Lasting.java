package org.reelbench.render.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.MediaStream;

/**
 * What of a medium that may still grow will never change: what lies before the end of a stream, but for so much that decoders and
 * effects of the medium's own, such as those that put fields together, may look ahead.
 *
 * @param name names the medium
 * @param end where what may change begins
 */
public record Lasting(String name, RationalTime end) {

    private static final RationalTime LOOKED_AHEAD = RationalTime.of(1, 10);

    /** Finds it; null where only the fingerprint tells. */
    public static @Nullable Lasting of(MediaStream content, Medium medium) {
        // What is shown at another rate is counted in other times than the stream is long.
        if (medium.lastingName().isEmpty() || medium.interpretation().frameRate() != null) {
            return null;
        }
        RationalTime end = end(medium.info(), content.streamIndex());
        return end == null ? null : new Lasting("recording " + medium.lastingName().get(), end.minus(LOOKED_AHEAD));
    }

    private static @Nullable RationalTime end(MediaInfo info, int index) {
        for (StreamInfo stream : info.streams()) {
            if (stream.index() == index) {
                return switch (stream) {
                case VideoStreamInfo video -> video.start().plus(video.duration());
                case AudioStreamInfo audio -> audio.start().plus(audio.duration());
                default -> null;
                };
            }
        }
        return null;
    }

    /** Whether a time lies before the end. */
    public boolean holds(RationalTime time) {
        return time.isBefore(end);
    }
}
