package org.reelbench.encoding.internal.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.encoding.ExportPresets;
import org.reelbench.media.AudioEncoder;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Encoders;
import org.reelbench.media.VideoEncoder;
import org.reelbench.media.VideoEncoding;
import org.reelbench.plugins.PluginCallException;

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

    @Test
    void presetsOfAProviderStandBehindOurOwnAndGoWithIt() {
        ExportPresetsComponent presets = new ExportPresetsComponent(encoders("libopenh264", "aac"));
        String text = "[preset]\nlabel = For the station\nkind = film\ncontainer = mp4\nextension = mp4\n"
                + "[video]\nencoder = libopenh264\nbits-per-pixel = 0.2\n[audio]\nencoder = aac\nbit-rate = 192000\n";
        ExportPresetProvider station = () -> new TreeMap<>(Map.of("station", text, "h264", text, "broken", "nonsense"));
        presets.addProvider(() -> new TreeMap<>(Map.of("station", text)));
        presets.addProvider(station);
        assertEquals("", whyNot(presets, "station"));
        assertEquals("For the station", presets.find("station").orElseThrow().preset().label());
        assertEquals("h264", presets.list().getFirst().preset().name());
        assertEquals(1, presets.list().stream().filter(listed -> listed.preset().name().equals("station")).count());
        assertEquals(1, presets.problems().size(), presets.problems().toString());
        presets.removeProvider(station);
        assertEquals(List.of(), presets.problems());
    }

    @Test
    void aProviderThatIsNotCalledAnyMoreTakesNoOtherPresetWithIt() {
        ExportPresetsComponent presets = new ExportPresetsComponent(encoders("aac"));
        presets.addProvider(() -> {
            throw new PluginCallException("org.example", false, "the plug-in org.example is not called any more", null);
        });
        assertTrue(presets.find("h264").isPresent());
        assertEquals(List.of("the plug-in org.example is not called any more"), presets.problems());
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
