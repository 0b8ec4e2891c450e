package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void everyPlatformHasItsFolderAndThePropertyWins() {
        assertEquals(HOME.resolve(".cache/reelbench"), folder("Linux", Map.of()));
        assertEquals(Path.of("/big/cache/reelbench"), folder("Linux", Map.of("XDG_CACHE_HOME", "/big/cache")));
        assertEquals(HOME.resolve("Library/Caches/Reelbench"), folder("Mac OS X", Map.of()));
        assertEquals(HOME.resolve("AppData/Local/reelbench"), folder("Windows 11", Map.of()));
        assertEquals(Path.of("/local/reelbench"), folder("Windows 11", Map.of("LOCALAPPDATA", "/local")));
        Properties named = properties("Linux");
        named.setProperty("reelbench.cache", "/elsewhere");
        assertEquals(Path.of("/elsewhere"), CacheFolder.of(named, Map.of("XDG_CACHE_HOME", "/big/cache")));
    }

    private static Path folder(String system, Map<String, String> environment) {
        return CacheFolder.of(properties(system), environment);
    }

    private static Properties properties(String system) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", HOME.toString());
        return properties;
    }
}
