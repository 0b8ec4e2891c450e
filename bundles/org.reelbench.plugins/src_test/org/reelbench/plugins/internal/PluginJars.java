package org.reelbench.plugins.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.osgi.framework.BundleActivator;

/** Writes plug-ins for tests: an activator of a few lines, compiled when it is needed. */
final class PluginJars {

    /** Offers a service that says who it is. */
    static final String GREETS = "context.registerService(java.util.function.Supplier.class, () -> GREETING, null);";
    static final String NOTHING = "";

    private final Map<String, String> headers = new HashMap<>();
    private String start = GREETS;
    private String stop = NOTHING;
    private String members = "";

    private PluginJars(String id, String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", id);
        headers.put("Bundle-Version", version);
        headers.put("Bundle-Name", "Plug-in " + id);
        headers.put("Bundle-Activator", "plugin.Activator");
        headers.put("Import-Package", "org.osgi.framework");
        members = "static final String GREETING = \"" + id + " " + version + "\";";
    }

    static PluginJars of(String id, String version) {
        return new PluginJars(id, version);
    }

    PluginJars header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    PluginJars start(String body) {
        start = body;
        return this;
    }

    PluginJars stop(String body) {
        stop = body;
        return this;
    }

    PluginJars members(String more) {
        members += more;
        return this;
    }

    /** Writes the plug-in; it takes its name when it is whole. */
    Path write(Path file) throws IOException {
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "made", ".tmp");
        try (OutputStream out = Files.newOutputStream(whole); JarOutputStream jar = new JarOutputStream(out, manifest())) {
            for (Map.Entry<String, byte[]> type : compiled().entrySet()) {
                jar.putNextEntry(new ZipEntry(type.getKey()));
                jar.write(type.getValue());
            }
        }
        return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }

    private Map<String, byte[]> compiled() throws IOException {
        String source = """
                package plugin;
                import org.osgi.framework.*;
                public class Activator implements BundleActivator {
                    %s
                    public void start(BundleContext context) throws Exception { %s }
                    public void stop(BundleContext context) throws Exception { %s }
                }
                """.formatted(members, start, stop);
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String api = Path.of(BundleActivator.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
            boolean done = compiler.getTask(null, new InMemory(files, classes), null, List.of("-cp", api, "-proc:none"), null,
                    List.of(new Source(source))).call();
            if (!done) {
                throw new IOException("the plug-in does not compile");
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, stream) -> bytes.put(name.replace('.', '/') + ".class", stream.toByteArray()));
        return bytes;
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///plugin/Activator.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what is compiled. */
    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(StandardJavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String name, JavaFileObject.Kind kind,
                javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {

                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    classes.put(name, out);
                    return out;
                }
            };
        }
    }

    /** Runs a tool of the JDK. */
    static void tool(Path folder, String name, String... arguments) {
        try {
            List<String> command = new java.util.ArrayList<>(
                    List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(name + ".log").toFile()).start();
            if (process.waitFor() != 0) {
                throw new IOException(name + " failed: " + Files.readString(folder.resolve(name + ".log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
