package org.reelbench.media.ffmpeg.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.OtherStreamInfo;
import org.reelbench.media.StreamInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.media.ffmpeg.internal.PixelFormats;

/**
 * Decodes the first frame of a medium whose head does not tell enough: picture files, which keep their orientation in the
 * picture, and bytes that were only guessed to be media.
 */
final class FirstPictures {

    private static final int MAX_PACKETS = 50;

    private FirstPictures() {
    }

    /**
     * Returns the streams as their first frame shows them.
     *
     * @param demuxer the analysed container
     * @param streams its streams as described so far
     * @param cancellation asks to stop
     * @return the streams
     * @throws MediaException {@link Reason#NOT_MEDIA} or {@link Reason#DAMAGED} if nothing decodes
     */
    static List<StreamInfo> looked(Demuxer demuxer, List<StreamInfo> streams, Cancellation cancellation) throws MediaException {
        List<StreamInfo> looked = new ArrayList<>(streams);
        for (StreamInfo stream : streams) {
            if (stream instanceof OtherStreamInfo) {
                continue;
            }
            demuxer.rewind(cancellation);
            AVFrame frame = Errors.allocated(avutil.av_frame_alloc());
            try {
                if (!decode(demuxer, stream.index(), frame, cancellation)) {
                    throw nothing(demuxer);
                }
                if (stream instanceof VideoStreamInfo video) {
                    looked.set(video.index(), described(video, frame));
                }
            } finally {
                avutil.av_frame_free(frame);
            }
        }
        return looked;
    }

    /**
     * Returns when the first picture of a stream is shown, where the container's word is the time its packet is fed.
     *
     * @param demuxer the analysed container
     * @param index a stream of pictures
     * @param cancellation asks to stop
     * @return the time in the stream's ticks, or unknown if nothing decodes
     * @throws MediaException if the bytes cannot be read
     */
    static long startTicks(Demuxer demuxer, int index, Cancellation cancellation) throws MediaException {
        demuxer.rewind(cancellation);
        AVFrame frame = Errors.allocated(avutil.av_frame_alloc());
        try {
            if (!decode(demuxer, index, frame, cancellation)) {
                return Ticks.UNKNOWN;
            }
            return frame.pts() == Ticks.UNKNOWN ? frame.best_effort_timestamp() : frame.pts();
        } finally {
            avutil.av_frame_free(frame);
        }
    }

    /** What is said of a picture file that does not decode. */
    static MediaException damaged(Demuxer demuxer) {
        return new MediaException(Reason.DAMAGED, demuxer.medium(),
                "the picture is damaged or cut off; copy it again from where it came");
    }

    private static MediaException nothing(Demuxer demuxer) {
        return Containers.isStill(demuxer.container())
                ? damaged(demuxer)
                : new MediaException(Reason.NOT_MEDIA, demuxer.medium(),
                        "it is no video, sound or picture file; check that the right file was chosen");
    }

    private static VideoStreamInfo described(VideoStreamInfo video, AVFrame frame) {
        int rotationDegrees = video.rotationDegrees();
        AVFrameSideData matrix = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (matrix != null) {
            rotationDegrees = StreamDescriptions.rotationDegrees(matrix.data());
        }
        return new VideoStreamInfo(video.index(), video.codec(), PixelFormats.describe(frame), video.frameRate(), video.start(),
                video.duration(), video.still(), rotationDegrees,
                video.still() ? StreamDescriptions.pixelAspect(frame.sample_aspect_ratio()) : video.pixelAspect());
    }

    private static boolean decode(Demuxer demuxer, int index, AVFrame frame, Cancellation cancellation) throws MediaException {
        AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
        try (Decoder decoder = Decoder.open(demuxer.stream(index), 1, demuxer.medium())) {
            for (int packets = 0; packets < MAX_PACKETS; packets++) {
                @Nullable
                AVPacket fed = demuxer.read(packet, cancellation) ? packet : null;
                if (fed != null && fed.stream_index() != index) {
                    avcodec.av_packet_unref(packet);
                    continue;
                }
                decoder.send(fed);
                avcodec.av_packet_unref(packet);
                if (decoder.receive(frame) == 0) {
                    return true;
                }
                if (fed == null) {
                    return false;
                }
            }
            return false;
        } finally {
            avcodec.av_packet_free(packet);
        }
    }
}
