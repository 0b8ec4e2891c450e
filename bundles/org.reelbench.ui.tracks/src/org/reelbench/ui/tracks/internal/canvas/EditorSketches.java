package org.reelbench.ui.tracks.internal.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Rectangle;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.StreamLooks;
import org.reelbench.sketches.SketchMedium;
import org.reelbench.sketches.SketchSource;
import org.reelbench.sketches.SketchView;
import org.reelbench.sketches.Sketches;
import org.reelbench.sketches.Thumbnail;
import org.reelbench.sketches.Waves;
import org.reelbench.time.RationalTime;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Still;
import org.reelbench.ui.Editor;
import org.reelbench.ui.OpenProject;
import org.reelbench.ui.UiThread;
import org.reelbench.ui.tracks.internal.paint.ClipSketches;

/** The sketches of the editor's project, from the service that is there at the moment. On the UI thread, which it never lets wait. */
final class EditorSketches implements ClipSketches, AutoCloseable {

    private final Editor editor;
    private final Runnable redraw;
    private final Supplier<Optional<Sketches>> service;
    private final AtomicBoolean redrawn = new AtomicBoolean();
    private @Nullable Sketches known;
    private @Nullable SketchView view;
    private List<MediaReference> media = List.of();
    private Map<Id, MediaReference> byId = new HashMap<>();

    /**
     * Creates the sketches.
     *
     * @param editor what is shown
     * @param service makes sketches, if it is there at the moment somebody asks
     * @param redraw paints soon, from any thread
     */
    EditorSketches(Editor editor, Supplier<Optional<Sketches>> service, Runnable redraw) {
        this.service = service;
        this.editor = editor;
        this.redraw = redraw;
    }

    /** Begins a painting of the whole view. */
    void begin() {
        redrawn.set(false);
        Sketches now = service.get().orElse(null);
        if (now != known) {
            closeView();
            known = now;
            view = now == null ? null : now.open(this::changed);
        }
        List<MediaReference> references = editor.project().map(project -> project.session().project().media()).orElse(List.of());
        if (references != media) {
            media = references;
            byId = new HashMap<>();
            references.forEach(reference -> byId.put(reference.id(), reference));
        }
        SketchView open = view;
        if (open != null) {
            open.begin();
        }
    }

    /** Ends a painting of the whole view. */
    void end() {
        SketchView open = view;
        if (open != null) {
            open.end();
        }
    }

    /** Many sketches that come quickly are one painting. */
    private void changed() {
        if (redrawn.compareAndSet(false, true)) {
            redraw.run();
        }
    }

    @Override
    public Optional<Thumbnail> thumbnail(Clip clip, RationalTime sourceTime, RationalTime apart) {
        SketchView open = view;
        SketchSource source = source(clip.content());
        return open == null || source == null ? Optional.empty() : open.thumbnail(source, sourceTime, SketchView.step(apart));
    }

    @Override
    public Optional<Waves> waves(Clip clip, int level, long piece) {
        SketchView open = view;
        SketchSource source = source(clip.content());
        return open == null || source == null ? Optional.empty() : open.waves(source, level, piece);
    }

    private @Nullable SketchSource source(Content content) {
        OpenProject project = editor.project().orElse(null);
        return project == null ? null : switch (content) {
        case MediaStream stream -> source(project.catalog(), stream.media(), stream.streamIndex());
        case Still still -> source(project.catalog(), still.media(), 0);
        default -> null;
        };
    }

    /** What a medium is named by here changes when it is relinked or shown differently, and not when it is only called something else. */
    private @Nullable SketchSource source(MediaCatalog catalog, Id id, int stream) {
        MediaReference reference = byId.get(id);
        // Sketches of what is being recorded would show its end of a moment ago for good.
        return reference == null || reference.recorded() != null
                ? null
                : new SketchSource(
                        List.of(reference.path(), reference.fingerprint(), String.valueOf(reference.imageSequence()),
                                reference.interpretation()),
                        () -> medium(catalog, id, stream), stream);
    }

    private static SketchMedium medium(MediaCatalog catalog, Id id, int stream) throws MediaException {
        UiThread.forbid("looking into media");
        Medium found = catalog.medium(id);
        return new SketchMedium(found, StreamLooks.of(found, stream).orElse(null));
    }

    private void closeView() {
        SketchView open = view;
        view = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closeView();
    }

    /** Tells whether a part of the view is all of it from its lanes' left to their right border. */
    static boolean isWhole(Rectangle part, int widthPx, int heightPx) {
        return part.x <= 0 && part.y <= 0 && part.x + part.width >= widthPx && part.y + part.height >= heightPx;
    }
}
