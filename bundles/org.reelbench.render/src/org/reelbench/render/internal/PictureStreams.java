package org.reelbench.render.internal;

import java.util.Optional;

import org.reelbench.media.MediaException;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.MediaCatalog;
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
        return switch (content) {
        case Generator _,NestedSequence _ -> Optional.empty();
        case MediaStream stream -> catalog.medium(stream.media()).info().video(stream.streamIndex());
        case Still still -> catalog.medium(still.media()).info().video();
        };
    }
}
