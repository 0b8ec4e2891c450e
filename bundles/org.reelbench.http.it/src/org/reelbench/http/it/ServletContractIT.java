package org.reelbench.http.it;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.testkit.ServletContract;

/** Servlets keep to the rules of the media server: our own that watch it, and that of the example plug-in. */
class ServletContractIT {

    @Test
    void theNumbersKeepTheContract() throws Exception {
        Server.start();
        new ServletContract(Services.get(HttpEndpoint.class).uri("/metrics")).check();
    }

    @Test
    void theExampleKeepsTheContract() throws Exception {
        Server.start();
        Path folder = Path.of(System.getProperty("reelbench.root"), "examples", "org.reelbench.examples.plugin", "target");
        Path jar;
        try (Stream<Path> files = Files.list(folder)) {
            jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
        Bundle plugin = FrameworkUtil.getBundle(ServletContractIT.class).getBundleContext()
                .installBundle("reference:" + jar.toUri());
        try {
            plugin.start();
            URI hello = Services.get(HttpEndpoint.class).uri("/hello");
            Eventually.holds("the example answers", () -> Exchange.get(hello).status() == 200);
            new ServletContract(hello).check();
        } finally {
            plugin.uninstall();
        }
    }
}
