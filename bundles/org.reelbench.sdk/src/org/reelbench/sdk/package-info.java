/**
 * What turns the sources of a plug-in into a bundle: the annotations of its services are read while it is compiled. Whoever builds
 * with Maven names the processor of this package; {@code reelbench plugin build} does so by itself.
 */
@Version("0.1.0")
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
package org.reelbench.sdk;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
