package org.reelbench.render;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaFingerprint;
import org.reelbench.media.MediaInfo;
import org.reelbench.media.MediaProbe;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;

/**
 * The media of a project as files: probed when first asked for, then remembered.
 * <p>
 * For every thread. Holds no file open.
 */
public final class FileMediaCatalog implements MediaCatalog {

    private final Path folder;
    private final Map<Id, MediaReference> references;
    private final MediaProbe probe;
    private final Map<Id, Medium> known = new ConcurrentHashMap<>();

    /**
     * Creates a catalog.
     *
     * @param folder the project's folder, which relative paths are counted from
     * @param references the project's media
     * @param probe finds out what they are
     */
    public FileMediaCatalog(Path folder, List<MediaReference> references, MediaProbe probe) {
        this.folder = folder;
        this.references = references.stream().collect(Collectors.toUnmodifiableMap(MediaReference::id, Function.identity()));
        this.probe = probe;
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
        Path file = file(reference);
        try (ByteSource source = FileByteSource.open(file)) {
            Medium probed = new FileMedium(file, MediaFingerprint.of(source), probe.probe(source, new Cancellation()));
            known.put(media, probed);
            return probed;
        } catch (IOException e) {
            throw new MediaException(MediaException.Reason.UNREADABLE, file.toString(),
                    "it cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Path file(MediaReference reference) throws MediaException {
        try {
            return folder.resolve(reference.path());
        } catch (InvalidPathException e) {
            throw new MediaException(MediaException.Reason.MISSING, reference.path(),
                    "this is no path on this machine; relink the clip to where the file is", e);
        }
    }

    private record FileMedium(Path file, String fingerprint, MediaInfo info) implements Medium {

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public ByteSource open() throws MediaException {
            return FileByteSource.open(file);
        }
    }
}
