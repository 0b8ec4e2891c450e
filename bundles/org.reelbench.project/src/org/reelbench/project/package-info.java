/**
 * The project: what a film is made of, its file, and the session in which it is edited. Everybody edits through commands that
 * are data, so that the window, the command line and HTTP do the same things and undo them the same way.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD })
package org.reelbench.project;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
