/**
 * Timelines of other programs: a {@link org.reelbench.interchange.TimelineFormat} reads one kind of file into sequences and media
 * references. What such a file holds and a project cannot, is kept as unknown members where it was and listed for people.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.interchange;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
