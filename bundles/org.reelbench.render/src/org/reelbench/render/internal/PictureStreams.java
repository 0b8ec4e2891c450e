package org.reelbench.render.internal;

import java.util.Optional;

import org.reelbench.media.MediaException;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.Generator;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.NestedSequence;
import org.reelbench.timeline.Still;

/** Finds what is known of the pictures that a content shows. */
public final class PictureStreams {

    private PictureStreams() {
    }

    /**
     * Finds the stream of pictures.
     *
     * @param content the content
     * @param catalog the media
     * @return the stream, or empty for what is drawn and where the medium has no such stream
     * @throws MediaException if the medium cannot be found
     */
    public static Optional<VideoStreamInfo> find(Content content, MediaCatalog catalog) throws MediaException {
        Optional<Medium> medium = medium(content, catalog);
        return medium.isEmpty() ? Optional.empty() : find(content, medium.get());
    }

    /**
     * Finds the stream of pictures in a medium that is found already.
     *
     * @param content the content
     * @param medium its medium
     * @return the stream, or empty where the medium has no such stream
     */
    public static Optional<VideoStreamInfo> find(Content content, Medium medium) {
        return content instanceof MediaStream stream ? medium.info().video(stream.streamIndex()) : medium.info().video();
    }

    /**
     * Finds the medium of a content.
     *
     * @param content the content
     * @param catalog the media
     * @return the medium, or empty for what is drawn
     * @throws MediaException if the medium cannot be found
     */
    public static Optional<Medium> medium(Content content, MediaCatalog catalog) throws MediaException {
        return switch (content) {
        case Generator _,NestedSequence _ -> Optional.empty();
        case MediaStream stream -> Optional.of(catalog.medium(stream.media()));
        case Still still -> Optional.of(catalog.medium(still.media()));
        };
    }
}
