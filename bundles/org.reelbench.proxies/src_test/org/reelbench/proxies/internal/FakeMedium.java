package org.reelbench.proxies.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.reelbench.media.ByteSource;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.Medium;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** A medium that is nothing but the times of its frames. */
record FakeMedium(String name, String fingerprint, MediaInfo info, List<RationalTime> times) implements Medium {

    /** A heavy medium of 30 frames a second. */
    static FakeMedium of(String name, int frames) {
        List<RationalTime> times = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            times.add(RationalTime.of(1001L * i, 30_000));
        }
        return new FakeMedium(name, "fingerprint of " + name, info("hevc", 64, 36, times.getLast()), times);
    }

    static MediaInfo info(String codec, int widthPx, int heightPx, RationalTime duration) {
        return new MediaInfo("fake", RationalTime.ZERO, duration, List.of(new VideoStreamInfo(0, codec,
                FakePipeline.picture(widthPx, heightPx), Optional.of(FrameRate.of(30_000, 1001)), RationalTime.ZERO, duration,
                false,
                0)));
    }

    @Override
    public ByteSource open() {
        return new Bytes(this);
    }

    /** Bytes that only the fake readers understand. */
    record Bytes(FakeMedium medium) implements ByteSource {

        @Override
        public String name() {
            return medium.name();
        }

        @Override
        public long sizeBytes() {
            return 0;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return -1;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
