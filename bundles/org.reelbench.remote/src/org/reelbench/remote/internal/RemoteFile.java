package org.reelbench.remote.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaChangedException;
import org.reelbench.media.MediaException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of a medium on a server, in chunks of one size. For every thread. */
final class RemoteFile {

    /** Large enough that the way to the server costs little beside it, small enough that a seek wastes little. */
    static final int CHUNK_BYTES = 512 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(RemoteFile.class);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<Integer> REFUSED = Set.of(401, 402, 403, 407, 451);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int NOT_SATISFIABLE = 416;
    private static final int PRECONDITION_FAILED = 412;

    private final RangeClient client;
    private final URI address;
    private final AllowedHosts allowed;
    private final Version version;
    private final String key;
    /** Where the last answer came from: asking there spares the redirections. */
    private volatile URI shortcut;

    private RemoteFile(RangeClient client, URI address, AllowedHosts allowed, Version version, URI shortcut) {
        this.client = client;
        this.address = address;
        this.allowed = allowed;
        this.version = version;
        this.shortcut = shortcut;
        this.key = version.key(address);
    }

    /**
     * Asks a server for the first byte, to know how many there are, of which version, and that it has ranges.
     *
     * @throws RemoteFailure if it has none, or no answer
     */
    static RemoteFile open(RangeClient client, URI address, AllowedHosts allowed, Cancellation cancellation) throws IOException {
        RemoteAddress.check(address, allowed);
        return trying(client.limits().pauses(), cancellation, () -> {
            RangeAnswer answer = client.ask(address, allowed, 0, 0, Optional.empty(), cancellation);
            checkStatus(answer);
            if (answer.status() == NOT_SATISFIABLE || isEmpty(answer)) {
                throw RemoteFailure.lasting(Reason.EMPTY, "it is empty on its server");
            }
            if (answer.status() == RangeAnswer.OK) {
                throw noRanges();
            }
            long sizeBytes = answer.range().orElseThrow(() -> wrongRange(answer)).sizeBytes();
            Version version = Version.of(answer.fields(), sizeBytes).orElseThrow(
                    () -> RemoteFailure.lasting(Reason.UNSUPPORTED, "its server does not name its version (ETag, Last-Modified),"
                            + " so that a change could not be noticed; download it, and relink to the copy"));
            return new RemoteFile(client, address, allowed, version, answer.address());
        });
    }

    String name() {
        return RemoteAddress.shown(address);
    }

    long sizeBytes() {
        return version.sizeBytes();
    }

    /** Names the bytes: 32 hexadecimal digits. */
    String key() {
        return key;
    }

    int sizeOfChunkBytes(long chunk) {
        return (int) Math.min(CHUNK_BYTES, version.sizeBytes() - chunk * CHUNK_BYTES);
    }

    /**
     * Asks the server for a chunk.
     *
     * @return all of its bytes
     * @throws MediaChangedException if the server has another version now
     * @throws RemoteFailure if it has no answer
     */
    byte[] fetch(long chunk, Cancellation cancellation) throws IOException {
        return trying(client.limits().pauses(), cancellation, () -> fetchOnce(chunk, cancellation));
    }

    private byte[] fetchOnce(long chunk, Cancellation cancellation) throws IOException {
        long first = chunk * CHUNK_BYTES;
        int size = sizeOfChunkBytes(chunk);
        URI asked = shortcut;
        RangeAnswer answer = client.ask(asked, allowed, first, first + size - 1, version.ifRange(), cancellation);
        if (!asked.equals(address) && (GONE.contains(answer.status()) || REFUSED.contains(answer.status()))) {
            // Where a redirection leads may hold for a while only.
            answer = client.ask(address, allowed, first, first + size - 1, version.ifRange(), cancellation);
        }
        checkStatus(answer);
        checkVersion(answer);
        RangeAnswer checked = answer;
        checked.range().filter(range -> range.last() - range.first() + 1 == size).orElseThrow(() -> wrongRange(checked));
        if (checked.bytes().length != size) {
            throw RemoteFailure.passing("its server sent less than it announced", null);
        }
        shortcut = checked.address();
        return checked.bytes();
    }

    private void checkVersion(RangeAnswer answer) throws IOException {
        if (answer.status() == NOT_SATISFIABLE || answer.status() == PRECONDITION_FAILED) {
            throw changed();
        }
        long sizeBytes = answer.status() == RangeAnswer.OK
                ? answer.fields().firstValueAsLong("Content-Length").orElse(version.sizeBytes())
                : answer.range().map(ContentRange::sizeBytes).orElse(version.sizeBytes());
        boolean same = Version.of(answer.fields(), sizeBytes).filter(version::equals).isPresent();
        if (!same) {
            throw changed();
        }
        if (answer.status() == RangeAnswer.OK) {
            throw noRanges();
        }
    }

    private static void checkStatus(RangeAnswer answer) throws RemoteFailure {
        int status = answer.status();
        if (PASSING.contains(status)) {
            throw RemoteFailure.passing("its server cannot answer now (status " + status + ")", null);
        }
        if (GONE.contains(status)) {
            throw RemoteFailure.lasting(Reason.MISSING, "its server does not have it (status " + status + "); check the address");
        }
        if (REFUSED.contains(status)) {
            throw RemoteFailure.lasting(Reason.UNREADABLE, "its server does not give it to everybody (status " + status + ")");
        }
        if (answer.isEncoded()) {
            throw RemoteFailure.lasting(Reason.UNSUPPORTED,
                    "its server compresses it though it was asked not to, so that ranges of it cannot be read; download it, and"
                            + " relink to the copy");
        }
        boolean known = status == RangeAnswer.OK || status == RangeAnswer.PARTIAL || status == NOT_SATISFIABLE
                || status == PRECONDITION_FAILED;
        if (!known) {
            throw RemoteFailure.lasting(Reason.UNREADABLE, "its server refuses to send it (status " + status + ")");
        }
    }

    private static boolean isEmpty(RangeAnswer answer) {
        HttpHeaders fields = answer.fields();
        return answer.status() == RangeAnswer.OK && fields.firstValueAsLong("Content-Length").orElse(-1) == 0;
    }

    private static RemoteFailure noRanges() {
        return RemoteFailure.lasting(Reason.UNSUPPORTED,
                "its server sends it only as a whole, not in ranges; download it, and relink to the copy");
    }

    private static RemoteFailure wrongRange(RangeAnswer answer) {
        return RemoteFailure.passing("its server sent another range than it was asked for (Content-Range: "
                + answer.fields().firstValue("Content-Range").orElse("none") + ")", null);
    }

    private static MediaChangedException changed() {
        return new MediaChangedException("it changed on its server while it was read");
    }

    /** Something that may be tried again: it only reads. */
    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws IOException;
    }

    private static <T> T trying(List<Duration> pauses, Cancellation cancellation, Attempt<T> attempt) throws IOException {
        for (int failed = 0;; failed++) {
            try {
                return attempt.run();
            } catch (RemoteFailure e) {
                if (!e.again() || failed == pauses.size()) {
                    throw e;
                }
                LOG.debug("Asking again: {}", e.getMessage());
                Patience.pause(pauses.get(failed).toMillis(), cancellation);
            }
        }
    }
}
