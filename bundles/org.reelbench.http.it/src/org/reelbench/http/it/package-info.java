/**
 * The HTTP server as its clients meet it: every test publishes files in a running framework and speaks to it over sockets.
 */
@NonNullByDefault({ RETURN_TYPE, RECORD_COMPONENT })
package org.reelbench.http.it;

import static org.eclipse.jdt.annotation.DefaultLocation.RECORD_COMPONENT;
import static org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE;

import org.eclipse.jdt.annotation.NonNullByDefault;
