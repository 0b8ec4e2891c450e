package org.reelbench.http.internal.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.reelbench.http.internal.send.Client;

/**
 * The open connections: counts them, cuts those whose request heads drip, and hands each request its own, to be cut by whoever
 * answers. For every thread.
 */
final class ConnectionWatch implements Connection.Listener, HttpConfiguration.Customizer {

    /** The request attribute that is there if the server has more connections than it should. */
    static final String CROWDED = "org.reelbench.http.crowded";

    /** How many connections above the limit are told so; the rest is dropped unheard. */
    private static final int TOLD = 64;

    private final Map<Connection, ClientConnection> open = new ConcurrentHashMap<>();
    private final int limit;
    private final long headLimitNs;

    ConnectionWatch(int limit, int headSeconds) {
        this.limit = limit;
        // What the look-over itself is late.
        this.headLimitNs = TimeUnit.SECONDS.toNanos(headSeconds) - TimeUnit.MILLISECONDS.toNanos(500);
    }

    @Override
    public void onOpened(Connection connection) {
        ClientConnection client = new ClientConnection(connection);
        open.put(connection, client);
        if (open.size() > limit + TOLD) {
            client.cut();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseFields) {
        ClientConnection client = open.get(request.getConnectionMetaData().getConnection());
        if (client != null) {
            client.requestBegins();
            Request.addCompletionListener(request, _ -> client.requestEnds());
            request.setAttribute(Client.ATTRIBUTE, client);
        }
        if (open.size() > limit) {
            request.setAttribute(CROWDED, Boolean.TRUE);
        }
        return request;
    }

    /** Cuts those whose heads drip. */
    void lookOver() {
        long nowNs = System.nanoTime();
        for (ClientConnection client : open.values()) {
            if (client.dripsLongerThan(headLimitNs, nowNs)) {
                client.cut();
            }
        }
    }

    int count() {
        return open.size();
    }
}
