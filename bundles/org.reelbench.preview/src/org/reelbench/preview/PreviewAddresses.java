package org.reelbench.preview;

import java.net.URI;

/**
 * Where the preview of a sequence is. Whoever knows one of the addresses may read it, so they belong in no log.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param page a page that plays it and follows its edits
 * @param manifest its segments with their states, as JSON
 * @param hls a playlist of HTTP Live Streaming (RFC 8216) of what the sequence is when it is asked for
 * @param stream all of it as one MP4 that is made while it is read; {@code ?from=} with seconds starts later
 */
public record PreviewAddresses(URI page, URI manifest, URI hls, URI stream) {
}
