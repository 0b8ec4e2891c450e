package org.reelbench.testkit;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What every service of one kind keeps to. Tests run it in whatever framework they use:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return new SubcommandContract(new Hello()).cases().stream()
 *             .map(each -> DynamicTest.dynamicTest(each.name(), each::run));
 * }
 * }</pre>
 *
 * For one thread.
 */
@ProviderType
public interface Contract {

    /**
     * Returns the sentences of the contract.
     *
     * @return the cases, each of which can be run any number of times
     */
    List<ContractCase> cases();

    /**
     * Checks all cases, in order.
     *
     * @throws AssertionError at the first that does not hold
     * @throws InterruptedException if the calling thread is interrupted
     */
    default void check() throws InterruptedException {
        for (ContractCase each : cases()) {
            each.run();
        }
    }
}
