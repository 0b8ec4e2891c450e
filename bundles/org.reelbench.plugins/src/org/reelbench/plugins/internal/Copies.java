package org.reelbench.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;

/**
 * Copies of plug-ins' files: what is checked is what is installed, whoever writes the file meanwhile, and the version before the last
 * update is still there. A copy's name holds id, version and hash. Several programs may use one folder at once: a copy gets its name
 * when it is whole. For every thread.
 *
 * @param folder where they lie
 * @param check what is looked at
 */
record Copies(Path folder, JarCheck check) {

    private static final String ENDING = ".jar";
    private static final char SEPARATOR = '@';
    /** One that runs, one to go back to, one that another program may still run. */
    private static final int KEPT = 3;

    /** Checks a file, and keeps a copy of it. */
    PluginFile take(Path file) throws PluginException {
        String shown = file.getFileName().toString();
        @Nullable
        Path incoming = null;
        try {
            // Before the copy: nobody needs twice what is too large.
            if (!Files.isRegularFile(file)) {
                throw new PluginException(Reason.FILE, file + " is no file", null);
            }
            if (Files.size(file) > check.limits().fileBytes()) {
                check.check(file, shown);
            }
            Files.createDirectories(folder);
            incoming = Files.createTempFile(folder, "incoming-", ".tmp");
            String hash = copy(file, incoming);
            JarCheck.Identity identity = check.check(incoming, shown);
            Path copy = folder.resolve(identity.id() + SEPARATOR + identity.version() + SEPARATOR + hash + ENDING);
            Files.move(incoming, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(copy, FileTime.fromMillis(System.currentTimeMillis()));
            prune(identity.id());
            return new PluginFile(file, copy, identity.id(), identity.version(), identity.name(), hash);
        } catch (IOException e) {
            throw new PluginException(Reason.FILE, file + " cannot be copied to " + folder + ": " + e.getMessage(), e);
        } finally {
            discard(incoming);
        }
    }

    /** The version used last that is not this one. */
    Optional<PluginFile> before(PluginFile now) throws PluginException, IOException {
        for (Path copy : of(now.id())) {
            if (!copy.getFileName().toString().contains(now.sha256())) {
                return Optional.of(take(copy).at(now.path()));
            }
        }
        return Optional.empty();
    }

    /** Deletes all versions. */
    void forget(String id) throws IOException {
        for (Path copy : of(id)) {
            Files.deleteIfExists(copy);
        }
    }

    private void prune(String id) throws IOException {
        List<Path> all = of(id);
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** The copies of a plug-in, used last first. */
    private List<Path> of(String id) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, id + SEPARATOR + "*" + ENDING)) {
            files.forEach(found::add);
        }
        found.sort(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed());
        return found;
    }

    private static void discard(@Nullable Path incoming) {
        if (incoming != null) {
            // What cannot be deleted is a temporary file that nobody reads.
            incoming.toFile().delete();
        }
    }

    private static String copy(Path from, Path to) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest)) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
