/**
 * Plays a sequence without knowing a window: pictures and sound by one clock, seeks in two steps, in both directions.
 * Viewers and commands bring a screen; everything else is here.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
@Version("0.1.0")
package org.reelbench.playback;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
