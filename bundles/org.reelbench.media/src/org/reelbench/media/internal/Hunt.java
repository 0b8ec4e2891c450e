package org.reelbench.media.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MediaSearch;
import org.reelbench.media.MediaSearch.Found;
import org.reelbench.media.MediaSearch.Match;
import org.reelbench.media.MissingMedium;
import org.reelbench.media.internal.FolderIndex.Candidate;

/**
 * One search: each medium is looked for where the ones before it went, then among the files of its name, then among all of its
 * size. For one thread.
 */
public final class Hunt {

    private final Fingerprints fingerprints;
    private final Cancellation cancellation;
    private final SequencedSet<Displacement> learnt = new LinkedHashSet<>();
    private final Set<Path> taken = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Begins a search that knows nothing yet.
     *
     * @param fingerprints knows the content of files
     * @param cancellation asks to stop
     */
    public Hunt(Fingerprints fingerprints, Cancellation cancellation) {
        this.fingerprints = fingerprints;
        this.cancellation = cancellation;
    }

    /**
     * Notes how something was moved; it is tried before everything else, the latest first.
     *
     * @param displacement how it was moved
     */
    public void learn(Displacement displacement) {
        learnt.addFirst(displacement);
    }

    /**
     * Looks for media.
     *
     * @param media what is missing
     * @param index the files that it may be
     */
    public MediaSearch search(List<MissingMedium> media, FolderIndex index) {
        List<Found> found = new ArrayList<>();
        List<MissingMedium> missing = new ArrayList<>();
        notes.addAll(index.notes());
        for (MissingMedium medium : media) {
            cancellation.check();
            Optional<Found> hit = find(medium, index);
            if (hit.isPresent()) {
                found.add(hit.get());
                taken.add(hit.get().file());
                learn(Displacement.of(medium.path(), hit.get().file()));
            } else {
                missing.add(medium);
            }
        }
        return new MediaSearch(found, missing, notes);
    }

    private Optional<Found> find(MissingMedium medium, FolderIndex index) {
        String name = FolderIndex.nameOf(medium);
        List<Path> sameName = index.files().stream().filter(file -> file.name().equals(name)).map(Candidate::file).toList();
        List<Path> moved = learnt.stream().map(displacement -> displacement.apply(medium.path())).flatMap(Optional::stream)
                .filter(Files::isRegularFile).toList();
        if (medium.fingerprint().isEmpty()) {
            return byName(medium, moved.isEmpty() ? sameName : moved.subList(0, 1));
        }
        SequencedSet<Path> candidates = new LinkedHashSet<>(moved);
        candidates.addAll(sameName);
        OptionalLong size = MediaFingerprint.sizeBytes(medium.fingerprint());
        index.files().stream().filter(file -> size.isPresent() && file.sizeBytes() == size.getAsLong()).map(Candidate::file)
                .forEach(candidates::add);
        return byContent(medium, candidates, sameName);
    }

    /** A copy that stands for another medium already is the last choice: two media that were copies stay two files. */
    private Optional<Found> byContent(MissingMedium medium, SequencedSet<Path> candidates, List<Path> sameName) {
        Optional<Found> second = Optional.empty();
        for (Path file : candidates) {
            cancellation.check();
            Optional<String> content = content(file, medium);
            if (content.isPresent() && content.get().equals(medium.fingerprint())) {
                Found hit = new Found(medium, file, content.get(), Match.CONTENT);
                if (!taken.contains(file)) {
                    return Optional.of(hit);
                }
                second = second.isPresent() ? second : Optional.of(hit);
            }
        }
        if (second.isEmpty()) {
            sameName.forEach(file -> notes.add(file + ": it has the name of " + medium.path() + ", but other content"));
        }
        return second;
    }

    private Optional<Found> byName(MissingMedium medium, List<Path> files) {
        if (files.size() > 1) {
            notes.add(medium.path() + ": " + files.size() + " files have its name, and its content is not known");
        }
        return files.size() != 1
                ? Optional.empty()
                : content(files.getFirst(), medium).map(content -> new Found(medium, files.getFirst(), content, Match.NAME));
    }

    private Optional<String> content(Path file, MissingMedium medium) {
        try {
            OptionalLong size = MediaFingerprint.sizeBytes(medium.fingerprint());
            if (size.isPresent() && file.toFile().length() != size.getAsLong()) {
                return Optional.empty();
            }
            return Optional.of(fingerprints.of(file));
        } catch (MediaException e) {
            notes.add(e.getMessage());
            return Optional.empty();
        }
    }
}
