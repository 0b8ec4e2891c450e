package org.reelbench.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.osgi.framework.FrameworkUtil;
import org.reelbench.cli.Subcommand;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.EffectProvider;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.project.ProjectFile;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Sequence;

/** Makes plug-ins as third parties do: compiles sources against the API and packs them with the descriptions of their services. */
final class BuiltPlugin {

    static final String ID = "org.example.built";
    private static final String PACKAGE = "org.example.reelbench";
    /** Sources name it; a running program has no use for it and does not have it. */
    private static final String ANNOTATION = "package org.osgi.service.component.annotations; public @interface Component { }";

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> services = new LinkedHashMap<>();
    private String id = ID;
    private String version = "1.0.0";
    private String imports = "";

    /** The sources of the plug-in in {@code examples} that bring two effects, a subcommand and a format of timelines. */
    static BuiltPlugin ofTheExamples() throws IOException {
        Path folder = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "src", "org",
                "example", "reelbench");
        BuiltPlugin built = new BuiltPlugin();
        Map<String, Class<?>> examples = Map.of("Sepia", EffectProvider.class, "Scanlines", EffectProvider.class, "Length",
                Subcommand.class, "CutList", TimelineFormat.class);
        for (Map.Entry<String, Class<?>> example : examples.entrySet()) {
            built.with(example.getKey(), example.getValue(), Files.readString(folder.resolve(example.getKey() + ".java")));
        }
        return built;
    }

    /** An effect of a few lines. */
    static BuiltPlugin ofEffect(String id, String members) {
        return new BuiltPlugin().with("Made", EffectProvider.class, """
                package org.example.reelbench;
                import java.util.*;
                import org.reelbench.media.*;
                import org.reelbench.time.RationalTime;
                public final class Made implements EffectProvider {
                    public EffectDescriptor descriptor() { return new EffectDescriptor("%s", "1", "Made", List.of()); }
                    %s
                }
                """.formatted(id, members));
    }

    /** A picture effect whose code does what it is told to each frame. */
    static BuiltPlugin ofFrames(String id, String process) {
        return ofEffect(id, """
                public EffectBody create(SortedMap<String, Object> parameters) {
                    return new FrameProcessor() {
                        public Set<PixelFormat> formats() { return Set.of(PixelFormat.YUV420P); }
                        public void process(VideoFrame frame, RationalTime sourceTime) { %s }
                    };
                }
                """.formatted(process));
    }

    BuiltPlugin with(String name, Class<?> service, String source) {
        sources.put(name, source);
        services.put(name, service.getName());
        return this;
    }

    BuiltPlugin id(String other) {
        id = other;
        return this;
    }

    BuiltPlugin version(String other) {
        version = other;
        return this;
    }

    BuiltPlugin importing(String more) {
        imports = "," + more;
        return this;
    }

    /** Puts the plug-in into a file, which takes its name when it is whole. */
    Path write(Path file) throws IOException {
        Path work = Files.createTempDirectory("plugin");
        compile(work);
        Path whole = work.resolve("whole.tmp");
        try (OutputStream out = Files.newOutputStream(whole); JarOutputStream jar = new JarOutputStream(out, manifest())) {
            for (Map.Entry<String, String> service : services.entrySet()) {
                add(jar, "OSGI-INF/" + service.getKey() + ".xml",
                        description(service.getKey(), service.getValue()).getBytes(StandardCharsets.UTF_8));
            }
            for (Path type : files(work.resolve(PACKAGE.replace('.', '/')), ".class")) {
                add(jar, work.relativize(type).toString().replace('\\', '/'), Files.readAllBytes(type));
            }
        }
        Files.createDirectories(file.getParent());
        return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
    }

    private void compile(Path work) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(Files.writeString(work.resolve("Component.java"), ANNOTATION));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(work.resolve(source.getKey() + ".java"), source.getValue()));
        }
        String path = Stream.of(EffectProvider.class, Subcommand.class, ProjectFile.class, RationalTime.class, Sequence.class,
                TimelineFormat.class, MemoryLedger.class, FrameworkUtil.class)
                .map(BuiltPlugin::place).distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(null, manager, null,
                    List.of("-cp", path, "-proc:none", "-nowarn", "-d", work.toString()), null,
                    manager.getJavaFileObjectsFromPaths(files)).call();
            if (!done) {
                throw new IOException("the plug-in does not compile");
            }
        }
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", id);
        main.putValue("Bundle-Version", version);
        String api = Stream.of("cli", "interchange", "media", "project", "time", "timeline")
                .map(name -> "org.reelbench." + name + ";version=\"[0.1.0,1.0.0)\"").collect(Collectors.joining(","));
        main.putValue("Import-Package", api + imports);
        main.putValue("Service-Component", "OSGI-INF/*.xml");
        return manifest;
    }

    private static String description(String name, String service) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s.%2$s">
                  <service><provide interface="%3$s"/></service>
                  <implementation class="%1$s.%2$s"/>
                </scr:component>
                """.formatted(PACKAGE, name, service);
    }
}
