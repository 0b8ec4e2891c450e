package org.reelbench.proxies.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.proxies.ProxyFormat;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

class HeavyRuleTest {

    private static final ProxyFormat FORMAT = ProxyFormat.ALL.getFirst();

    private static VideoStreamInfo stream(String codec, int width, int height, int rate, PixelFormat format) {
        return new VideoStreamInfo(0, codec, PictureFormat.of(width, height, format, ColorDescription.BT709_LIMITED),
                Optional.of(FrameRate.of(rate, 1)), RationalTime.ZERO, RationalTime.ZERO, false, 0);
    }

    @ParameterizedTest
    @CsvSource({ "h264,3840,2160,30,true", "h264,1920,1080,30,false", "h264,1920,1080,60,true", "hevc,3840,2160,25,true",
            "hevc,1280,720,50,false", "mpeg2video,1920,1080,25,false", "av1,1920,1080,30,true", "png,1920,1080,24,true",
            "hevc,960,540,120,false", "something,3840,2160,30,true" })
    void whatTakesAGoodPartOfACoreIsHeavy(String codec, int width, int height, int rate, boolean heavy) {
        assertEquals(heavy, HeavyRule.isHeavy(stream(codec, width, height, rate, PixelFormat.YUV420P), FORMAT, 0));
    }

    @Test
    void whatWasMeasuredCounts() {
        VideoStreamInfo stream = stream("h264", 1920, 1080, 30, PixelFormat.YUV420P);
        assertTrue(HeavyRule.isDoubtful(stream, FORMAT));
        assertTrue(HeavyRule.isHeavy(stream, FORMAT, 12_000_000));
        assertFalse(HeavyRule.isHeavy(stream("h264", 3840, 2160, 30, PixelFormat.YUV420P), FORMAT, 3_000_000));
    }

    @Test
    void whatIsSeeThroughHasNone() {
        assertTrue(HeavyRule.impossible(stream("png", 1920, 1080, 24, PixelFormat.YUVA444P)).isPresent());
        assertTrue(HeavyRule.impossible(stream("h264", 1920, 1080, 24, PixelFormat.YUV420P)).isEmpty());
    }
}
