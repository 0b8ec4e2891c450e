package org.reelbench.cli.internal.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;

/**
 * Where the server is to listen, tried before it does: what a server cannot do it says in a log, what a user got wrong belongs in
 * one line.
 *
 * @param name the address or name the user gave
 * @param address what it stands for
 * @param port the port, 0 for any, below 0 for the first free one of the server's range
 */
record Door(String name, InetAddress address, int port) {

    private static final String ANY_OF_RANGE = "8000-9000";

    /** Finds the address; fails if there is none of that name. */
    static Door of(String name, int port) throws CommandException {
        try {
            return new Door(name, InetAddress.getByName(name), port);
        } catch (UnknownHostException e) {
            throw new CommandException(ExitCode.FAILED, name + ": there is no such address; name one of this machine with --bind",
                    e);
        }
    }

    /** Fails if the server could not listen there. */
    void check() throws CommandException {
        try {
            if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
                throw new CommandException(ExitCode.FAILED,
                        name + ": this machine has no such address; name one of its own with --bind");
            }
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, Math.max(0, port)));
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, "port " + Math.max(0, port) + " at " + name + " cannot be opened ("
                    + e.getMessage() + "); stop the program that has it, or name another one with --port", e);
        }
    }

    /** The ports as the server's settings say it. */
    String ports() {
        return port < 0 ? ANY_OF_RANGE : Integer.toString(port);
    }

    /** Tells whether nobody but this machine gets in. */
    boolean isLocal() {
        return address.isLoopbackAddress();
    }

    /** The names by which requests may call this server besides those it knows itself; the first one stands in addresses. */
    List<String> names() throws CommandException {
        if (!address.isAnyLocalAddress()) {
            return List.of(name, address.getHostAddress());
        }
        try {
            List<InetAddress> all = new ArrayList<>(
                    NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                            .filter(each -> !each.isLinkLocalAddress()).toList());
            // Others reach it by what is no loopback address, and people read the old kind more easily.
            all.sort(Comparator.comparing(InetAddress::isLoopbackAddress)
                    .thenComparing(each -> each.getAddress().length));
            return all.stream().map(InetAddress::getHostAddress).toList();
        } catch (SocketException e) {
            throw new CommandException(ExitCode.FAILED, "the addresses of this machine are not known (" + e.getMessage()
                    + "); name one of them with --bind", e);
        }
    }
}
