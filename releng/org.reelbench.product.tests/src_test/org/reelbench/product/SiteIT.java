package org.reelbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.rules.ProductFolder;

/** What p2's director installs from the site of the build. */
class SiteIT {

    @Test
    void theInstalledProductHoldsTheBundlesOfTheBuiltOne() throws IOException {
        assertEquals(names(ProductFolder.jars()), names(jars(Installed.folder().resolve("plugins"))));
    }

    @Test
    void theInstalledProductRuns(@TempDir Path folder) throws Exception {
        assertTrue(Installed.run(folder, 0, "help").contains("probe"));
        assertTrue(Installed.run(folder, 0, "probe", DemoFilm.video().toString()).contains("h264"));
    }

    /** Of the window too: it stands on bundles that no feature names, which only the site's closure brings. */
    @Test
    void theSiteHoldsEveryBundleOfBothProducts() throws IOException {
        List<String> site = names(jars(Path.of(System.getProperty("reelbench.root"),
                "releng/org.reelbench.product/target/repository/plugins")));
        assertEquals(List.of(), names(ProductFolder.jars("workbench")).stream().filter(name -> !site.contains(name)).toList());
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }
}
