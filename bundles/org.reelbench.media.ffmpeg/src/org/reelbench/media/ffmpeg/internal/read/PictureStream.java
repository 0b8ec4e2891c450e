package org.reelbench.media.ffmpeg.internal.read;

import java.util.Set;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.ffmpeg.internal.Errors;

/**
 * The pictures of one stream in the order they are shown, from any sync sample on. Pictures that another way of getting there
 * would show otherwise are never delivered: those that lead a sync sample and need what lies before it, and those the decoder
 * calls corrupt.
 */
final class PictureStream implements AutoCloseable {

    /** Codecs whose decoders mark the pictures decoding can begin at, so that an index that lies is found out. */
    private static final Set<Integer> MARKS_SYNC = Set.of(avcodec.AV_CODEC_ID_H264, avcodec.AV_CODEC_ID_HEVC,
            avcodec.AV_CODEC_ID_MPEG2VIDEO, avcodec.AV_CODEC_ID_MPEG4, avcodec.AV_CODEC_ID_VP8, avcodec.AV_CODEC_ID_VP9);

    private static final int BEFORE_START_S = 10;

    private final PacketSource demuxer;
    private final Decoder decoder;
    private final int index;
    private final SyncSamples syncSamples;
    private final long secondTicks;
    private final long frameTicks;
    private final long firstTicks;
    private final boolean marksSync;
    private final AVPacket packet = Errors.allocated(avcodec.av_packet_alloc());
    private final AVFrame frame = Errors.allocated(avutil.av_frame_alloc());

    private boolean fresh = true;
    private boolean fromStart;
    private boolean pending;
    private boolean drained;
    private boolean awaitsSync;
    private boolean lenient;
    private long syncTicks = Ticks.UNKNOWN;
    private long readTicks = Ticks.UNKNOWN;
    private long shownTicks = Ticks.UNKNOWN;
    private long decoded;

    /**
     * Takes over an open demuxer and decoder.
     *
     * @param demuxer the demuxer, at the start of the file
     * @param decoder the stream's decoder
     * @param index the stream
     * @param clock the stream's ticks
     * @param firstTicks when the first picture is shown, as far as known
     * @param frameTicks how long a picture is shown, for those that do not say when
     */
    PictureStream(PacketSource demuxer, Decoder decoder, int index, Ticks clock, long firstTicks, long frameTicks) {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.index = index;
        this.firstTicks = firstTicks;
        this.frameTicks = frameTicks;
        syncSamples = new SyncSamples(clock);
        secondTicks = clock.seconds().inverted().ceil();
        marksSync = MARKS_SYNC.contains(demuxer.stream(index).codecpar().codec_id());
        demuxer.only(index);
    }

    /** How many pictures the decoder has delivered. */
    long decoded() {
        return decoded;
    }

    /** Whether the position is lost, so that only {@link #seek} may follow. */
    boolean broken() {
        return demuxer.broken();
    }

    /** Whether the picture that {@link #seek} found is the first of the stream. */
    boolean foundFirst() {
        return fromStart;
    }

    /** Tells whether seeking reaches a time sooner than reading on. */
    boolean isSeekShorter(long ticks) throws MediaException {
        return syncSamples.liesBetween(demuxer, index, readTicks, ticks);
    }

    /**
     * Goes to a sync sample from which the picture shown at a time is reached.
     *
     * @param ticks the time
     * @param cancellation asks to stop
     * @return a picture at or before the time, the first of the stream if none is; null if nothing can be decoded at all
     * @throws MediaException if the bytes cannot be read
     */
    @Nullable
    Picture seek(long ticks, Cancellation cancellation) throws MediaException {
        return find(ticks, false, cancellation);
    }

    /**
     * Decodes a sync sample from which the picture shown at a time is reached, and nothing else where that can be; only
     * {@link #seek} may follow.
     *
     * @param ticks the time
     * @param cancellation asks to stop
     * @return a picture at or before the time, the first of the stream if none is; null if nothing can be decoded at all
     * @throws MediaException if the bytes cannot be read
     */
    @Nullable
    Picture nearestSync(long ticks, Cancellation cancellation) throws MediaException {
        return find(ticks, true, cancellation);
    }

    /** About how many pictures the decoder holds. */
    int held() {
        return decoder.pictures();
    }

    /** Gives the decoder back; only {@link #seek} or {@link #nearestSync} may follow. */
    void rest() {
        decoder.rest();
    }

    private @Nullable Picture find(long ticks, boolean alone, Cancellation cancellation) throws MediaException {
        decoder.wake();
        boolean tryAlone = alone;
        long ask = ticks;
        long stepTicks = secondTicks;
        while (ask > firstTicks) {
            if (jump(ask, cancellation) && findSync(ticks, cancellation)) {
                if (tryAlone) {
                    Picture sync = decodedAlone(ticks, cancellation);
                    if (sync != null) {
                        return sync;
                    }
                    tryAlone = false;
                    continue;
                }
                Picture picture = next(ticks, cancellation);
                if (picture != null && picture.ticks() <= ticks) {
                    return picture;
                }
                if (picture != null) {
                    picture.close();
                }
            }
            ask = Math.subtractExact(Math.min(ask, syncTicks == Ticks.UNKNOWN ? ask : syncTicks), stepTicks);
            stepTicks = Math.multiplyExact(stepTicks, 2);
        }
        return first(cancellation);
    }

    /** The sync sample just found; null if it says nothing of its time, is hidden, or gives no picture by itself. */
    private @Nullable Picture decodedAlone(long ticks, Cancellation cancellation) throws MediaException {
        if (syncTicks == Ticks.UNKNOWN || (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) != 0) {
            return null;
        }
        decoder.send(packet);
        avcodec.av_packet_unref(packet);
        pending = false;
        drained = true;
        decoder.send(null);
        return next(ticks, cancellation);
    }

    private @Nullable Picture first(Cancellation cancellation) throws MediaException {
        if (!lenient) {
            restart(cancellation);
            if (findSync(Long.MAX_VALUE, cancellation)) {
                awaitsSync = false;
                Picture picture = next(Long.MAX_VALUE, cancellation);
                if (picture != null) {
                    return picture;
                }
            }
            // No sync sample, or nothing clean: what there is is better than nothing.
            lenient = true;
        }
        restart(cancellation);
        return next(Long.MAX_VALUE, cancellation);
    }

    private boolean jump(long ticks, Cancellation cancellation) throws MediaException {
        forget();
        fresh = false;
        fromStart = false;
        return demuxer.seek(index, ticks, cancellation);
    }

    private void restart(Cancellation cancellation) throws MediaException {
        forget();
        // Packets are fed before their pictures are shown, so the first lies well before the first picture's time.
        if (!fresh && (demuxer.broken() || !demuxer.seek(index, firstTicks - BEFORE_START_S * secondTicks, cancellation))) {
            demuxer.rewind(cancellation);
        }
        fresh = false;
        fromStart = true;
    }

    private void forget() {
        avcodec.av_packet_unref(packet);
        pending = false;
        decoder.flush();
        drained = false;
        awaitsSync = false;
        syncTicks = Ticks.UNKNOWN;
        readTicks = Ticks.UNKNOWN;
        shownTicks = Ticks.UNKNOWN;
        syncSamples.jumped();
    }

    /** Skips to the next sync sample; false if there is none before the limit, which only one at or before it would be. */
    private boolean findSync(long limitTicks, Cancellation cancellation) throws MediaException {
        while (readPacket(cancellation)) {
            if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0) {
                syncTicks = packet.pts();
                // A sync sample that an edit list hides is not delivered, so no mark can be waited for.
                awaitsSync = marksSync && (packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0;
                return syncTicks == Ticks.UNKNOWN || syncTicks <= limitTicks;
            }
            if (readTicks != Ticks.UNKNOWN && readTicks > limitTicks) {
                return false;
            }
            avcodec.av_packet_unref(packet);
            pending = false;
        }
        return false;
    }

    /**
     * Delivers the next picture.
     *
     * @param cancellation asks to stop
     * @return the picture, to be closed by the caller, or null after the last
     * @throws MediaException if the bytes cannot be read
     */
    @Nullable
    Picture next(Cancellation cancellation) throws MediaException {
        return next(Long.MAX_VALUE, cancellation);
    }

    private @Nullable Picture next(long limitTicks, Cancellation cancellation) throws MediaException {
        while (true) {
            int result = decoder.receive(frame);
            if (result == 0) {
                decoded++;
                long ticks = ticksOf(frame);
                if (isClean(ticks)) {
                    awaitsSync = false;
                    shownTicks = ticks;
                    return new Picture(frame, ticks);
                }
                avutil.av_frame_unref(frame);
                if (awaitsSync && ticks > limitTicks) {
                    return null;
                }
            } else if (drained || result == Errors.END) {
                return null;
            } else {
                // An error of the decoder is a damaged packet: the next may do better.
                feed(cancellation);
            }
        }
    }

    private void feed(Cancellation cancellation) throws MediaException {
        if (pending || readPacket(cancellation)) {
            if (decoder.send(packet) != Errors.AGAIN) {
                avcodec.av_packet_unref(packet);
                pending = false;
            }
        } else {
            drained = true;
            decoder.send(null);
        }
    }

    private boolean readPacket(Cancellation cancellation) throws MediaException {
        if (drained || !demuxer.read(packet, cancellation)) {
            return false;
        }
        pending = true;
        long ticks = packet.dts() == Ticks.UNKNOWN ? packet.pts() : packet.dts();
        readTicks = ticks == Ticks.UNKNOWN ? readTicks : ticks;
        if ((packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0 && ticks != Ticks.UNKNOWN) {
            syncSamples.passed(ticks);
        }
        return true;
    }

    private long ticksOf(AVFrame picture) {
        // The guess depends on where decoding began, so what the container says comes first.
        long ticks = picture.pts() == Ticks.UNKNOWN ? picture.best_effort_timestamp() : picture.pts();
        if (ticks != Ticks.UNKNOWN) {
            return ticks;
        }
        if (shownTicks == Ticks.UNKNOWN) {
            return fromStart ? firstTicks : Ticks.UNKNOWN;
        }
        return shownTicks + frameTicks;
    }

    private boolean isClean(long ticks) {
        if (ticks == Ticks.UNKNOWN || shownTicks != Ticks.UNKNOWN && ticks < shownTicks || demuxer.isGap(index, ticks)) {
            return false;
        }
        if (lenient) {
            return true;
        }
        if (syncTicks != Ticks.UNKNOWN && ticks < syncTicks || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0
                || (frame.decode_error_flags() & AVFrame.FF_DECODE_ERROR_MISSING_REFERENCE) != 0) {
            return false;
        }
        return !awaitsSync || (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0 || frame.pict_type() == avutil.AV_PICTURE_TYPE_I;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        decoder.close();
        demuxer.close();
    }
}
