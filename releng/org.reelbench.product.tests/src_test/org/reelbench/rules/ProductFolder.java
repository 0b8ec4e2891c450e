package org.reelbench.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The materialised products. */
public final class ProductFolder {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    private ProductFolder() {
    }

    /** The folder of the headless product's bundles. */
    public static Path plugins() {
        return plugins("headless");
    }

    private static Path plugins(String product) {
        return ROOT.resolve("releng/org.reelbench.product/target/products/reelbench." + product + "/linux/gtk/x86_64/plugins");
    }

    /** The headless product's bundles, sorted by name. */
    public static List<Path> jars() throws IOException {
        return jars("headless");
    }

    /** The bundles of a product, {@code headless} or {@code workbench}, sorted by name. */
    public static List<Path> jars(String product) throws IOException {
        try (Stream<Path> files = Files.list(plugins(product))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
