package org.reelbench.workbench.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.reelbench.media.EffectProvider;

/** Packs the effect {@code Sepia} of the examples as a plug-in of its own. */
final class ExamplePlugin {

    static final String ID = "org.example.sepia.plugin";
    static final String EFFECT = "org.example.sepia";

    private static final String TYPE = "org/example/reelbench/Sepia";
    /** The source names it; a running program has no use for it and does not have it. */
    private static final String ANNOTATION = "package org.osgi.service.component.annotations; public @interface Component { }";
    private static final String DESCRIPTION = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sepia">
              <service><provide interface="org.reelbench.media.EffectProvider"/></service>
              <implementation class="org.example.reelbench.Sepia"/>
            </scr:component>
            """;

    private ExamplePlugin() {
    }

    /** Makes a version of the plug-in in a folder. */
    static Path write(Path folder, String version) throws IOException, URISyntaxException {
        Path file = folder.resolve(ID + "-" + version + ".jar");
        Path work = Files.createTempDirectory(folder, "sepia");
        compile(work);
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest(version))) {
            add(jar, "OSGI-INF/sepia.xml", DESCRIPTION.getBytes(StandardCharsets.UTF_8));
            add(jar, TYPE + ".class", Files.readAllBytes(work.resolve(TYPE + ".class")));
        }
        return file;
    }

    private static void compile(Path work) throws IOException, URISyntaxException {
        Path source = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "src")
                .resolve(TYPE + ".java");
        Path annotation = Files.writeString(work.resolve("Component.java"), ANNOTATION);
        Path api = Path.of(EffectProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(null, files, null,
                    List.of("-cp", api.toString(), "-proc:none", "-nowarn", "-d", work.toString()), null,
                    files.getJavaFileObjects(annotation, source)).call();
            if (!done) {
                throw new IOException("the plug-in does not compile");
            }
        }
    }

    private static Manifest manifest(String version) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", ID);
        main.putValue("Bundle-Version", version);
        main.putValue("Import-Package", "org.reelbench.media;version=\"[0.1.0,1.0.0)\"");
        main.putValue("Service-Component", "OSGI-INF/*.xml");
        return manifest;
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
    }
}
