package org.reelbench.ui.viewer.internal.transport;

import org.reelbench.playback.Course;
import org.reelbench.playback.Direction;

/** The speeds that the keys for playing forwards and backwards go through: once, twice, four and eight times as fast. */
public final class Ladder {

    private Ladder() {
    }

    /**
     * Returns the next speed.
     *
     * @param speed the speed now, below 0 backwards, 0 where it stands
     * @param wanted the way that is asked for
     * @return twice as fast if it goes that way already, up to {@link Course#MAX_SPEED}; else once as fast that way
     */
    public static int next(int speed, Direction wanted) {
        int way = wanted == Direction.FORWARD ? 1 : -1;
        return speed * way <= 0 ? way : way * Math.min(Course.MAX_SPEED, 2 * Math.abs(speed));
    }
}
