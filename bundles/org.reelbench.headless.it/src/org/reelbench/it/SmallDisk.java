package org.reelbench.it;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A disk as small as a test wants it: files lie in a folder of the real one, and writing fails as it does on a disk that is full
 * once so many bytes were added. Nothing has to be mounted. For every thread.
 */
final class SmallDisk extends FileSystemProvider {

    private static final long LARGE_BYTES = 1L << 40;

    private final FileSystemProvider real;
    private final FileSystem system;
    private final AtomicLong room;
    private final boolean toldRoom;

    /**
     * Makes a disk.
     *
     * @param real the folder in which its files really are
     * @param roomBytes how many bytes can be written
     * @param toldRoom true to tell of it who asks; a quota is not told
     */
    SmallDisk(Path real, long roomBytes, boolean toldRoom) {
        this.real = real.getFileSystem().provider();
        this.system = real.getFileSystem();
        this.room = new AtomicLong(roomBytes);
        this.toldRoom = toldRoom;
    }

    /** From now on so many bytes can be written. */
    void leave(long roomBytes) {
        room.set(roomBytes);
    }

    /** Takes room, all that is wanted or as much as there is. */
    long take(long bytes) {
        long before = room.getAndUpdate(left -> Math.max(0, left - bytes));
        return Math.min(before, bytes);
    }

    void giveBack(long bytes) {
        room.addAndGet(bytes);
    }

    /** The same place seen as one of this disk. */
    Path place(Path of) {
        return (Path) Proxy.newProxyInstance(SmallDisk.class.getClassLoader(), new Class<?>[] { Path.class },
                (self, method, arguments) -> switch (method.getName()) {
                case "getFileSystem" -> new SmallFileSystem(this, system);
                case "toFile" -> new Told(of.toFile());
                case "equals" -> arguments[0] instanceof Path other && of.equals(real(other));
                default -> {
                    Object[] plain = arguments == null ? new Object[0] : arguments.clone();
                    for (int i = 0; i < plain.length; i++) {
                        plain[i] = plain[i] instanceof Path path ? real(path) : plain[i];
                    }
                    try {
                        Object answer = method.invoke(of, plain);
                        yield answer instanceof Path path ? place(path) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
                });
    }

    private Path real(Path path) {
        return path.getFileSystem() instanceof SmallFileSystem ? system.getPath(path.toString()) : path;
    }

    /** Tells the room as the system tells it of its disks. */
    private final class Told extends File {
        private static final long serialVersionUID = 1;

        Told(File file) {
            super(file.getPath());
        }

        @Override
        public long getUsableSpace() {
            return toldRoom ? room.get() : LARGE_BYTES;
        }

        @Override
        public long getTotalSpace() {
            return LARGE_BYTES;
        }
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new SmallDiskChannel(this, real.newFileChannel(real(path), options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(real(path));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(real(path), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(real(path), attributes);
    }

    @Override
    public String getScheme() {
        return "small";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("it is made by its constructor");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return new SmallFileSystem(this, system);
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("places are named by paths");
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException("nobody lists its folders");
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("nobody copies its files");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("nobody moves its files");
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException("nobody sets attributes of its files");
    }
}
