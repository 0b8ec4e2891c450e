package org.reelbench.product;

import java.nio.file.Path;

/** Folders of what is made once for all tests of a run; tests run in several processes, and each makes its own. */
final class OwnFolder {

    private OwnFolder() {
    }

    static Path named(String name) {
        return Path.of("target", "made" + System.getProperty("reelbench.fork", ""), name).toAbsolutePath();
    }
}
