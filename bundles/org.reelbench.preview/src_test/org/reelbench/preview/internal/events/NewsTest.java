package org.reelbench.preview.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;

class NewsTest {

    private final News news = new News();

    private String taken() {
        return new String(news.take(), StandardCharsets.UTF_8);
    }

    @Test
    void ofASegmentOnlyTheLastStateIsTold() {
        news.changed("a", new SegmentStatus(SegmentState.ENCODING, 100, "i1", ""));
        news.changed("b", SegmentStatus.PENDING);
        news.changed("a", new SegmentStatus(SegmentState.READY, 500, "i1", ""));
        assertEquals("""
                event: segment
                data: {"id":"a","state":"ready","bytes":500,"init":"i1"}

                event: segment
                data: {"id":"b","state":"pending","bytes":0}

                """, taken());
        assertEquals("", taken(), "what was taken is no news");
    }

    @Test
    void aRevisionComesBeforeItsSegments() {
        news.changed("a", SegmentStatus.PENDING);
        news.revised(3);
        news.revised(4);
        assertTrue(taken().startsWith("event: revision\ndata: {\"revision\":4}\n\nevent: segment\n"));
    }

    /** A page that does not read costs a bounded note, whatever happens meanwhile. */
    @Test
    void whoIsFarBehindIsToldToLookAgain() {
        for (int i = 0; i < 100_000; i++) {
            news.changed("s" + i, SegmentStatus.PENDING);
        }
        assertEquals("event: lost\ndata: {}\n\n", taken());
        news.changed("a", SegmentStatus.PENDING);
        assertTrue(taken().contains("\"id\":\"a\""), "later news are told again");
    }

    /** A line break in a message must not end the event. */
    @Test
    void whyASegmentFailedIsToldInOneLine() {
        news.changed("a", new SegmentStatus(SegmentState.FAILED, 0, "", "clip \"x\"\nis broken"));
        assertEquals("event: segment\ndata: {\"id\":\"a\",\"state\":\"failed\",\"bytes\":0,"
                + "\"message\":\"clip \\\"x\\\"\\nis broken\"}\n\n", taken());
    }
}
