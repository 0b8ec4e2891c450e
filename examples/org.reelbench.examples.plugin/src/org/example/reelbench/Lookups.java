package org.example.reelbench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ReliefStep;

/** Something that remembers: it says in the ledger how much, gives it back when memory runs short, and tells how much it has. */
@Component(service = { Lookups.class, ReliefStep.class, MeterSource.class })
public final class Lookups implements ReliefStep, MeterSource {

    private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();
    private final Account account;

    /** Opens an account, which everybody sees under this bundle's name. */
    @Activate
    public Lookups(@Reference MemoryLedger ledger) {
        account = ledger.open(Holding.PLUGIN, "lookups");
    }

    /** What a plug-in leaves behind when it goes stays until the program ends: this one leaves nothing. */
    @Deactivate
    public void close() {
        account.close();
    }

    /** Remembers something. */
    public void remember(String key, byte[] value) {
        remembered.put(key, value);
        account.set(bytes());
    }

    private long bytes() {
        return remembered.values().stream().mapToLong(value -> value.length).sum();
    }

    @Override
    public int rank() {
        return THUMBNAILS;
    }

    @Override
    public String label() {
        return "lookups of the example";
    }

    @Override
    public long relieve(long wantedBytes) {
        long given = bytes();
        remembered.clear();
        account.set(0);
        return given;
    }

    @Override
    public List<Meter> meters() {
        return List.of(Meter.gauge("example_lookups_bytes", "What the example remembers.", bytes()));
    }
}
