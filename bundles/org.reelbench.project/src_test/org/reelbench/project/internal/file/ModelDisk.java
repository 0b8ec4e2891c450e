package org.reelbench.project.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A disk that works, and remembers beside what would be left of it after a power cut: of what was not forced, any part. It can
 * be made to fail, or to stop, at each of its calls.
 */
public final class ModelDisk extends FileOperations {

    /** The end of the program: nobody catches it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What happens at the chosen call. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The program ends; a write may be half done. */
        CRASH,
        /** That one call fails. */
        FULL_ONCE,
        /** That call and all after it fail. */
        BROKEN_FROM,
        /** That one call fails, and if it writes it has written a part. */
        SHORT_WRITE
    }

    private static final class Inode {
        private byte[] forced = {};
        private final List<byte[]> unforced = new ArrayList<>();
    }

    /** A change of names: what appears where, and what goes away. */
    private record Naming(@Nullable Path from, @Nullable Path to, @Nullable Inode content, boolean isFolder) {

        boolean isIn(Path folder) {
            return from != null && folder.equals(from.getParent()) || to != null && folder.equals(to.getParent());
        }
    }

    private final Path root;
    private final Fault fault;
    private final long faultAt;
    private final Map<Path, Inode> files = new HashMap<>();
    private final TreeMap<Path, Optional<Inode>> durable = new TreeMap<>();
    private final List<Naming> pending = new ArrayList<>();
    private long calls;

    /** Takes over what is under a folder as it is. */
    public ModelDisk(Path root, Fault fault, long faultAt) throws IOException {
        this.root = root;
        this.fault = fault;
        this.faultAt = faultAt;
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                if (Files.isDirectory(path)) {
                    durable.put(path, Optional.empty());
                } else {
                    Inode inode = new Inode();
                    inode.forced = Files.readAllBytes(path);
                    files.put(path, inode);
                    durable.put(path, Optional.of(inode));
                }
            }
        }
    }

    /** Returns how many calls there were. */
    public long calls() {
        return calls;
    }

    private boolean isFaulty() {
        calls++;
        return fault != Fault.NONE
                && (calls == faultAt || calls > faultAt && (fault == Fault.BROKEN_FROM || fault == Fault.CRASH));
    }

    private void step() throws IOException {
        if (isFaulty()) {
            fail();
        }
    }

    private void fail() throws IOException {
        if (fault == Fault.CRASH) {
            throw new Crash();
        }
        throw new IOException(fault == Fault.BROKEN_FROM ? "Input/output error" : "No space left on device");
    }

    @Override
    public Output create(Path file) throws IOException {
        step();
        Output output = super.create(file);
        Inode inode = new Inode();
        files.put(file, inode);
        pending.add(new Naming(null, file, inode, false));
        return modelled(output, inode);
    }

    @Override
    public Output append(Path file) throws IOException {
        step();
        return modelled(super.append(file), inode(file));
    }

    private Inode inode(Path file) {
        Inode inode = files.get(file);
        if (inode == null) {
            throw new AssertionError("nobody made " + file);
        }
        return inode;
    }

    private Output modelled(Output output, Inode inode) {
        return new Output() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                boolean isFaulty = isFaulty();
                if (isFaulty && fault != Fault.CRASH && fault != Fault.SHORT_WRITE) {
                    fail();
                }
                byte[] part = new byte[isFaulty ? bytes.remaining() / 2 : bytes.remaining()];
                bytes.get(part);
                output.write(ByteBuffer.wrap(part));
                inode.unforced.add(part);
                if (isFaulty) {
                    fail();
                }
            }

            @Override
            public void force() throws IOException {
                step();
                inode.forced = content(inode, inode.unforced.size());
                inode.unforced.clear();
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    private static byte[] content(Inode inode, int chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(inode.forced);
        inode.unforced.subList(0, chunks).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public void copyPermissions(Path from, Path to) throws IOException {
        step();
        super.copyPermissions(from, to);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        step();
        super.replace(from, to);
        Inode inode = inode(from);
        files.remove(from);
        files.put(to, inode);
        pending.add(new Naming(from, to, null, false));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        step();
        for (Iterator<Naming> each = pending.iterator(); each.hasNext();) {
            Naming naming = each.next();
            if (naming.isIn(folder)) {
                apply(naming, durable);
                each.remove();
            }
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        if (Files.exists(file)) {
            super.delete(file);
            files.remove(file);
            pending.add(new Naming(file, null, null, false));
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step();
        super.createFolder(folder);
        pending.add(new Naming(null, folder, null, true));
    }

    @Override
    public Optional<Held> lock(Path file, String holder) throws IOException {
        step();
        Files.writeString(file, holder);
        return Optional.of(() -> {
            // Whoever locks in this process is kept apart before.
        });
    }

    private static void apply(Naming naming, TreeMap<Path, Optional<Inode>> names) {
        Path to = naming.to;
        Path from = naming.from;
        if (to != null && !names.containsKey(to.getParent())) {
            return;
        }
        if (from == null && to != null) {
            Inode content = naming.content;
            names.put(to, naming.isFolder || content == null ? Optional.empty() : Optional.of(content));
        } else if (from != null && names.containsKey(from)) {
            if (to != null) {
                names.put(to, names.get(from));
                names.remove(from);
            } else if (names.keySet().stream().noneMatch(path -> from.equals(path.getParent()))) {
                names.remove(from);
            }
        }
    }

    /** Writes what is left after a power cut into a folder, where it lies as it lay under the root. */
    public void writeSurvivors(Path target, Random random) throws IOException {
        TreeMap<Path, Optional<Inode>> names = new TreeMap<>(durable);
        int luck = random.nextInt(4);
        for (Naming naming : pending) {
            if (luck == 0 || luck > 1 && random.nextInt(luck) == 0) {
                apply(naming, names);
            }
        }
        for (Map.Entry<Path, Optional<Inode>> entry : names.entrySet()) {
            Path path = target.resolve(root.relativize(entry.getKey()));
            if (entry.getValue().isEmpty()) {
                Files.createDirectories(path);
            } else {
                Files.write(path, survivors(entry.getValue().get(), random));
            }
        }
    }

    private static byte[] survivors(Inode inode, Random random) throws IOException {
        int chunks = random.nextInt(inode.unforced.size() + 1);
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        left.write(content(inode, chunks));
        if (chunks < inode.unforced.size()) {
            byte[] torn = inode.unforced.get(chunks);
            switch (random.nextInt(4)) {
            case 0 -> left.write(torn, 0, random.nextInt(torn.length + 1));
            case 1 -> left.write(new byte[torn.length]);
            case 2 -> {
                byte[] noise = new byte[torn.length];
                random.nextBytes(noise);
                left.write(noise);
            }
            default -> {
                // Nothing of it.
            }
            }
        }
        return left.toByteArray();
    }
}
