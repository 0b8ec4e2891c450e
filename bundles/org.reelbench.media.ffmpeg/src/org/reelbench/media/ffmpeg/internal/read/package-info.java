/**
 * Probing and reading: bytes come in through a {@link org.reelbench.media.ByteSource}, frames and samples go out by time. The
 * demuxer sees nothing but those bytes; it can open no other file and no address.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.media.ffmpeg.internal.read;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
