package org.reelbench.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.project.CommandDescription;
import org.reelbench.project.EditCommands;
import org.reelbench.project.ParameterDescription;

class EditCommandHelpTest {

    @Test
    void everyCommandAndParameterIsExplained() {
        String text = EditCommandHelp.text();
        assertTrue(text.contains("\nripple-delete\n  Takes clips away and moves up what follows on their tracks.\n"), text);
        assertTrue(text.contains("    at, frame                  the frame that becomes the first of the right part\n"), text);
        for (CommandDescription command : EditCommands.descriptions()) {
            for (ParameterDescription parameter : command.parameters()) {
                assertTrue(text.contains(parameter.purpose()), command.name() + " " + parameter.name());
            }
        }
    }

    @Test
    void theDocumentationSaysTheSame() throws Exception {
        Optional<Path> found = page();
        assumeTrue(found.isPresent(), "not inside of the checkout");
        Path page = found.orElseThrow();
        assertEquals(Files.readString(page).replace("\r\n", "\n"), EditCommandHelp.markdown(),
                page + ": print it anew by 'reelbench help commands --markdown'");
    }

    /** Finds the page from wherever the tests run inside of the checkout. */
    private static Optional<Path> page() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/architecture.md"))).findFirst()
                .map(folder -> folder.resolve("docs/commands.md"));
    }
}
