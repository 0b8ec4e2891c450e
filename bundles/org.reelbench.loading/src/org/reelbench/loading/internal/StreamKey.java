package org.reelbench.loading.internal;

import org.reelbench.loading.Loadable;

/**
 * Which stream of which bytes. The name is in it, so that messages name the file they are of, and a copy elsewhere is looked for
 * where it lies.
 *
 * @param name the medium's name
 * @param fingerprint what tells its content from others
 * @param representation which file stands for the content
 * @param streamIndex the stream
 */
record StreamKey(String name, String fingerprint, String representation, int streamIndex) {

    static StreamKey of(Loadable medium, int streamIndex) {
        return new StreamKey(medium.name(), medium.fingerprint(), medium.representation(), streamIndex);
    }

    /** Tells whether another file stands for the same content. */
    boolean isReplacedBy(StreamKey other) {
        return fingerprint.equals(other.fingerprint) && !representation.equals(other.representation);
    }

    /** The same for all streams of one medium. */
    StreamKey medium() {
        return new StreamKey(name, fingerprint, representation, 0);
    }
}
