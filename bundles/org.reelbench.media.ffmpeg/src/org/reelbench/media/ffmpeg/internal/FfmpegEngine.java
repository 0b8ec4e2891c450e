package org.reelbench.media.ffmpeg.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaException;

/** Tells which FFmpeg is loaded. */
@Component
public final class FfmpegEngine implements MediaEngine {

    @Override
    public String version() throws MediaException {
        Natives.load();
        // The configuration tells apart builds of one version that compress or scale differently.
        String configuration = avcodec.avcodec_configuration().getString();
        return "FFmpeg " + avutil.av_version_info().getString() + " build " + Integer.toHexString(configuration.hashCode());
    }

    @Override
    public String licence() throws MediaException {
        Natives.load();
        return avcodec.avcodec_license().getString();
    }

    @Override
    public List<String> decoders() throws MediaException {
        Natives.load();
        TreeSet<String> names = new TreeSet<>();
        try (Pointer state = new Pointer()) {
            for (AVCodec codec = avcodec.av_codec_iterate(state); codec != null; codec = avcodec.av_codec_iterate(state)) {
                if (avcodec.av_codec_is_decoder(codec) != 0) {
                    names.add(codec.name().getString());
                }
            }
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> hardware() throws MediaException {
        Natives.load();
        List<String> names = new ArrayList<>();
        for (int type = avutil
                .av_hwdevice_iterate_types(avutil.AV_HWDEVICE_TYPE_NONE); type != avutil.AV_HWDEVICE_TYPE_NONE; type = avutil
                        .av_hwdevice_iterate_types(type)) {
            BytePointer name = avutil.av_hwdevice_get_type_name(type);
            names.add(name.getString());
        }
        return names;
    }
}
