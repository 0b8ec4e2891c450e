/**
 * Smaller files that stand in for heavy media while people look and edit, never in what is exported.
 * They are made in the background, kept by the medium's fingerprint, and have exactly the frame times of what they stand for.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
@Version("0.1.0")
package org.reelbench.proxies;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
