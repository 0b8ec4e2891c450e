package org.reelbench.ui.memory.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.memory.MemoryReading;
import org.reelbench.memory.Pressure;
import org.reelbench.timeline.Id;
import org.reelbench.ui.TrackNotice;

/**
 * Says above the tracks that memory is short. It comes with the monitor's warning, which rests half a minute after each, and goes
 * by itself when the level falls. On the UI thread.
 */
final class ShortageNotice implements TrackNotice {

    static final String HIDE = "Hide unused tracks";

    private final Board board;
    private final Tracks tracks;
    private final Runnable look;
    private @Nullable MemoryReading shown;

    /** Where notices are put up. */
    interface Board {

        void show(TrackNotice notice);

        void changed();

        void hide();
    }

    /** The tracks of the open project. */
    interface Tracks {

        List<Id> unused();

        void hide(List<Id> tracks);
    }

    /**
     * Creates a notice that does not show.
     *
     * @param board where it is put up
     * @param tracks what can be hidden
     * @param look asks the monitor to look again
     */
    ShortageNotice(Board board, Tracks tracks, Runnable look) {
        this.board = board;
        this.tracks = tracks;
        this.look = look;
    }

    void warned(MemoryReading reading) {
        boolean isNew = shown == null;
        shown = reading;
        if (isNew) {
            board.show(this);
        } else {
            board.changed();
        }
    }

    void read(MemoryReading reading) {
        if (shown == null) {
            return;
        }
        if (reading.pressure().atLeast(Pressure.WARNING)) {
            shown = reading;
            board.changed();
        } else {
            dismiss();
        }
    }

    @Override
    public String text() {
        MemoryReading reading = shown;
        return reading == null ? "" : Amounts.shortage(reading);
    }

    @Override
    public Optional<String> action() {
        return tracks.unused().isEmpty() ? Optional.empty() : Optional.of(HIDE);
    }

    @Override
    public void act() {
        List<Id> unused = tracks.unused();
        if (!unused.isEmpty()) {
            tracks.hide(unused);
        }
        dismiss();
        look.run();
    }

    @Override
    public void dismiss() {
        if (shown != null) {
            shown = null;
            board.hide();
        }
    }
}
