package org.reelbench.project.internal.file;

import java.io.IOException;
import java.util.Locale;

import org.reelbench.project.Project;
import org.reelbench.project.internal.json.JsonPrinter;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.FrameRange;
import org.reelbench.timeline.Gap;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Marker;
import org.reelbench.timeline.MediaReference;
import org.reelbench.timeline.ProxyUse;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.Transition;

/**
 * Writes a project as text that people read and version control compares: members in one order, defaults left out, a clip or a
 * medium on one line as long as nothing about it needs more.
 */
final class ProjectWriter {

    private final JsonPrinter out;
    private final Members members;
    private final ClipWriter clips;
    private final MediaPaths paths;

    ProjectWriter(Appendable out, MediaPaths paths) {
        this(new JsonPrinter(out), paths);
    }

    ProjectWriter(JsonPrinter out, MediaPaths paths) {
        this.out = out;
        members = new Members(out);
        clips = new ClipWriter(out, members);
        this.paths = paths;
    }

    void write(Project project) throws IOException {
        out.beginObject(true);
        out.name(Schema.VERSION_MEMBER).whole(Schema.VERSION);
        out.name("name").text(project.name());
        out.name("mainSequence").text(project.mainSequenceId().value());
        out.name("media").beginList(true);
        for (MediaReference media : project.media()) {
            write(media);
        }
        out.end();
        out.name("sequences").beginList(true);
        for (Sequence sequence : project.sequences()) {
            write(sequence);
        }
        out.end();
        members.unknown(UnknownMembers.plain(project.extras(), Schema.PROJECT));
        out.end();
    }

    void write(MediaReference media) throws IOException {
        out.beginObject(false);
        out.name("id").text(media.id().value());
        members.optional("name", media.name());
        out.name("path").text(paths.toFile(media.path()));
        members.optional("fingerprint", media.fingerprint());
        MediaText.write(out, members, media.interpretation());
        MediaText.write(out, media.imageSequence());
        members.optional("proxy", media.proxy(), ProxyUse.AUTO);
        MediaText.write(out, media.recorded());
        members.optional("bin", media.bin());
        members.unknown(UnknownMembers.plain(media.extras(), Schema.MEDIA));
        out.end();
    }

    void write(Sequence sequence) throws IOException {
        out.beginObject(true);
        out.name("id").text(sequence.id().value());
        members.optional("name", sequence.name());
        out.name("rate").text(sequence.rate().toString());
        out.name("widthPx").whole(sequence.widthPx());
        out.name("heightPx").whole(sequence.heightPx());
        out.name("sampleRateHz").whole(sequence.sampleRateHz());
        members.optional("limiter", sequence.limiter());
        out.name("tracks").beginList(true);
        for (Track track : sequence.tracks()) {
            write(track);
        }
        out.end();
        writeMarked(sequence);
        members.unknown(UnknownMembers.plain(sequence.extras(), Schema.SEQUENCE));
        out.end();
    }

    void write(Track track) throws IOException {
        out.beginObject(true);
        out.name("id").text(track.id().value());
        members.optional("name", track.name());
        out.name("kind").text(track.kind().name().toLowerCase(Locale.ROOT));
        members.optional("hidden", track.hidden());
        members.optional("muted", track.muted());
        members.optional("solo", track.solo());
        members.optional("locked", track.locked());
        out.name("items").beginList(true);
        TrackItems items = track.items();
        int index = 0;
        for (Item item : items) {
            index++;
            write(item, item instanceof Gap && index < items.size() ? unknownOf(items.get(index)) : Extras.NONE);
        }
        out.end();
        members.unknown(UnknownMembers.plain(track.extras(), Schema.TRACK));
        out.end();
    }

    void write(Item item, Extras extrasOfNextClip) throws IOException {
        switch (item) {
        case Clip clip -> clips.write(clip);
        case Gap gap -> write(gap, extrasOfNextClip);
        case Transition transition -> write(transition);
        }
    }

    /** A gap has no extras: the clip after it keeps them. */
    private static Extras unknownOf(Item afterGap) {
        return afterGap instanceof Clip clip ? clip.extras() : Extras.NONE;
    }

    private void writeMarked(Sequence sequence) throws IOException {
        FrameRange inOut = sequence.inOut();
        if (inOut != null) {
            out.name("inFrame").whole(inOut.inFrame());
            out.name("outFrame").whole(inOut.outFrame());
        }
        if (!sequence.markers().isEmpty()) {
            out.name("markers").beginList(true);
            for (Marker marker : sequence.markers()) {
                write(marker);
            }
            out.end();
        }
    }

    private void write(Marker marker) throws IOException {
        out.beginObject(false);
        out.name("id").text(marker.id().value());
        members.optional("name", marker.name());
        out.name("frame").whole(marker.frame());
        if (marker.durationFrames() != 0) {
            out.name("durationFrames").whole(marker.durationFrames());
        }
        members.optional("color", marker.color());
        members.optional("note", marker.note());
        members.unknown(UnknownMembers.plain(marker.extras(), Schema.MARKER));
        out.end();
    }

    private void write(Gap gap, Extras extrasOfNextClip) throws IOException {
        out.beginObject(false);
        out.name("gapFrames").whole(gap.durationFrames());
        members.unknown(UnknownMembers.at(extrasOfNextClip, UnknownMembers.GAP, Schema.GAP));
        out.end();
    }

    private void write(Transition transition) throws IOException {
        out.beginObject(false);
        out.name("transition").text(transition.id().value());
        out.name("kind").text(transition.kind());
        out.name("inOffsetFrames").whole(transition.inOffsetFrames());
        out.name("outOffsetFrames").whole(transition.outOffsetFrames());
        members.unknown(UnknownMembers.plain(transition.extras(), Schema.TRANSITION));
        out.end();
    }
}
