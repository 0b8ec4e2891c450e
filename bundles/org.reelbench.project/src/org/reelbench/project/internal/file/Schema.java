package org.reelbench.project.internal.file;

import java.util.Set;

/**
 * The names a project file is made of, per object; every other name is unknown and kept as it is.
 * <p>
 * A new member that old versions may carry along unread needs no new version. Raise {@link #VERSION} when an old version would
 * misunderstand the file: it then says so instead of opening it.
 */
final class Schema {

    static final String VERSION_MEMBER = "reelbench";
    /**
     * 2 since 2026-11: curves, which a version that does not know them would leave behind when it trims a clip's start. 3 since
     * 2026-11: fades, which such a version would leave too long for a clip that it trims; and a clip that says nothing about its
     * pitch keeps it.
     */
    static final int VERSION = 3;
    /** The first version in which a clip keeps its pitch unless it says otherwise. */
    static final int KEEPS_PITCH = 3;
    /** The last version in which parts of a project do not say which version they are of. */
    static final int SILENT = 2;

    static final Set<String> PROJECT = Set.of(VERSION_MEMBER, "name", "mainSequence", "media", "sequences");
    static final Set<String> MEDIA = Set.of("id", "alpha", "name", "path", "fingerprint", "rotationDegrees", "pixelAspect",
            "fieldOrder",
            "color", "range", "frameRate", "firstImage", "imageCount", "imageRate",
            "proxy", "recording", "recordedLength", "bin");
    static final Set<String> SEQUENCE = Set.of("id", "name", "rate", "widthPx", "heightPx", "sampleRateHz", "limiter", "tracks",
            "markers", "inFrame", "outFrame");
    static final Set<String> MARKER = Set.of("id", "name", "frame", "durationFrames", "color", "note");
    static final Set<String> TRACK = Set.of("id", "name", "kind", "hidden", "muted", "solo", "locked", "items");
    static final Set<String> GAP = Set.of("gapFrames");
    static final Set<String> TRANSITION = Set.of("transition", "kind", "inOffsetFrames", "outOffsetFrames");
    static final Set<String> CLIP = Set.of("clip", "name", "media", "stream", "still", "generator", "parameters", "sequence",
            "sourceIn", "durationFrames", "speed", "opacity", "blend", "gainDb", "pan", "channels", "keepPitch", "fadeInFrames",
            "fadeOutFrames", "transform", "curves", "effects", "link", "group");
    static final Set<String> TRANSFORM = Set.of("xPx", "yPx", "scale", "rotationDegrees", "anchorX", "anchorY", "crop");
    static final Set<String> CROP = Set.of("leftPx", "topPx", "rightPx", "bottomPx");
    static final Set<String> EFFECT = Set.of("effect", "version", "parameters", "curves", "enabled");

    private Schema() {
    }
}
