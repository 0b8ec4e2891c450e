package org.example.reelbench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.VideoEncoding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.testcard.SoundEffectContract;
import org.reelbench.testkit.CaptureSourceContract;
import org.reelbench.testkit.ChunkStoreProviderContract;
import org.reelbench.testkit.Contract;
import org.reelbench.testkit.EncoderContract;
import org.reelbench.testkit.ExportPresetContract;
import org.reelbench.testkit.MeterSourceContract;
import org.reelbench.testkit.ReliefStepContract;
import org.reelbench.testkit.RemoteMediaContract;
import org.reelbench.testkit.SubcommandContract;
import org.reelbench.testkit.TimelineFormatContract;
import org.reelbench.testkit.TrackDecoratorContract;
import org.reelbench.time.Rational;

/** What this plug-in brings keeps to the contracts of the test kit. Those that need a running program are checked in one. */
class ContractsTest {

    private static final int DAMAGES = "deep".equals(System.getProperty("reelbench.tier")) ? 5000 : 200;

    private static Stream<DynamicTest> tests(Contract contract) {
        return contract.cases().stream().map(each -> DynamicTest.dynamicTest(each.name(), each::run));
    }

    @TestFactory
    Stream<DynamicTest> theSubcommandKeepsItsContract() {
        return tests(new SubcommandContract(new Length()));
    }

    @TestFactory
    Stream<DynamicTest> theFormatKeepsItsContract() {
        byte[] sample = "0 25 beach.mp4\n10 50 more/boat.mp4\n999 1 beach.mp4\n".getBytes(StandardCharsets.UTF_8);
        return tests(new TimelineFormatContract(new CutList(), sample, 1, DAMAGES));
    }

    @TestFactory
    Stream<DynamicTest> theDecorationsKeepTheirContract() {
        return tests(new TrackDecoratorContract(new FlashFrames(), 1, DAMAGES / 20));
    }

    @TestFactory
    Stream<DynamicTest> theReliefStepKeepsItsContract() {
        MemoryLedger ledger = MemoryLedger.none();
        Lookups lookups = new Lookups(ledger);
        AtomicInteger next = new AtomicInteger();
        return tests(new ReliefStepContract(lookups, () -> lookups.remember("key" + next.getAndIncrement(), new byte[10_000]),
                ledger));
    }

    @TestFactory
    Stream<DynamicTest> theCaptureSourceKeepsItsContract() {
        return tests(new CaptureSourceContract(new Rainbow()));
    }

    @TestFactory
    Stream<DynamicTest> theEncoderKeepsItsContract() {
        return tests(new EncoderContract(new RawPictures(),
                new VideoEncoding(RawPictures.NAME, 64, 36, PixelFormat.YUV420P, ColorDescription.BT709_LIMITED,
                        Rational.of(1, 50),
                        Rational.of(25), 25, 0, 1, new TreeMap<>())));
    }

    @Test
    void theEffectOnSoundKeepsItsContract() throws Exception {
        SoundEffectContract contract = new SoundEffectContract(new Echo());
        contract.checkDescription();
        contract.check(1, DAMAGES / 20);
    }

    @TestFactory
    Stream<DynamicTest> thePresetKeepsItsContract() {
        return tests(new ExportPresetContract(new RawPictures()));
    }

    @TestFactory
    Stream<DynamicTest> theNumbersKeepTheirContract() {
        Lookups lookups = new Lookups(MemoryLedger.none());
        return tests(new MeterSourceContract(lookups, () -> lookups.remember("key", new byte[100])));
    }

    @TestFactory
    Stream<DynamicTest> theStoresInMemoryKeepTheirContract() {
        MemoryChunks chunks = new MemoryChunks(MemoryLedger.none());
        AtomicInteger next = new AtomicInteger();
        return tests(new ChunkStoreProviderContract(chunks, () -> URI.create("memory:shelf-" + next.getAndIncrement()),
                chunks::spoil, URI.create("memory:No!")));
    }

    @TestFactory
    Stream<DynamicTest> theMediaOfOtherAddressesKeepTheirContract() throws Exception {
        URI address = URI.create("tone://sine/440/3");
        byte[] content = new byte[44 + 2 * 48_000 * 3];
        try (ByteSource bytes = new Tone().open(address, Set.of(), new Cancellation())) {
            for (int at = 0; at < content.length;) {
                MemorySegment target = MemorySegment.ofArray(new byte[1000]);
                int count = bytes.read(at, target);
                MemorySegment.copy(target, ValueLayout.JAVA_BYTE, 0, content, at, count);
                at += count;
            }
        }
        return tests(new RemoteMediaContract(new Tone(), address, content, URI.create("tone://square/440/3"), Set.of()));
    }
}
