package org.reelbench.http.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningAddressTest {

    private static final String LOOPBACK = "127.0.0.1";

    @Test
    void readsRangesSinglePortsAndAny() {
        assertEquals(new ListeningAddress(LOOPBACK, 8000, 9000), ListeningAddress.of(LOOPBACK, "8000-9000"));
        assertEquals(new ListeningAddress(LOOPBACK, 8000, 8000), ListeningAddress.of(LOOPBACK, " 8000 "));
        assertEquals(new ListeningAddress(LOOPBACK, 0, 0), ListeningAddress.of(LOOPBACK, "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "9000-8000", "1-70000", "-1", "1-2-3" })
    void refusesWhatIsNoPort(String ports) {
        assertThrows(IllegalArgumentException.class, () -> ListeningAddress.of(LOOPBACK, ports));
    }

    @Test
    void takesTheNextPortIfOneIsInUse() throws IOException {
        try (ServerSocketChannel first = ListeningAddress.of(LOOPBACK, "0").bind()) {
            int used = port(first);
            int last = Math.min(used + 50, 65_535);
            try (ServerSocketChannel second = ListeningAddress.of(LOOPBACK, used + "-" + last).bind()) {
                assertTrue(port(second) > used && port(second) <= last);
            }
        }
    }

    @Test
    void saysSoIfNoPortIsFree() throws IOException {
        try (ServerSocketChannel first = ListeningAddress.of(LOOPBACK, "0").bind()) {
            ListeningAddress same = ListeningAddress.of(LOOPBACK, Integer.toString(port(first)));
            IOException failure = assertThrows(IOException.class, () -> same.bind().close());
            assertTrue(failure.getMessage().contains("no port of " + port(first)), failure.getMessage());
        }
    }

    private static int port(ServerSocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }
}
