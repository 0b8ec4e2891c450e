/**
 * Decorations: marks over the tracks of the window that plug-ins contribute, such as a clip that is too short to be seen or one from
 * another camera. They are data, so that whoever makes them needs no window.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.project.decoration;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
