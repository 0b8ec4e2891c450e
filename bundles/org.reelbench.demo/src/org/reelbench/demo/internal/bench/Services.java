package org.reelbench.demo.internal.bench;

import org.reelbench.encoding.Exports;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.Muxers;
import org.reelbench.project.ProjectSessions;

/**
 * What benches work with.
 *
 * @param sessions opens projects
 * @param exports makes films
 * @param encoders encode media
 * @param muxers write media
 * @param probe finds out what media are
 * @param readers read them
 */
public record Services(ProjectSessions sessions, Exports exports, Encoders encoders, Muxers muxers, MediaProbe probe,
        MediaReaders readers) {
}
