package org.reelbench.remote.internal;

import java.time.Duration;
import java.util.List;

/**
 * How patient requests are.
 *
 * @param connect how long a connection may take
 * @param silence how long a server may send nothing
 * @param whole how long an answer may take in all
 * @param pauses how long to wait before each further try
 */
record Limits(Duration connect, Duration silence, Duration whole, List<Duration> pauses) {

    static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60),
            List.of(Duration.ofMillis(250), Duration.ofMillis(1000)));
}
