package org.reelbench.media.ffmpeg.internal.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.global.avformat;
import org.osgi.service.component.annotations.Component;
import org.reelbench.media.CodecParameters;
import org.reelbench.media.FilmTags;
import org.reelbench.media.FragmentMuxer;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.Muxer;
import org.reelbench.media.Muxers;
import org.reelbench.media.ffmpeg.internal.Natives;

/** Opens muxers of the containers that are one file; others would open files and addresses by themselves. */
@Component(service = Muxers.class)
public final class FfmpegMuxers implements Muxers {

    private static final SortedSet<String> CONTAINERS = new TreeSet<>(
            List.of("flac", "ipod", "matroska", "mov", "mp3", "mp4", "ogg", "wav", "webm"));

    @Override
    public Muxer open(Path file, String container, List<CodecParameters> streams, Map<String, String> options,
            FilmTags tags) throws MediaException {
        if (!CONTAINERS.contains(container)) {
            throw new MediaException(Reason.UNSUPPORTED, file.toString(),
                    "there is no container '" + container + "'; choose one of " + String.join(", ", CONTAINERS));
        }
        if (streams.isEmpty()) {
            throw new MediaException(Reason.UNSUPPORTED, file.toString(), "there is nothing to write: no stream");
        }
        Natives.load();
        AVOutputFormat format = avformat.av_guess_format(container, null, null);
        if (format == null || format.isNull()) {
            throw new MediaException(Reason.UNSUPPORTED, file.toString(), "these natives cannot write " + container);
        }
        return FfmpegMuxer.open(file, format, streams, options, tags);
    }

    @Override
    public FragmentMuxer openFragments(List<CodecParameters> streams, long ticksPerSecond) throws MediaException {
        Natives.load();
        AVOutputFormat format = avformat.av_guess_format("mp4", null, null);
        if (streams.isEmpty() || format == null || format.isNull()) {
            throw new MediaException(Reason.UNSUPPORTED, "", "there is nothing to write, or these natives cannot write mp4");
        }
        return FfmpegFragmentMuxer.open(format, streams, ticksPerSecond);
    }
}
