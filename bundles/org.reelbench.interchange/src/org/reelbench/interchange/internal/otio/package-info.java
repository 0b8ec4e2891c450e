/**
 * OpenTimelineIO: the objects of its JSON form become sequences, clips, transitions, markers and media references. Times are
 * turned from decimal numbers into exact ones first, and places into whole frames last.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.interchange.internal.otio;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
