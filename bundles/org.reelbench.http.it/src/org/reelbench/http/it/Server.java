package org.reelbench.http.it;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;

import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.reelbench.media.MediaPublication;

/** The server under test, opened by its configuration. */
final class Server {

    private static final String PID = "org.reelbench.http";

    private Server() {
    }

    /** Opens it at any port, unless it is open with the same settings. */
    static MediaPublication start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** Opens it with more settings. */
    static MediaPublication start(Map<String, Object> settings) throws IOException, InterruptedException {
        Map<String, Object> all = new Hashtable<>(Map.of("ports", "0"));
        all.putAll(settings);
        Configuration configuration = Services.get(ConfigurationAdmin.class).getConfiguration(PID, null);
        Runnable oldIsGone = Services.gone(MediaPublication.class);
        if (configuration.updateIfDifferent(new Hashtable<>(all))) {
            oldIsGone.run();
        }
        return Services.get(MediaPublication.class);
    }

    static void stop() throws IOException, InterruptedException {
        Runnable gone = Services.gone(MediaPublication.class);
        Services.get(ConfigurationAdmin.class).getConfiguration(PID, null).delete();
        gone.run();
    }
}
