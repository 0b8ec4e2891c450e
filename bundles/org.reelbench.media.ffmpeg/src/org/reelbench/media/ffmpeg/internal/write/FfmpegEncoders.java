package org.reelbench.media.ffmpeg.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.time.Rational;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens encoders, and finds out by opening them which ones this machine has. */
@Component(service = Encoders.class)
public final class FfmpegEncoders implements Encoders {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegEncoders.class);
    private static final List<String> PICTURES = List.of("libx264", "libopenh264", "libsvtav1", "mpeg4", "libvpx-vp9", "libvpx",
            "prores_ks", "dnxhd", "ffv1", "mjpeg", "png");
    private static final List<String> SOUND = List.of("aac", "libopus", "libmp3lame", "flac", "pcm_s16le", "pcm_s24le");
    /** What DNxHR needs to open; the others open without. */
    private static final SortedMap<String, String> DNXHR = new TreeMap<>(Map.of("profile", "dnxhr_hq"));
    private static final List<String> DEVICES = List.of("nvenc", "qsv", "amf", "videotoolbox", "vaapi", "vulkan", "v4l2m2m");
    private static final List<String> TWO_PASSES = List.of("libx264", "libvpx-vp9", "libvpx", "mpeg4");
    private static final SortedMap<String, String> NO_OPTIONS = new TreeMap<>();

    private @Nullable List<String> names;

    @Override
    public synchronized List<String> names() {
        List<String> known = names;
        if (known == null) {
            known = probe();
            names = known;
        }
        return known;
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        return FfmpegVideoEncoder.open(encoding, null);
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding, EncodingPass pass) throws MediaException {
        if (!TWO_PASSES.contains(encoding.encoder())) {
            return Encoders.super.openVideo(encoding, pass);
        }
        return FfmpegVideoEncoder.open(encoding, pass);
    }

    @Override
    public List<String> hardwareNames() {
        List<String> built = new ArrayList<>();
        try {
            Natives.load();
        } catch (MediaException e) {
            LOG.debug("no hardware encoders: {}", e.getMessage());
            return built;
        }
        for (String codec : List.of("h264", "hevc", "av1")) {
            for (String way : DEVICES) {
                AVCodec encoder = avcodec.avcodec_find_encoder_by_name(codec + "_" + way);
                if (encoder != null && !encoder.isNull()) {
                    built.add(encoder.name().getString());
                }
            }
        }
        return built;
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
        return FfmpegAudioEncoder.open(encoding);
    }

    private List<String> probe() {
        List<String> opened = new ArrayList<>();
        for (String name : PICTURES) {
            VideoEncoding small = new VideoEncoding(name, 320, 180, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                    Rational.of(1, 25), Rational.of(25, 1), 25, 0, 1, name.equals("dnxhd") ? DNXHR : NO_OPTIONS);
            try (VideoEncoder _ = openVideo(small)) {
                opened.add(name);
            } catch (MediaException e) {
                LOG.debug("no {}: {}", name, e.getMessage());
            }
        }
        for (String name : SOUND) {
            try (AudioEncoder _ = openAudio(new AudioEncoding(name, 48_000, 2, 0, NO_OPTIONS))) {
                opened.add(name);
            } catch (MediaException e) {
                LOG.debug("no {}: {}", name, e.getMessage());
            }
        }
        return List.copyOf(opened);
    }
}
