package org.reelbench.demo.internal.bench;

import java.util.List;
import java.util.OptionalLong;

/**
 * Films that were played by processes of their own.
 *
 * @param forward those of some tracks
 * @param backward that of full HD, towards its start
 * @param opened the long one, opened for the first time and once more
 * @param ffplayDrops how many pictures of one file ffplay drops, if it is installed
 * @param loadBefore the system's load average at first
 * @param loadAfter and in the end
 */
record ScrubScenes(List<PlayedScene> forward, PlayedScene backward, List<PlayedScene> opened, OptionalLong ffplayDrops,
        double loadBefore, double loadAfter) {
}
