package org.reelbench.cli.internal.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher's own loader finds in jars. */
class JarLoaderTest {

    /** Something to load. */
    public static final class Loaded {
    }

    private static final String NAME = Loaded.class.getName();

    private final Path first;
    private final Path second;

    JarLoaderTest(@TempDir Path folder) throws IOException {
        first = jar(folder, "first one.jar", "one", NAME.replace('.', '/') + ".class");
        second = jar(folder, "second.jar", "two");
    }

    private static Path jar(Path folder, String name, String word, String... classes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("some/word.txt"));
            jar.write(word.getBytes(StandardCharsets.UTF_8));
            for (String each : classes) {
                jar.putNextEntry(new JarEntry(each));
                try (InputStream in = JarLoaderTest.class.getClassLoader().getResourceAsStream(each)) {
                    in.transferTo(jar);
                }
            }
        }
        return file;
    }

    @Test
    void aClassOfAJarIsLoadedFromItAndKnowsWhere() throws Exception {
        JarLoader loader = new JarLoader(List.of(first, second));
        Class<?> loaded = loader.loadClass(NAME);
        assertNotSame(Loaded.class, loaded);
        assertSame(loader, loaded.getClassLoader());
        assertEquals(first.toUri().toURL(), loaded.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void classesOfNoJarAreThoseOfThePlatformAlone() throws Exception {
        JarLoader loader = new JarLoader(List.of(second));
        assertSame(String.class, loader.loadClass("java.lang.String"));
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass(NAME));
    }

    @Test
    void filesAreFoundInTheOrderOfTheJars() throws Exception {
        JarLoader loader = new JarLoader(List.of(first, second));
        List<String> words = Collections.list(loader.getResources("some/word.txt")).stream().map(JarLoaderTest::text).toList();
        assertEquals(List.of("one", "two"), words);
        assertEquals("one", text(loader.getResource("some/word.txt")));
        assertNull(loader.getResource("some/other.txt"));
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
