package org.reelbench.sdk.internal;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Component;
import org.reelbench.capture.CaptureSource;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.Composers;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.sdk.ComponentProcessor;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.testcard.SoundEffectContract;
import org.reelbench.testkit.Contract;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;

import jakarta.servlet.Servlet;

/** The bundles of the tests in place of an installed program, and projects to build against it. */
final class Workshop {

    private Workshop() {
    }

    /** One class of each bundle; how a test is started decides whether a property names them. */
    private static final List<Class<?>> OF_EACH_BUNDLE = List.of(ComponentProcessor.class, BundleContext.class,
            CaptureSource.class,
            Clip.class, Component.class, Composers.class, Contract.class, ExportPresetProvider.class, HttpEndpoint.class,
            MemoryLedger.class, RationalTime.class, Servlet.class,
            SoundEffectContract.class, Subcommand.class, TimelineFormat.class, TrackDecorator.class);

    static Program program() throws URISyntaxException {
        List<Path> path = new ArrayList<>();
        for (Class<?> one : OF_EACH_BUNDLE) {
            path.add(place(one));
        }
        return new Program(path.getFirst(), path);
    }

    /** The same as a class path, with what a class comes from. */
    static String pathWith(Class<?> more) throws URISyntaxException {
        List<String> path = new ArrayList<>(List.of(place(more).toString()));
        for (Class<?> one : OF_EACH_BUNDLE) {
            path.add(place(one).toString());
        }
        return String.join(File.pathSeparator, path);
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** A project with one class of the package {@code org.example.one}. */
    static PluginProject project(Path folder, String imports, String name, String source) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF").resolve("MANIFEST.MF"), """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: org.example.one
                Import-Package: %s
                """.formatted(imports));
        Path sources = Files.createDirectories(folder.resolve("src/main/java/org/example/one"));
        Files.writeString(sources.resolve(name + ".java"), "package org.example.one;\n" + source);
        return new PluginProject(folder);
    }
}
