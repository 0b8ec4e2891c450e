package org.reelbench.encoding.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.reelbench.encoding.ExportException;
import org.reelbench.encoding.ExportException.Reason;
import org.reelbench.encoding.ExportOptions.OnMissing;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.MediaCheck;
import org.reelbench.render.RenderException;
import org.reelbench.render.SlateCatalog;

/**
 * The media of an export: all there before it begins, or slates for those that are not.
 *
 * @param catalog finds them
 */
record Footage(MediaCatalog catalog) {

    /** More are not read by anybody. */
    private static final int MOST_NAMES = 20;

    static Footage of(ExportRequest request, Cancellation cancellation) throws ExportException {
        if (request.options().onMissing() == OnMissing.FAIL) {
            List<RenderException> missing = missing(request, cancellation);
            if (!missing.isEmpty()) {
                throw new ExportException(Reason.SOURCE, sentence(missing), missing.getFirst());
            }
            return new Footage(request.catalog());
        }
        return new Footage(
                new SlateCatalog(request.catalog(), request.sequence().widthPx(), request.sequence().heightPx()));
    }

    static List<RenderException> missing(ExportRequest request, Cancellation cancellation) {
        return MediaCheck.missing(request.sequence(), request.catalog(), request.fromFrame(), request.toFrame(), cancellation);
    }

    private static String sentence(List<RenderException> missing) {
        String names = missing.stream().limit(MOST_NAMES).map(RenderException::getMessage).collect(Collectors.joining("; "));
        int more = missing.size() - MOST_NAMES;
        return (missing.size() == 1 ? "a medium cannot be read: " : missing.size() + " media cannot be read: ") + names
                + (more > 0 ? "; and " + more + " more" : "")
                + "; mend or relink them, or let slates stand in for them (--on-missing slate)";
    }

    /** What people should know of the media, once the film is there. */
    List<String> notes() {
        return catalog instanceof SlateCatalog slates
                ? slates.replaced().stream().map(Footage::note).toList()
                : List.of();
    }

    private static String note(MediaException missing) {
        boolean effect = missing.reason() == MediaException.Reason.EFFECT;
        return (effect ? "" : "a slate stands in for ") + missing.getMessage();
    }
}
