package org.reelbench.cli.internal.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Loads classes and resources of jars as they are, whoever signed them; above it is the Java platform alone. For every thread. */
final class JarLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<JarFile, ProtectionDomain> jars = new LinkedHashMap<>();

    /** Opens the jars; they stay open as long as the program runs. */
    JarLoader(List<Path> files) throws IOException {
        super("reelbench", getPlatformClassLoader());
        for (Path file : files) {
            JarFile jar = new JarFile(file.toFile(), false);
            jars.put(jar, new ProtectionDomain(new CodeSource(file.toUri().toURL(), (Certificate[]) null), null, this, null));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        for (Map.Entry<JarFile, ProtectionDomain> each : jars.entrySet()) {
            JarEntry entry = each.getKey().getJarEntry(file);
            if (entry != null) {
                try (InputStream in = each.getKey().getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length, each.getValue());
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(String name) {
        return found(name).stream().findFirst().orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(found(name));
    }

    private List<URL> found(String name) {
        List<URL> found = new ArrayList<>();
        for (Map.Entry<JarFile, ProtectionDomain> each : jars.entrySet()) {
            JarEntry entry = each.getKey().getJarEntry(name);
            if (entry != null) {
                try {
                    found.add(URL.of(URI.create("jar:" + each.getValue().getCodeSource().getLocation() + "!/" + name),
                            new EntryHandler(each.getKey(), entry)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    /** Opens one file of a jar that is open. */
    private static final class EntryHandler extends URLStreamHandler {

        private final JarFile jar;
        private final JarEntry entry;

        EntryHandler(JarFile jar, JarEntry entry) {
            this.jar = jar;
            this.entry = entry;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {

                @Override
                public void connect() {
                    // It is open.
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return jar.getInputStream(entry);
                }
            };
        }
    }
}
