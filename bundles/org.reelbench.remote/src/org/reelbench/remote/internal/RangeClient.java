package org.reelbench.remote.internal;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import org.reelbench.media.Cancellation;
import org.reelbench.media.MediaException.Reason;

/**
 * Asks servers for ranges, and follows redirections to where the user allows. For every thread; a bounded number of answers is
 * under way at a time, so that memory is bounded too.
 */
final class RangeClient implements AutoCloseable {

    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTIONS = 5;
    private static final int MOST_ANSWERS = 8;
    private static final long STEP_MS = 50;

    private final HttpClient client;
    private final Limits limits;
    private final RemoteTraffic traffic;
    private final Semaphore answers = new Semaphore(MOST_ANSWERS);

    RangeClient(Executor executor, Limits limits, RemoteTraffic traffic) {
        this.limits = limits;
        this.traffic = traffic;
        client = HttpClient.newBuilder().executor(executor).connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    }

    Limits limits() {
        return limits;
    }

    /**
     * Asks for a range, once.
     *
     * @throws RemoteFailure if there is no answer, or it leads to where nobody may ask
     */
    RangeAnswer ask(URI address, AllowedHosts allowed, long first, long last, Optional<String> ifRange, Cancellation cancellation)
            throws RemoteFailure {
        URI asked = address;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            RangeAnswer answer = send(asked, first, last, ifRange, cancellation);
            Optional<String> location = answer.fields().firstValue("Location");
            if (!REDIRECTIONS.contains(answer.status()) || location.isEmpty()) {
                return answer;
            }
            asked = RemoteAddress.redirected(asked, location.get(), allowed);
        }
        throw RemoteFailure.lasting(Reason.UNREADABLE, "its server redirects more than " + MOST_REDIRECTIONS + " times");
    }

    private RangeAnswer send(URI address, long first, long last, Optional<String> ifRange, Cancellation cancellation)
            throws RemoteFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET().header("Range", "bytes=" + first + "-" + last)
                .header("Accept-Encoding", "identity").header("User-Agent", "Reelbench");
        ifRange.ifPresent(tag -> request.header("If-Range", tag));
        enter(cancellation);
        try {
            Patience patience = new Patience(limits);
            HttpResponse<byte[]> response = patience.await(client.sendAsync(request.build(), head -> {
                int expected = range(head.statusCode(), head.headers(), first, last)
                        .map(range -> (int) (range.last() - range.first() + 1)).orElse(0);
                return new RangeBody(expected, patience);
            }), cancellation);
            traffic.answered(response.body().length);
            return new RangeAnswer(address, response.statusCode(), response.headers(),
                    range(response.statusCode(), response.headers(), first, last), response.body());
        } catch (ExecutionException e) {
            traffic.failed();
            throw failure(e.getCause());
        } catch (IllegalArgumentException e) {
            // The client is stricter about addresses than URI is.
            throw RemoteFailure.lasting(Reason.NOT_ALLOWED, "its address cannot be asked");
        } finally {
            answers.release();
        }
    }

    /** The range of an answer that is the one that was asked for, or the part of it that there is. */
    private static Optional<ContentRange> range(int status, HttpHeaders fields, long first, long last) {
        if (status != RangeAnswer.PARTIAL || RangeAnswer.isEncoded(fields)) {
            return Optional.empty();
        }
        return ContentRange.parse(fields.firstValue("Content-Range"))
                .filter(range -> range.first() == first && range.last() == Math.min(last, range.sizeBytes() - 1));
    }

    private void enter(Cancellation cancellation) throws RemoteFailure {
        try {
            do {
                cancellation.check();
            } while (!answers.tryAcquire(STEP_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteFailure.lasting(Reason.UNREADABLE, "reading it was interrupted");
        }
    }

    private RemoteFailure failure(Throwable cause) {
        RemoteFailure found = null;
        for (Throwable e = cause; e != null; e = e.getCause()) {
            // The innermost that is known says most.
            found = switch (e) {
            case RemoteFailure failure -> failure;
            case HttpConnectTimeoutException _ -> RemoteFailure.passing(
                    "its server did not take the connection within " + limits.connect().toSeconds() + " s", cause);
            case UnresolvedAddressException _,UnknownHostException _ -> RemoteFailure.passing(
                    "the name of its server is not known; check the address and the network", cause);
            case ConnectException _ -> RemoteFailure.passing(
                    "its server does not take connections; check the address and the network", cause);
            case SSLException _ -> RemoteFailure.passing("its server could not prove who it is (" + e.getMessage() + ")", cause);
            default -> found;
            };
        }
        return found == null ? RemoteFailure.passing("the connection to its server was lost", cause) : found;
    }

    /** Ends what is under way; whoever waits is told that the connection was lost. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
