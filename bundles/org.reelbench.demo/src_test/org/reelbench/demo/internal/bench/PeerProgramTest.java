package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/** The program is a script here; the bundle is a folder. */
@EnabledOnOs(OS.LINUX)
class PeerProgramTest {

    private static final String PLATFORM = "org/bytedeco/ffmpeg/linux-x86_64/";

    private final Path folder;
    private final Path natives;
    private final Path cache;

    PeerProgramTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        natives = Files.createDirectories(folder.resolve("bundle").resolve(PLATFORM));
        cache = folder.resolve("cache");
        Files.writeString(natives.resolve("libdrm.so.2"), "");
        Files.writeString(natives.resolve("libjniavcodec.so"), "");
        script("echo ffmpeg version 8.1.2 of a test");
    }

    @Test
    void theProgramIsUnpackedWithItsLibrariesAndRuns() throws CommandException {
        PeerProgram program = PeerProgram.installed(bundles(), cache);
        assertEquals("ffmpeg version 8.1.2 of a test", program.version());
        assertTrue(Files.exists(cache.resolve("ffmpeg-8.1.2/libdrm.so.2")));
        assertFalse(Files.exists(cache.resolve("ffmpeg-8.1.2/libjniavcodec.so")));
    }

    @Test
    void itIsUnpackedOnce() throws CommandException, IOException {
        PeerProgram.installed(bundles(), cache);
        script("exit 1");
        assertEquals("ffmpeg version 8.1.2 of a test", PeerProgram.installed(bundles(), cache).version());
    }

    @Test
    void aRecordingLibraryThatTheSystemLacksIsStoodInFor() throws CommandException, IOException {
        script("""
                for l in libpulse.so.0 libasound.so.2; do
                  [ -e "$LD_LIBRARY_PATH/$l" ] && continue
                  echo "ffmpeg: error while loading shared libraries: $l: cannot open"; exit 127
                done
                echo ffmpeg version 8.1.2 of a test""");
        assertEquals("ffmpeg version 8.1.2 of a test", PeerProgram.installed(bundles(), cache).version());
    }

    @Test
    void whereNoneIsInstalledThePathIsAskedFor() throws IOException {
        Files.delete(natives.resolve("ffmpeg"));
        CommandException failure = assertThrows(CommandException.class, () -> PeerProgram.installed(bundles(), cache));
        assertEquals(ExitCode.NOT_AVAILABLE, failure.exitCode());
        assertTrue(failure.getMessage().contains("--ffmpeg PATH"), failure.getMessage());
    }

    @Test
    void aFileThatIsNoProgramIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "#!/bin/sh\necho hello");
        assertTrue(other.toFile().setExecutable(true));
        assertThrows(CommandException.class, () -> new PeerProgram(other, null).version());
        assertThrows(CommandException.class, () -> new PeerProgram(folder.resolve("missing"), null).version());
    }

    private void script(String body) throws IOException {
        Files.writeString(natives.resolve("ffmpeg"), "#!/bin/sh\n" + body + "\n");
    }

    private Bundle[] bundles() {
        return new Bundle[] { (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Bundle.class },
                (_, method, arguments) -> switch (method.getName()) {
                case "getVersion" -> new Version(8, 1, 2);
                case "findEntries" -> found((String) arguments[0], (String) arguments[1], (Boolean) arguments[2]);
                default -> throw new UnsupportedOperationException(method.getName());
                }) };
    }

    private @Nullable Object found(String below, String pattern, boolean recurse) throws IOException {
        Path start = folder.resolve("bundle/" + below.substring(below.indexOf("org/bytedeco")));
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.walk(start, recurse ? 9 : 1)) {
            files.filter(
                    file -> Files.isRegularFile(file) && (pattern.equals("*") || file.getFileName().toString().equals(pattern)))
                    .forEach(file -> urls.add(url(file)));
        }
        return urls.isEmpty() ? null : Collections.enumeration(urls);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
