package org.reelbench.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaSources;
import org.reelbench.project.ProjectSession;
import org.reelbench.render.FileMediaCatalog;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.ui.UiThread;

/** The media of a session as they are now: another catalog for each list of media, so that what edits add is found. */
final class ProjectMedia implements MediaCatalog {

    private final ProjectSession session;
    private final Path folder;
    private final Supplier<@Nullable MediaProbe> probe;
    private final Supplier<MediaSources> sources;
    private final Supplier<@Nullable Fingerprints> fingerprints;
    private @Nullable List<MediaReference> known;
    private @Nullable FileMediaCatalog catalog;
    private @Nullable MediaProbe asked;

    ProjectMedia(ProjectSession session, Path folder, Supplier<@Nullable MediaProbe> probe,
            Supplier<MediaSources> sources, Supplier<@Nullable Fingerprints> fingerprints) {
        this.session = session;
        this.folder = folder;
        this.probe = probe;
        this.sources = sources;
        this.fingerprints = fingerprints;
    }

    @Override
    public Medium medium(Id media) throws MediaException {
        UiThread.forbid("looking into media");
        return current(media).medium(media);
    }

    @Override
    public String name(Id media) {
        return session.project().media(media).map(MediaReference::path).orElse(media.value());
    }

    @Override
    public Path file(String path) throws MediaException {
        return folder.resolve(MediaCatalog.super.file(path));
    }

    private synchronized MediaCatalog current(Id media) throws MediaException {
        List<MediaReference> references = session.project().media();
        FileMediaCatalog current = catalog;
        if (current == null || !references.equals(known)) {
            MediaProbe now = probe.get();
            if (now == null) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, media.value(), "no media library is installed");
            }
            current = current != null && now == asked
                    ? current.after(references)
                    : new FileMediaCatalog(folder, references, now, sources.get(), fingerprints.get(), new Cancellation());
            catalog = current;
            known = references;
            asked = now;
        }
        return current;
    }
}
