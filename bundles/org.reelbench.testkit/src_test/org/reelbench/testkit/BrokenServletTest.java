package org.reelbench.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

/** The contract of servlets finds one that answers everybody, however they ask. */
class BrokenServletTest {

    @Test
    void oneThatAsksNobodyForTheToken() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
        server.createContext("/open", exchange -> {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : secret.length);
            if (!head) {
                exchange.getResponseBody().write(secret);
            }
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                    + server.getAddress().getPort() + "/open/0123456789abcdef0123456789abcdef/");
            assertEquals(
                    List.of("it answers", "without the token there is nothing", "by another name there is nothing",
                            "pages of others read nothing", "a method that nobody knows is refused"),
                    Broken.sentences(new ServletContract(address)));
        } finally {
            server.stop(0);
        }
    }
}
