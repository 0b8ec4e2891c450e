package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Finds what does not hold of a service that is broken on purpose. */
final class Broken {

    private Broken() {
    }

    /** The sentences of a contract that do not hold; each is named where it fails. */
    static List<String> sentences(Contract contract) throws InterruptedException {
        List<String> broken = new ArrayList<>();
        for (ContractCase each : contract.cases()) {
            try {
                each.run();
            } catch (AssertionError e) {
                assertTrue(e.getMessage().contains(each.name()), e.getMessage());
                broken.add(each.name());
            }
        }
        return broken;
    }
}
