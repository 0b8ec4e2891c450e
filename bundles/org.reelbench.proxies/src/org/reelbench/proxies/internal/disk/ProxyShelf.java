package org.reelbench.proxies.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.reelbench.media.ByteSource;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.proxies.ProxyUsage;
import org.reelbench.proxies.internal.ProxyKey;
import org.reelbench.time.RationalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of proxies, one folder for each. What was not used for the longest time goes first when room is needed. For every
 * thread; several programs may share the folder.
 */
public final class ProxyShelf {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyShelf.class);
    private static final String FILM = "proxy.mp4";
    private static final String DESCRIPTION = "proxy.properties";

    private final Path root;
    private final long quotaBytes;
    private final Clock clock;

    /** Creates the shelf; touches nothing. */
    public ProxyShelf(Path root, long quotaBytes, Clock clock) {
        this.root = root;
        this.quotaBytes = quotaBytes;
        this.clock = clock;
    }

    /** Returns the folder of a proxy, whether it is there or not. */
    public Path folder(ProxyKey key) {
        return root.resolve(key.folderName());
    }

    /** Finds a proxy that is whole as far as its description and size tell; one that is not is deleted. */
    public Optional<ProxyFile> find(ProxyKey key) {
        Path folder = folder(key);
        try {
            ProxyFile found = read(folder);
            if (Files.size(found.file()) == found.bytes()) {
                return Optional.of(found);
            }
            LOG.warn("the proxy in {} is damaged and will be made anew", folder);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the proxy in {} cannot be used and will be made anew", folder, e);
        }
        discard(key);
        return Optional.empty();
    }

    /** Notes that a proxy is used. */
    public void use(ProxyKey key) {
        try {
            Files.setLastModifiedTime(folder(key).resolve(DESCRIPTION), FileTime.from(clock.instant()));
        } catch (IOException e) {
            // It may go sooner than it should; nothing else is lost.
            LOG.debug("the use of {} cannot be noted", folder(key), e);
        }
    }

    /** Tells whether a proxy has the bytes it was made with, as far as samples of them tell; one that has not is deleted. */
    public boolean isSound(ProxyKey key, ProxyFile proxy) {
        try (ByteSource bytes = FileByteSource.open(proxy.file())) {
            if (MediaFingerprint.of(bytes).equals(proxy.content())) {
                return true;
            }
            LOG.warn("the proxy {} is damaged and will be made anew", proxy.file());
        } catch (IOException | MediaException e) {
            LOG.warn("the proxy {} cannot be read and will be made anew", proxy.file(), e);
        }
        discard(key);
        return false;
    }

    /** Puts a film that was checked on the shelf, in place of the parts it was made of. */
    public ProxyFile put(ProxyKey key, Path film, long frames, RationalTime firstTime) throws IOException, MediaException {
        Path folder = folder(key);
        Path place = folder.resolve(FILM);
        Files.move(film, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        String content;
        try (ByteSource bytes = FileByteSource.open(place)) {
            content = MediaFingerprint.of(bytes);
        }
        ProxyFile proxy = new ProxyFile(place, key.format().id(), frames, firstTime, Files.size(place), content);
        Path text = folder.resolve(DESCRIPTION + ".part");
        try (OutputStream out = Files.newOutputStream(text)) {
            proxy.text(key.fingerprint()).store(out, null);
        }
        Files.move(text, folder.resolve(DESCRIPTION), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(PartFile::isPart).toList()) {
                Files.deleteIfExists(file);
            }
        }
        return proxy;
    }

    /**
     * Sees to it that so many more bytes fit into the quota: deletes what was not used for the longest time.
     *
     * @param keep tells folders that must stay
     * @throws MediaException {@link MediaException.Reason#DISK_FULL} if too much must stay
     */
    public void makeRoom(long bytes, Predicate<Path> keep) throws IOException, MediaException {
        List<Shelved> all = list();
        long total = all.stream().mapToLong(Shelved::bytes).sum();
        for (Shelved oldest : all.stream().sorted(Comparator.comparing(Shelved::used)).toList()) {
            if (total + bytes <= quotaBytes) {
                return;
            }
            if (!keep.test(oldest.folder()) && isGone(oldest.folder())) {
                total -= oldest.bytes();
            }
        }
        if (total + bytes > quotaBytes) {
            throw new MediaException(MediaException.Reason.DISK_FULL, root.toString(), "proxies may take "
                    + (quotaBytes >> 20) + " MiB, which is too little for this one; allow more, or choose a smaller format");
        }
    }

    private static boolean isGone(Path folder) {
        try {
            delete(folder);
            return true;
        } catch (IOException e) {
            // Where files that are open cannot be deleted, others go in its place.
            LOG.debug("{} stays: it cannot be deleted now", folder, e);
            return false;
        }
    }

    /** Returns what is there. */
    public ProxyUsage usage() {
        try {
            List<Shelved> all = list();
            return new ProxyUsage((int) all.stream().filter(Shelved::whole).count(),
                    all.stream().mapToLong(Shelved::bytes).sum(), quotaBytes);
        } catch (IOException e) {
            LOG.warn("the proxies in {} cannot be counted", root, e);
            return new ProxyUsage(0, 0, quotaBytes);
        }
    }

    /** Deletes everything but what must stay; returns how many bytes that were. */
    public long clear(Predicate<Path> keep) throws IOException {
        long gone = 0;
        for (Shelved each : list()) {
            if (!keep.test(each.folder())) {
                delete(each.folder());
                gone += each.bytes();
            }
        }
        return gone;
    }

    /** Deletes what there is of a proxy. */
    public void discard(ProxyKey key) {
        try {
            delete(folder(key));
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", folder(key), e);
        }
    }

    private static ProxyFile read(Path folder) throws IOException {
        Properties text = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(DESCRIPTION))) {
            text.load(in);
        }
        return ProxyFile.of(folder.resolve(FILM), text);
    }

    private record Shelved(Path folder, long bytes, FileTime used, boolean whole) {
    }

    private List<Shelved> list() throws IOException {
        List<Shelved> all = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return all;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                all.add(shelved(folder));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
        return all;
    }

    private static Shelved shelved(Path folder) throws IOException {
        long bytes = 0;
        FileTime used = FileTime.fromMillis(0);
        boolean whole = false;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    bytes += attributes.size();
                    boolean description = file.endsWith(DESCRIPTION);
                    whole |= description;
                    if (description || attributes.lastModifiedTime().compareTo(used) > 0 && !whole) {
                        used = attributes.lastModifiedTime();
                    }
                } catch (NoSuchFileException _) {
                    // Another program deleted it just now.
                }
            }
        }
        return new Shelved(folder, bytes, used, whole);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        // The description first: what is half deleted must not look whole.
        Files.deleteIfExists(folder.resolve(DESCRIPTION));
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
