package org.reelbench.encoding.internal.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Encoders;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;

class ExportPresetsComponentTest {

    @Test
    void aPresetWhoseEncoderIsNotThereSaysWhichOneItNeeds() {
        ExportPresets presets = new ExportPresetsComponent(encoders("libopenh264", "aac", "ffv1"));
        assertEquals("", whyNot(presets, "h264"));
        String high = whyNot(presets, "h264-high");
        assertTrue(high.contains("libx264") && high.contains("GPL"), high);
        String lossless = whyNot(presets, "lossless");
        assertTrue(lossless.contains("flac") && !lossless.contains("GPL"), lossless);
        assertTrue(whyNot(presets, "webm").contains("libvpx-vp9"));
    }

    @Test
    void withTheGplLibraryItIsThere() {
        ExportPresets presets = new ExportPresetsComponent(encoders("libx264", "aac"));
        assertEquals("", whyNot(presets, "h264-high"));
        assertEquals("", whyNot(presets, "h264-two-pass"));
    }

    private static String whyNot(ExportPresets presets, String name) {
        return presets.find(name).orElseThrow().whyNot();
    }

    private static Encoders encoders(String... names) {
        return new Encoders() {

            @Override
            public List<String> names() {
                return List.of(names);
            }

            @Override
            public VideoEncoder openVideo(VideoEncoding encoding) {
                throw new AssertionError("listing opens nothing");
            }

            @Override
            public AudioEncoder openAudio(AudioEncoding encoding) {
                throw new AssertionError("listing opens nothing");
            }
        };
    }
}
