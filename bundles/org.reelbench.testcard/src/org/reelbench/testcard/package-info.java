/**
 * Pictures and sound that carry their own truth: a test card with source and frame number as large blocks, and a click at each
 * full second. What comes out of any lossy path is read back as numbers, so a wrong frame, a wrong source or drift is seen;
 * what effects must keep to is here as well, for those of third parties.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.testcard;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
