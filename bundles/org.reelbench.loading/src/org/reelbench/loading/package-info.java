/**
 * Lazy loading of media: who wants to see what goes in, leases of open readers come out.
 * What nobody sees holds no decoder, no frame and no file.
 */
@NonNullByDefault({ RETURN_TYPE, FIELD, RECORD_COMPONENT })
@Version("0.1.0")
package org.reelbench.loading;

import static org.eclipse.jdt.annotation.DefaultLocation.FIELD;
import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.annotation.versioning.Version;
