package org.reelbench.render.internal;

import org.reelbench.media.VideoFrame;
import org.reelbench.time.RationalTime;

/** Pictures that are drawn, not read. One thread at a time. */
interface Drawn extends AutoCloseable {

    /** Returns the picture at a source time, to be closed by the caller. */
    VideoFrame at(RationalTime sourceTime);

    @Override
    void close();

    /**
     * A picture that stays.
     *
     * @param picture the picture, which belongs to this
     */
    record Still(VideoFrame picture) implements Drawn {

        @Override
        public VideoFrame at(RationalTime sourceTime) {
            return picture.retain();
        }

        @Override
        public void close() {
            picture.close();
        }
    }
}
