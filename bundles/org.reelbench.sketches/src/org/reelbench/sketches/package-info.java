/**
 * Small pictures of clips and outlines of their sound, at the level of detail that a view shows.
 * They are made for what is visible first, kept by the medium's fingerprint, and cost a fixed budget however long the film is.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
@Version("0.1.0")
package org.reelbench.sketches;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
