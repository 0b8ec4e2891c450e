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
                BenchPreset.arguments(List.of(Path.of("/a.mp4"), Path.of("/b.mp4")), "GRAPH", Path.of("/film.mp4")));
        assertEquals(List.of("libopenh264"), BenchPreset.ours().video().stream().map(choice -> choice.encoder()).toList());
    }
}
