package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.Exports;
import org.reelbench.interchange.TimelineFormats;
import org.reelbench.media.Composers;
import org.reelbench.media.Encoders;
import org.reelbench.media.Fingerprints;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaProbe;
import org.reelbench.media.MediaReaders;
import org.reelbench.media.MediaSources;
import org.reelbench.media.Muxers;
import org.reelbench.media.RemoteMedia;
import org.reelbench.project.ProjectSessions;
import org.reelbench.render.Renderers;
import org.reelbench.store.ChunkStores;

/** All services are there. */
class ServicesIT {

    private static final List<Class<?>> SERVICES = List.of(MediaEngine.class, MediaProbe.class, MediaReaders.class,
            Composers.class,
            Encoders.class, Muxers.class, Fingerprints.class, ProjectSessions.class, TimelineFormats.class,
            Renderers.class, Exports.class, ChunkStores.class, MediaSources.class,
            RemoteMedia.class);

    @Test
    void everyServiceIsThere() throws Exception {
        for (Class<?> service : SERVICES) {
            assertNotNull(Services.get(service));
        }
    }

    @Test
    void theNativeLibraryLoads() throws Exception {
        assertTrue(Services.get(MediaEngine.class).version().startsWith("FFmpeg 8.1.2"));
        assertTrue(Services.get(Encoders.class).names().containsAll(List.of("libopenh264", "aac")));
    }
}
