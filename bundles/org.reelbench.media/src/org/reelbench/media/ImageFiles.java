package org.reelbench.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.time.FrameRate;

/**
 * Numbered picture files that are shown one after another, as one medium. {@link MediaProbe} and {@link MediaReaders} know this
 * kind of source and show one file a frame; as bytes it is its files in the order of their numbers, one behind the other, so that
 * it has a fingerprint like any medium. Where a number is missing, the file before it is shown longer.
 * <p>
 * For every thread. Its folder is listed when it is opened; at most one file is open at a time, until the source is closed by
 * whoever opened it.
 */
public final class ImageFiles implements ByteSource {

    private static final Pattern PLACE = Pattern.compile("([^%]*)%(0([1-9]))?d([^%]*)");
    private static final int MOST_DIGITS = 18;

    private final Path pattern;
    private final long firstNumber;
    private final long count;
    private final FrameRate frameRate;
    private final TreeMap<Long, Piece> pieces = new TreeMap<>();
    private final TreeMap<Long, Piece> byStart = new TreeMap<>();
    private final long sizeBytes;
    private @Nullable Piece openPiece;
    private @Nullable FileByteSource openFile;
    private boolean closed;

    /** One file, where its bytes begin among all, and how many they are. */
    private record Piece(Path file, long startBytes, long lengthBytes) {
    }

    private ImageFiles(Path pattern, long firstNumber, long count, FrameRate frameRate, Map<Long, Path> files)
            throws IOException {
        this.pattern = pattern;
        this.firstNumber = firstNumber;
        this.count = count;
        this.frameRate = frameRate;
        long start = 0;
        for (Map.Entry<Long, Path> file : files.entrySet()) {
            Piece piece = new Piece(file.getValue(), start, Files.size(file.getValue()));
            pieces.put(file.getKey(), piece);
            byStart.put(start, piece);
            start += Math.max(1, piece.lengthBytes);
        }
        sizeBytes = pieces.isEmpty() ? 0 : pieces.lastEntry().getValue().startBytes + pieces.lastEntry().getValue().lengthBytes;
    }

    /**
     * Lists the files.
     *
     * @param pattern the path of the files; in the name a place for the number, such as {@code %04d} or {@code %d}
     * @param firstNumber the number of the first file, 0 or more
     * @param count how many pictures there are, above 0
     * @param frameRate how many of them are shown in a second
     * @return the files, to be closed by the caller
     * @throws MediaException {@link MediaException.Reason#MISSING} if there is not one of them,
     *             {@link MediaException.Reason#UNREADABLE} if the folder cannot be read
     * @throws IllegalArgumentException if the name has no place for a number
     */
    public static ImageFiles open(Path pattern, long firstNumber, long count, FrameRate frameRate) throws MediaException {
        Map<Long, Path> files = files(pattern, firstNumber, count);
        if (files.isEmpty()) {
            throw new MediaException(MediaException.Reason.MISSING, pattern.toString(), "none of its files from number "
                    + firstNumber + " to " + (firstNumber + count - 1)
                    + " is there; check the path, or relink the clip to where they are now");
        }
        return of(pattern, firstNumber, count, frameRate, files);
    }

    /**
     * Lists all files of a pattern, from the first number there is to the last.
     *
     * @param pattern the path of the files; in the name a place for the number
     * @param frameRate how many of them are shown in a second
     * @return the files, to be closed by the caller
     * @throws MediaException as {@link #open} throws it
     * @throws IllegalArgumentException if the name has no place for a number
     */
    public static ImageFiles all(Path pattern, FrameRate frameRate) throws MediaException {
        TreeMap<Long, Path> files = files(pattern, 0, Long.MAX_VALUE);
        if (files.isEmpty()) {
            throw new MediaException(MediaException.Reason.MISSING, pattern.toString(),
                    "none of its files is there; check the path and the number of figures");
        }
        return of(pattern, files.firstKey(), files.lastKey() - files.firstKey() + 1, frameRate, files);
    }

    /**
     * Tells whether a name has a place for a number.
     *
     * @param path the path of a file, or of numbered files
     * @return true for a name such as {@code take_%04d.png}
     */
    public static boolean isPattern(Path path) {
        return PLACE.matcher(String.valueOf(path.getFileName())).matches();
    }

    private static ImageFiles of(Path pattern, long firstNumber, long count, FrameRate frameRate, Map<Long, Path> files)
            throws MediaException {
        try {
            return new ImageFiles(pattern, firstNumber, count, frameRate, files);
        } catch (IOException e) {
            throw unreadable(pattern, e);
        }
    }

    private static MediaException unreadable(Path pattern, IOException why) {
        return new MediaException(MediaException.Reason.UNREADABLE, pattern.toString(),
                "its folder cannot be read (" + why.getMessage() + "); check the path and its permissions", why);
    }

    /** Finds the files of some numbers. */
    private static TreeMap<Long, Path> files(Path pattern, long firstNumber, long count) throws MediaException {
        Matcher place = PLACE.matcher(String.valueOf(pattern.getFileName()));
        if (!place.matches()) {
            throw new IllegalArgumentException("'" + pattern + "' has no place for a number such as %04d in its name");
        }
        int digits = place.group(3) == null ? 1 : Integer.parseInt(place.group(3));
        Pattern names = Pattern.compile(Pattern.quote(place.group(1)) + "([0-9]{" + digits + "," + MOST_DIGITS + "})"
                + Pattern.quote(place.group(4)));
        TreeMap<Long, Path> files = new TreeMap<>();
        Path folder = pattern.toAbsolutePath().getParent();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                Matcher name = names.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    String figures = name.group(1);
                    long number = Long.parseLong(figures);
                    boolean named = figures.length() == Math.max(digits, Long.toString(number).length());
                    if (named && number >= firstNumber && number - firstNumber < count && Files.isRegularFile(file)) {
                        files.put(number, file);
                    }
                }
            }
            return files;
        } catch (IOException e) {
            throw unreadable(pattern, e);
        }
    }

    /**
     * Returns how many pictures there are, also for missing files.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns how many pictures are shown in a second.
     *
     * @return the rate
     */
    public FrameRate frameRate() {
        return frameRate;
    }

    /**
     * Returns how many files are not there.
     *
     * @return the count of missing numbers
     */
    public long missing() {
        return count - pieces.size();
    }

    /**
     * Returns the first number whose file is not there.
     *
     * @return the number, or −1 if all are there
     */
    public long firstMissing() {
        long number = firstNumber;
        while (pieces.containsKey(number)) {
            number++;
        }
        return number - firstNumber < count ? number : -1;
    }

    /**
     * Returns the file that is shown as a picture.
     *
     * @param index the picture, counted from 0; before the first it counts as the first, after the last as the last
     * @return the file of that number; if it is missing the nearest earlier one, before all of them the first there is
     */
    public Path file(long index) {
        Map.Entry<Long, Piece> found = pieces.floorEntry(firstNumber + Math.clamp(index, 0, count - 1));
        return (found == null ? pieces.firstEntry() : found).getValue().file;
    }

    @Override
    public String name() {
        return pattern.toString();
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public synchronized int read(long positionBytes, MemorySegment target) throws IOException {
        if (closed) {
            throw new IOException(pattern + " is closed");
        }
        if (positionBytes >= sizeBytes) {
            return -1;
        }
        Piece piece = byStart.floorEntry(positionBytes).getValue();
        int read = source(piece).read(positionBytes - piece.startBytes, target.asSlice(0,
                Math.clamp(piece.startBytes + Math.max(1, piece.lengthBytes) - positionBytes, 1, target.byteSize())));
        if (read < 0) {
            // An empty file counts as one byte, and one that became shorter goes on as zeros.
            target.set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
            return 1;
        }
        return read;
    }

    private FileByteSource source(Piece piece) throws IOException {
        FileByteSource file = openFile;
        if (file == null || openPiece != piece) {
            closeFile();
            try {
                file = FileByteSource.open(piece.file);
            } catch (MediaException e) {
                throw new IOException(e.getMessage(), e);
            }
            openFile = file;
            openPiece = piece;
        }
        return file;
    }

    private void closeFile() throws IOException {
        FileByteSource file = openFile;
        openFile = null;
        openPiece = null;
        if (file != null) {
            file.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        closeFile();
    }
}
