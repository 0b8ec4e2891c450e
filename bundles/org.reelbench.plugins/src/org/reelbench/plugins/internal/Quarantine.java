package org.reelbench.plugins.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which plug-ins are not started any more: a file each, which holds the hash of the plug-in's file and why. Another file of the
 * plug-in is started again. Programs that use one folder share it. For every thread.
 *
 * @param folder where the files lie
 */
record Quarantine(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /** Puts a plug-in under quarantine. */
    void put(PluginFile plugin, String why) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "incoming-", ".tmp");
            Files.writeString(whole, plugin.sha256() + '\n' + why.lines().findFirst().orElse(""), StandardCharsets.UTF_8);
            Files.move(whole, file(plugin.id()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("plugin", plugin.id()).setCause(e)
                    .log("that the plug-in is quarantined cannot be written down; the next start tries it again");
        }
    }

    /** Why a plug-in is under quarantine; empty if it is not. */
    Optional<String> reason(PluginFile plugin) {
        try {
            String[] lines = Files.readString(file(plugin.id()), StandardCharsets.UTF_8).split("\n", 2);
            return lines.length == 2 && lines[0].equals(plugin.sha256()) ? Optional.of(lines[1]) : Optional.empty();
        } catch (NoSuchFileException e) {
            // The usual case.
            return Optional.empty();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("plugin", plugin.id()).setCause(e)
                    .log("whether the plug-in is quarantined cannot be read; it is started");
            return Optional.empty();
        }
    }

    /** Lets a plug-in go. */
    void release(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(String id) {
        return folder.resolve(id);
    }
}
