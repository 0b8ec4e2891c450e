package org.reelbench.render.internal.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.EffectParameter;
import org.reelbench.media.MediaException;
import org.reelbench.render.MediaCatalog;

/**
 * The hashes of the files that effects read. A file is read again when its size or time changed.
 * <p>
 * For every thread.
 */
public final class FileHashes {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long sizeBytes, FileTime changed, String hash) {
    }

    /**
     * Returns the hashes of the files that an effect's parameters name, in their order; of a file that cannot be read, why.
     *
     * @param effect the effect
     * @param values its values
     * @param catalog knows where files lie that are named relative to the project
     */
    public List<String> of(EffectDescriptor effect, Map<String, Object> values, MediaCatalog catalog) {
        List<String> hashes = new ArrayList<>();
        for (EffectParameter parameter : effect.parameters()) {
            if (parameter.kind() == EffectParameter.Kind.FILE && values.get(parameter.name()) instanceof String path
                    && !path.isEmpty()) {
                hashes.add(hash(path, catalog));
            }
        }
        return hashes;
    }

    private String hash(String text, MediaCatalog catalog) {
        try {
            Path path = catalog.file(text);
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Known before = known.get(path);
            if (before != null && before.sizeBytes() == now.size() && before.changed().equals(now.lastModifiedTime())) {
                return before.hash();
            }
            String hash = now.isRegularFile() ? hash(path) : "no file";
            known.put(path, new Known(now.size(), now.lastModifiedTime(), hash));
            return hash;
        } catch (IOException | MediaException e) {
            // The effect tells people when it needs the file; when it can be read, the recipe is another one.
            return "not read: " + e.getClass().getSimpleName();
        }
    }

    private static String hash(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
