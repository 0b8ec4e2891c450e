package org.reelbench.media.ffmpeg.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EncoderProvider;
import org.reelbench.media.Encoders;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.media.ffmpeg.internal.Natives;
import org.reelbench.time.Rational;
import org.reelbench.plugins.PluginCalls;
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

    private final List<EncoderProvider> providers = new CopyOnWriteArrayList<>();
    private volatile PluginCalls calls = PluginCalls.direct();
    private @Nullable List<String> names;

    /** Takes somebody who brings encoders. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProvider(EncoderProvider provider) {
        providers.add(provider);
    }

    /** Does without somebody who goes. */
    public void removeProvider(EncoderProvider provider) {
        providers.remove(provider);
    }

    /** Takes the guard of plug-ins. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCalls(PluginCalls service) {
        calls = service;
    }

    /** Does without the guard: no plug-in runs then. */
    public void unsetCalls(PluginCalls service) {
        if (calls == service) {
            calls = PluginCalls.direct();
        }
    }

    @Override
    public List<String> names() {
        List<String> all = new ArrayList<>(own());
        for (EncoderProvider provider : providers) {
            new GuardedEncoders(provider, calls).names().stream().filter(name -> !all.contains(name)).sorted().forEach(all::add);
        }
        return all;
    }

    private synchronized List<String> own() {
        List<String> known = names;
        if (known == null) {
            known = probe();
            names = known;
        }
        return known;
    }

    /** Ours are never asked for: their names have no domain. */
    private Optional<GuardedEncoders> provided(String encoder) {
        return providers.isEmpty() || encoder.indexOf('.') < 0
                ? Optional.empty()
                : providers.stream().map(provider -> new GuardedEncoders(provider, calls))
                        .filter(provided -> provided.names().contains(encoder)).findFirst();
    }

    @Override
    public VideoEncoder openVideo(VideoEncoding encoding) throws MediaException {
        Optional<GuardedEncoders> provided = provided(encoding.encoder());
        if (provided.isPresent()) {
            return provided.get().openVideo(encoding);
        }
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
        Optional<GuardedEncoders> provided = provided(encoding.encoder());
        if (provided.isPresent()) {
            return provided.get().openAudio(encoding);
        }
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
