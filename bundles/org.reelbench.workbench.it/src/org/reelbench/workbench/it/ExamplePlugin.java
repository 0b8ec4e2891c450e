package org.reelbench.workbench.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.osgi.framework.FrameworkUtil;
import org.reelbench.media.EffectProvider;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;

/** Packs services of the examples, and others that do what theirs do not, as plug-ins of their own. */
final class ExamplePlugin {

    static final String ID = "org.example.sepia.plugin";
    static final String EFFECT = "org.example.sepia";

    private static final String TYPE = "org/example/reelbench/Sepia";
    /** The source names it; a running program has no use for it and does not have it. */
    private static final String ANNOTATION = "package org.osgi.service.component.annotations; public @interface Component { }";
    private static final String DESCRIPTION = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="one">
              <service><provide interface="%s"/></service>
              <implementation class="%s"/>
            </scr:component>
            """;

    static final long REGISTERED_BYTES = 3 << 20;
    /** Keeps the first picture that it gets. */
    private static final String KEEPER = """
            package org.example.reelbench;
            import java.util.*;
            import org.reelbench.media.*;
            import org.reelbench.time.RationalTime;
            public final class Sepia implements EffectProvider {
                private static final List<VideoFrame> KEPT = Collections.synchronizedList(new ArrayList<>());
                public Sepia() {
                    var context = org.osgi.framework.FrameworkUtil.getBundle(Sepia.class).getBundleContext();
                    context.getService(context.getServiceReference(org.reelbench.memory.MemoryLedger.class))
                            .open(org.reelbench.memory.Holding.PLUGIN, "patterns").set(3 << 20);
                }
                protected void deactivate() {
                    KEPT.forEach(VideoFrame::close);
                }
                public EffectDescriptor descriptor() {
                    return new EffectDescriptor("org.example.sepia", "1", "Keeper", List.of());
                }
                public EffectBody create(SortedMap<String, Object> parameters) {
                    return new FrameProcessor() {
                        public Set<PixelFormat> formats() { return Set.of(PixelFormat.YUV420P); }
                        public void process(VideoFrame frame, RationalTime sourceTime) {
                            if (KEPT.isEmpty()) {
                                KEPT.add(frame.retain());
                            }
                        }
                    };
                }
            }
            """;

    private ExamplePlugin() {
    }

    /** Makes one of the decorator {@code FlashFrames} of the examples. */
    static Path flashFrames(Path folder) throws IOException, URISyntaxException {
        return pack(folder, "org.example.flash", "1.0.0", "org/example/reelbench/FlashFrames", TrackDecorator.class,
                example("org/example/reelbench/FlashFrames"));
    }

    private static Path example(String type) {
        return Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "src")
                .resolve(type + ".java");
    }

    /** Makes a version of the plug-in in a folder. */
    static Path write(Path folder, String version) throws IOException, URISyntaxException {
        return write(folder, version, example(TYPE));
    }

    /** Makes one that has {@link #REGISTERED_BYTES} in the ledger, and keeps a picture once it was used. */
    static Path keeper(Path folder) throws IOException, URISyntaxException {
        return write(folder, "3.0.0",
                Files.writeString(Files.createDirectory(folder.resolve("keeper")).resolve("Sepia.java"), KEEPER));
    }

    /** Makes one that says of tracks what some code returns. */
    static Path decorator(Path folder, String id, String code) throws IOException, URISyntaxException {
        Path source = Files.createDirectory(folder.resolve(id)).resolve("Marks.java");
        Files.writeString(source, """
                package org.example.marks;
                import java.util.*;
                import org.reelbench.project.decoration.*;
                public final class Marks implements TrackDecorator {
                    public String name() {
                        return "Marks";
                    }
                    public List<Decoration> decorate(TrackStretch stretch) {
                        %s
                    }
                }
                """.formatted(code));
        return pack(folder, id, "1.0.0", "org/example/marks/Marks", TrackDecorator.class, source);
    }

    private static Path write(Path folder, String version, Path source) throws IOException, URISyntaxException {
        return pack(folder, ID, version, TYPE, EffectProvider.class, source);
    }

    private static Path pack(Path folder, String id, String version, String type, Class<?> service, Path source)
            throws IOException, URISyntaxException {
        Path file = folder.resolve(id + "-" + version + ".jar");
        Path work = Files.createTempDirectory(folder, "one");
        compile(work, source);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest(id, version, service.getPackageName()))) {
            add(jar, "OSGI-INF/one.xml",
                    DESCRIPTION.formatted(service.getName(), type.replace('/', '.')).getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> types = Files.list(work.resolve(type).getParent())) {
                for (Path each : types.toList()) {
                    add(jar, work.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
                }
            }
        }
        return file;
    }

    private static void compile(Path work, Path source) throws IOException, URISyntaxException {
        Path annotation = Files.writeString(work.resolve("Component.java"), ANNOTATION);
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(EffectProvider.class, RationalTime.class, MemoryLedger.class, FrameworkUtil.class,
                TrackDecorator.class, Clip.class)) {
            places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        String api = String.join(File.pathSeparator, places);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(null, files, null,
                    List.of("-cp", api, "-proc:none", "-nowarn", "-d", work.toString()), null,
                    files.getJavaFileObjects(annotation, source)).call();
            if (!done) {
                throw new IOException("the plug-in does not compile");
            }
        }
    }

    private static Manifest manifest(String id, String version, String service) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", id);
        main.putValue("Bundle-Version", version);
        Set<String> imports = new TreeSet<>(List.of("org.reelbench.media", "org.reelbench.memory", "org.reelbench.project",
                "org.reelbench.time", "org.reelbench.timeline", service));
        main.putValue("Import-Package", "org.osgi.framework,"
                + String.join(",", imports.stream().map(name -> name + ";version=\"[0.1.0,1.0.0)\"").toList()));
        main.putValue("Service-Component", "OSGI-INF/*.xml");
        return manifest;
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
    }
}
