/**
 * The project file: its schema, reading with a place for every error, writing with small diffs, and replacing it whole or not at
 * all. Nothing here knows sessions or edits.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project.internal.file;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
