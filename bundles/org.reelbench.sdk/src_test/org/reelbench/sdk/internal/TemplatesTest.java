package org.reelbench.sdk.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.capture.CaptureSource;
import org.reelbench.cli.Subcommand;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.FilterText;
import org.reelbench.testcard.SoundEffectContract;
import org.reelbench.testkit.CaptureSourceContract;
import org.reelbench.testkit.SubcommandContract;
import org.reelbench.testkit.TimelineFormatContract;

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
            Path project = folder.resolve(kind.word());
            Templates.write(project, "org.example.mine", kind, "0.1.0-SNAPSHOT", Path.of("/opt/program"));
            try (Stream<Path> files = Files.walk(project)) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                assertEquals(7, all.size(), all.toString());
                for (Path file : all) {
                    assertFalse(Files.readString(file).contains("${"), file.toString());
                }
            }
        }
    }

    private PluginProject written(Kind kind) throws IOException {
        Path project = folder.resolve(kind.word());
        Templates.write(project, "org.example.mine", kind, "0.1.0-SNAPSHOT", folder);
        return new PluginProject(project);
    }

    private <T> T made(Kind kind, Class<T> type) throws Exception {
        Path bundle = written(kind).build(Workshop.program());
        assertTrue(text(bundle, "OSGI-INF/org.example.mine.Mine.xml").contains("interface=\"" + type.getName() + "\""));
        // Stays open for the classes that the service loads later; it goes with the test's process.
        @SuppressWarnings("resource")
        URLClassLoader loader = new URLClassLoader(new URL[] { bundle.toUri().toURL() }, TemplatesTest.class.getClassLoader());
        return type.cast(loader.loadClass("org.example.mine.Mine").getConstructor().newInstance());
    }

    private static String text(Path bundle, String entry) throws IOException {
        try (var files = java.nio.file.FileSystems.newFileSystem(bundle)) {
            return Files.readString(files.getPath(entry));
        }
    }
}
