package org.reelbench.memory.internal.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.reelbench.memory.ReliefStep;
import org.reelbench.plugins.PluginCallException;
import org.reelbench.plugins.PluginCalls;

class GuardedStepTest {

    private final List<String> called = new ArrayList<>();
    private final AtomicReference<PluginCalls> calls = new AtomicReference<>(PluginCalls.direct());
    private final Supplier<PluginCalls> guard = calls::get;

    private final ReliefStep step = new ReliefStep() {

        @Override
        public int rank() {
            return READ_AHEAD;
        }

        @Override
        public String label() {
            return "lookups";
        }

        @Override
        public long relieve(long wantedBytes) {
            return wantedBytes / 2;
        }
    };

    /** A guard that keeps what is called, and refuses what it is told to. */
    private final class Noting implements PluginCalls {

        private final String refused;

        Noting(String refused) {
            this.refused = refused;
        }

        @Override
        public Optional<Owner> owner(Object provider) {
            return Optional.empty();
        }

        @Override
        public <T, E extends Exception> T call(Object provider, String what, Call<T, E> call) throws E {
            assertEquals(step, provider);
            called.add(what);
            if (what.equals(refused)) {
                throw new PluginCallException("org.example.one", false, "the plug-in org.example.one is not called any more",
                        null);
            }
            return call.run();
        }

        @Override
        public <T, E extends Exception> T outside(Call<T, E> own) throws E {
            return own.run();
        }

        @Override
        public Loan lend(Object provider, long address, long bytes) {
            return PluginCalls.direct().lend(provider, address, bytes);
        }
    }

    @Test
    void whateverIsAskedOfAStepIsAskedThroughTheGuard() {
        calls.set(new Noting(""));
        GuardedStep guarded = new GuardedStep(step, guard);
        assertEquals(ReliefStep.READ_AHEAD, guarded.rank());
        assertEquals("lookups", guarded.label());
        assertEquals(50, guarded.relieve(100));
        assertEquals(List.of("rank", "label", "relieve"), called);
    }

    @Test
    void aGuardThatComesLaterIsUsedFromThenOn() {
        GuardedStep guarded = new GuardedStep(step, guard);
        assertEquals(50, guarded.relieve(100));
        calls.set(new Noting("relieve"));
        assertThrows(PluginCallException.class, () -> guarded.relieve(100));
    }

    @Test
    void aStepIsFoundAgainByWhatItGuards() {
        assertEquals(new GuardedStep(step, guard), new GuardedStep(step, guard));
        assertNotEquals(new GuardedStep(step, guard), new GuardedStep(new FakeStep("other", 1, _ -> 0), guard));
    }
}
