package org.reelbench.cli.internal.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewService;
import org.reelbench.project.Project;
import org.reelbench.render.MediaCatalog;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.Sequence;

/** The previews of a project's sequences, as it changes. For every thread. */
final class ShownPreviews implements AutoCloseable {

    /** Finds the project's media. */
    @FunctionalInterface
    interface Media {

        /** Opens a catalog of them. */
        MediaCatalog of(List<MediaReference> media);
    }

    private final PreviewService previews;
    private final Media media;
    private final Map<Id, Preview> open = new LinkedHashMap<>();

    private List<MediaReference> knownMedia = List.of();
    private @Nullable MediaCatalog catalog;
    private boolean closed;

    ShownPreviews(PreviewService previews, Media media) {
        this.previews = previews;
        this.media = media;
    }

    /** Finds the media of a state of the project; what was found out about them stays with their catalog. */
    synchronized MediaCatalog catalog(Project project) {
        MediaCatalog found = catalog;
        if (found == null || !project.media().equals(knownMedia)) {
            found = media.of(project.media());
            catalog = found;
            knownMedia = project.media();
        }
        return found.with(project.sequences());
    }

    /** Shows a state of the project; returns the sequences that are new. */
    synchronized List<Sequence> show(Project project) {
        if (closed) {
            return List.of();
        }
        MediaCatalog shown = catalog(project);
        Map<Id, Sequence> wanted = project.sequences().stream().collect(Collectors.toMap(Sequence::id, sequence -> sequence));
        for (Id gone : new ArrayList<>(open.keySet())) {
            if (!wanted.containsKey(gone)) {
                open.remove(gone).close();
            }
        }
        List<Sequence> added = new ArrayList<>();
        for (Sequence sequence : project.sequences()) {
            Preview preview = open.get(sequence.id());
            if (preview == null) {
                open.put(sequence.id(), previews.open(sequence, shown));
                added.add(sequence);
            } else {
                preview.show(sequence, shown);
            }
        }
        return added;
    }

    @Override
    public synchronized void close() {
        closed = true;
        open.values().forEach(Preview::close);
        open.clear();
    }
}
