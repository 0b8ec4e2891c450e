package org.reelbench.http.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelbench.http.it.Exchange.Answer;
import org.reelbench.media.MediaPublication;
import org.reelbench.media.Publication;

/** A published file as clients read it: whole, and by range. */
class RangeServletIT {

    @TempDir
    Path folder;

    private byte[] bytes;
    private Publication medium;

    @BeforeEach
    void publish() throws Exception {
        bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("film.mp4"), bytes);
        medium = Server.start().publish(file, MediaPublication.Growth.FIXED,
                MediaPublication.UNTIL_CLOSED);
    }

    @AfterEach
    void close() {
        medium.close();
    }

    @Test
    void sendsTheWholeFile() throws Exception {
        Answer answer = Exchange.get(medium.uri());
        assertEquals(200, answer.status(), answer.text());
        assertArrayEquals(bytes, answer.body());
    }

    @Test
    void sendsARange() throws Exception {
        Answer answer = Exchange.get(medium.uri(), "Range: bytes=5-299998");
        assertEquals(206, answer.status(), answer.text());
        assertArrayEquals(Arrays.copyOfRange(bytes, 5, 299_999), answer.body());
    }
}
