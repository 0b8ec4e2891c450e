package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What bundles give to the workbench by name is really in them: nobody else notices before somebody opens the view. */
class ExtensionsTest {

    private static final Path BUNDLES = Path.of(System.getProperty("reelbench.root")).resolve("bundles");
    private static final Pattern CLASS = Pattern.compile("(?:class|defaultHandler)=\"(org\\.reelbench\\.[^\":]+)\"");

    @Test
    void everyClassNamedByAnExtensionIsInItsBundle() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (BundleFacts bundle : BundleFacts.readAll(BUNDLES)) {
            Path extensions = BUNDLES.resolve(bundle.folder()).resolve("plugin.xml");
            Matcher names = CLASS.matcher(Files.exists(extensions) ? Files.readString(extensions) : "");
            while (names.find()) {
                named++;
                if (!bundle.classes().containsKey(names.group(1).replace('.', '/'))) {
                    missing.add(bundle.folder() + " lacks " + names.group(1));
                }
            }
        }
        assertTrue(named >= 5, "found only " + named + " names");
        assertEquals(List.of(), missing);
    }

    @Test
    void noBundleIsEmpty() throws IOException {
        assertEquals(List.of(), BundleFacts.readAll(BUNDLES).stream().filter(bundle -> bundle.classes().isEmpty())
                .map(BundleFacts::folder).toList());
    }
}
