package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class BenchPresetTest {

    @Test
    void theProgramIsToldWhatOurPresetSays() {
        assertEquals(
                List.of("-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-i", "/a.mp4", "-i", "/b.mp4", "-filter_complex",
                        "GRAPH",
                        "-map", "[picture]", "-map", "0:a", "-c:v", "libopenh264", "-b:v", "5529600", "-g", "60", "-profile:v",
                        "high", "-c:a", "aac",
                        "-b:a", "192000", "-ar", "48000", "-ac", "2", "-movflags", "+faststart", "-f", "mp4", "/film.mp4"),
                BenchPreset.shipped().arguments(List.of(Path.of("/a.mp4"), Path.of("/b.mp4")), "GRAPH", Path.of("/film.mp4")));
        assertEquals(List.of("libopenh264"),
                BenchPreset.shipped().ours().video().stream().map(choice -> choice.encoder()).toList());
    }

    @Test
    void bothSidesOfTheOtherProgramUseWhatBothHave() {
        assertEquals("libx264", BenchPreset.common(List.of("libopenh264", "libx264")).video().encoder());
        BenchPreset plain = BenchPreset.common(List.of("libopenh264", "mpeg4"));
        assertEquals(List.of("-consumer", "avformat:/film.mp4", "real_time=-1", "terminate_on_pause=1", "rescale=bicubic",
                "pix_fmt=yuv420p", "f=mp4", "vcodec=mpeg4", "g=60", "vb=6912000", "threads=0", "acodec=aac", "ab=192000",
                "ar=48000", "channels=2", "movflags=+faststart"), plain.properties(Path.of("/film.mp4")));
    }
}
