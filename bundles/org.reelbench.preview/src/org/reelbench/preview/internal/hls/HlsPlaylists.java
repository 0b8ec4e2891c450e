package org.reelbench.preview.internal.hls;

import java.util.List;
import java.util.Locale;

import org.reelbench.time.Rational;

/** Writes playlists of fragmented MP4 (RFC 8216). */
public final class HlsPlaylists {

    /** The type of playlists. */
    public static final String TYPE = "application/vnd.apple.mpegurl";

    /** Maps in playlists of whole segments need it. */
    private static final int VERSION = 7;

    private static final String SOUND_GROUP = "sound";

    private HlsPlaylists() {
    }

    /**
     * One segment.
     *
     * @param uri where it is, relative to the playlist
     * @param seconds how long it is
     * @param map where its init segment is
     */
    public record Entry(String uri, Rational seconds, String map) {
    }

    /**
     * One quality.
     *
     * @param uri where its playlist is
     * @param bitsPerSecond at most about how much it takes, with sound
     * @param codecs what it needs to be played
     * @param widthPx how wide it is
     * @param heightPx how high it is
     * @param framesPerSecond how many pictures a second
     */
    public record Variant(String uri, long bitsPerSecond, List<String> codecs, int widthPx, int heightPx,
            Rational framesPerSecond) {
    }

    /** A film that does not change any more: all its segments. A new init segment is a new map behind a discontinuity. */
    public static String media(List<Entry> entries) {
        StringBuilder text = begin();
        long target = entries.stream().mapToLong(entry -> entry.seconds().round()).max().orElse(1);
        text.append("#EXT-X-TARGETDURATION:").append(Math.max(1, target)).append("\n#EXT-X-MEDIA-SEQUENCE:0\n")
                .append("#EXT-X-PLAYLIST-TYPE:VOD\n");
        String map = "";
        for (Entry entry : entries) {
            if (!entry.map().equals(map)) {
                if (!map.isEmpty()) {
                    text.append("#EXT-X-DISCONTINUITY\n");
                }
                map = entry.map();
                text.append("#EXT-X-MAP:URI=\"").append(map).append("\"\n");
            }
            text.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n%s\n", entry.seconds().toDouble(), entry.uri()));
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /** The qualities of a film, and its sound if it has any. The first is what players begin with. */
    public static String master(List<Variant> variants, String soundUri) {
        StringBuilder text = begin();
        if (!soundUri.isEmpty()) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"" + SOUND_GROUP
                    + "\",NAME=\"Sound\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"").append(soundUri).append("\"\n");
        }
        for (Variant variant : variants) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(Math.max(1, variant.bitsPerSecond()));
            if (!variant.codecs().isEmpty()) {
                text.append(",CODECS=\"").append(String.join(",", variant.codecs())).append('"');
            }
            text.append(String.format(Locale.ROOT, ",RESOLUTION=%dx%d,FRAME-RATE=%.3f", variant.widthPx(), variant.heightPx(),
                    variant.framesPerSecond().toDouble()));
            if (!soundUri.isEmpty()) {
                text.append(",AUDIO=\"" + SOUND_GROUP + "\"");
            }
            text.append('\n').append(variant.uri()).append('\n');
        }
        return text.toString();
    }

    private static StringBuilder begin() {
        return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:" + VERSION + "\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    }
}
