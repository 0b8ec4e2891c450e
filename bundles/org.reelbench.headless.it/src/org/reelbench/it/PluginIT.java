package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Canvas;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.Composer;
import org.reelbench.media.ComposerInput;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.EffectUse;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.EffectContract;
import org.reelbench.time.FrameRate;
import org.reelbench.time.RationalTime;

/** A third party's bundle, dropped into the running framework and taken out again. */
class PluginIT {

    private static final Canvas CANVAS = new Canvas(320, 180, FrameRate.of(30, 1), ColorDescription.BT709_LIMITED);
    private static final int CYCLES = "deep".equals(System.getProperty("reelbench.tier")) ? 200 : 20;

    @Test
    void itsEffectsAndSubcommandsComeAndGoWithIt() throws Exception {
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            assertFalse(effects().contains("org.example.scanlines"));
            Bundle plugin = Services.context().installBundle("reference:" + jar().toUri());
            try {
                plugin.start();
                assertTrue(effects().containsAll(List.of("org.example.scanlines", "org.example.sepia")), effects().toString());
                assertTrue(subcommands().contains("length"));
                assertEquals(16 + (200 - 16) / 2, lumaOfTheSecondRowWith("org.example.scanlines"));
            } finally {
                plugin.uninstall();
            }
            assertFalse(effects().contains("org.example.scanlines"));
            assertFalse(subcommands().contains("length"));
        }
    }

    @Test
    void itsEffectsKeepToTheContractOfAllEffects() throws Exception {
        Bundle plugin = Services.context().installBundle("reference:" + jar().toUri());
        try {
            plugin.start();
            Composers composers = Services.get(Composers.class);
            for (String id : List.of("org.example.scanlines", "org.example.sepia")) {
                EffectContract contract = new EffectContract(composers, composers.effect(id).orElseThrow());
                contract.checkDescription();
                contract.check(1, CYCLES);
                assertTrue(contract.composed() > CYCLES);
            }
        } finally {
            plugin.uninstall();
        }
    }

    @Test
    void aMissingEffectIsNamed() {
        MediaException refused = assertThrows(MediaException.class, () -> lumaOfTheSecondRowWith("org.example.absent"));
        assertEquals(MediaException.Reason.EFFECT, refused.reason());
        assertTrue(refused.getMessage().contains("org.example.absent"), refused.getMessage());
    }

    private static int lumaOfTheSecondRowWith(String effect) throws MediaException, InterruptedException {
        LayerSpec layer = new LayerSpec(CANVAS.picture(), Placement.at(0, 0, 320, 180), false,
                List.of(new EffectUse(effect, new TreeMap<>())));
        try (VideoFrame grey = MemoryFrame.allocate(CANVAS.picture(), RationalTime.ZERO)) {
            grey.plane(0).fill((byte) 200);
            grey.plane(1).fill((byte) 128);
            grey.plane(2).fill((byte) 128);
            try (Composer composer = Services.get(Composers.class).open(new Composition(CANVAS, List.of(layer)));
                    VideoFrame composed = composer.compose(0, List.of(new ComposerInput(grey, 1, RationalTime.ZERO)))) {
                return composed.plane(0).get(ValueLayout.JAVA_BYTE, composed.strideBytes(0)) & 0xff;
            }
        }
    }

    private static List<String> effects() throws InterruptedException {
        return Services.get(Composers.class).effects().stream().map(effect -> effect.id()).toList();
    }

    private static List<String> subcommands() throws InvalidSyntaxException {
        return Services.context().getServiceReferences(Subcommand.class, null).stream()
                .map(reference -> Services.context().getService(reference).name()).toList();
    }

    private static Path jar() throws Exception {
        Path folder = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }
}
