package org.reelbench.media.ffmpeg.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.time.Rational;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens encoders, and finds out by opening them which ones this machine has. */
@Component(service = Encoders.class)
public final class FfmpegEncoders implements Encoders {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegEncoders.class);
    private static final List<String> PICTURES = List.of("libx264", "libopenh264", "mpeg4", "libvpx-vp9", "libvpx", "ffv1",
            "png");
    private static final List<String> SOUND = List.of("aac", "libopus", "flac", "pcm_s16le");
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
        return FfmpegVideoEncoder.open(encoding);
    }

    @Override
    public AudioEncoder openAudio(AudioEncoding encoding) throws MediaException {
        return FfmpegAudioEncoder.open(encoding);
    }

    private List<String> probe() {
        List<String> opened = new ArrayList<>();
        for (String name : PICTURES) {
            PixelFormat pixels = name.equals("png") ? PixelFormat.RGBA : PixelFormat.YUV420P;
            VideoEncoding small = new VideoEncoding(name, 160, 90, pixels, ColorDescription.BT709_LIMITED, Rational.of(1, 25),
                    Rational.of(25, 1), 25, 0, 1, NO_OPTIONS);
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
