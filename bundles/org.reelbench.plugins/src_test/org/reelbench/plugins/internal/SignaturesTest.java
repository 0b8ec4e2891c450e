package org.reelbench.plugins.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;
import org.reelbench.plugins.PluginPolicy;

/** Who signed a plug-in, and what was done to it afterwards. */
class SignaturesTest {

    private static final String WORD = "secret";

    private final Path folder;
    private final Path trusted;

    SignaturesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        trusted = Files.createDirectory(folder.resolve("trusted"));
    }

    private void makeKey(String name) {
        PluginJars.tool(folder, "keytool", "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=" + name, "-validity",
                "30",
                "-keystore", "keys.p12", "-storepass", WORD);
    }

    private void trust(String name) {
        PluginJars.tool(folder, "keytool", "-exportcert", "-rfc", "-alias", name, "-file",
                trusted.resolve(name + ".pem").toString(),
                "-keystore", "keys.p12", "-storepass", WORD);
    }

    private void sign(Path jar, String name) {
        PluginJars.tool(folder, "jarsigner", "-keystore", "keys.p12", "-storepass", WORD, jar.toString(), name);
    }

    private Path unsigned() throws IOException {
        return PluginJars.of("org.example.one", "1.0.0").write(folder.resolve("a.jar"));
    }

    private String check(PluginPolicy policy, Path jar) throws PluginException {
        return new JarCheck(JarCheck.Limits.USUAL, new Signatures(policy, trusted)).check(jar, "a.jar").id();
    }

    private void refused(String because, PluginPolicy policy, Path jar) {
        PluginException refused = assertThrows(PluginException.class, () -> check(policy, jar));
        assertEquals(Reason.SIGNATURE, refused.reason());
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
    }

    @Test
    void signedOnesAreTrustedByTheirCertificateOnly() throws Exception {
        Path jar = unsigned();
        assertEquals("org.example.one", check(PluginPolicy.ANY, jar));
        refused("is not signed", PluginPolicy.TRUSTED, jar);
        makeKey("known");
        makeKey("other");
        sign(jar, "known");
        assertEquals("org.example.one", check(PluginPolicy.ANY, jar));
        trust("other");
        refused("nobody who is trusted", PluginPolicy.TRUSTED, jar);
        trust("known");
        assertEquals("org.example.one", check(PluginPolicy.TRUSTED, jar));
    }

    @Test
    void whatWasDoneAfterSigningIsRefusedByEachPolicy() throws Exception {
        makeKey("known");
        trust("known");
        Path jar = unsigned();
        sign(jar, "known");
        Path more = Files.copy(jar, folder.resolve("more.jar"));
        Path changed = Files.copy(jar, folder.resolve("changed.jar"));
        Path bare = Files.copy(jar, folder.resolve("bare.jar"));
        change(more, files -> Files.writeString(files.getPath("/evil.class"), "evil"));
        change(changed, files -> Files.writeString(files.getPath("/plugin/Activator.class"), "evil"));
        change(bare, files -> Files.writeString(files.getPath("/META-INF/MANIFEST.MF"), """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: org.example.one

                """));
        for (PluginPolicy policy : PluginPolicy.values()) {
            refused("not 'evil.class'", policy, more);
            refused("changed after it was signed", policy, changed);
            refused("", policy, bare);
        }
    }

    /** Something done to the files in an archive. */
    @FunctionalInterface
    private interface Change {
        void on(FileSystem files) throws IOException;
    }

    private static void change(Path jar, Change change) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            change.on(files);
        }
    }
}
