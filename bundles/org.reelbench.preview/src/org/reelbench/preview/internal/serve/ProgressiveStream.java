package org.reelbench.preview.internal.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.PreviewSegment;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentPlace;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.preview.internal.mp4.Joined;
import org.reelbench.timeline.Sequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A revision from one place to its end as one MP4, made while the client reads it. It stays with the revision and the init segment it
 * began with. For one thread, which waits for encoder and client.
 */
final class ProgressiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressiveStream.class);

    private final Preview preview;
    private final PreviewRevision revision;
    private final Sequence sequence;
    private final int rung;
    private final long fromFrame;

    /** The frame at which the film's own time begins: no segment that is sent begins before it. */
    private long baseFrame;
    private long soundSample;
    private long number = 1;
    private @Nullable String initId;

    /** Prepares a stream in a quality, or if that is below 0, in the one that is there or is made now. */
    ProgressiveStream(Preview preview, PreviewRevision revision, int rung, long fromFrame) {
        this.preview = preview;
        this.revision = revision;
        this.sequence = revision.sequence();
        this.fromFrame = fromFrame;
        this.rung = rung < 0 ? presentRung() : rung;
    }

    private int presentRung() {
        List<PreviewSegment> present = revision.pictures(fromFrame, fromFrame + 1);
        int last = revision.rungs().size() - 1;
        for (int i = 0; i < last; i++) {
            if (revision.pictures(fromFrame, fromFrame + 1, i).equals(present)) {
                return i;
            }
        }
        return Math.max(0, last);
    }

    /** Sends all of it, or nothing but what is known before it. */
    void send(boolean headOnly, HttpServletResponse response) throws IOException, InterruptedException {
        List<PreviewSegment> first = revision.pictures(fromFrame, fromFrame + 1, rung);
        if (first.isEmpty()) {
            Replies.plain(response, HttpServletResponse.SC_NOT_FOUND, "The film ends before this time.");
            return;
        }
        try (Viewer viewer = preview.viewer()) {
            viewer.at(fromFrame, true);
            if (begin(first.getFirst(), response) && !headOnly) {
                follow(first.getFirst(), viewer, response.getOutputStream());
            }
        }
    }

    private long sample(long frame) {
        return sequence.rate().timeOf(frame).ticksRound(sequence.sampleRateHz());
    }

    /** Sends the head, when there is something behind it; false if that has not come in time. */
    private boolean begin(PreviewSegment pictures, HttpServletResponse response) throws IOException, InterruptedException {
        baseFrame = pictures.start();
        soundSample = sample(baseFrame);
        InitSegment init = init(pictures);
        if (init == null) {
            Replies.later(response, "The film is not encoded yet at this place.");
            return false;
        }
        byte[] head = init.bytes();
        String codecs = init.codec();
        List<PreviewSegment> sound = revision.sound(soundSample, Math.min(soundSample + 1, revision.endSample()));
        if (!sound.isEmpty()) {
            InitSegment soundInit = init(sound.getFirst());
            if (soundInit == null) {
                Replies.later(response, "The sound is not encoded yet at this place.");
                return false;
            }
            head = Joined.init(head, soundInit.bytes());
            codecs += "," + soundInit.codec();
            soundSample = sound.getFirst().start();
            long soundFrame = Math.floorDiv(soundSample * sequence.rate().framesPerSecond().numerator(),
                    sequence.sampleRateHz() * sequence.rate().framesPerSecond().denominator());
            baseFrame = Math.min(baseFrame, soundFrame);
        }
        initId = init.id();
        response.setContentType("video/mp4; codecs=\"" + codecs + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Accept-Ranges", "none");
        Replies.unknownLength(response);
        response.getOutputStream().write(head);
        return true;
    }

    private @Nullable InitSegment init(PreviewSegment segment) throws IOException, InterruptedException {
        try (SegmentBytes bytes = revision.open(segment)) {
            return bytes.await(0, SegmentBody.PATIENCE) ? bytes.init() : null;
        }
    }

    private void follow(PreviewSegment first, Viewer viewer, OutputStream out) throws IOException, InterruptedException {
        long end = sequence.durationFrames();
        for (long frame = first.start(); frame < end;) {
            List<PreviewSegment> found = revision.pictures(frame, frame + 1, rung);
            if (found.isEmpty()) {
                break;
            }
            PreviewSegment pictures = found.getFirst();
            viewer.at(pictures.start(), true);
            sound(pictures.end() >= end ? revision.endSample() : sample(pictures.end()), out);
            try (SegmentBytes bytes = revision.open(pictures)) {
                SegmentBody body = new SegmentBody(bytes,
                        place(pictures, baseFrame * sequence.rate().framesPerSecond().denominator()));
                if (!body.begins() || !bytes.init().id().equals(initId)) {
                    LOG.warn("a stream of {} ends at frame {}: what follows is not there in time, or in another encoding",
                            sequence.name(), pictures.start());
                    return;
                }
                body.write(out);
                number += bytes.stamps().size();
            }
            frame = pictures.end();
        }
        sound(revision.endSample(), out);
    }

    /** Sends the sound up to a place, so that it lies before the pictures it belongs to. */
    private void sound(long toSample, OutputStream out) throws IOException, InterruptedException {
        while (soundSample < Math.min(toSample, revision.endSample())) {
            PreviewSegment piece = revision.sound(soundSample, soundSample + 1).getFirst();
            try (SegmentBytes bytes = revision.open(piece)) {
                SegmentBody body = new SegmentBody(bytes, place(piece, sample(baseFrame)));
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                body.write(whole);
                byte[] fragments = whole.toByteArray();
                Joined.soundFragments(fragments, fragments.length);
                out.write(fragments);
                number += bytes.stamps().size();
            }
            soundSample = piece.end();
        }
    }

    private SegmentPlace place(PreviewSegment segment, long baseTicks) {
        return new SegmentPlace(segment.startTicks() - baseTicks, number);
    }
}
