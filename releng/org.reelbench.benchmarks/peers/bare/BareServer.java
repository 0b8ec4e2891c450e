import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;

/**
 * What {@code bench start} compares with: a framework with declarative services, configurations, Jetty and one servlet, out of the
 * same libraries that the product has. No module of the build and in no product.
 */
public final class BareServer {

    private static final List<String> LIBRARIES = List.of("org.apache.aries.spifly.dynamic.bundle", "org.reelbench.log",
            "slf4j.api",
            "com.fasterxml.jackson",
            "org.objectweb.asm", "org.apache.felix.scr", "org.osgi.", "org.apache.felix.configadmin", "org.apache.felix.http",
            "org.apache.commons.commons-fileupload", "org.apache.commons.commons-io");

    private BareServer() {
    }

    /** Takes the product's folder of bundles, the bundle with the servlet, and the port. */
    public static void main(String[] arguments) throws Exception {
        Path storage = Files.createTempDirectory("bare-");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Framework framework = factory.newFramework(Map.of("org.osgi.framework.storage", storage.toString(),
                "org.osgi.framework.storage.clean", "onFirstInit", "org.osgi.service.http.port", arguments[2],
                "org.apache.felix.http.host", "127.0.0.1"));
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> installed = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString();
                if (LIBRARIES.stream().anyMatch(name::startsWith)) {
                    installed.add(context.installBundle("reference:" + jar.toUri()));
                }
            }
        }
        installed.add(context.installBundle("reference:" + new File(arguments[1]).toURI()));
        framework.start();
        // Libraries find their providers only if these run first, as in the product.
        for (String first : LIBRARIES) {
            for (Bundle bundle : installed) {
                if (bundle.getSymbolicName().startsWith(first)
                        && (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
                    bundle.start();
                }
            }
        }
        installed.getLast().start();
        framework.waitForStop(0);
    }
}
