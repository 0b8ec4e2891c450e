package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.reelbench.media.CodecParameters;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;

/** Where an export goes. What is written stays hidden under another name until it is whole, and takes its name in one step. */
interface Destination {

    /** What was asked for, for people. */
    Path target();

    /** Opens what takes the encoded streams. */
    Muxer open(List<CodecParameters> streams) throws MediaException;

    /** Tells whether something of the target's name is there already. */
    boolean exists() throws IOException;

    /** Gives what was written its name; replaces what was there. */
    void takeName() throws IOException;

    /** How large it is, once it has its name. */
    long sizeBytes() throws IOException;

    /** The file that holds a frame, counted from 0, as long as it has not taken its name. */
    Path hidden(long frame);

    /** The CRC-32 of each picture file that was written, in the order of the frames; none for films. */
    List<Long> checksums();

    /** Removes what has not taken its name. */
    void discard() throws IOException;
}
