package org.reelbench.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The materialised headless product. */
public final class ProductFolder {

    private static final Path ROOT = Path.of(System.getProperty("reelbench.root"));

    private ProductFolder() {
    }

    /** The folder of its bundles. */
    public static Path plugins() {
        return ROOT.resolve("releng/org.reelbench.product/target/products/reelbench.headless/linux/gtk/x86_64/plugins");
    }

    /** Its bundles, sorted by name. */
    public static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(plugins())) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
