package org.reelbench.plugins.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugin.State;
import org.reelbench.plugins.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in the folder: each file is checked once, and again when it changes. Belongs to the thread that works on plug-ins.
 */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    /** A file that changed so lately may still be on its way. */
    private static final long SETTLED_MS = 2_000;

    /** What tells a file that was looked at from one that was not. */
    private record Stamp(long sizeBytes, FileTime modified, @Nullable Object key) {
    }

    /** A file and what came of it. */
    private record Seen(Stamp stamp, @Nullable PluginFile good, String refusal) {
    }

    private final Path folder;
    private final List<Path> development;
    private final Copies copies;
    private final Map<Path, Seen> files = new HashMap<>();

    /**
     * Creates the contents; nothing is looked at yet.
     *
     * @param folder where the plug-ins lie
     * @param development where those lie that are being worked on, which go before others of the same name
     * @param copies takes copies of them
     */
    Contents(Path folder, List<Path> development, Copies copies) {
        this.folder = folder;
        this.development = List.copyOf(development);
        this.copies = copies;
    }

    /** Looks at the folder; returns whether there is anything new. */
    boolean look() {
        Map<Path, Stamp> now = new HashMap<>();
        if (!list(folder, now)) {
            return false;
        }
        for (Path other : development) {
            if (!list(other, now)) {
                return false;
            }
        }
        boolean changed = files.keySet().retainAll(now.keySet());
        for (Map.Entry<Path, Stamp> file : now.entrySet()) {
            Seen before = files.get(file.getKey());
            if (before == null || !before.stamp.equals(file.getValue())) {
                changed |= take(file.getKey(), file.getValue());
            }
        }
        return changed;
    }

    private static boolean list(Path folder, Map<Path, Stamp> now) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                stamp(jar, now);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("the folder of plug-ins {} cannot be read; what runs goes on", folder, e);
            return false;
        }
    }

    private static void stamp(Path jar, Map<Path, Stamp> stamps) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                stamps.put(jar, new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
            }
        } catch (NoSuchFileException e) {
            // Gone since it was listed.
            LOG.debug("{} has gone", jar);
        }
    }

    private boolean take(Path file, Stamp stamp) {
        try {
            files.put(file, new Seen(stamp, copies.take(file), ""));
            return true;
        } catch (PluginException e) {
            if (Math.abs(System.currentTimeMillis() - stamp.modified.toMillis()) < SETTLED_MS) {
                // Half of a file is no archive; the other half comes.
                return false;
            }
            LOG.warn("{}", e.getMessage());
            files.put(file, new Seen(stamp, null, e.getMessage()));
            return true;
        }
    }

    /** A file was put here by this program, and is known. */
    void put(PluginFile plugin) throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        stamp(plugin.path(), stamps);
        Stamp stamp = stamps.get(plugin.path());
        if (stamp != null) {
            files.put(plugin.path(), new Seen(stamp, plugin, ""));
        }
    }

    /** Deletes all files that bring a plug-in. */
    void delete(String id) throws IOException {
        for (Map.Entry<Path, Seen> file : Map.copyOf(files).entrySet()) {
            PluginFile good = file.getValue().good;
            if (good != null && good.id().equals(id)) {
                Files.deleteIfExists(file.getKey());
                files.remove(file.getKey());
            }
        }
    }

    /**
     * The plug-ins that are wanted, by id.
     *
     * @param running what runs now: of two files that bring one plug-in, that is kept
     * @param refused takes those that are not wanted
     */
    SortedMap<String, PluginFile> wanted(Map<String, PluginFile> running, Map<Path, Plugin> refused) {
        SortedMap<String, PluginFile> wanted = new TreeMap<>();
        for (Map.Entry<Path, Seen> entry : new TreeMap<>(files).entrySet()) {
            Path path = entry.getKey();
            PluginFile good = entry.getValue().good;
            if (good == null) {
                String name = path.getFileName().toString();
                refused.put(path, new Plugin(name, "", name, State.REFUSED, entry.getValue().refusal, path, 0, 0, 0));
                continue;
            }
            PluginFile other = wanted.get(good.id());
            PluginFile now = running.get(good.id());
            if (other == null) {
                wanted.put(good.id(), good);
            } else if (isBeingWorkedOn(good) && !isBeingWorkedOn(other)
                    || now != null && now.path().equals(path) && !isBeingWorkedOn(other)) {
                wanted.put(good.id(), good);
                refuse(other, good, refused);
            } else {
                refuse(good, other, refused);
            }
        }
        return wanted;
    }

    private boolean isBeingWorkedOn(PluginFile file) {
        return development.contains(file.path().getParent());
    }

    private static void refuse(PluginFile file, PluginFile other, Map<Path, Plugin> refused) {
        refused.put(file.path(), new Plugin(file.id(), file.version(), file.name(), State.REFUSED, file.path().getFileName()
                + " brings the same plug-in as " + Objects.requireNonNull(other.path().getFileName()) + "; delete one of them",
                file.path(),
                0, 0, 0));
    }
}
