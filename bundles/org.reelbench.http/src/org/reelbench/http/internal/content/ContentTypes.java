package org.reelbench.http.internal.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** Tells the media type by the first bytes, and by the name where bytes say nothing. */
public final class ContentTypes {

    /** How many first bytes are looked at. */
    public static final int HEAD_BYTES = 128;

    private static final String UNKNOWN = "application/octet-stream";

    /** Types that are text and so cannot be told by their first bytes, and those whose containers look alike. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(Map.entry("vtt", "text/vtt;charset=utf-8"),
            Map.entry("json", "application/json"), Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("srt", "application/x-subrip"), Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("m4s", "video/iso.segment"), Map.entry("ts", "video/mp2t"), Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"), Map.entry("m4a", "audio/mp4"), Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"), Map.entry("mkv", "video/x-matroska"), Map.entry("mp3", "audio/mpeg"),
            Map.entry("flac", "audio/flac"), Map.entry("wav", "audio/wav"), Map.entry("ogg", "audio/ogg"),
            Map.entry("ogv", "video/ogg"), Map.entry("aac", "audio/aac"));

    private static final Set<String> FRAGMENT_BOXES = Set.of("styp", "moof", "sidx", "emsg", "prft");
    private static final Set<String> OLD_MOVIE_BOXES = Set.of("moov", "mdat", "wide", "pnot");

    private ContentTypes() {
    }

    /**
     * Tells the type.
     *
     * @param head the first bytes, up to {@link #HEAD_BYTES}
     * @param name the file's name
     */
    public static String of(byte[] head, String name) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        String seen = bySignature(bytes);
        if (seen != null) {
            return seen;
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_NAME.getOrDefault(extension, UNKNOWN);
    }

    private static @Nullable String bySignature(String bytes) {
        String box = bytes.length() >= 8 ? bytes.substring(4, 8) : "";
        if (box.equals("ftyp")) {
            return byBrand(bytes.length() >= 12 ? bytes.substring(8, 12) : "");
        }
        if (FRAGMENT_BOXES.contains(box)) {
            return "video/iso.segment";
        }
        if (OLD_MOVIE_BOXES.contains(box)) {
            return "video/quicktime";
        }
        if (bytes.startsWith("\u001aE\u00df\u00a3")) {
            return bytes.contains("webm") ? "video/webm" : "video/x-matroska";
        }
        if (bytes.startsWith("RIFF") && bytes.startsWith("WAVE", 8)) {
            return "audio/wav";
        }
        if (bytes.startsWith("RIFF") && bytes.startsWith("AVI ", 8)) {
            return "video/x-msvideo";
        }
        if (bytes.startsWith("fLaC")) {
            return "audio/flac";
        }
        if (bytes.startsWith("OggS")) {
            return bytes.contains("theora") ? "video/ogg" : "audio/ogg";
        }
        if (bytes.startsWith("ID3")) {
            return "audio/mpeg";
        }
        return bySync(bytes);
    }

    private static String byBrand(String brand) {
        return switch (brand) {
        case "qt  " -> "video/quicktime";
        case "M4A ", "M4B " -> "audio/mp4";
        case "avif" -> "image/avif";
        case "heic" -> "image/heic";
        default -> "video/mp4";
        };
    }

    private static @Nullable String bySync(String bytes) {
        if (bytes.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (bytes.startsWith("\u0089PNG")) {
            return "image/png";
        }
        if (bytes.startsWith("WEBVTT") || bytes.startsWith("\u00ef\u00bb\u00bfWEBVTT")) {
            return "text/vtt;charset=utf-8";
        }
        if (bytes.length() > 1 && bytes.charAt(0) == 0xff && (bytes.charAt(1) & 0xe0) == 0xe0) {
            boolean isAdts = (bytes.charAt(1) & 0xf6) == 0xf0;
            return isAdts ? "audio/aac" : "audio/mpeg";
        }
        return null;
    }
}
