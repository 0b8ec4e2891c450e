package org.reelbench.preview.internal.serve;

import java.io.IOException;
import java.util.Optional;

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

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Decides what an address relative to a preview's stands for, and answers. */
@Component(service = Routes.class)
public final class Routes {

    /** The field that names the init segment which a segment needs. */
    private static final String INIT_FIELD = "Reelbench-Init";

    private static final String INIT = "init/";
    private static final String INIT_END = ".mp4";
    private static final String VIEWERS = "viewers/";
    private static final String SEGMENT_TYPE = "video/iso.segment";

    private final Shown shown;
    private final Senders senders;
    private final Audience audience;

    /**
     * Creates them.
     *
     * @param shown what there is
     * @param senders send what waits
     * @param audience hears events
     */
    @Activate
    public Routes(@Reference Shown shown, @Reference Senders senders, @Reference Audience audience) {
        this.shown = shown;
        this.senders = senders;
        this.audience = audience;
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
            senders.send(request, response, answer -> segment(preview, address, request.getMethod().equals("HEAD"), answer));
        } else if (WebFiles.isOne(path)) {
            WebFiles.send(path, response);
        } else if (path.equals("manifest.json")) {
            manifest(preview.revision(), request, response);
        } else if (path.equals("events")) {
            if (!audience.listen(preview, request, response)) {
                Replies.later(response, "Too many pages listen; try again soon.");
            }
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
        // Planning a place for the first time may look at media.
        senders.send(request, response, answer -> Replies.text(answer, "application/json",
                new Manifest(shown, revision).text(from, to)));
    }

    private void init(String id, HttpServletResponse response) throws IOException {
        Optional<InitSegment> init = shown.init(id);
        if (init.isEmpty()) {
            Replies.nothing(response);
        } else {
            InitSegment found = init.get();
            Replies.bytes(response, "video/mp4; codecs=\"" + found.codec() + "\"", Replies.NEVER_CHANGES, found.bytes());
        }
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
            response.setHeader(INIT_FIELD, bytes.init().id());
            if (status.state() == SegmentState.READY) {
                response.setContentLengthLong(status.availableBytes());
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
