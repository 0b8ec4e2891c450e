package org.reelbench.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.reelbench.capture.Recording;
import org.reelbench.capture.RecordingStatistics;
import org.reelbench.capture.internal.Meters.Watched;
import org.reelbench.capture.internal.pool.DevicePool;
import org.reelbench.media.Meter;
import org.slf4j.Logger;

class MetersTest {

    private static final long MUCH_BYTES = Watched.WARNING_BYTES + 1;

    private final List<String> logged = new ArrayList<>();
    private final Meters meters = new Meters(new DevicePool(System::nanoTime), logger());

    /** Notes what is logged, with the level before it. */
    private Logger logger() {
        return (Logger) Proxy.newProxyInstance(MetersTest.class.getClassLoader(), new Class<?>[] { Logger.class },
                (_, method, arguments) -> {
                    String message = (String) arguments[0];
                    for (Object argument : arguments[1] instanceof Object[] all
                            ? all
                            : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                        message = message.replaceFirst("\\{\\}", String.valueOf(argument));
                    }
                    logged.add(method.getName() + " " + message);
                    return null;
                });
    }

    private static RecordingStatistics statistics(long heldBytes, int score) {
        return new RecordingStatistics(0, 0, 500, 7, 3, 490, 0, 1234.4, 2, 1, 0, 5_000_000, -1, heldBytes, 30, 1, 1, 4, 0, -20,
                score,
                900);
    }

    private static Recording recording(long heldBytes, int score) {
        return (Recording) Proxy.newProxyInstance(MetersTest.class.getClassLoader(), new Class<?>[] { Recording.class },
                (self, method, arguments) -> switch (method.getName()) {
                case "statistics" -> statistics(heldBytes, score);
                case "file" -> Path.of("take.mp4");
                case "hashCode" -> 1;
                case "equals" -> self == arguments[0];
                default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void eachLookSaysHowARecordingGoes() {
        meters.look(List.of(recording(1000, 93)));
        assertEquals(List
                .of("info take.mp4: score 93, 490 pictures, 7 left out, 3 missed, 1234 us a picture, 1000 of memory (steady)"),
                logged);
    }

    @Test
    void aRecordingThatHoldsTooMuchIsWarnedOf() {
        meters.look(List.of(recording(MUCH_BYTES, 93)));
        assertEquals("warn take.mp4: the recording holds 100 MB; 1 fragments wait for the disk", logged.getLast());
    }

    @Test
    void memoryIsFollowedOverThirtyMinutes() {
        Watched watched = new Watched();
        assertFalse(watched.isTooMuch(1000));
        for (int look = 1; look <= Watched.SAMPLES; look++) {
            assertFalse(watched.isTooMuch(1000 + look * 10L));
        }
        assertEquals("+590 bytes in 60 samples", watched.trend());
        assertTrue(watched.isTooMuch(MUCH_BYTES));
    }

    @Test
    void theNumbersOfAllRecordingsAreThereToBeRead() {
        Map<String, Double> values = meters.of(List.of(statistics(1000, 93), statistics(500, 71))).stream()
                .collect(Collectors.toMap(meter -> meter.name().replace("reelbench_capture_", ""), Meter::value));
        assertEquals(2, values.get("recordings"));
        assertEquals(71, values.get("score"));
        assertEquals(1000, values.get("frames_in"));
        assertEquals(14, values.get("frames_dropped"));
        assertEquals(6, values.get("frames_missed"));
        assertEquals(1234.4, values.get("processing_us"));
        assertEquals(4, values.get("queue_frames"));
        assertEquals(2, values.get("fragments_waiting"));
        assertEquals(10_000_000, values.get("file_bytes"));
        assertEquals(1500, values.get("held_bytes"));
        assertEquals(8, values.get("steps"));
        assertEquals(1800, values.get("own_cpu_us"));
        assertEquals(0, values.get("devices_reused_total"));
    }
}
