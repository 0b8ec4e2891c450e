package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewRung;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Sequence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** A revision as JSON: what it is, what of it is ready, and the segments of a part of it with their addresses. */
final class Manifest {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Shown shown;
    private final PreviewRevision revision;
    private final Sequence sequence;
    private final Set<String> inits = new TreeSet<>();

    Manifest(Shown shown, PreviewRevision revision) {
        this.shown = shown;
        this.revision = revision;
        this.sequence = revision.sequence();
    }

    /** Writes what lies in a range of frames, in a quality or, below 0, in what is best. */
    String text(long fromFrame, long toFrame, int rung) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            describe(json);
            track(json, "pictures", rung < 0
                    ? revision.pictures(fromFrame, toFrame)
                    : revision.pictures(fromFrame, toFrame, rung));
            track(json, "sound", revision.sound(sample(fromFrame), toFrame < sequence.durationFrames()
                    ? sample(toFrame)
                    : revision.endSample()));
            inits(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private long sample(long frame) {
        return sequence.rate().timeOf(frame).ticksRound(sequence.sampleRateHz());
    }

    private void describe(JsonGenerator json) throws IOException {
        json.writeStringField("sequence", sequence.id().value());
        json.writeStringField("name", sequence.name());
        json.writeNumberField("revision", revision.number());
        json.writeArrayFieldStart("rate");
        json.writeNumber(sequence.rate().framesPerSecond().numerator());
        json.writeNumber(sequence.rate().framesPerSecond().denominator());
        json.writeEndArray();
        json.writeNumberField("frames", sequence.durationFrames());
        json.writeNumberField("widthPx", sequence.widthPx());
        json.writeNumberField("heightPx", sequence.heightPx());
        json.writeNumberField("sampleRateHz", sequence.sampleRateHz());
        json.writeNumberField("samples", revision.endSample());
        json.writeNumberField("progress", revision.progress());
        json.writeArrayFieldStart("rungs");
        for (PreviewRung rung : revision.rungs()) {
            json.writeStartObject();
            json.writeNumberField("widthPx", rung.widthPx());
            json.writeNumberField("heightPx", rung.heightPx());
            json.writeNumberField("bitsPerSecond", rung.bitsPerSecond());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("seekable");
        for (FrameRange range : revision.seekable()) {
            json.writeStartArray();
            json.writeNumber(range.inFrame());
            json.writeNumber(range.outFrame());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void track(JsonGenerator json, String name, List<PreviewSegment> segments) throws IOException {
        json.writeArrayFieldStart(name);
        for (PreviewSegment segment : segments) {
            SegmentStatus status = revision.status(segment);
            json.writeStartObject();
            json.writeStringField("id", segment.id());
            json.writeStringField("url", SegmentAddress.of(segment).path());
            json.writeNumberField("startTicks", segment.startTicks());
            json.writeNumberField("durationTicks", segment.durationTicks());
            json.writeNumberField("ticksPerSecond", segment.ticksPerSecond());
            status(json, status);
            json.writeEndObject();
            inits.add(status.initId());
        }
        json.writeEndArray();
    }

    private static void status(JsonGenerator json, SegmentStatus status) throws IOException {
        json.writeStringField("state", status.state().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("bytes", status.availableBytes());
        if (!status.initId().isEmpty()) {
            json.writeStringField("init", status.initId());
        }
        if (!status.message().isEmpty()) {
            json.writeStringField("message", status.message());
        }
    }

    private void inits(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("inits");
        for (String id : inits) {
            Optional<InitSegment> init = shown.init(id);
            if (init.isPresent()) {
                json.writeStringField(id, init.get().codec());
            }
        }
        json.writeEndObject();
    }
}
