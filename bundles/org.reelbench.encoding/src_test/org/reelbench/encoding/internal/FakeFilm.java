package org.reelbench.encoding.internal;

import java.util.List;
import java.util.Optional;

import org.reelbench.media.AudioStreamInfo;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.PcmReader;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** What a film that was exported holds when it is read back: what a test says. */
final class FakeFilm implements MediaProbe, MediaReaders {

    final Leases frames = new Leases();
    long count;
    int widthPx = 64;
    int heightPx = 36;
    FrameRate rate = FrameRate.of(25, 1);
    RationalTime late = RationalTime.ZERO;
    boolean sounds = true;
    int brightness;

    @Override
    public MediaInfo probe(ByteSource source, Cancellation cancellation) {
        VideoStreamInfo video = new VideoStreamInfo(0, "h264", format(), Optional.of(rate), RationalTime.ZERO,
                rate.timeOf(count), false, 0);
        AudioStreamInfo audio = new AudioStreamInfo(1, "aac", 48_000, 2, RationalTime.ZERO, rate.timeOf(count));
        return new MediaInfo("mp4", RationalTime.ZERO, rate.timeOf(count), sounds ? List.of(video, audio) : List.of(video));
    }

    private PictureFormat format() {
        return PictureFormat.of(widthPx, heightPx, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED);
    }

    @Override
    public FrameReader openFrames(ByteSource source, MediaInfo info, int streamIndex, int decoderThreads,
            Cancellation cancellation) {
        return new FrameReader() {

            private long last = -1;

            @Override
            public VideoStreamInfo stream() {
                return info.video().orElseThrow();
            }

            @Override
            public VideoFrame frameAt(RationalTime time, Cancellation token) {
                long number = Math.min(count - 1, time.times(rate.framesPerSecond()).ticksFloor(1));
                last = Math.max(last, number);
                return CountedFrame.at(number, format(), rate.timeOf(number).plus(late), brightness, frames);
            }

            @Override
            public long decodedFrames() {
                return last + 1;
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    @Override
    public PcmReader openChannels(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, List<Integer> numbers,
            Cancellation cancellation) {
        return openPcm(source, info, streamIndex, sampleRateHz, numbers.size(), cancellation);
    }

    @Override
    public PcmReader openPcm(ByteSource source, MediaInfo info, int streamIndex, int sampleRateHz, int channels,
            Cancellation cancellation) {
        return new PcmReader() {

            @Override
            public AudioStreamInfo stream() {
                return info.audio().orElseThrow();
            }

            @Override
            public void read(long firstSample, float[][] into, int offset, int count, Cancellation token) {
                // silence
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }
}
