package org.reelbench.media.ffmpeg.internal.read;

import java.io.IOException;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.global.avcodec;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ffmpeg.internal.samples.Unit;

/**
 * When raw sound in fragmented MP4 ends, as its fragments say. Each may count hundreds of thousands of samples, which FFmpeg
 * writes out one by one when it reads through them.
 */
final class FragmentLengths {

    private FragmentLengths() {
    }

    /** Whether a stream is sound whose packets are its samples. */
    static boolean isRaw(AVCodecParameters parameters) {
        int id = parameters.codec_id();
        return id >= avcodec.AV_CODEC_ID_FIRST_AUDIO && id < avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
    }

    /** How long one sample of raw sound is; 0 if it is no whole number of bytes. */
    static int sampleBytes(AVCodecParameters parameters) {
        int bits = avcodec.av_get_bits_per_sample(parameters.codec_id()) * parameters.ch_layout().nb_channels();
        return bits > 0 && bits % Byte.SIZE == 0 ? bits / Byte.SIZE : 0;
    }

    /**
     * Returns when the streams end, if any of them is raw sound.
     *
     * @param bytes a fragmented MP4 file
     * @param demuxer the same, analysed
     * @param cancellation asks to stop
     * @return the end of each in its ticks, or none if the packets had better be looked at
     * @throws IOException if the bytes cannot be read
     */
    static long[] ends(AttendedBytes bytes, Demuxer demuxer, Cancellation cancellation) throws IOException {
        boolean raw = false;
        long[] ends = new long[demuxer.streams()];
        try {
            for (int stream = 0; stream < ends.length; stream++) {
                AVCodecParameters parameters = demuxer.stream(stream).codecpar();
                boolean own = isRaw(parameters);
                ends[stream] = end(bytes, stream, own ? sampleBytes(parameters) : 0, cancellation);
                raw |= own;
            }
            return raw ? ends : new long[0];
        } catch (OddMp4Exception e) {
            // Its packets tell, unless they are too many.
            return new long[0];
        }
    }

    private static long end(AttendedBytes bytes, int stream, int pieceBytes, Cancellation cancellation)
            throws IOException, OddMp4Exception {
        Mp4Layout layout = Mp4Layout.of(new Mp4Window(bytes, cancellation), stream);
        Mp4Units units = new Mp4FragmentUnits(Mp4Window.ofHeads(bytes, cancellation), Mp4Window.ofHeads(bytes, cancellation),
                layout,
                pieceBytes);
        if (!layout.edits().isEmpty() && (layout.edits().size() != 2 || layout.edits().getLast() != 0)) {
            throw new OddMp4Exception("an edit list that moves the samples");
        }
        long latest = Long.MIN_VALUE;
        for (Unit unit = units.next(); unit != null; unit = units.next()) {
            cancellation.check();
            latest = Math.max(latest, unit.offsetTicks() + units.endTicks());
        }
        return latest;
    }
}
