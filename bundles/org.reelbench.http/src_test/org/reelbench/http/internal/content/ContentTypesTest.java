package org.reelbench.http.internal.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types by first bytes; {@code ~} stands for any byte, and {@code \\xx} for one in hexadecimal. */
class ContentTypesTest {

    @ParameterizedTest(name = "{0} named {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ~~~~ftypisom      | a.bin  | video/mp4
            ~~~~ftypmp42      | a.mp4  | video/mp4
            ~~~~ftypqt~~      | a.mov  | video/quicktime
            ~~~~ftypM4A~      | a.m4a  | audio/mp4
            ~~~~stypmsdh      | a.m4s  | video/iso.segment
            ~~~~moof~~~~      | a      | video/iso.segment
            ~~~~moov~~~~      | a.mov  | video/quicktime
            ~~~~mdat~~~~      | a.mov  | video/quicktime
            \\1aE\\df\\a3~~~B\\82\\84webm | a.webm | video/webm
            \\1aE\\df\\a3~~~B\\82\\88matroska | a.mkv | video/x-matroska
            RIFF~~~~WAVEfmt   | a.wav  | audio/wav
            RIFF~~~~AVI~LIST  | a.avi  | video/x-msvideo
            fLaC~~~~          | a      | audio/flac
            OggS~~~~OpusHead  | a.opus | audio/ogg
            OggS~~~~\\80theora | a.ogv | video/ogg
            ID3\\04~~~        | a      | audio/mpeg
            \\ff\\fb\\90~     | a.mp3  | audio/mpeg
            \\ff\\f1P~        | a.aac  | audio/aac
            WEBVTT~           | a      | text/vtt;charset=utf-8
            \\ef\\bb\\bfWEBVTT | a     | text/vtt;charset=utf-8
            \\ff\\d8\\ff\\e0  | a.jpg  | image/jpeg
            \\89PNG           | a.png  | image/png
            {"a":1}           | a.json | application/json
            #EXTM3U           | a.m3u8 | application/vnd.apple.mpegurl
            ''                | a.mp4  | video/mp4
            ''                | A.MP4  | video/mp4
            <html>            | a.html | application/octet-stream
            ~~~~              | noname | application/octet-stream
            """)
    void tells(String head, String name, String expected) {
        assertEquals(expected, ContentTypes.of(bytes(head), name));
    }

    private static byte[] bytes(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(text.charAt(i) == '~' ? ' ' : text.charAt(i));
            }
        }
        return plain.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
