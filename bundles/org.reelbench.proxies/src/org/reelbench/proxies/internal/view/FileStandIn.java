package org.reelbench.proxies.internal.view;

import java.nio.file.Path;

import org.reelbench.media.ByteSource;
import org.reelbench.media.FileByteSource;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaInfo;
import org.reelbench.render.Medium;
import org.reelbench.render.StandIn;

/**
 * A file that stands in for a medium. Counts how often one is opened, so that tests can tell that exports never do.
 *
 * @param medium the medium
 * @param representation tells the file's pictures from others
 * @param info what the file is, counted by the medium's times
 * @param streamIndex its stream of pictures
 * @param file the file
 * @param opened hears of each opening
 */
public record FileStandIn(Medium medium, String representation, MediaInfo info, int streamIndex, Path file, Runnable opened)
        implements
            StandIn {

    @Override
    public ByteSource open() throws MediaException {
        opened.run();
        return FileByteSource.open(file);
    }
}
