package org.reelbench.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.reelbench.plugins.PluginException;
import org.reelbench.plugins.PluginException.Reason;

/**
 * Looks at a file before any of it is used: whether it is a whole archive of reasonable size, whose entries stay inside it, and a
 * bundle. Reads every byte once. For every thread.
 *
 * @param limits how large it may be
 * @param signatures who must have signed it
 */
record JarCheck(Limits limits, Signatures signatures) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * How large a plug-in may be.
     *
     * @param fileBytes the file
     * @param contentBytes all it holds
     * @param entries how many things it holds
     */
    record Limits(long fileBytes, long contentBytes, int entries) {

        static final Limits USUAL = new Limits(256L << 20, 1L << 30, 20_000);
    }

    /**
     * What the manifest says.
     *
     * @param id the symbolic name
     * @param version the version
     * @param name what people call it
     */
    record Identity(String id, String version, String name) {
    }

    /** Checks all of a file. */
    Identity check(Path file, String shown) throws PluginException {
        try {
            long size = Files.size(file);
            if (size > limits.fileBytes) {
                throw refused(shown + " is larger than the " + (limits.fileBytes >> 20) + " MiB a plug-in may have");
            }
            try (JarFile jar = new JarFile(file.toFile(), true)) {
                List<JarEntry> entries = entries(jar, shown);
                readAll(jar, entries, shown);
                signatures.check(jar, entries, shown);
                return identity(jar.getManifest(), shown);
            }
        } catch (SecurityException e) {
            throw new PluginException(Reason.SIGNATURE, shown + " was changed after it was signed (" + e.getMessage()
                    + "); get it again from who made it", e);
        } catch (ZipException e) {
            throw new PluginException(Reason.FILE, shown + " is no whole archive (" + e.getMessage() + "); get it again", e);
        } catch (IOException e) {
            throw new PluginException(Reason.FILE, shown + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<JarEntry> entries(JarFile jar, String shown) throws PluginException {
        if (jar.size() > limits.entries) {
            throw refused(shown + " holds more than the " + limits.entries + " files a plug-in may have");
        }
        List<JarEntry> entries = new ArrayList<>(Collections.list(jar.entries()));
        Set<String> names = new HashSet<>();
        for (JarEntry entry : entries) {
            String name = entry.getName();
            if (isOutside(name)) {
                throw refused(shown + " holds '" + name + "', which lies outside it; it is broken or hostile");
            }
            // Some systems take names for the same that differ in case only.
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(shown + " holds '" + name + "' twice; it is broken or hostile");
            }
        }
        return entries;
    }

    private static boolean isOutside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || DRIVE.matcher(path).matches() || path.indexOf('\0') >= 0
                || List.of(path.split("/")).contains("..");
    }

    /**
     * Signatures are only looked at while bytes are read, checksums by nobody else; sizes in the directory may be lies.
     */
    private void readAll(JarFile jar, List<JarEntry> entries, String shown) throws IOException, PluginException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = limits.contentBytes;
        for (JarEntry entry : entries) {
            CRC32 sum = new CRC32();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    left -= count;
                    sum.update(buffer, 0, count);
                    if (left < 0) {
                        throw refused(shown + " holds more than the " + (limits.contentBytes >> 20) + " MiB a plug-in may hold");
                    }
                }
            }
            if (!entry.isDirectory() && sum.getValue() != entry.getCrc()) {
                throw refused(shown + " is damaged: '" + entry.getName() + "' is not what was packed; get it again");
            }
        }
    }

    private static Identity identity(@Nullable Manifest manifest, String shown) throws PluginException {
        Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
        @Nullable
        String named = main.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (named == null || !"2".equals(main.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
            throw refused(shown + " is no OSGi bundle: its manifest has no Bundle-SymbolicName or no Bundle-ManifestVersion 2");
        }
        if (main.getValue(Constants.FRAGMENT_HOST) != null) {
            throw refused(shown + " is a fragment, which would change another bundle; plug-ins bring services");
        }
        String id = named.split(";", 2)[0].strip();
        if (!NAME.matcher(id).matches()) {
            throw refused(shown + " has the symbolic name '" + id + "', which is none");
        }
        try {
            String version = Version.parseVersion(main.getValue(Constants.BUNDLE_VERSION)).toString();
            @Nullable
            String name = main.getValue(Constants.BUNDLE_NAME);
            return new Identity(id, version, name == null || name.startsWith("%") ? id : name);
        } catch (IllegalArgumentException e) {
            throw new PluginException(Reason.FILE, shown + " has no usable version: " + e.getMessage(), e);
        }
    }

    private static PluginException refused(String message) {
        return new PluginException(Reason.FILE, message, null);
    }
}
