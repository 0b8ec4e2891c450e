package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reelbench.preview.PreviewServer;
import org.reelbench.preview.ServedPreview;

/** A program that serves nothing otherwise publishes a preview. */
class PreviewServerIT {

    private FakePreviews previews;

    @BeforeEach
    void begin() throws Exception {
        Server.stop();
        previews = new FakePreviews();
    }

    @AfterEach
    void end() {
        previews.close();
    }

    @Test
    void theServerListensFromTheFirstPublicationToTheEndOfTheLast() throws Exception {
        PreviewServer server = Services.get(PreviewServer.class);
        URI first;
        try (ServedPreview one = server.publish(previews)) {
            first = one.addresses().page();
            try (ServedPreview other = server.publish(previews)) {
                assertEquals(first, other.addresses().page());
            }
            assertEquals(200, Exchange.get(one.addresses().manifest()).status());
        }
        Eventually.holds("nobody listens", () -> isRefused(first));
        try (ServedPreview again = server.publish(previews)) {
            assertNotEquals(first.getPath(), again.addresses().page().getPath(), "who knew the old address knows nothing now");
            assertEquals(200, Exchange.get(again.addresses().page()).status());
        }
    }

    @Test
    void aServerOfSomebodyElseIsUsedAndGoesOn() throws Exception {
        Server.start();
        URI page;
        try (ServedPreview served = Services.get(PreviewServer.class).publish(previews)) {
            page = served.addresses().page();
        }
        assertEquals(200, Exchange.get(page).status());
    }

    /** Only connects: a server that is just closing may accept, and say nothing. */
    private static boolean isRefused(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return !socket.isConnected();
        } catch (ConnectException _) {
            return true;
        }
    }
}
