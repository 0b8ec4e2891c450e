package org.reelbench.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;

/**
 * What everybody keeps to who tells numbers: those who watch can tell them apart, and a counter only rises.
 *
 * <pre>{@code
 * new MeterSourceContract(cache, () -> cache.load("something")).check();
 * }</pre>
 *
 * For one thread.
 */
public final class MeterSourceContract implements Contract {

    private static final int THREADS = 3;
    private static final int ROUNDS = 100;
    private static final int LONGEST_HELP = 200;

    private final MeterSource source;
    private final Runnable work;

    /**
     * Creates the contract of numbers.
     *
     * @param source tells them
     * @param work does something that is counted; called from several threads at once
     */
    public MeterSourceContract(MeterSource source, Runnable work) {
        this.source = source;
        this.work = work;
    }

    @Override
    public List<ContractCase> cases() {
        return List.of(new ContractCase("each number is told once, and says what it means", this::description),
                new ContractCase("those of one name mean the same and have the same labels", this::families),
                new ContractCase("counters only rise, from nothing", this::counters),
                new ContractCase("they are told while there is work", this::busy));
    }

    private void description() {
        work.run();
        List<Meter> meters = source.meters();
        Claims.holds(!meters.isEmpty(), "it tells no number");
        Set<Map.Entry<String, Map<String, String>>> told = new HashSet<>();
        for (Meter meter : meters) {
            Claims.line(meter.help(), "the help of " + meter.name());
            Claims.holds(meter.help().length() <= LONGEST_HELP, "the help of " + meter.name() + " is more than a sentence");
            Claims.holds(meter.name().contains("_"),
                    "the name " + meter.name() + " does not begin with a word that says whose it is");
            Claims.holds(told.add(Map.entry(meter.name(), meter.labels())), meter.name() + meter.labels() + " is told twice");
        }
    }

    private void families() {
        work.run();
        Map<String, Meter> first = new HashMap<>();
        for (Meter meter : source.meters()) {
            Meter other = first.putIfAbsent(meter.name(), meter);
            if (other != null) {
                Claims.same(other.help(), meter.help(), "the help of another " + meter.name());
                Claims.same(other.kind(), meter.kind(), "the kind of another " + meter.name());
                Claims.same(other.labels().keySet(), meter.labels().keySet(), "what tells apart another " + meter.name());
            }
        }
    }

    private void counters() {
        Map<Map.Entry<String, Map<String, String>>, Double> before = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (Meter meter : source.meters()) {
                Claims.holds(Double.isFinite(meter.value()), meter.name() + " is " + meter.value());
                if (meter.kind() == Meter.Kind.COUNTER) {
                    Double last = before.put(Map.entry(meter.name(), meter.labels()), meter.value());
                    Claims.holds(meter.value() >= (last == null ? 0 : last), meter.name() + " fell to " + meter.value());
                }
            }
            work.run();
        }
    }

    private void busy() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Integer> labour = () -> {
                for (int i = 0; i < ROUNDS; i++) {
                    work.run();
                }
                return ROUNDS;
            };
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(labour));
            }
            for (int i = 0; i < ROUNDS; i++) {
                Claims.holds(!source.meters().isEmpty(), "while there is work it tells nothing");
            }
            for (Future<Integer> each : all) {
                each.get();
            }
        }
    }
}
