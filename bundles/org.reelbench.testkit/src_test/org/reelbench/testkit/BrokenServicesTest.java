package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.interchange.ImportSettings;
import org.reelbench.interchange.ImportedTimeline;
import org.reelbench.interchange.MediaLookup;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.ByteSource;
import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException;
import org.reelbench.media.RemoteMedia;
import org.reelbench.memory.Account;
import org.reelbench.memory.Holding;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.memory.ReliefStep;
import org.reelbench.time.FrameRate;

/** The contracts find what services do wrong; each broken one here fails in the sentences that it breaks. */
class BrokenServicesTest {

    @Test
    void aSubcommandThatTakesWhatItDoesNotKnow() throws InterruptedException {
        Subcommand careless = new Subcommand() {
            @Override
            public String name() {
                return "Careless Word";
            }

            @Override
            public String summary() {
                return "does this.\nAnd that.";
            }

            @Override
            public String usage() {
                return "call me";
            }

            @Override
            public int run(List<String> arguments, Console console) {
                return ExitCode.OK;
            }
        };
        assertEquals(4, Broken.sentences(new SubcommandContract(careless)).size());
    }

    @Test
    void aFormatThatStumblesOverDamage() throws InterruptedException {
        TimelineFormat fragile = new TimelineFormat() {
            @Override
            public String id() {
                return "fragile";
            }

            @Override
            public String name() {
                return "Fragile";
            }

            @Override
            public List<String> extensions() {
                return List.of(".fragile");
            }

            @Override
            public ImportedTimeline read(Path file, ImportSettings settings, MediaLookup media) throws IOException {
                throw new IllegalStateException(java.nio.file.Files.readString(file));
            }
        };
        assertEquals(
                List.of("a file is read whole, and again alike", "media are looked up once, on the thread that reads",
                        "a damaged file is read or refused in words for people"),
                Broken.sentences(new TimelineFormatContract(fragile, new byte[] { 'x' }, 1, 5)));
    }

    @Test
    void aStepThatGivesLessThanItSays() throws InterruptedException {
        MemoryLedger ledger = MemoryLedger.none();
        Account account = ledger.open(Holding.PLUGIN, "boaster");
        ReliefStep boaster = new ReliefStep() {
            @Override
            public int rank() {
                return THUMBNAILS;
            }

            @Override
            public String label() {
                return "what a boaster has";
            }

            @Override
            public long relieve(long wantedBytes) {
                long had = ledger.heldBytes();
                account.set(0);
                return 2 * had;
            }
        };
        List<String> broken = Broken.sentences(new ReliefStepContract(boaster, () -> account.set(1000), ledger));
        account.close();
        assertEquals(List.of("what it holds is in the ledger, and so is what it gave back"), broken);
    }

    @Test
    void aSourceWithoutDevicesThatRefusesWithoutAWord() throws InterruptedException {
        CaptureDevice device = new CaptureDevice("other", "a", "A", List.of(new CaptureFormat.Picture(2, 2, FrameRate.of(1, 1))));
        CaptureSource foreign = new CaptureSource() {
            @Override
            public String id() {
                return "mine";
            }

            @Override
            public List<CaptureDevice> devices() {
                return List.of(device);
            }

            @Override
            public CaptureStream open(CaptureDevice wanted, CaptureFormat format) throws CaptureException {
                throw new CaptureException(CaptureException.Reason.BUSY, " ");
            }
        };
        List<String> broken = Broken.sentences(new CaptureSourceContract(foreign));
        assertEquals(6, broken.size(), broken.toString());
    }

    @Test
    void mediaThatAreReadWrongAndTellTheirSecrets() throws InterruptedException {
        RemoteMedia chatty = new RemoteMedia() {
            @Override
            public Set<String> schemes() {
                return Set.of("chat");
            }

            @Override
            public ByteSource open(URI address, Set<String> alsoAllowed, Cancellation cancellation) throws MediaException {
                if (address.getPath().equals("/absent")) {
                    throw new MediaException(MediaException.Reason.MISSING, address.toString(), "nothing is there");
                }
                return new Zeros();
            }
        };
        List<String> broken = Broken
                .sentences(new RemoteMediaContract(chatty, URI.create("chat://x/there"), new byte[] { 1, 2, 3 },
                        URI.create("chat://x/absent"), Set.of()));
        assertEquals(List.of("any range is read as it is", "any number of threads read at once",
                "a second opening finds the same bytes", "who is not interested any more is let go",
                "what was closed is not read",
                "what is not there is refused, without the secrets of its address"), broken);
    }

    private static final class Zeros implements ByteSource {

        @Override
        public String name() {
            return "zeros";
        }

        @Override
        public long sizeBytes() {
            return 3;
        }

        @Override
        public int read(long positionBytes, MemorySegment target) {
            return positionBytes < 3 ? 1 : -1;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void aCheckThatFailsNamesItsSentence() {
        AssertionError failed = assertThrows(AssertionError.class, () -> new ContractCase("two is three", () -> {
            throw new IOException("it is not");
        }).run());
        assertEquals("not so: two is three: it is not", failed.getMessage());
    }
}
