package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What is in the product is what the list under version control says: a dependency cannot come in unseen. */
class ResolvedBundlesTest {

    private static final Path FOLDER = Path.of(System.getProperty("reelbench.root"), "targetplatform");

    @Test
    void theHeadlessProductHoldsExactlyTheListedBundles() throws IOException {
        holdsTheListed("headless", FOLDER.resolve("resolved-bundles.txt"));
    }

    @Test
    void theWorkbenchHoldsExactlyTheListedBundles() throws IOException {
        holdsTheListed("workbench", FOLDER.resolve("resolved-bundles-workbench.txt"));
    }

    private static void holdsTheListed(String product, Path list) throws IOException {
        String resolved = ProductFolder.jars(product).stream().map(ResolvedBundlesTest::describe).sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        assertEquals(Files.readString(list), resolved, "if the change is wanted, write the new list into " + list.getFileName());
    }

    /** Symbolic name and version; our own bundles carry the time of the build, which is left out. */
    private static String describe(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            String name = attributes.getValue("Bundle-SymbolicName").split(";")[0].strip();
            String version = attributes.getValue("Bundle-Version");
            return name + " " + (name.startsWith("org.reelbench.") ? version.replaceFirst("\\.[^.]*$", "") : version);
        } catch (IOException e) {
            throw new UncheckedIOException(jar.toString(), e);
        }
    }
}
