package org.reelbench.project;

/**
 * One parameter of an edit.
 * <p>
 * Immutable, safe for every thread.
 *
 * @param name its name in {@link EditCommand#parameters()}
 * @param type what it can be
 * @param required whether the edit is refused without it
 * @param purpose what it means, and what goes without it, as a phrase
 */
public record ParameterDescription(String name, ParameterType type, boolean required, String purpose) {

    /**
     * Returns what people may write instead of the name: {@code at} for the frame where something is done, {@code by} for how far.
     *
     * @return the short name, which no other parameter of the edit has; the name itself if there is no shorter one
     */
    public String shortName() {
        return switch (name) {
        case "frame", "startFrame", "toFrame" -> "at";
        case "toTrack" -> "to";
        case "deltaFrames" -> "by";
        case "deltaTracks" -> "up";
        case "durationFrames" -> "duration";
        case "inFrame", "inOffsetFrames", "fadeInFrames" -> "in";
        case "outFrame", "outOffsetFrames", "fadeOutFrames" -> "out";
        case "gainDb" -> "db";
        case "effectIndex" -> "effect";
        default -> name;
        };
    }
}
