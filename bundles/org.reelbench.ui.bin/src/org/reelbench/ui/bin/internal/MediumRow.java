package org.reelbench.ui.bin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/**
 * A medium as a row of the list.
 *
 * @param icon the name of its icon
 * @param format what it is
 * @param duration how long it is; empty for stills and where nobody knows
 * @param problem why it cannot be used; empty if it can
 * @param length how long it is, exactly
 * @param details all that is known of it, in lines
 */
record MediumRow(String icon, String format, String duration, String problem, RationalTime length, List<String> details) {

    /** What is shown until the medium was looked into. */
    static final MediumRow UNKNOWN = new MediumRow("unknown", "", "", "", RationalTime.ZERO, List.of());

    private static final String MISSING = "missing";
    private static final int TENTHS_PER_MINUTE = 600;
    private static final int MINUTES_PER_HOUR = 60;

    static MediumRow of(MediaInfo info) {
        Optional<VideoStreamInfo> video = info.video();
        if (video.isPresent()) {
            String size = video.get().picture().widthPx() + "×" + video.get().picture().heightPx();
            return video.get().still()
                    ? new MediumRow("still", size, "", "", RationalTime.ZERO, details(info))
                    : new MediumRow("film", size + "  " + rate(video.get()), duration(info.duration()), "", info.duration(),
                            details(info));
        }
        return info.audio().map(audio -> new MediumRow("sound", sound(audio), duration(info.duration()), "", info.duration(),
                details(info)))
                .orElseGet(() -> broken("there is neither picture nor sound in it"));
    }

    static MediumRow broken(String problem) {
        return new MediumRow("problem", "not usable", "", problem, RationalTime.ZERO, List.of());
    }

    /** What is not where it was can be found again. */
    static MediumRow missing(String problem) {
        return new MediumRow("problem", MISSING, "", problem, RationalTime.ZERO, List.of());
    }

    boolean isMissing() {
        return format.equals(MISSING);
    }

    private static List<String> details(MediaInfo info) {
        List<String> details = new ArrayList<>();
        details.add(info.container() + (info.duration().signum() > 0 ? ", " + duration(info.duration()) : ""));
        for (StreamInfo stream : info.streams()) {
            switch (stream) {
            case VideoStreamInfo video -> details.add("Picture: " + video.codec() + ", " + video.picture().widthPx() + "×"
                    + video.picture().heightPx() + " " + video.picture().pixelFormat().name().toLowerCase(Locale.ROOT)
                    + (video.still() ? "" : ", " + rate(video)));
            case AudioStreamInfo audio -> details.add("Sound: " + audio.codec() + ", " + sound(audio).replace("  ", ", "));
            default -> details.add("Stream " + stream.index());
            }
        }
        details.addAll(info.notes());
        return details;
    }

    private static String rate(VideoStreamInfo video) {
        return video.frameRate().map(MediumRow::rate).orElse("variable");
    }

    private static String rate(FrameRate rate) {
        return String.format(Locale.ROOT, "%.2f fps", rate.framesPerSecond().toDouble());
    }

    private static String sound(AudioStreamInfo audio) {
        return String.format(Locale.ROOT, "%.2f kHz  %s", audio.sampleRateHz() / 1000.0, switch (audio.channels()) {
        case 1 -> "mono";
        case 2 -> "stereo";
        default -> audio.channels() + " channels";
        });
    }

    /** Hours where there are some, minutes, seconds and tenths, as in {@code 0:06.5}. */
    static String duration(RationalTime time) {
        if (time.signum() <= 0) {
            return "";
        }
        long tenths = FrameRate.of(10, 1).nearestFrame(time);
        long minutes = tenths / TENTHS_PER_MINUTE;
        List<String> parts = new ArrayList<>();
        if (minutes >= MINUTES_PER_HOUR) {
            parts.add(String.valueOf(minutes / MINUTES_PER_HOUR));
            parts.add(String.format(Locale.ROOT, "%02d", minutes % MINUTES_PER_HOUR));
        } else {
            parts.add(String.valueOf(minutes));
        }
        parts.add(String.format(Locale.ROOT, "%02d.%d", tenths % TENTHS_PER_MINUTE / 10, tenths % 10));
        return String.join(":", parts);
    }
}
