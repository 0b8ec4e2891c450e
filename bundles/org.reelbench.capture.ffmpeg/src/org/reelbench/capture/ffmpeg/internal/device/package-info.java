/**
 * What all devices share that are read through FFmpeg's device library: loading it, opening them, and saying what went wrong.
 * Nothing of it is loaded before the first device is opened, as it drags in libraries for screens and sound that servers lack.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.capture.ffmpeg.internal.device;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
