package org.reelbench.media;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A service that opens readers on the streams of a medium.
 * <p>
 * For every thread. Opening reads from the source, so never on a thread that draws.
 *
 * <pre>{@code
 * try (FrameReader frames = readers.openFrames(bytes, info, 0, 1, cancellation);
 *         VideoFrame frame = frames.frameAt(RationalTime.parse("1.5s"), cancellation)) {
 *     show(frame);
 * }
 * }</pre>
 */
@ProviderType
public interface MediaReaders {

    /**
     * Opens a stream of pictures.
     *
     * @param source the bytes, which outlive the reader
     * @param info what {@link MediaProbe} said of them
     * @param streamIndex the stream
     * @param decoderThreads how many threads may decode, 1 or more; each costs about one frame of memory and of delay
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_STREAM}, {@link MediaException.Reason#NO_DECODER},
     *             {@link MediaException.Reason#DAMAGED} or {@link MediaException.Reason#UNREADABLE}
     */
    FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads, Cancellation cancellation)
            throws MediaException;

    /**
     * Opens a stream of sound.
     *
     * @param source the bytes, which outlive the reader
     * @param info what {@link MediaProbe} said of them
     * @param streamIndex the stream
     * @param sampleRateHz the rate the reader delivers, whatever the stream's is
     * @param channels how many channels the reader delivers: 1 or 2; mono becomes both sides, more than two are folded down
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_STREAM}, {@link MediaException.Reason#NO_DECODER},
     *             {@link MediaException.Reason#DAMAGED} or {@link MediaException.Reason#UNREADABLE}
     */
    PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation)
            throws MediaException;

    /**
     * Opens channels of a stream of sound that are picked out, each as it was recorded.
     *
     * @param source the bytes, which outlive the reader
     * @param info what {@link MediaProbe} said of them
     * @param streamIndex the stream
     * @param sampleRateHz the rate the reader delivers, whatever the stream's is
     * @param numbers the one or two channels the reader delivers, counted from 1 in the stream's order; one that the stream does
     *            not have is silent
     * @param cancellation asks to stop
     * @return the reader, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#NO_STREAM}, {@link MediaException.Reason#NO_DECODER},
     *             {@link MediaException.Reason#DAMAGED} or {@link MediaException.Reason#UNREADABLE}
     */
    PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation)
            throws MediaException;
}
