package org.reelbench.ui.tracks.internal.gesture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reelbench.project.EditCommands;
import org.reelbench.time.FrameRate;
import org.reelbench.timeline.Clip;
import org.reelbench.timeline.ClipPlace;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Item;
import org.reelbench.timeline.Links;
import org.reelbench.timeline.Located;
import org.reelbench.timeline.MediaStream;
import org.reelbench.timeline.Sequence;
import org.reelbench.timeline.TrackItems;
import org.reelbench.timeline.TrackKind;
import org.reelbench.ui.tracks.internal.model.TwoUp;

/** The ways to change where a clip begins, ends, or what of its source it shows. */
public enum TrimKind {
    /** Moves the start; neighbours stay. */
    START(EditCommands.TRIM_START, "Trim"),
    /** Moves the end; neighbours stay. */
    END(EditCommands.TRIM_END, "Trim"),
    /** Takes first frames away or brings earlier ones back; what follows moves along. */
    RIPPLE_START(EditCommands.RIPPLE_TRIM_START, "Ripple"),
    /** Moves the end and all behind it. */
    RIPPLE_END(EditCommands.RIPPLE_TRIM_END, "Ripple"),
    /** Moves the cut at the end. */
    ROLL(EditCommands.ROLL, "Roll"),
    /** Shows another piece of the source. */
    SLIP(EditCommands.SLIP, "Slip"),
    /** Moves the clip between its neighbours. */
    SLIDE(EditCommands.SLIDE, "Slide");

    private final String command;
    private final String label;

    /**
     * How far a drag can go.
     *
     * @param least the least number of frames, zero or below
     * @param most the greatest number of frames, zero or above
     */
    record Room(long least, long most) {

        private static final Room ALL = new Room(-Item.MAX_DURATION_FRAMES, Item.MAX_DURATION_FRAMES);

        long within(long frames) {
            return Math.clamp(frames, least, most);
        }

        private Room and(Room other) {
            return new Room(Math.min(0, Math.max(least, other.least)), Math.max(0, Math.min(most, other.most)));
        }

        private static Room atLeast(long frames) {
            return new Room(frames, Item.MAX_DURATION_FRAMES);
        }
    }

    TrimKind(String command, String label) {
        this.command = command;
        this.label = label;
    }

    String command() {
        return command;
    }

    String label() {
        return label;
    }

    /** The frames that snap. */
    List<Long> edges(ClipPlace clip) {
        return switch (this) {
        case START, RIPPLE_START -> List.of(clip.startFrame());
        case END, RIPPLE_END, ROLL -> List.of(clip.endFrame());
        case SLIDE -> List.of(clip.startFrame(), clip.endFrame());
        case SLIP -> List.of();
        };
    }

    /** How far it can go for a clip and those linked to it that do the same. */
    Room room(Sequence sequence, ClipPlace clip) {
        Room room = Room.ALL;
        Set<Id> linked = Links.linked(sequence, clip.clip().id());
        for (Id id : linked) {
            ClipPlace other = sequence.findClip(id).orElseThrow();
            boolean follows = switch (this) {
            case START, RIPPLE_START -> other.startFrame() == clip.startFrame();
            case END, RIPPLE_END, ROLL -> other.endFrame() == clip.endFrame();
            case SLIP, SLIDE -> true;
            };
            if (follows) {
                room = room.and(ownRoom(other, sequence.rate()));
            }
        }
        return room;
    }

    private Room ownRoom(ClipPlace place, FrameRate rate) {
        TrackItems items = place.track().items();
        long duration = place.clip().durationFrames();
        long earlier = earlierFrames(place.clip(), rate);
        Optional<Item> before = place.startFrame() == 0
                ? Optional.empty()
                : items.locate(place.startFrame() - 1).map(Located::item);
        Optional<Item> after = items.locate(place.endFrame()).map(Located::item);
        return switch (this) {
        case START -> new Room(-Math.min(earlier, gapFrames(before, 0)), duration - 1);
        case RIPPLE_START -> new Room(-earlier, duration - 1);
        case END -> new Room(1 - duration, gapFrames(after, Item.MAX_DURATION_FRAMES));
        case RIPPLE_END -> Room.atLeast(1 - duration);
        case ROLL -> Room.atLeast(1 - duration).and(after.map(item -> new Room(-earlierFrames(item, rate),
                item.durationFrames() - 1)).orElse(Room.ALL));
        case SLIP -> Room.atLeast(-earlier);
        case SLIDE -> before.map(item -> Room.atLeast(minimum(item) - item.durationFrames())).orElse(Room.ALL)
                .and(after.map(item -> new Room(-earlierFrames(item, rate), item.durationFrames() - minimum(item)))
                        .orElse(Room.ALL));
        };
    }

    private static long gapFrames(Optional<Item> neighbour, long withoutOne) {
        return neighbour.map(item -> item instanceof Clip ? 0 : item.durationFrames()).orElse(withoutOne);
    }

    /** A gap may go, a clip keeps a frame. */
    private static long minimum(Item item) {
        return item instanceof Clip ? 1 : 0;
    }

    /** How many frames of the source lie before what is shown first; only media have a first one. */
    private static long earlierFrames(Item item, FrameRate rate) {
        if (item instanceof Clip clip && clip.content() instanceof MediaStream && clip.speed().signum() > 0) {
            return Math.max(0, rate.frameAt(clip.sourceIn().times(clip.speed().inverted())));
        }
        return Item.MAX_DURATION_FRAMES;
    }

    /** What is seen on both sides of what is trimmed, of the state that the edit leaves. */
    Optional<TwoUp> twoUp(Sequence after, Id id) {
        ClipPlace place = after.findClip(id).orElse(null);
        if (place == null || place.track().kind() == TrackKind.AUDIO) {
            return Optional.empty();
        }
        TrackItems items = place.track().items();
        FrameRate rate = after.rate();
        return Optional.of(switch (this) {
        case START, RIPPLE_START -> new TwoUp(side(items, place.startFrame() - 1, rate), side(items, place.startFrame(), rate));
        case END, RIPPLE_END, ROLL -> new TwoUp(side(items, place.endFrame() - 1, rate), side(items, place.endFrame(), rate));
        case SLIP -> new TwoUp(side(items, place.startFrame(), rate), side(items, place.endFrame() - 1, rate));
        case SLIDE -> new TwoUp(side(items, place.startFrame() - 1, rate), side(items, place.endFrame(), rate));
        });
    }

    private static Optional<TwoUp.Side> side(TrackItems items, long frame, FrameRate rate) {
        return items.locate(frame).filter(located -> located.item() instanceof Clip).map(located -> {
            Clip clip = (Clip) located.item();
            long clipFrame = frame - located.startFrame();
            return new TwoUp.Side(clip, clipFrame, clip.sourceTimeAt(clipFrame, rate));
        });
    }
}
