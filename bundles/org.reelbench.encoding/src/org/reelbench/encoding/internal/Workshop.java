package org.reelbench.encoding.internal;

import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.render.Renderers;

/**
 * What exports work with.
 *
 * @param renderers renders the sequence
 * @param encoders encodes frames and samples
 * @param muxers writes the file
 * @param probe finds out what was written
 * @param readers reads it back
 * @param composers bring what was read into the shape of what was composed
 */
record Workshop(Renderers renderers, Encoders encoders, Muxers muxers, MediaProbe probe, MediaReaders readers,
        Composers composers) {
}
