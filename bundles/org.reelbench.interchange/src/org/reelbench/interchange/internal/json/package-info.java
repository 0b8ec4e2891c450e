/**
 * JSON with the line of every value, read within limits and written back as it came. It allows what the writers of timelines are
 * known to write: numbers that are none, such as NaN.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.interchange.internal.json;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
