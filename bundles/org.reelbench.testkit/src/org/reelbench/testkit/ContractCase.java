package org.reelbench.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One sentence of a contract.
 *
 * @param name what holds
 * @param check whether it holds
 */
public record ContractCase(String name, Check check) {

    /** Generous: it only tells what hangs from what is slow. */
    private static final long LIMIT_SECONDS = 300;

    /** Something to be checked. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks it.
         *
         * @throws AssertionError if it does not hold
         * @throws Exception if something fails that must not fail
         */
        void run() throws Exception;
    }

    /**
     * Checks it on a thread of its own, so that what hangs ends the test and not the build.
     *
     * @throws AssertionError if it does not hold, fails or takes longer than five minutes; names what should hold
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void run() throws InterruptedException {
        Callable<Boolean> body = () -> {
            check.run();
            return true;
        };
        FutureTask<Boolean> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "reelbench-contract");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            AssertionError hangs = new AssertionError("it does not return: " + name, e);
            hangs.setStackTrace(thread.getStackTrace());
            thread.interrupt();
            throw hangs;
        } catch (ExecutionException e) {
            throw new AssertionError("not so: " + name + ": " + e.getCause().getMessage(), e.getCause());
        }
    }
}
