package org.reelbench.proxies.internal.make;

import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;

/**
 * The services that proxies are made with.
 *
 * @param readers opens media
 * @param composers scales and deinterlaces
 * @param encoders encodes
 * @param muxers writes films
 * @param probe finds out what was written
 */
public record Pipeline(MediaReaders readers, Composers composers, Encoders encoders, Muxers muxers, MediaProbe probe) {
}
