package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
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

/** All services are there, and come back whatever order bundles are stopped and started in. */
class ServicesIT {

    private static final List<Class<?>> SERVICES = List.of(MediaEngine.class, MediaProbe.class, MediaReaders.class,
            Composers.class,
            Encoders.class, Muxers.class, Fingerprints.class, ProjectSessions.class, TimelineFormats.class,
            Renderers.class, Exports.class, ChunkStores.class, MediaSources.class,
            RemoteMedia.class);

    private static final List<String> BUNDLES = List.of("org.reelbench.project", "org.reelbench.media",
            "org.reelbench.media.ffmpeg",
            "org.reelbench.interchange",
            "org.reelbench.render",
            "org.reelbench.encoding",
            "org.reelbench.store",
            "org.reelbench.remote");

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

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void servicesComeBackWhateverTheOrder(long seed) throws Exception {
        List<String> order = new ArrayList<>(BUNDLES);
        Random random = new Random(seed);
        Collections.shuffle(order, random);
        for (String name : order) {
            Services.bundle(name).stop();
        }
        assertEquals(0, count(Renderers.class), "the renderers are gone");
        Collections.shuffle(order, random);
        for (String name : order) {
            start(Services.bundle(name));
        }
        everyServiceIsThere();
    }

    private static void start(Bundle bundle) throws BundleException {
        bundle.start();
        assertEquals(Bundle.ACTIVE, bundle.getState() == Bundle.STARTING ? Bundle.ACTIVE : bundle.getState(),
                bundle.getSymbolicName());
    }

    private static int count(Class<?> service) {
        var references = Services.context().getServiceReference(service.getName());
        return references == null ? 0 : 1;
    }
}
