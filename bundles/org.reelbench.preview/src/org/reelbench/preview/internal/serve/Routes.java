package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.encoding.preview.InitSegment;
import org.reelbench.encoding.preview.Preview;
import org.reelbench.encoding.preview.PreviewRevision;
import org.reelbench.encoding.preview.SegmentBytes;
import org.reelbench.encoding.preview.SegmentState;
import org.reelbench.encoding.preview.SegmentStatus;
import org.reelbench.encoding.preview.Viewer;
import org.reelbench.preview.internal.events.Audience;
import org.reelbench.preview.internal.still.Stills;
import org.reelbench.time.Rational;
import org.reelbench.time.RationalTime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Decides what an address relative to a preview's stands for, and answers. */
@Component(service = Routes.class)
public final class Routes {

    /** The field that names the init segment which a segment needs. */
    private static final String INIT_FIELD = "Reelbench-Init";

    private static final String HEAD = "HEAD";
    private static final String INIT = "init/";
    private static final String INIT_END = ".mp4";
    private static final Pattern SEGMENT_INIT = Pattern.compile("segments/[a-z0-9-]{1,200}/init\\.mp4");
    private static final String VIEWERS = "viewers/";
    private static final String SEGMENT_TYPE = "video/iso.segment";

    private final Shown shown;
    private final Senders senders;
    private final Audience audience;
    private final Stills stills;
    private final Playlists playlists;

    /**
     * Creates them.
     *
     * @param shown what there is
     * @param senders send what waits
     * @param audience hears events
     * @param stills show what is not encoded yet
     */
    @Activate
    public Routes(@Reference Shown shown, @Reference Senders senders, @Reference Audience audience, @Reference Stills stills) {
        this.shown = shown;
        this.senders = senders;
        this.audience = audience;
        this.stills = stills;
        this.playlists = new Playlists(shown);
    }

    /** Answers a request for something of a preview. */
    void answer(Preview preview, String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            if (path.startsWith(VIEWERS)) {
                look(preview, path.substring(VIEWERS.length()), request, response);
            } else {
                Replies.nothing(response);
            }
            return;
        }
        Optional<SegmentAddress> segment = SegmentAddress.read(path);
        if (segment.isPresent()) {
            SegmentAddress address = segment.get();
            senders.send(request, response, answer -> segment(preview, address, request.getMethod().equals(HEAD), answer));
        } else if (WebFiles.isOne(path)) {
            WebFiles.send(path, response);
        } else if (path.equals("manifest.json")) {
            manifest(preview.revision(), request, response);
        } else if (path.equals("still")) {
            long frame = Parameters.number(request, "frame", 0);
            senders.send(request, response, answer -> still(preview.revision(), frame, answer));
        } else if (path.equals("events")) {
            if (request.getMethod().equals(HEAD)) {
                response.setContentType(Audience.TYPE);
            } else if (!audience.listen(preview, request, response)) {
                Replies.later(response, "Too many pages listen; try again soon.");
            }
        } else if (Playlists.isOne(path)) {
            senders.send(request, response, answer -> playlists.send(preview, path, answer));
        } else if (path.equals("stream.mp4")) {
            stream(preview, request, response);
        } else if (SEGMENT_INIT.matcher(path).matches()) {
            senders.send(request, response, answer -> initOf(preview, path.split("/")[1], answer));
        } else if (path.startsWith(INIT) && path.endsWith(INIT_END)) {
            init(path.substring(INIT.length(), path.length() - INIT_END.length()), response);
        } else {
            Replies.nothing(response);
        }
    }

    private void manifest(PreviewRevision revision, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long end = revision.sequence().durationFrames();
        long from = Math.clamp(Parameters.number(request, "from", 0), 0, end);
        long to = Math.clamp(Parameters.number(request, "to", end), from, end);
        int rung = rung(revision, request);
        // Planning a place for the first time may look at media.
        senders.send(request, response, answer -> Replies.text(answer, "application/json",
                new Manifest(shown, revision).text(from, to, rung)));
    }

    private void still(PreviewRevision revision, long frame, HttpServletResponse response)
            throws IOException, InterruptedException {
        byte[] png = stills.still(revision, Math.clamp(frame, 0, Math.max(0, revision.sequence().durationFrames() - 1)));
        if (png == null) {
            Replies.later(response, "The still is not there yet.");
        } else {
            Replies.bytes(response, "image/png", Replies.NOT_KEPT, png);
        }
    }

    private void init(String id, HttpServletResponse response) throws IOException {
        Optional<InitSegment> init = shown.init(id);
        if (init.isEmpty()) {
            Replies.nothing(response);
        } else {
            InitSegment found = init.get();
            Replies.bytes(response, initType(found), Replies.NEVER_CHANGES, found.bytes());
        }
    }

    /** The beginning of a segment that may not have been made yet; playlists name it so. */
    private void initOf(Preview preview, String id, HttpServletResponse response) throws IOException, InterruptedException {
        Optional<SegmentBytes> opened = shown.open(preview, id);
        if (opened.isEmpty()) {
            Replies.nothing(response);
            return;
        }
        try (SegmentBytes bytes = opened.get()) {
            if (!bytes.await(0, SegmentBody.PATIENCE)) {
                Replies.later(response, "This segment is not encoded yet.");
                return;
            }
            InitSegment init = bytes.init();
            Replies.bytes(response, initType(init), Replies.NEVER_CHANGES, init.bytes());
        }
    }

    private void stream(Preview preview, HttpServletRequest request, HttpServletResponse response) throws IOException {
        PreviewRevision revision = preview.revision();
        String from = request.getParameter("from");
        if (from != null && !from.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            Replies.plain(response, HttpServletResponse.SC_BAD_REQUEST, "from= takes seconds, such as 12.5.");
            return;
        }
        RationalTime time = from == null ? RationalTime.ZERO : new RationalTime(Rational.parse(from));
        long frame = revision.sequence().rate().frameAt(time);
        int rung = rung(revision, request);
        boolean headOnly = request.getMethod().equals(HEAD);
        senders.send(request, response, answer -> new ProgressiveStream(preview, revision, rung, frame).send(headOnly, answer));
    }

    /** The quality that is asked for, below 0 if none is, or there is no choice. */
    private static int rung(PreviewRevision revision, HttpServletRequest request) {
        return (int) Math.min(Parameters.number(request, "rung", -1), revision.rungs().size() - 1L);
    }

    private static String initType(InitSegment init) {
        return "video/mp4; codecs=\"" + init.codec() + "\"";
    }

    private void segment(Preview preview, SegmentAddress address, boolean headOnly, HttpServletResponse response)
            throws IOException, InterruptedException {
        Optional<SegmentBytes> opened = shown.open(preview, address.id());
        if (opened.isEmpty()) {
            Replies.nothing(response);
            return;
        }
        try (SegmentBytes bytes = opened.get()) {
            SegmentBody body = new SegmentBody(bytes, address.place());
            if (!body.begins()) {
                Replies.later(response, "This segment is not encoded yet.");
                return;
            }
            SegmentStatus status = bytes.status();
            response.setContentType(SEGMENT_TYPE);
            response.setHeader("Cache-Control", Replies.NEVER_CHANGES);
            response.setHeader(INIT_FIELD, shown.sending(bytes.init()).id());
            if (status.state() == SegmentState.READY) {
                response.setContentLengthLong(status.availableBytes());
            } else {
                Replies.unknownLength(response);
            }
            if (!headOnly) {
                body.write(response.getOutputStream());
            }
        }
    }

    private void look(Preview preview, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Viewer> viewer = audience.viewer(preview, key);
        if (viewer.isEmpty()) {
            Replies.nothing(response);
            return;
        }
        if (request.getParameter("gone") != null) {
            audience.leave(key);
        } else {
            viewer.get().at(Math.max(0, Parameters.number(request, "frame", 0)),
                    Parameters.number(request, "playing", 0) != 0);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
