package org.reelbench.media;

import java.nio.file.Path;

/**
 * Which of two passes over the same frames an encoder makes: the first one finds out what the film is like, the second one gives
 * each frame its share of the bits by that.
 *
 * @param second false for the first pass, whose packets are of no use
 * @param notes the file in which the first pass writes for the second; the encoder may put further files beside it whose names begin
 *            with its name
 */
public record EncodingPass(boolean second, Path notes) {
}
