package org.reelbench.media.ffmpeg.internal.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.media.MediaException.Reason;

/** Playlists, scripts and manifests that name another file or an address, called like media. */
final class HostileTexts {

    private static final String KIND = "playlist in disguise";

    private HostileTexts() {
    }

    static List<HostileCase> cases(String file, String address) {
        List<HostileCase> cases = new ArrayList<>();
        texts(file, address).forEach((name, text) -> {
            for (String ending : List.of("mp4", "ts", "%03d.png")) {
                cases.add(HostileCase.file(KIND, name + " as " + ending, "film." + ending, text.getBytes(StandardCharsets.UTF_8),
                        HostileCase.only(Reason.NOT_MEDIA)));
            }
        });
        return cases;
    }

    private static Map<String, String> texts(String file, String address) {
        Map<String, String> texts = new LinkedHashMap<>();
        String head = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:0\n";
        texts.put("HLS", head + "#EXTINF:1.0,\n" + file + "\n#EXT-X-ENDLIST\n");
        texts.put("HLS from the network", head + "#EXTINF:1.0,\n" + address + "\n#EXT-X-ENDLIST\n");
        texts.put("HLS master", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + address + "\n");
        texts.put("HLS with a key",
                head + "#EXT-X-KEY:METHOD=AES-128,URI=\"" + address + "\"\n#EXTINF:1.0,\n" + file + "\n#EXT-X-ENDLIST\n");
        texts.put("HLS with a map", head + "#EXT-X-MAP:URI=\"" + file + "\"\n#EXTINF:1.0,\n" + file + "\n#EXT-X-ENDLIST\n");
        texts.put("DASH", dash("<BaseURL>file://" + file + "</BaseURL>"));
        texts.put("DASH from the network", dash("<BaseURL>" + address + "</BaseURL>"));
        texts.put("DASH with a template",
                dash("<SegmentTemplate media=\"" + file + "\" initialization=\"" + file + "\" duration=\"1\"/>"));
        texts.put("concat", "ffconcat version 1.0\nfile '" + file + "'\n");
        texts.put("concat without a head", "file '" + file + "'\nfile '" + address + "'\n");
        texts.put("SDP",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
        texts.put("M3U", "#EXTM3U\n#EXTINF:1,film\n" + file + "\n");
        texts.put("ASX", "<asx version=\"3.0\"><entry><ref href=\"" + address + "\"/></entry></asx>");
        texts.put("reference", "[Reference]\nRef1=" + address + "?MSWMExt=.asf\n");
        texts.put("SMIL", "<smil><body><video src=\"" + address + "\"/></body></smil>");
        texts.put("IMF", "<?xml version=\"1.0\"?><CompositionPlaylist xmlns=\"http://www.smpte-ra.org/schemas/2067-3/2016\"><Id>"
                + "urn:uuid:0</Id></CompositionPlaylist>");
        texts.put("RTSP", "rtsptext" + address + "\n");
        texts.put("subtitles", "WEBVTT\n\n00:00.000 --> 00:01.000\n" + address + "\n");
        texts.put("chapters", ";FFMETADATA1\ntitle=" + file + "\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\n");
        texts.put("script", "AviSource(\"" + file + "\")\n");
        return texts;
    }

    private static String dash(String inside) {
        return "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" "
                + "mediaPresentationDuration=\"PT1S\" profiles=\"urn:mpeg:dash:profile:isoff-main:2011\"><Period><AdaptationSet>"
                + "<Representation id=\"1\" bandwidth=\"1\">" + inside + "</Representation></AdaptationSet></Period></MPD>\n";
    }
}
