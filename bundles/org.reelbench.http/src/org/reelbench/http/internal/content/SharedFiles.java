package org.reelbench.http.internal.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open files: one handle per file and state, closed a moment after its last reader. For every thread. */
public final class SharedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SharedFiles.class);

    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    /** A file that changes each time it is looked at is not whole yet. */
    private static final int ATTEMPTS = 3;

    private final List<SharedFile> open = new ArrayList<>();
    private final MappedWindows windows;

    /** Creates the register of files whose mappings lie in these windows. */
    public SharedFiles(MappedWindows windows) {
        this.windows = windows;
    }

    /** Opens a whole file in its state of now, or joins those who read it. */
    SharedFile acquire(Path path) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileIdentity identity = FileIdentity.of(path);
            synchronized (this) {
                // What has the identity of an open file is that file, whatever way leads to it.
                for (SharedFile file : open) {
                    if (file.path().equals(path) && file.identity().equals(identity) && file.channel().isOpen()) {
                        file.use();
                        return file;
                    }
                }
            }
            checkNoLink(path);
            SharedFile file = new SharedFile(path, identity, FileChannel.open(path, READ));
            if (file.isUnchanged()) {
                return join(file);
            }
            file.channel().close();
        }
        throw new ContentChangedException(path + " changes all the time");
    }

    /** Two may have opened the same file at the same time; the first one stays. */
    private synchronized SharedFile join(SharedFile opened) throws IOException {
        for (SharedFile file : open) {
            if (file.path().equals(opened.path()) && file.identity().equals(opened.identity()) && file.channel().isOpen()) {
                opened.channel().close();
                file.use();
                return file;
            }
        }
        opened.use();
        open.add(opened);
        return opened;
    }

    /** No folder on the way may have become a link since the file was published, wherever it leads. */
    private static void checkNoLink(Path path) throws IOException {
        if (!path.toRealPath().equals(path)) {
            throw new NoSuchFileException(path.toString(), null, "a link is on the way");
        }
    }

    /** Opens a file that is being written, or joins those who read it; its size and time may go on changing. */
    SharedFile acquireGrowing(Path path) throws IOException {
        checkNoLink(path);
        synchronized (this) {
            for (SharedFile file : open) {
                if (file.path().equals(path) && file.isStillThere(0) && file.channel().isOpen()) {
                    file.use();
                    return file;
                }
            }
            SharedFile file = new SharedFile(path, FileIdentity.of(path), FileChannel.open(path, READ));
            file.use();
            open.add(file);
            return file;
        }
    }

    void release(SharedFile file) {
        synchronized (this) {
            file.unuse(System.nanoTime());
        }
    }

    /** Closes the files that nobody has read since a moment. */
    public void closeIdle(long beforeNs) {
        List<SharedFile> idle = new ArrayList<>();
        synchronized (this) {
            for (Iterator<SharedFile> files = open.iterator(); files.hasNext();) {
                SharedFile file = files.next();
                if (file.isIdleSince(beforeNs)) {
                    files.remove();
                    idle.add(file);
                }
            }
        }
        idle.forEach(this::close);
    }

    /** Closes every file nobody reads, at once. */
    public void closeAll() {
        closeIdle(System.nanoTime());
    }

    private void close(SharedFile file) {
        windows.close(file);
        try {
            file.channel().close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed", file.path(), e);
        }
    }

    /** How many handles are open. */
    public synchronized int openFiles() {
        return open.size();
    }

    /** How many of them are being read. */
    public synchronized int usedFiles() {
        return (int) open.stream().filter(SharedFile::isUsed).count();
    }
}
