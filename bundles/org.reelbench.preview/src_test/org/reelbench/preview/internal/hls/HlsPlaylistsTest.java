package org.reelbench.preview.internal.hls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.preview.internal.hls.HlsPlaylists.Entry;
import org.reelbench.preview.internal.hls.HlsPlaylists.Variant;
import org.reelbench.time.Rational;

/** Playlists keep the rules of RFC 8216; the numbers are its sections'. */
class HlsPlaylistsTest {

    private static final Rational TWO = Rational.of(60_060, 30_000);

    private static Entry entry(String uri, String map) {
        return new Entry(uri, TWO, map);
    }

    @Test
    void aFilmIsAllItsSegmentsAndAnEnd() {
        assertEquals("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-TARGETDURATION:2
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-MAP:URI="i1.mp4"
                #EXTINF:2.002000,
                a.m4s
                #EXTINF:2.002000,
                b.m4s
                #EXT-X-ENDLIST
                """, HlsPlaylists.media(List.of(entry("a.m4s", "i1.mp4"), entry("b.m4s", "i1.mp4"))));
    }

    /** 4.3.2.5: a map is for all segments up to the next one; 4.3.2.3: another encoding is a discontinuity. */
    @Test
    void anotherInitSegmentIsAnotherMapBehindADiscontinuity() {
        List<String> lines = HlsPlaylists
                .media(List.of(entry("a", "i1"), entry("b", "i2"), entry("c", "i2"), entry("d", "i1"))).lines()
                .filter(line -> line.startsWith("#EXT-X-MAP") || line.startsWith("#EXT-X-DIS") || !line.startsWith("#")).toList();
        assertEquals(List.of("#EXT-X-MAP:URI=\"i1\"", "a", "#EXT-X-DISCONTINUITY", "#EXT-X-MAP:URI=\"i2\"", "b", "c",
                "#EXT-X-DISCONTINUITY", "#EXT-X-MAP:URI=\"i1\"", "d"), lines);
    }

    /** 4.3.3.1: each duration, rounded, is at most the target. */
    @Test
    void noSegmentIsLongerThanTheTarget() {
        String text = HlsPlaylists
                .media(List.of(new Entry("a", Rational.of(1, 25), "i"), new Entry("b", Rational.of(5, 2), "i")));
        assertTrue(text.contains("#EXT-X-TARGETDURATION:3\n"), text);
        assertTrue(HlsPlaylists.media(List.of(new Entry("a", Rational.of(1, 25), "i"))).contains("#EXT-X-TARGETDURATION:1\n"));
    }

    @Test
    void anEmptyFilmIsAListThatEnds() {
        assertTrue(HlsPlaylists.media(List.of()).endsWith("#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-ENDLIST\n"));
    }

    /** 4.3.4.2: bandwidth is a must; the group it names is there (4.3.4.2.1). */
    @Test
    void eachQualityNamesItsBandwidthAndTheSound() {
        List<Variant> variants = Stream.of(1280, 960, 640)
                .map(width -> new Variant("p" + width, width * 1000L, List.of("avc1.42c01f", "fLaC"), width, width / 2, TWO))
                .toList();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            String text = HlsPlaylists.master(variants, "sound.m3u8");
            assertTrue(text.contains("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\""), text);
            assertTrue(text.contains("#EXT-X-STREAM-INF:BANDWIDTH=960000,CODECS=\"avc1.42c01f,fLaC\",RESOLUTION=960x480,"
                    + "FRAME-RATE=2.002,AUDIO=\"sound\"\np960\n"), text);
            assertEquals(3, text.lines().filter(line -> line.startsWith("#EXT-X-STREAM-INF")).count());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSilentFilmNamesNoSound() {
        String text = HlsPlaylists.master(List.of(new Variant("p", 1, List.of(), 2, 2, TWO)), "");
        assertFalse(text.contains("AUDIO"), text);
        assertFalse(text.contains("CODECS"), text);
    }
}
