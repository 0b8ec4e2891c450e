package org.reelbench.ui.inspector.internal.sheet;

import java.util.ArrayList;
import java.util.List;

import org.reelbench.project.EditCommand;
import org.reelbench.project.EditCommands;
import org.reelbench.time.FrameRate;
import org.reelbench.time.Timecode;
import org.reelbench.timeline.Track;
import org.reelbench.timeline.TrackKind;

/** What the inspector shows of a track. */
final class TrackSheet {

    private TrackSheet() {
    }

    static Sheet of(Track track, FrameRate rate) {
        boolean isVideo = track.kind() == TrackKind.VIDEO;
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("name", "Name", Kind.Plain.LINE, track.name(),
                wanted -> List.of(command(EditCommands.RENAME_TRACK, track).with("name", wanted))));
        properties.add(Property.fixed("kind", "Kind", isVideo ? "Video" : "Audio"));
        properties.add(Property.fixed("ends", "Ends at", Timecode.of(track.durationFrames(), rate).toString()));
        properties.add(isVideo
                ? flag("hidden", "Hidden", track, track.hidden(), EditCommands.HIDE_TRACK, EditCommands.SHOW_TRACK)
                : flag("muted", "Muted", track, track.muted(), EditCommands.MUTE_TRACK, EditCommands.UNMUTE_TRACK));
        properties.add(flag("solo", "Solo", track, track.solo(), EditCommands.SOLO_TRACK, EditCommands.UNSOLO_TRACK));
        properties.add(flag("locked", "Locked", track, track.locked(), EditCommands.LOCK_TRACK, EditCommands.UNLOCK_TRACK));
        return new Sheet("Track " + track.name(), List.of(Section.of("Track", properties)));
    }

    private static Property flag(String key, String label, Track track, boolean now, String on, String off) {
        return Property.of(key, label, Kind.Plain.FLAG, now, wanted -> List.of(command((Boolean) wanted ? on : off, track)));
    }

    private static EditCommand command(String name, Track track) {
        return EditCommand.of(name, 0).with("track", track.id().value());
    }
}
