package org.reelbench.media.ffmpeg.internal.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.ffmpeg.fixtures.TestMedia;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** The contract with files as nasty as real ones. */
class FfmpegFrameReaderContractTest extends FrameReaderContract {

    private static final RationalTime EXACT = RationalTime.ZERO;
    private static final String X264 = "-c:v libx264 -preset fast -pix_fmt yuv420p ";

    @Override
    protected MediaProbe probe() {
        return new FfmpegMediaProbe(Media.THREADS);
    }

    @Override
    protected MediaReaders readers() {
        return new FfmpegMediaReaders(Media.THREADS);
    }

    @Override
    protected List<Truth> files() {
        return List.of(
                constant("30 fps without B-frames", "cfr30.mp4", "30", 60, X264 + "-bf 0 -g 30", EXACT),
                constant("29.97 fps with B-frames in MP4", "ntsc.mp4", "30000/1001", 60, X264 + "-bf 3 -g 30", EXACT),
                constant("29.97 fps with B-frames in Matroska", "ntsc.mkv", "30000/1001", 60, X264 + "-bf 3 -g 30", EXACT),
                constant("29.97 fps with B-frames in a transport stream", "ntsc.ts", "30000/1001", 60, X264 + "-bf 3 -g 30",
                        EXACT),
                constant("23.976 fps VP9 in WebM", "film.webm", "24000/1001", 48,
                        "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 24", EXACT),
                constant("30 fps VP8 in WebM", "vp8-30.webm", "30", 61, "-c:v libvpx -deadline realtime -cpu-used 8 -g 20",
                        EXACT),
                constant("59.94 fps in Matroska", "fast.mkv", "60000/1001", 90, X264 + "-bf 3 -g 30", EXACT),
                constant("VP8 with hidden frames", "vp8.webm", "25", 50,
                        "-c:v libvpx -deadline good -cpu-used 4 -auto-alt-ref 1 -lag-in-frames 12 -g 20", EXACT),
                constant("open GOP H.264 in MP4", "open.mp4", "30", 90, X264 + "-bf 3 -g 15 -x264-params open-gop=1:scenecut=0",
                        EXACT),
                constant("open GOP H.264 in a transport stream", "open.ts", "25", 75,
                        X264 + "-bf 3 -g 15 -x264-params open-gop=1:scenecut=0", EXACT),
                constant("open GOP HEVC in MP4", "hevc.mp4", "30", 90,
                        "-c:v libx265 -preset fast -bf 3 -g 15 -x265-params open-gop=1:scenecut=0:log-level=none", EXACT),
                constant("open GOP HEVC in Matroska", "hevc.mkv", "30", 90,
                        "-c:v libx265 -preset fast -bf 3 -g 15 -x265-params open-gop=1:scenecut=0:log-level=none", EXACT),
                constant("B-pyramid", "pyramid.mp4", "30", 90, X264 + "-bf 7 -g 45 -x264-params b-pyramid=normal:b-adapt=0",
                        EXACT),
                constant("B-pyramid in Matroska", "pyramid.mkv", "30", 90,
                        X264 + "-bf 7 -g 45 -x264-params b-pyramid=normal:b-adapt=0",
                        EXACT),
                constant("one sync sample in 10 seconds", "long.mp4", "10", 110,
                        X264 + "-bf 2 -g 100 -keyint_min 100 -sc_threshold 0", EXACT),
                constant("MPEG-2 with B-frames", "mpeg2.ts", "25", 60, "-c:v mpeg2video -q:v 3 -bf 2 -g 12", EXACT),
                constant("MPEG-4 in AVI, without time stamps", "mpeg4.avi", "25", 60, "-c:v mpeg4 -q:v 3 -bf 2 -g 15", EXACT),
                constant("bare H.264", "bare.h264", "25", 60, X264 + "-bf 2 -g 12", EXACT),
                constant("fragments without an index", "fragments.mp4", "30", 120,
                        X264 + "-bf 2 -g 30 -movflags frag_keyframe+empty_moov+default_base_moof+skip_trailer", EXACT),
                constant("AV1", "av1.mp4", "30", 40, "-c:v libsvtav1 -preset 10 -g 20 -svtav1-params lp=1", EXACT),
                constant("an odd size", "odd.mp4", "30", 30, X264 + "-vf scale=161:91 -pix_fmt yuv444p -g 10", EXACT),
                variable(), edited(), negative());
    }

    private static Truth constant(String name, String file, String rate, int frames, String arguments, RationalTime rounding) {
        Path made = TestMedia.pictures(file, 7, rate, frames, arguments);
        return new Truth(name, made, 7, 0, times(rate, frames), FrameRate.parse(rate).timeOf(frames), rounding);
    }

    private static List<RationalTime> times(String rate, int frames) {
        List<RationalTime> times = new ArrayList<>();
        for (int n = 0; n < frames; n++) {
            times.add(FrameRate.parse(rate).timeOf(n));
        }
        return times;
    }

    /** Frame n is shown 3 n + n mod 3 times a sixtieth of a second after the start. */
    private static Truth variable() {
        List<String> arguments = new ArrayList<>(List.of("-vf", "settb=1/30000,setpts='(N*3+mod(N\\,3))*500'"));
        arguments.addAll(List.of("-enc_time_base", "1/30000", "-fps_mode", "passthrough", "-video_track_timescale", "30000"));
        arguments.addAll(List.of((X264 + "-bf 2 -g 30").split(" ")));
        Path file = TestMedia.pictures("vfr.mp4", 7, "30", 60, arguments);
        List<RationalTime> times = new ArrayList<>();
        for (int n = 0; n < 61; n++) {
            times.add(RationalTime.of(n * 3 + n % 3, 60));
        }
        return new Truth("frames of varying length", file, 7, 0, times.subList(0, 60), times.get(60), EXACT);
    }

    /** Half a second cut off without coding anew: the file still holds frames 0 to 14, an edit list hides them. */
    private static Truth edited() {
        Path whole = TestMedia.pictures("whole.mp4", 7, "30", 60, X264 + "-bf 3 -g 30");
        Path cut = TestMedia.copy("edited.mp4", whole, "-ss 0.5", "-c copy");
        return new Truth("an edit list that begins within a GOP", cut, 7, 15, times("30", 45), FrameRate.of(30, 1).timeOf(45),
                EXACT);
    }

    /** A clock that passes zero, as transport streams do each day: the first half second lies before it. */
    private static Truth negative() {
        Path whole = TestMedia.pictures("whole.mp4", 7, "30", 60, X264 + "-bf 3 -g 30");
        Path early = TestMedia.copy("negative.ts", whole, "",
                "-c copy -copyts -muxdelay 0 -muxpreload 0 -output_ts_offset -0.5 -mpegts_copyts 1 -avoid_negative_ts disabled");
        return new Truth("time stamps before zero", early, 7, 0, times("30", 60), RationalTime.ofSeconds(2), EXACT);
    }
}
