package org.reelbench.preview.internal.events;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.reelbench.encoding.preview.SegmentStatus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What a page has not been told yet. Of a segment only the last state counts, so it never holds more than there are segments; a
 * page that is far behind is told to look at the manifest instead. For every thread.
 */
final class News {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** More than a page shows at a time. */
    private static final int MOST = 512;

    private final Map<String, SegmentStatus> segments = new LinkedHashMap<>();

    private long revision;
    private boolean lost;

    /** Notes a revision. */
    synchronized void revised(long number) {
        revision = number;
    }

    /** Notes a segment's state. */
    synchronized void changed(String id, SegmentStatus status) {
        if (!lost) {
            segments.put(id, status);
            if (segments.size() > MOST) {
                lost = true;
                segments.clear();
            }
        }
    }

    /** Takes what there is as events (HTML, server-sent events), empty if there is nothing. */
    synchronized byte[] take() {
        StringBuilder text = new StringBuilder();
        if (revision > 0) {
            text.append("event: revision\ndata: {\"revision\":").append(revision).append("}\n\n");
        }
        if (lost) {
            text.append("event: lost\ndata: {}\n\n");
        }
        segments.forEach((id, status) -> text.append("event: segment\ndata: ").append(json(id, status)).append("\n\n"));
        revision = 0;
        lost = false;
        segments.clear();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String id, SegmentStatus status) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("state", status.state().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("bytes", status.availableBytes());
            if (!status.initId().isEmpty()) {
                json.writeStringField("init", status.initId());
            }
            if (!status.message().isEmpty()) {
                json.writeStringField("message", status.message());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }
}
