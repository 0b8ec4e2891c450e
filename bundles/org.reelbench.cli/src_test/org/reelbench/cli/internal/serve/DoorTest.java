package org.reelbench.cli.internal.serve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;

class DoorTest {

    @Test
    void aPortThatSomebodyHasIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Door door = Door.of("127.0.0.1", taken.getLocalPort());
            String message = assertThrows(CommandException.class, door::check).getMessage();
            assertTrue(message.contains(Integer.toString(taken.getLocalPort())) && message.contains("--port"), message);
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() throws Exception {
        // Of the block that is kept for documentation (RFC 5737), so no machine's own.
        Door door = Door.of("192.0.2.1", 0);
        assertTrue(assertThrows(CommandException.class, door::check).getMessage().contains("192.0.2.1"));
    }

    @Test
    void withoutAPortTheServersRangeIsTried() throws Exception {
        Door door = Door.of("127.0.0.1", -1);
        assertDoesNotThrow(door::check);
        assertEquals("8000-9000", door.ports());
        assertEquals("0", Door.of("127.0.0.1", 0).ports());
    }

    @Test
    void onlyLoopbackAddressesAreLocal() throws Exception {
        assertTrue(Door.of("127.0.0.1", 0).isLocal());
        assertTrue(Door.of("::1", 0).isLocal());
        assertFalse(Door.of("0.0.0.0", 0).isLocal());
    }

    @Test
    void atAllAddressesEachIsAName() throws Exception {
        assertTrue(Door.of("0.0.0.0", 0).names().contains("127.0.0.1"));
        assertEquals("127.0.0.1", Door.of("127.0.0.1", 0).names().getFirst());
    }
}
