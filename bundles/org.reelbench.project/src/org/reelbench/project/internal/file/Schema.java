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
    /** 2 since 2026-11: curves, which a version that does not know them would leave behind when it trims a clip's start. */
    static final int VERSION = 2;

    static final Set<String> PROJECT = Set.of(VERSION_MEMBER, "name", "mainSequence", "media", "sequences");
    static final Set<String> MEDIA = Set.of("id", "name", "path", "fingerprint");
    static final Set<String> SEQUENCE = Set.of("id", "name", "rate", "widthPx", "heightPx", "sampleRateHz", "tracks",
            "markers", "inFrame", "outFrame");
    static final Set<String> MARKER = Set.of("id", "name", "frame", "durationFrames", "color", "note");
    static final Set<String> TRACK = Set.of("id", "name", "kind", "hidden", "muted", "solo", "locked", "items");
    static final Set<String> GAP = Set.of("gapFrames");
    static final Set<String> TRANSITION = Set.of("transition", "kind", "inOffsetFrames", "outOffsetFrames");
    static final Set<String> CLIP = Set.of("clip", "name", "media", "stream", "still", "generator", "parameters", "sequence",
            "sourceIn", "durationFrames", "speed", "opacity", "gainDb", "pan", "transform", "curves", "effects", "link", "group");
    static final Set<String> TRANSFORM = Set.of("xPx", "yPx", "scale", "rotationDegrees", "crop");
    static final Set<String> CROP = Set.of("leftPx", "topPx", "rightPx", "bottomPx");
    static final Set<String> EFFECT = Set.of("effect", "parameters", "curves", "enabled");

    private Schema() {
    }
}
