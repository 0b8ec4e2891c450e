package org.reelbench.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.reelbench.media.Cancellation;
import org.reelbench.media.ImageFiles;
import org.reelbench.media.MediaCollector;
import org.reelbench.media.MediaCollector.Collected;
import org.reelbench.media.MediaCollector.Source;
import org.reelbench.media.MediaCollector.State;
import org.reelbench.media.MediaException;
import org.reelbench.media.MediaException.Reason;
import org.reelbench.timeline.ImageSequence;
import org.reelbench.timeline.MediaReference;

/**
 * The copy of an image sequence: all its files under their own names, in a folder of their own, so that its path stays a pattern.
 *
 * @param medium the medium as a whole
 * @param files the files it consists of
 */
record ImageCopies(Collected medium, List<Collected> files) {

    /** Copies what is there of an image sequence; what is missing in between stays missing. */
    static ImageCopies collect(MediaReference medium, ImageSequence images, Path folder, MediaCollector collector,
            MediaCollector.Progress progress, Cancellation cancellation) throws MediaException {
        Path pattern = ProjectMedia.file(medium).orElse(folder);
        Source whole = new Source(medium.id().value(), pattern);
        Set<Path> files = new LinkedHashSet<>();
        try (ImageFiles all = ImageFiles.open(pattern, images.firstNumber(), images.count(), images.frameRate())) {
            for (long index = 0; index < images.count(); index++) {
                files.add(all.file(index));
            }
        } catch (MediaException e) {
            if (e.reason() != Reason.MISSING && e.reason() != Reason.UNREADABLE) {
                throw e;
            }
            return new ImageCopies(new Collected(whole, pattern, "", State.MISSING), List.of());
        } catch (IOException e) {
            throw new MediaException(Reason.UNREADABLE, pattern.toString(), "it cannot be closed (" + e.getMessage() + ")", e);
        }
        List<Collected> copies = collector.collect(files.stream().map(file -> new Source(medium.id().value(), file)).toList(),
                folder, progress, cancellation);
        for (Collected copy : copies) {
            if (!copy.file().getFileName().equals(copy.source().file().getFileName())) {
                throw new MediaException(Reason.UNWRITABLE, folder.toString(), "another " + copy.source().file().getFileName()
                        + " lies there already; choose another folder");
            }
        }
        boolean wasThere = copies.stream().allMatch(copy -> copy.state() == State.ALREADY_THERE);
        return new ImageCopies(new Collected(whole, folder.resolve(pattern.getFileName()), medium.fingerprint(),
                wasThere ? State.ALREADY_THERE : State.COPIED), copies);
    }
}
