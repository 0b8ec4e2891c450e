package org.reelbench.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureSource;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.media.FrameProcessor;
import org.reelbench.media.MediaException;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ReliefStep;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.testcard.SoundEffectContract;
import org.reelbench.testkit.CaptureSourceContract;
import org.reelbench.testkit.ExportPresetContract;
import org.reelbench.testkit.ReliefStepContract;
import org.reelbench.testkit.SubcommandContract;
import org.reelbench.testkit.TimelineFormatContract;
import org.reelbench.testkit.TrackDecoratorContract;
import org.reelbench.time.RationalTime;

/** Each new project is built as it is written, and what it brings keeps to its contract. */
class TemplatesTest {

    private final Path folder;

    TemplatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anEffect() throws Exception {
        EffectProvider effect = made(Kind.EFFECT, EffectProvider.class);
        assertEquals(new FilterText("hue=s=0.0"), effect.create(effect.descriptor().check(Map.of())));
    }

    @Test
    void anEffectOnSound() throws Exception {
        SoundEffectContract contract = new SoundEffectContract(made(Kind.SOUND, EffectProvider.class));
        contract.checkDescription();
        contract.check(1, 5);
    }

    @Test
    void aSubcommand() throws Exception {
        new SubcommandContract(made(Kind.SUBCOMMAND, Subcommand.class)).check();
    }

    @Test
    void aFormatOfTimelines() throws Exception {
        byte[] sample = "0 50 one.mp4\n100 25 two.mp4\n".getBytes(StandardCharsets.UTF_8);
        new TimelineFormatContract(made(Kind.FORMAT, TimelineFormat.class), sample, 1, 200).check();
    }

    @Test
    void aCaptureSource() throws Exception {
        new CaptureSourceContract(made(Kind.CAPTURE, CaptureSource.class)).check();
    }

    @Test
    void aTransitionShowsTheUpperHalfHalfWay() throws Exception {
        EffectProvider effect = made(Kind.TRANSITION, EffectProvider.class);
        assertEquals(Subject.TRANSITION, effect.descriptor().subject());
        FrameProcessor edge = (FrameProcessor) effect
                .create(effect.descriptor().check(Map.of(EffectDescriptor.PROGRESS, 0.5)));
        byte[] alpha = drawn(edge, PixelFormat.YUVA420P, 3, RationalTime.ZERO);
        assertEquals(-1, alpha[3]);
        assertEquals(0, alpha[4]);
    }

    @Test
    void aGeneratorDrawsByTheTimeOfItsClip() throws Exception {
        EffectProvider effect = made(Kind.GENERATOR, EffectProvider.class);
        assertEquals(Subject.GENERATOR, effect.descriptor().subject());
        FrameProcessor waves = (FrameProcessor) effect.create(effect.descriptor().check(Map.of()));
        RationalTime later = RationalTime.ofSeconds(1);
        assertArrayEquals(drawn(waves, PixelFormat.YUV420P, 0, later), drawn(waves, PixelFormat.YUV420P, 0, later));
        assertNotEquals(drawn(waves, PixelFormat.YUV420P, 0, RationalTime.ZERO)[0],
                drawn(waves, PixelFormat.YUV420P, 0, later)[0]);
    }

    /** The first column of a plane that was even white, for pictures eight rows high. */
    private static byte[] drawn(FrameProcessor processor, PixelFormat pixels, int plane, RationalTime time)
            throws MediaException {
        PictureFormat format = PictureFormat.of(16, 8, pixels, ColorDescription.BT709_LIMITED);
        try (MemoryFrame frame = MemoryFrame.allocate(format, time)) {
            frame.plane(plane).fill((byte) -1);
            processor.process(frame, time);
            byte[] column = new byte[8];
            for (int y = 0; y < column.length; y++) {
                column[y] = frame.plane(plane).get(ValueLayout.JAVA_BYTE, (long) y * frame.strideBytes(plane));
            }
            return column;
        }
    }

    @Test
    void aPreset() throws Exception {
        new ExportPresetContract(made(Kind.PRESET, ExportPresetProvider.class)).check();
    }

    @Test
    void decorationsKeepTheContract() throws Exception {
        new TrackDecoratorContract(made(Kind.DECORATION, TrackDecorator.class), 1, 5).check();
    }

    @Test
    void aStepThatGivesMemoryBack() throws Exception {
        Class<?> type = built(Kind.RELIEF, ReliefStep.class);
        MemoryLedger ledger = MemoryLedger.none();
        ReliefStep step = (ReliefStep) type.getConstructor(MemoryLedger.class).newInstance(ledger);
        MethodHandle remember = MethodHandles.publicLookup().unreflect(type.getMethod("remember", byte[].class)).bindTo(step);
        new ReliefStepContract(step, () -> {
            try {
                remember.invoke(new byte[1000]);
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }, ledger).check();
    }

    @Test
    void aServletAsksForTheServer() throws Exception {
        Path bundle = written(Kind.SERVLET).build(Workshop.program());
        String component = text(bundle, "OSGI-INF/org.example.mine.Mine.xml");
        assertTrue(component.contains("value=\"/mine/*\"") && component.contains("interface=\"jakarta.servlet.Servlet\""),
                component);
        assertTrue(component.contains("init=\"1\"") && component.contains("interface=\"org.reelbench.http.HttpEndpoint\""),
                component);
    }

    @Test
    void noPlaceholderIsLeft() throws Exception {
        for (Kind kind : Kind.values()) {
            assertEquals(7, filesWithNoPlaceholderBut("nothing", kind, Builder.MAVEN));
            // These are filled in by Maven and by who reads the target platform.
            assertEquals(8,
                    filesWithNoPlaceholderBut("tycho\\.version|project\\.basedir|env_var:REELBENCH_SITE", kind, Builder.TYCHO));
        }
    }

    private int filesWithNoPlaceholderBut(String names, Kind kind, Builder builder) throws IOException {
        Path project = folder.resolve(kind.word() + builder);
        Templates.write(project, "org.example.mine", kind, builder, "0.1.0-SNAPSHOT", Path.of("/opt/program"));
        try (Stream<Path> files = Files.walk(project)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                assertFalse(Files.readString(file).replaceAll("\\$\\{(" + names + ")}", "").contains("${"), file.toString());
            }
            return all.size();
        }
    }

    /** What authors find in the folder of tests. */
    private void assertItsTestCompiles(Kind kind, Path bundle) throws Exception {
        Path test = folder.resolve(kind.word()).resolve("src/test/java/org/example/mine/MineTest.java");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String path = bundle + File.pathSeparator + Workshop.pathWith(Test.class);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, said, said, "-proc:none", "-d",
                folder.resolve("classes").toString(), "-cp", path, test.toString()), () -> said.toString(StandardCharsets.UTF_8));
    }

    private PluginProject written(Kind kind) throws IOException {
        Path project = folder.resolve(kind.word());
        Templates.write(project, "org.example.mine", kind, Builder.MAVEN, "0.1.0-SNAPSHOT", folder);
        return new PluginProject(project);
    }

    private <T> T made(Kind kind, Class<T> type) throws Exception {
        return type.cast(built(kind, type).getConstructor().newInstance());
    }

    private Class<?> built(Kind kind, Class<?> type) throws Exception {
        Path bundle = written(kind).build(Workshop.program());
        assertItsTestCompiles(kind, bundle);
        assertTrue(text(bundle, "OSGI-INF/org.example.mine.Mine.xml").contains("interface=\"" + type.getName() + "\""));
        // Stays open for the classes that the service loads later; it goes with the test's process.
        @SuppressWarnings("resource")
        URLClassLoader loader = new URLClassLoader(new URL[] { bundle.toUri().toURL() }, TemplatesTest.class.getClassLoader());
        return loader.loadClass("org.example.mine.Mine");
    }

    private static String text(Path bundle, String entry) throws IOException {
        try (var files = java.nio.file.FileSystems.newFileSystem(bundle)) {
            return Files.readString(files.getPath(entry));
        }
    }
}
