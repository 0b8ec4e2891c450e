package org.reelbench.interchange.internal.otio;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of media as editing programs write them: file URLs (RFC 8089), relative references (RFC 3986), and plain paths of
 * whatever system they ran on.
 */
final class MediaUrl {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
    private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|data:.*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?i)file:(?://([^/\\\\]*))?(.*)", Pattern.DOTALL);

    private MediaUrl() {
    }

    /**
     * Returns the path an address names, with {@code /} between folders: absolute, except where it is a path of another system.
     * Of several meanings the one that exists is taken.
     *
     * @param folder the absolute folder that relative addresses are counted from
     * @return the path; empty if the address names no file
     */
    static Optional<String> resolve(String address, Path folder) {
        String text = address.strip();
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (isOfADrive(text) || text.startsWith("\\\\") || text.startsWith("//")) {
            return Optional.of(text.replace('\\', '/'));
        }
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            return ofFileUrl(file.group(1) == null ? "" : file.group(1), file.group(2), folder);
        }
        if (OTHER_SCHEME.matcher(text).matches()) {
            return Optional.empty();
        }
        String decoded = decoded(text);
        return existing(List.of(text, decoded), folder).or(() -> absolute(decoded, folder));
    }

    private static Optional<String> ofFileUrl(String host, String path, Path folder) {
        if (isOfADrive(host + path)) {
            return Optional.of(decoded(host + path).replace('\\', '/'));
        }
        if (!host.isEmpty() && !host.equalsIgnoreCase("localhost")) {
            // Another machine: asking it whether the file exists could hand it the user's name and password.
            return Optional.of("//" + decoded(host + path).replace('\\', '/'));
        }
        if (path.startsWith("/") && isOfADrive(decoded(path).substring(1))) {
            return Optional.of(decoded(path).substring(1).replace('\\', '/'));
        }
        if (path.startsWith("//")) {
            return Optional.of(decoded(path));
        }
        return path.isEmpty()
                ? Optional.empty()
                : existing(List.of(decoded(path), path), folder).or(() -> absolute(decoded(path), folder));
    }

    /** A path of Windows, where this is not Windows, is no path here but can be shown and given another file. */
    private static boolean isOfADrive(String text) {
        return DRIVE.matcher(text).matches();
    }

    private static Optional<String> existing(List<String> meanings, Path folder) {
        List<String> all = new ArrayList<>(meanings);
        if (File.separatorChar == '/') {
            meanings.forEach(meaning -> all.add(meaning.replace('\\', '/')));
        }
        return all.stream().distinct().flatMap(meaning -> absolute(meaning, folder).stream())
                .filter(path -> Files.exists(Path.of(path))).findFirst();
    }

    private static Optional<String> absolute(String path, Path folder) {
        try {
            String resolved = folder.resolve(path).normalize().toString();
            return Optional.of(File.separatorChar == '/' ? resolved : resolved.replace(File.separatorChar, '/'));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Decodes %20 and the like; what is no such code stays as it is, because many programs forget to encode. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int code = encoded[i] == '%' && i + 2 < encoded.length ? hex(encoded[i + 1]) << 4 | hex(encoded[i + 2]) : -1;
            if (code > 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the digit's value, or a negative number that stays negative in any combination. */
    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -256 : value;
    }
}
