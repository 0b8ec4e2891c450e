package org.reelbench.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.reelbench.cli.Console;
import org.reelbench.http.HttpEndpoint;
import org.reelbench.media.Cancellation;
import org.reelbench.media.Composer;
import org.reelbench.media.MediaException;
import org.reelbench.memory.MemoryLedger;
import org.reelbench.plugins.Plugin;
import org.reelbench.plugins.Plugins;

/** A plug-in that holds a known amount: it is told wherever people look, and is gone with the plug-in. */
class PluginHoldingsIT {

    private static final long REGISTERED_BYTES = 3 << 20;
    /** The plug-in says there how large the pictures are that it keeps. */
    private static final String KEPT = "plugin.kept.bytes";
    private static final String KEEPER = """
            private static final List<VideoFrame> FRAMES = new ArrayList<>();
            public Made() {
                var context = org.osgi.framework.FrameworkUtil.getBundle(Made.class).getBundleContext();
                context.getService(context.getServiceReference(org.reelbench.memory.MemoryLedger.class))
                        .open(org.reelbench.memory.Holding.PLUGIN, "patterns").set(3 << 20);
            }
            protected void deactivate() {
                FRAMES.forEach(VideoFrame::close);
            }
            public EffectBody create(SortedMap<String, Object> parameters) {
                return new FrameProcessor() {
                    public Set<PixelFormat> formats() { return Set.of(PixelFormat.YUV420P); }
                    public void process(VideoFrame frame, RationalTime sourceTime) {
                        FRAMES.add(frame.retain());
                        long bytes = frame.plane(0).byteSize() + frame.plane(1).byteSize() + frame.plane(2).byteSize();
                        System.setProperty("plugin.kept.bytes", Long.toString(Long.getLong("plugin.kept.bytes", 0) + bytes));
                    }
                };
            }
            """;

    @TempDir
    private Path temp;
    private final List<Bundle> started = new ArrayList<>();
    private Configuration server;
    private Plugins plugins;

    @BeforeEach
    void serve() throws Exception {
        plugins = Services.get(Plugins.class);
        // Without it Jetty opens a port of its own.
        System.setProperty("org.apache.felix.http.require.config", "true");
        for (String name : List.of("org.apache.felix.http.jetty12", "org.apache.felix.healthcheck.core", "org.reelbench.http",
                "org.reelbench.ops")) {
            Bundle bundle = Services.bundle(name);
            if (bundle.getState() != Bundle.ACTIVE) {
                bundle.start(Bundle.START_TRANSIENT);
                started.add(bundle);
            }
        }
        // Each bundle has one of its own, which is of no use once it is let go.
        ConfigurationAdmin configurations = Services.context()
                .getService(Services.context().getServiceReference(ConfigurationAdmin.class));
        server = configurations.getConfiguration("org.reelbench.http", null);
        server.update(new Hashtable<>(Map.of("ports", "0")));
    }

    @AfterEach
    void clean() throws Exception {
        for (Plugin plugin : plugins.plugins()) {
            plugins.remove(plugin.id());
        }
        server.delete();
        Collections.reverse(started);
        for (Bundle bundle : started) {
            bundle.stop(Bundle.STOP_TRANSIENT);
        }
        System.clearProperty(KEPT);
    }

    @Test
    void whatAPluginHoldsIsToldOnTheCommandLineOverHttpAndInTheNumbersUntilItIsRemoved() throws Exception {
        plugins.install(BuiltPlugin.ofEffect("org.example.made", KEEPER).importing("org.osgi.framework,org.reelbench.memory")
                .write(temp.resolve("a.jar")));
        assertHolds(0);
        PluginEffects.lumaWith("org.example.made");
        PluginEffects.lumaWith("org.example.made");
        long keptBytes = Long.getLong(KEPT);
        assertTrue(keptBytes > 2 * 320 * 180, () -> keptBytes + " bytes");
        assertHolds(keptBytes);

        plugins.remove(BuiltPlugin.ID);
        assertEquals(Map.of(), plugins.lentBytes());
        assertEquals(0, Services.get(MemoryLedger.class).heldBytes(BuiltPlugin.ID));
        assertEquals("", listed());
        assertEquals("{\"plugins\":[]}", page("/plugins"));
        assertFalse(page("/metrics").contains(BuiltPlugin.ID));
    }

    @Test
    void whatAnEffectKeepsInOneComposerIsGivenBackWhenThePluginGoesThoughItIsOpen() throws Exception {
        plugins.install(BuiltPlugin.ofEffect("org.example.made", """
                public EffectBody create(SortedMap<String, Object> parameters) {
                    List<VideoFrame> behind = new ArrayList<>();
                    return new FrameProcessor() {
                        public Set<PixelFormat> formats() { return Set.of(PixelFormat.YUV420P); }
                        public void process(VideoFrame frame, RationalTime sourceTime) { behind.add(frame.retain()); }
                        public void close() { behind.forEach(VideoFrame::close); behind.clear(); }
                    };
                }
                """).write(temp.resolve("a.jar")));
        try (Composer composer = PluginEffects.open("org.example.made")) {
            PluginEffects.luma(composer);
            assertTrue(plugins.lentBytes().get(BuiltPlugin.ID) > 320 * 180, () -> plugins.lentBytes().toString());
            plugins.remove(BuiltPlugin.ID);
            assertEquals(Map.of(), plugins.lentBytes());
            MediaException gone = assertThrows(MediaException.class, () -> PluginEffects.luma(composer));
            assertTrue(String.valueOf(gone.getMessage()).contains(BuiltPlugin.ID), gone::getMessage);
        }
    }

    private void assertHolds(long nativeBytes) throws Exception {
        assertEquals(nativeBytes, plugins.lentBytes().getOrDefault(BuiltPlugin.ID, 0L));
        String told = "\"nativeBytes\":" + nativeBytes + ",\"registeredBytes\":" + REGISTERED_BYTES + "}";
        String listed = listed();
        assertTrue(listed.contains(told), listed);
        String feed = page("/plugins");
        assertTrue(feed.contains("\"id\":\"" + BuiltPlugin.ID + "\"") && feed.contains(told), feed);
        List<String> numbers = page("/metrics").lines().toList();
        assertNumber("reelbench_plugin_held_bytes", REGISTERED_BYTES, numbers);
        assertNumber("reelbench_plugin_native_bytes", nativeBytes, numbers);
    }

    private static void assertNumber(String name, long expected, List<String> numbers) {
        String key = name + "{plugin=\"" + BuiltPlugin.ID + "\"} ";
        List<Double> told = numbers.stream().filter(line -> line.startsWith(key))
                .map(line -> Double.valueOf(line.substring(key.length()))).toList();
        assertEquals(List.of((double) expected), told, name);
    }

    private static String page(String path) throws Exception {
        URI address = Services.get(HttpEndpoint.class).uri(path);
        try (InputStream body = address.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String listed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Services.subcommand("plugin").run(List.of("list", "--json"),
                new Console(stream, stream, false, temp, new Cancellation()));
        return out.toString(StandardCharsets.UTF_8);
    }
}
