package org.reelbench.memory.internal.monitor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a step is waited for. Tests have none, so that they need not wait for a step that hangs. */
@FunctionalInterface
interface Patience {

    /** Ten seconds, as the contract of steps says. */
    Patience USUAL = answer -> answer.get(10, TimeUnit.SECONDS);

    long await(Future<Long> answer) throws InterruptedException, ExecutionException, TimeoutException;
}
