package org.reelbench.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Invariants;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Still;

/**
 * What every format of timelines keeps to: what it reads is whole, and what is damaged is refused in words for people, whatever
 * the damage.
 * <p>
 * For one thread. Writes into a folder of its own only.
 */
public final class TimelineFormatContract implements Contract {

    private final TimelineFormat format;
    private final byte[] sample;
    private final int damages;
    private final long seed;

    /**
     * Creates the contract of a format.
     *
     * @param format the format
     * @param sample a file of it that can be read, with everything the format knows; below 100 KiB
     * @param seed where the damages begin; it is named where one of them fails
     * @param damages how many damaged files are tried
     */
    public TimelineFormatContract(TimelineFormat format, byte[] sample, long seed, int damages) {
        this.format = format;
        this.sample = sample.clone();
        this.seed = seed;
        this.damages = damages;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("it says what it is, always alike", this::description),
                new ContractCase("a file is read whole, and again alike", () -> inFolder(this::whole)),
                new ContractCase("media are looked up once, on the thread that reads", () -> inFolder(this::lookups)),
                new ContractCase("a file that is not there is named", () -> inFolder(this::missing)),
                new ContractCase("a damaged file is read or refused in words for people", () -> inFolder(this::damaged)));
    }

    private interface InFolder {
        void run(Path folder) throws IOException;
    }

    private static void inFolder(InFolder check) throws IOException {
        Path folder = Files.createTempDirectory("contract");
        try {
            check.run(folder);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void description() {
        Claims.holds(format.id().matches("[a-z][a-z0-9-]*"), "the id '" + format.id() + "' is no word in lower case");
        Claims.line(format.name(), "the name");
        Claims.holds(!format.extensions().isEmpty(), "it names no endings of files");
        for (String ending : format.extensions()) {
            Claims.holds(ending.matches("\\.[a-z0-9.]+"), "'" + ending + "' is no ending with its dot, in lower case");
        }
        Claims.same(format.id(), format.id(), "the id, asked again,");
        Claims.same(format.extensions(), format.extensions(), "the endings, asked again,");
    }

    private Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sample" + format.extensions().getFirst()), bytes);
    }

    private void whole(Path folder) throws IOException {
        Path file = file(folder, sample);
        ImportedTimeline read = format.read(file, ImportSettings.DEFAULT, MediaLookup.NOTHING);
        checkWhole(read);
        Claims.same(read, format.read(file, ImportSettings.DEFAULT, MediaLookup.NOTHING), "what is read, read again,");
        Claims.holds(Arrays.equals(sample, Files.readAllBytes(file)), "reading changed the file");
        try (var files = Files.list(folder)) {
            Claims.same(1L, files.count(), "the number of files in the folder, after reading,");
        }
    }

    private static void checkWhole(ImportedTimeline read) {
        Set<Id> media = read.media().stream().map(MediaReference::id).collect(Collectors.toSet());
        Claims.same(read.media().size(), media.size(), "the number of different ids of media");
        for (MediaReference medium : read.media()) {
            boolean address = medium.path().matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
            Claims.holds(address || Path.of(medium.path()).isAbsolute(),
                    "the path of a medium is not absolute: " + medium.path());
        }
        for (Sequence sequence : read.sequences()) {
            Claims.same(List.of(), Invariants.violations(sequence), "what does not hold in sequence " + sequence.id());
            sequence.tracks().forEach(track -> track.items().forEach(item -> {
                if (item instanceof Clip clip && clip.content() instanceof MediaStream stream) {
                    Claims.holds(media.contains(stream.media()), "clip " + clip.id() + " names a medium that is not in the list");
                }
                if (item instanceof Clip clip && clip.content() instanceof Still still) {
                    Claims.holds(media.contains(still.media()), "clip " + clip.id() + " names a still that is not in the list");
                }
            }));
        }
    }

    private void lookups(Path folder) throws IOException {
        Thread reads = Thread.currentThread();
        Set<Path> asked = new HashSet<>();
        format.read(file(folder, sample), ImportSettings.DEFAULT, medium -> {
            Claims.holds(Thread.currentThread() == reads, "a medium was asked for on another thread");
            Claims.holds(medium.isAbsolute(), medium + " was asked for, which is no absolute path");
            Claims.holds(asked.add(medium), medium + " was asked for twice");
            return Optional.empty();
        });
    }

    private void missing(Path folder) {
        Path absent = folder.resolve("absent" + format.extensions().getFirst());
        Claims.thrown(NoSuchFileException.class, () -> format.read(absent, ImportSettings.DEFAULT, MediaLookup.NOTHING),
                "for a file that is not there");
    }

    private void damaged(Path folder) throws IOException {
        for (int i = 0; i < damages; i++) {
            long own = seed + i;
            Path file = file(folder, damage(new Random(own)));
            try {
                checkWhole(format.read(file, ImportSettings.DEFAULT, MediaLookup.NOTHING));
            } catch (IOException e) {
                Claims.holds(e.getMessage() != null && !e.getMessage().isBlank(),
                        "seed " + own + ": refused without a word: " + e);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + own + ": a damaged file ends in " + e, e);
            }
        }
    }

    /** Cuts it off, changes some bytes, or puts one part in place of another. */
    private byte[] damage(Random random) {
        byte[] bytes = sample.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        switch (random.nextInt(3)) {
        case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        case 1 -> {
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                bytes[random
                        .nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : '0' + random.nextInt(10));
            }
        }
        default -> {
            int length = random.nextInt(Math.min(200, bytes.length));
            System.arraycopy(sample, random.nextInt(bytes.length - length), bytes, random.nextInt(bytes.length - length), length);
        }
        }
        return bytes;
    }
}
