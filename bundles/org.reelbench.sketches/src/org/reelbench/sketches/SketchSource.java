package org.reelbench.sketches;

/**
 * A stream of a medium of which sketches are shown. Two are equal if their names and streams are.
 *
 * @param medium what tells the medium from others; another one once the project means other content by it, or shows it differently
 * @param finder finds it when something must be made, on a thread of the service
 * @param streamIndex the stream, of pictures or of sound
 */
public record SketchSource(Object medium, SketchFinder finder, int streamIndex) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SketchSource source && medium.equals(source.medium) && streamIndex == source.streamIndex;
    }

    @Override
    public int hashCode() {
        return 31 * medium.hashCode() + streamIndex;
    }
}
