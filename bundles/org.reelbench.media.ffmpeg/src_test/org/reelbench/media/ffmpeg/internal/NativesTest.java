package org.reelbench.media.ffmpeg.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Runtime.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

/** The natives that ship are those whose holes are known to be mended; docs/security.md says which. */
class NativesTest {

    private static final Version OLDEST = Version.parse("8.1.2");
    private static final Pattern NUMBER = Pattern.compile("n?(\\d+(\\.\\d+)*).*");

    private static boolean isRecent(String version) {
        Matcher matcher = NUMBER.matcher(version);
        return matcher.matches() && Version.parse(matcher.group(1)).compareTo(OLDEST) >= 0;
    }

    @Test
    void areNoOlderThanTheLastSecurityRelease() throws Exception {
        Natives.load();
        String version = avutil.av_version_info().getString();
        assertTrue(isRecent(version), version);
    }

    @Test
    void anOlderVersionWouldBeFound() {
        assertFalse(isRecent("8.1.1"));
        assertFalse(isRecent("8.0.9"));
        assertFalse(isRecent("n7.1-4-g123456"));
        assertFalse(isRecent("N-120000-gabcdef"));
        assertTrue(isRecent("8.1.2"));
        assertTrue(isRecent("n8.1.10"));
        assertTrue(isRecent("9"));
        assertTrue(isRecent("8.2"));
    }

    /** Libraries of different releases in one process crash at a moment of their own choosing. */
    @Test
    void areOfOneReleaseWithTheirBindings() throws Exception {
        Natives.load();
        assertEquals(avutil.LIBAVUTIL_VERSION_INT(), avutil.avutil_version());
        assertEquals(avcodec.LIBAVCODEC_VERSION_INT(), avcodec.avcodec_version());
        assertEquals(avformat.LIBAVFORMAT_VERSION_INT(), avformat.avformat_version());
    }
}
