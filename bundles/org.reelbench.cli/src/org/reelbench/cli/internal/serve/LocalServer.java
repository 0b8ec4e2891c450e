package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;

import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.media.CancelledException;
import org.reelbench.media.MediaPublication;

/** Starts the server for this machine alone, for commands that let be watched what they make. */
@Component(service = LocalServer.class)
public final class LocalServer {

    private static final String SERVER = "org.reelbench.http";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_MS = 30_000;

    private final ConfigurationAdmin configurations;
    private final Server server = new Server();

    /**
     * Creates it; nothing listens yet.
     *
     * @param configurations takes the server's settings, which start it
     */
    @Activate
    public LocalServer(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /**
     * The server listens.
     *
     * @param publication its service
     */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setPublication(MediaPublication publication) {
        server.came(publication);
    }

    /**
     * The server does not listen any more.
     *
     * @param publication its service
     */
    public void unsetPublication(MediaPublication publication) {
        server.went(publication);
    }

    /**
     * Starts it.
     *
     * @param port the port, 0 for any, below 0 for the first free one of the server's range
     * @param console says when to stop waiting
     * @return gives files an address
     * @throws CommandException if it does not start
     */
    public MediaPublication start(int port, Console console) throws CommandException {
        Door door = Door.of(LOOPBACK, port);
        door.check();
        try {
            configurations.getConfiguration(SERVER, null).update(new Hashtable<>(Map.of("address", door.name(), "ports",
                    door.ports(), "hosts", door.names().toArray(String[]::new))));
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "the server's settings cannot be kept (" + e.getMessage() + ")", e);
        }
        MediaPublication service = server.await(START_MS, console.cancellation());
        if (service != null) {
            return service;
        }
        if (console.cancellation().isCancelled()) {
            throw new CancelledException();
        }
        throw new CommandException(ExitCode.NOT_AVAILABLE, "the server does not start; is the bundle " + SERVER
                + " part of this installation, and a port free?");
    }

    /**
     * Waits until the user ends it, or until it has gone.
     *
     * @param console says when to stop waiting
     */
    public void awaitEnd(Console console) {
        server.awaitEnd(console.cancellation());
    }
}
