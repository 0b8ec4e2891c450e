package org.reelbench.loading.internal;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

/**
 * What an open reader holds, reckoned from what is known of its medium and decoder: nothing tells how much FFmpeg has allocated
 * for one of them. The figures were measured against the memory of the process with ten readers open (see docs/loading.md).
 *
 * @param containerBytes what the open container takes: its buffers and its table of samples
 * @param decoderBytes what the decoder takes, with the pictures it works on
 */
record ReaderCost(long containerBytes, long decoderBytes) {

    private static final long CONTAINER_BYTES = 1_200_000;
    private static final long TABLE_ENTRY_BYTES = 50;
    /** Longer media are read by tables on disk, of which an open reader holds some pages. */
    private static final long MOST_ENTRIES = 20_000;
    private static final long USUAL_FRAMES_PER_SECOND = 30;
    /** AAC has this many samples in a packet; most other codecs have fewer packets. */
    private static final long SAMPLES_PER_PACKET = 1024;
    private static final long DECODER_BYTES = 500_000;
    /** What a decoder refers to, and what it holds back until it is sure of the order. */
    private static final long PICTURES = 6;
    private static final long SOUND_DECODER_BYTES = 300_000;

    static ReaderCost of(MediaInfo info, ReaderKey key) {
        return new ReaderCost(CONTAINER_BYTES + tableBytes(info), switch (key) {
        case ReaderKey.Frames frames -> info.video(frames.stream().streamIndex())
                .map(stream -> DECODER_BYTES + (PICTURES + frames.decoderThreads() - 1) * pictureBytes(stream.picture()))
                .orElse(DECODER_BYTES);
        case ReaderKey.Sound _ -> SOUND_DECODER_BYTES;
        });
    }

    /** What both take. */
    long bytes() {
        return containerBytes + decoderBytes;
    }

    /** Returns the cost if it is known how many pictures the decoder holds. */
    ReaderCost withPictures(int pictures, PictureFormat picture) {
        return pictures == 0 ? this : new ReaderCost(containerBytes, DECODER_BYTES + pictures * pictureBytes(picture));
    }

    /** The tables of all streams are read, whichever is wanted. */
    private static long tableBytes(MediaInfo info) {
        if (!info.container().contains("mp4") && !info.container().contains("mov")) {
            return 0;
        }
        long entries = info.streams().stream().mapToLong(stream -> switch (stream) {
        case VideoStreamInfo video -> count(video.duration(),
                video.frameRate().map(FrameRate::framesPerSecond).map(Rational::ceil).orElse(USUAL_FRAMES_PER_SECOND));
        case AudioStreamInfo audio -> count(audio.duration(), audio.sampleRateHz() / SAMPLES_PER_PACKET + 1);
        default -> 0;
        }).sum();
        return Math.min(entries, MOST_ENTRIES) * TABLE_ENTRY_BYTES;
    }

    private static long count(RationalTime duration, long perSecond) {
        return Math.max(0, duration.ticksRound(1)) * perSecond;
    }

    private static long pictureBytes(PictureFormat picture) {
        return (long) picture.widthPx() * picture.heightPx() * 3 / 2;
    }
}
