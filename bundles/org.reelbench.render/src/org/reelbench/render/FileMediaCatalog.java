package org.reelbench.render;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.media.RecordingMark;
import org.reelbench.render.internal.GrowingMedium;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Recorded;

/**
 * The media of a project by their paths and addresses: probed when first asked for, then remembered.
 * <p>
 * For every thread. Holds nothing open.
 */
public final class FileMediaCatalog implements MediaCatalog {

    private static final Set<String> MP4 = Set.of("mp4", "mov");

    private final Path folder;
    private final Map<Id, MediaReference> references;
    private final MediaProbe probe;
    private final MediaSources sources;
    private final @Nullable Fingerprints fingerprints;
    private final Cancellation cancellation;
    private final Map<Id, Medium> known = new ConcurrentHashMap<>();
    private final Map<UUID, MediaInfo> begun;

    /**
     * Creates a catalog of files alone: media named by an address are refused.
     *
     * @param folder the project's folder, which relative paths are counted from
     * @param references the project's media
     * @param probe finds out what they are
     */
    public FileMediaCatalog(Path folder, List<MediaReference> references, MediaProbe probe) {
        this(folder, references, probe, MediaSources.files(), new Cancellation());
    }

    /**
     * Creates a catalog that computes the fingerprint of each medium when it is first asked for.
     *
     * @param folder the project's folder, which relative paths are counted from
     * @param references the project's media
     * @param probe finds out what they are
     * @param sources opens them
     * @param cancellation ends the wait for media that nobody needs any more
     */
    public FileMediaCatalog(Path folder, List<MediaReference> references, MediaProbe probe, MediaSources sources,
            Cancellation cancellation) {
        this(folder, references, probe, sources, null, cancellation);
    }

    /**
     * Creates a catalog.
     *
     * @param folder the project's folder, which relative paths are counted from
     * @param references the project's media
     * @param probe finds out what they are
     * @param sources opens them
     * @param fingerprints remembers the fingerprints of files; null if each is to be computed
     * @param cancellation ends the wait for media that nobody needs any more
     */
    public FileMediaCatalog(Path folder, List<MediaReference> references, MediaProbe probe, MediaSources sources,
            @Nullable Fingerprints fingerprints, Cancellation cancellation) {
        this(folder, references, probe, sources, fingerprints, cancellation, new ConcurrentHashMap<>());
    }

    private FileMediaCatalog(Path folder, List<MediaReference> references, MediaProbe probe, MediaSources sources,
            @Nullable Fingerprints fingerprints, Cancellation cancellation, Map<UUID, MediaInfo> begun) {
        this.folder = folder;
        this.references = references.stream().collect(Collectors.toUnmodifiableMap(MediaReference::id, Function.identity()));
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
        this.cancellation = cancellation;
        this.begun = begun;
    }

    /**
     * Returns the catalog of other references to media, which takes over what is known of those that are the same: others were
     * relinked or understood in another way, or are recordings that have grown.
     *
     * @param next the project's media
     * @return the catalog
     */
    public FileMediaCatalog after(List<MediaReference> next) {
        FileMediaCatalog catalog = new FileMediaCatalog(folder, next, probe, sources, fingerprints, cancellation, begun);
        known.forEach((id, medium) -> {
            MediaReference reference = references.get(id);
            MediaReference now = catalog.references.get(id);
            // In which folder of the bin it lies says nothing about what it is.
            if (reference != null && now != null && reference.withBin("").equals(now.withBin(""))) {
                catalog.known.put(id, medium);
            }
        });
        return catalog;
    }

    @Override
    public Medium medium(Id media) throws MediaException {
        Medium before = known.get(media);
        if (before != null) {
            return before;
        }
        MediaReference reference = references.get(media);
        if (reference == null) {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "the project has no medium of this id");
        }
        String location = location(reference);
        try (ByteSource source = open(reference, location)) {
            Medium found = grows(reference, source) ? growing(reference, location, source) : probed(reference, location, source);
            known.put(media, found);
            return found;
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, reference.path(),
                    "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Medium probed(MediaReference reference, String location, ByteSource source) throws IOException, MediaException {
        // First, as it ends by itself where a disk does not answer.
        MediaInfo info = probe.probe(source, cancellation);
        return new FoundMedium(reference, location, source, fingerprint(source), info);
    }

    private static boolean grows(MediaReference reference, ByteSource source) throws IOException {
        Recorded recorded = reference.recorded();
        return recorded != null && RecordingMark.of(source).filter(recorded.recording()::equals).isPresent();
    }

    /** Looked at once, as long as it is recorded: looking for its end each time it has grown would take longer each time. */
    private Medium growing(MediaReference reference, String location, ByteSource source) throws MediaException {
        Recorded recorded = Objects.requireNonNull(reference.recorded());
        MediaInfo info = begun.get(recorded.recording());
        if (info == null) {
            info = probe.probe(source, cancellation);
            begun.put(recorded.recording(), info);
        }
        return new GrowingMedium(source.name(), recorded, reference.interpretation(), info, () -> {
            ByteSource opened = open(reference, location);
            boolean same = false;
            try {
                same = grows(reference, opened);
                if (same) {
                    return opened;
                }
            } finally {
                if (!same) {
                    opened.close();
                }
            }
            known.remove(reference.id());
            throw new MediaException(MediaException.Reason.CHANGED, source.name(),
                    "another film is in the place of the recording; try again to have that one");
        });
    }

    @Override
    public Path file(String path) throws MediaException {
        return folder.resolve(MediaCatalog.super.file(path));
    }

    private ByteSource open(MediaReference reference, String location) throws MediaException {
        ImageSequence numbered = reference.imageSequence();
        return numbered == null
                ? sources.open(location, cancellation)
                : ImageFiles.open(Path.of(location), numbered.firstNumber(), numbered.count(), numbered.frameRate());
    }

    private String fingerprint(ByteSource source) throws IOException, MediaException {
        Fingerprints known = fingerprints;
        return known != null && source instanceof FileByteSource file ? known.of(file.path()) : MediaFingerprint.of(source);
    }

    private String location(MediaReference reference) throws MediaException {
        if (MediaSources.isAddress(reference.path())) {
            return reference.path();
        }
        try {
            return folder.resolve(reference.path()).toString();
        } catch (InvalidPathException e) {
            throw new MediaException(MediaException.Reason.MISSING, reference.path(),
                    "this is no path on this machine; relink the clip to where the file is", e);
        }
    }

    private final class FoundMedium implements Medium {

        private final MediaReference reference;
        private final String location;
        private final String name;
        private final Optional<String> contentId;
        private final String fingerprint;
        private final MediaInfo info;
        private final Optional<String> lastingName;
        /** Another stamp may still mean the same bytes, which were only touched. */
        private volatile Optional<String> stamp;

        FoundMedium(MediaReference reference, String location, ByteSource source, String fingerprint, MediaInfo info)
                throws IOException {
            this.reference = reference;
            this.location = location;
            this.name = source.name();
            this.contentId = source.contentId();
            this.stamp = source.stamp();
            this.fingerprint = fingerprint;
            this.info = info;
            // What was put on a track while it was recorded is still what it was.
            this.lastingName = source instanceof FileByteSource && MP4.contains(info.container())
                    ? RecordingMark.of(source).map(UUID::toString)
                    : Optional.empty();
        }

        @Override
        public Optional<String> lastingName() {
            return lastingName;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String fingerprint() {
            return fingerprint;
        }

        @Override
        public MediaInfo info() {
            return info;
        }

        @Override
        public Interpretation interpretation() {
            return reference.interpretation();
        }

        /** Opens the bytes; those of another film in the same place are refused, once: then that one is looked at. */
        @Override
        public ByteSource open() throws MediaException {
            ByteSource source = FileMediaCatalog.this.open(reference, location);
            MediaException failure;
            try {
                if (isSame(source)) {
                    return source;
                }
                known.remove(reference.id(), this);
                failure = new MediaException(MediaException.Reason.CHANGED, name,
                        "it was replaced since it was looked at; try again to have the new one");
            } catch (IOException e) {
                failure = new MediaException(MediaException.Reason.UNREADABLE, name, "it cannot be read (" + e.getMessage() + ")",
                        e);
            } catch (MediaException e) {
                failure = e;
            }
            try {
                source.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }

        private boolean isSame(ByteSource source) throws IOException, MediaException {
            if (!source.contentId().equals(contentId)) {
                return false;
            }
            Optional<String> now = source.stamp();
            if (!(source instanceof FileByteSource) || now.isPresent() && now.equals(stamp)) {
                return true;
            }
            boolean same = FileMediaCatalog.this.fingerprint(source).equals(fingerprint);
            if (same) {
                stamp = now;
            }
            return same;
        }
    }
}
