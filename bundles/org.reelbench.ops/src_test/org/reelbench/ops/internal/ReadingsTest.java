package org.reelbench.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;

import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.Test;
import org.reelbench.media.MediaStreams;
import org.reelbench.media.Meter;
import org.reelbench.media.MeterSource;

class ReadingsTest {

    private final Readings readings = new Readings();
    private final MeterSource source = () -> List.of(Meter.counter("z_total", "All.", 2).with("end", "done"),
            Meter.counter("z_total", "All.", 3).with("end", "cut"), Meter.gauge("a", "Now.", 0.5));

    private List<String> keys() {
        return readings.meters().stream().map(Readings::key).filter(key -> !key.startsWith("jvm_")).toList();
    }

    @Test
    void sourcesComeAndGo() {
        assertEquals(List.of(), keys());
        readings.addSource(source);
        assertEquals(List.of("a", "z_total end=cut", "z_total end=done"), keys());
        assertEquals(5, readings.sum("z_total"));
        readings.removeSource(source);
        assertEquals(List.of(), keys());
        assertTrue(readings.sum("jvm_heap_used_bytes") > 0);
    }

    @Test
    void aSourceThatFailsDoesNotHideTheOthers() {
        readings.addSource(() -> {
            throw new IllegalStateException("broken on purpose");
        });
        readings.addSource(source);
        assertEquals(3, keys().size());
    }

    @Test
    void theConsoleShowsStreamsAndNoControlCharacters() {
        StreamsCommand command = new StreamsCommand(readings);
        assertEquals("0 streams", command.streams());
        MediaStreams sender = () -> List.of(new MediaStreams.Stream("small.mp4", 2048, 0, 0),
                new MediaStreams.Stream("evil\u001b[2J\n.mp4", 5 << 20, 3 << 20, 250));
        readings.addSender(sender);
        List<String> lines = command.streams().lines().toList();
        assertEquals("2 streams", lines.getFirst());
        assertEquals("         5,120 KiB      3,072 KiB/s    250 ms  evil?[2J?.mp4", lines.get(1));
        assertTrue(lines.get(2).endsWith("small.mp4"), lines.get(2));
        readings.removeSender(sender);
        assertEquals("0 streams", command.streams());
        readings.addSource(source);
        assertTrue(command.meters().lines().toList().contains("z_total end=cut 3"), command.meters());
    }

    @Test
    void theBeanTellsWhatIsToldNow() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(ReadingsBean.NAME);
        ReadingsBean bean = new ReadingsBean(readings);
        try {
            assertThrows(AttributeNotFoundException.class, () -> server.getAttribute(name, "a"));
            readings.addSource(source);
            assertEquals(0.5, server.getAttribute(name, "a"));
            assertEquals(1, server.getAttributes(name, new String[] { "z_total end=done", "none" }).size());
            assertTrue(List.of(server.getMBeanInfo(name).getAttributes()).stream()
                    .anyMatch(attribute -> attribute.getName().equals("z_total end=cut") && !attribute.isWritable()));
            assertThrows(AttributeNotFoundException.class, () -> server.setAttribute(name, new Attribute("a", 1.0)));
        } finally {
            bean.stop();
        }
        assertFalse(server.isRegistered(name));
        assertThrows(InstanceNotFoundException.class, () -> server.getMBeanInfo(name));
    }
}
