package org.reelbench.render.internal;

import java.util.Optional;

import org.reelbench.media.MediaException;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoStreamInfo;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;
import org.reelbench.timeline.Content;
import org.reelbench.timeline.MediaStream;

/** Finds the smaller pictures that stand in for those of a content, and how large the content's own are. */
public final class StandIns {

    private StandIns() {
    }

    /**
     * Finds what stands in for the pictures of a content.
     *
     * @param content the content
     * @param medium its medium
     * @return the file, or empty for stills and where the medium itself is decoded
     */
    public static Optional<StandIn> find(Content content, Medium medium) {
        return content instanceof MediaStream stream ? medium.standIn(stream.streamIndex()) : Optional.empty();
    }

    /**
     * Returns the shape that decides where a picture lies: that of the content's own pictures if a smaller one stands in.
     *
     * @param content the content
     * @param picture the shape of the picture as decoded
     * @param catalog the media
     * @return the shape
     * @throws MediaException if the medium cannot be found
     */
    static PictureFormat whole(Content content, PictureFormat picture, MediaCatalog catalog) throws MediaException {
        Medium medium = PictureStreams.medium(content, catalog).orElse(null);
        return medium == null || find(content, medium).isEmpty()
                ? picture
                : PictureStreams.find(content, medium).map(VideoStreamInfo::picture).orElse(picture);
    }
}
