package org.reelbench.render.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.media.Canvas;
import org.reelbench.media.Composer;
import org.reelbench.media.Composers;
import org.reelbench.media.Composition;
import org.reelbench.media.MediaException;

/**
 * The composers a renderer keeps open: the one in use and the one before, because a layer that moves may rest on whole pixels now
 * and then, which is another composition. One thread at a time.
 */
final class OpenComposers implements AutoCloseable {

    private static final int MOST = 2;

    private final Composers composers;
    private final Deque<Composer> open = new ArrayDeque<>();

    OpenComposers(Composers composers) {
        this.composers = composers;
    }

    /** Returns a composer: an open one where it fits, if need be with other values of its effects; otherwise a new one. */
    Composer of(Composition wanted) throws MediaException {
        Composer found = find(wanted);
        if (found == null) {
            found = adjusted(wanted);
        }
        if (found == null) {
            // Pictures of another size are asked for when what is watched begins to play, or is smaller from now on.
            closeAll(composer -> !isAsLarge(composer.composition().canvas(), wanted.canvas()));
            if (open.size() == MOST) {
                open.removeLast().close();
            }
            found = composers.open(wanted);
        } else {
            open.remove(found);
        }
        open.addFirst(found);
        return found;
    }

    private @Nullable Composer find(Composition wanted) {
        for (Composer composer : open) {
            if (composer.composition().equals(wanted)) {
                return composer;
            }
        }
        return null;
    }

    private @Nullable Composer adjusted(Composition wanted) throws MediaException {
        for (Composer composer : open) {
            boolean adjusted = false;
            boolean failed = true;
            try {
                adjusted = composer.adjust(wanted);
                failed = false;
            } finally {
                if (failed) {
                    open.remove(composer);
                    composer.close();
                }
            }
            if (adjusted) {
                return composer;
            }
        }
        return null;
    }

    private static boolean isAsLarge(Canvas one, Canvas other) {
        return one.widthPx() == other.widthPx() && one.heightPx() == other.heightPx();
    }

    private void closeAll(Predicate<Composer> condition) {
        open.removeIf(composer -> {
            boolean unwanted = condition.test(composer);
            if (unwanted) {
                composer.close();
            }
            return unwanted;
        });
    }

    @Override
    public void close() {
        closeAll(_ -> true);
    }
}
