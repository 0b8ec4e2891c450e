package org.reelbench.render;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.reelbench.timeline.Id;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.Interpretation;
import org.reelbench.timeline.MediaReference;

/**
 * The media of a project by their paths and addresses: probed when first asked for, then remembered.
 * <p>
 * For every thread. Holds nothing open.
 */
public final class FileMediaCatalog implements MediaCatalog {

    private final Path folder;
    private final Map<Id, MediaReference> references;
    private final MediaProbe probe;
    private final MediaSources sources;
    private final @Nullable Fingerprints fingerprints;
    private final Cancellation cancellation;
    private final Map<Id, Medium> known = new ConcurrentHashMap<>();

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
        this.folder = folder;
        this.references = references.stream().collect(Collectors.toUnmodifiableMap(MediaReference::id, Function.identity()));
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
        this.cancellation = cancellation;
    }

    @Override
    public Medium medium(Id media) throws MediaException {
        Medium found = known.get(media);
        if (found != null) {
            return found;
        }
        MediaReference reference = references.get(media);
        if (reference == null) {
            throw new MediaException(MediaException.Reason.MISSING, media.value(), "the project has no medium of this id");
        }
        String location = location(reference);
        try (ByteSource source = open(reference, location)) {
            // First, as it ends by itself where a disk does not answer.
            MediaInfo info = probe.probe(source, cancellation);
            Medium probed = new FoundMedium(reference, location, source, fingerprint(source), info);
            known.put(media, probed);
            return probed;
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, reference.path(),
                    "it cannot be read (" + e.getMessage() + ")", e);
        }
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
        /** Another stamp may still mean the same bytes, which were only touched. */
        private volatile Optional<String> stamp;

        FoundMedium(MediaReference reference, String location, ByteSource source, String fingerprint, MediaInfo info) {
            this.reference = reference;
            this.location = location;
            this.name = source.name();
            this.contentId = source.contentId();
            this.stamp = source.stamp();
            this.fingerprint = fingerprint;
            this.info = info;
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
