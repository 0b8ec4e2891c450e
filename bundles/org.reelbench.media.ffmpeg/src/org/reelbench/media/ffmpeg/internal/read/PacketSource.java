package org.reelbench.media.ffmpeg.internal.read;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;

/**
 * Where the packets of one stream come from: FFmpeg's demuxer over the whole medium, or over the excerpts that a table of samples
 * names. One thread at a time.
 */
interface PacketSource extends AutoCloseable {

    /** The name of the medium, for messages. */
    String medium();

    /** FFmpeg's name of the container. */
    String container();

    /** A stream; valid until packets are read or sought. */
    AVStream stream(int index);

    /** Leaves out all streams but one, which spares reading them where the container has an index. */
    void only(int index);

    /**
     * Reads the next packet, of the stream given to {@link #only} or of any.
     *
     * @param packet takes the packet; empty before
     * @param cancellation asks to stop, looked at once a packet
     * @return false at the end
     * @throws MediaException if the bytes cannot be read
     */
    boolean read(AVPacket packet, Cancellation cancellation) throws MediaException;

    /**
     * Goes to a packet at or before a time stamp, as the container's index tells it: the caller looks where it really got.
     *
     * @param index the stream whose clock counts
     * @param ticks where to
     * @param cancellation asks to stop
     * @return false if the container could not
     * @throws MediaException if the bytes cannot be read
     */
    boolean seek(int index, long ticks, Cancellation cancellation) throws MediaException;

    /**
     * Begins anew, as if just opened.
     *
     * @param cancellation asks to stop
     * @throws MediaException if the bytes cannot be read
     */
    void rewind(Cancellation cancellation) throws MediaException;

    /** Whether a read was refused or given up, so that only {@link #seek} or {@link #rewind} may follow. */
    boolean broken();

    /** Whether the container says that nothing of a stream is shown at a time stamp, whatever packets carry it. */
    boolean isGap(int index, long ticks);

    /**
     * Tells when the last sync sample at or before a time is fed, as far as the container's index is known.
     *
     * @param index the stream
     * @param ticks the time
     * @return its time stamp, or unknown
     * @throws MediaException {@link Reason#UNREADABLE} if the index cannot be read
     */
    long knownSync(int index, long ticks) throws MediaException;

    /** Whether the container's index is known up to a time. */
    boolean isKnown(int index, long ticks);

    @Override
    void close();
}
