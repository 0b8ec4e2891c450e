/**
 * Lays pictures over others where the filter library cannot: between pixels, turned by any angle, mixed by colour. Samples of
 * planar pictures are taken by a cubic in floating point, which Java computes alike on every machine.
 */
@NonNullByDefault({ DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD, DefaultLocation.RECORD_COMPONENT })
package org.reelbench.media.ffmpeg.internal.paint;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
