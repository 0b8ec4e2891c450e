package org.reelbench.media.ffmpeg.internal.write;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.media.ffmpeg.internal.Errors;
import org.reelbench.time.Rational;

/** Brings plain packets into the shape of FFmpeg's. */
final class PacketCopy {

    /** The library's note on samples to be dropped: at the start, at the end, and two reasons it does not use. */
    private static final int SKIP_NOTE_BYTES = 10;

    private PacketCopy() {
    }

    /**
     * Copies a packet.
     *
     * @param from the packet
     * @param timeBase the length of a tick of its time stamps, in seconds
     * @param stream the number of the stream
     * @param target the stream, whose ticks the copy is in
     * @param packet an empty packet, to be emptied by the caller whatever happens
     * @param medium what is written, for messages
     */
    static void copy(EncodedPacket from, Rational timeBase, int stream, AVStream target, AVPacket packet, String medium)
            throws MediaException {
        int size = Math.toIntExact(from.data().byteSize());
        Errors.check(avcodec.av_new_packet(packet, size), Reason.UNWRITABLE, medium, "there is no memory for a packet");
        try (AVRational ticks = new AVRational()) {
            MemorySegment.ofAddress(packet.data().address()).reinterpret(size).copyFrom(from.data());
            packet.stream_index(stream);
            packet.pts(from.ptsTicks());
            packet.dts(from.dtsTicks());
            packet.duration(from.durationTicks());
            packet.flags(from.sync() ? avcodec.AV_PKT_FLAG_KEY : 0);
            if (from.trimEndSamples() > 0) {
                byte[] note = ByteBuffer.allocate(SKIP_NOTE_BYTES).order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(Integer.BYTES, from.trimEndSamples()).array();
                MemorySegment.ofAddress(
                        Errors.allocated(avcodec.av_packet_new_side_data(packet, avcodec.AV_PKT_DATA_SKIP_SAMPLES, note.length))
                                .address())
                        .reinterpret(note.length).copyFrom(MemorySegment.ofArray(note));
            }
            OpenEncoder.set(ticks, timeBase);
            avcodec.av_packet_rescale_ts(packet, ticks, target.time_base());
        }
    }
}
