package org.reelbench.encoding.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.encoding.ExportRequest;
import org.reelbench.media.AudioEncoding;
import org.reelbench.media.Cancellation;
import org.reelbench.media.EncodedPacket;
import org.reelbench.media.EncodingPass;
import org.reelbench.media.MediaException;
import org.reelbench.media.Muxer;
import org.reelbench.render.MediaCatalog;
import org.reelbench.render.RenderException;
import org.reelbench.render.VideoRenderer;
import org.slf4j.LoggerFactory;

/** Renders and encodes a film: once, or twice where the encoder wants to see it before. One thread. */
final class FilmRun {

    private final ExportRequest request;
    private final EncodingPlan plan;
    private final MediaCatalog catalog;
    private final Workshop workshop;
    private final Cancellation cancellation;
    private @Nullable Path notes;

    FilmRun(ExportRequest request, EncodingPlan plan, MediaCatalog catalog, Workshop workshop, Cancellation cancellation) {
        this.request = request;
        this.plan = plan;
        this.catalog = catalog;
        this.workshop = workshop;
        this.cancellation = cancellation;
    }

    /** Lets the encoder look at the pictures; what it notes lies in a folder of its own until the film is written. */
    void firstPass(LongConsumer progress) throws RenderException, MediaException, IOException {
        Path folder = Files.createTempDirectory("reelbench-pass");
        notes = folder;
        boolean done = false;
        try {
            EncodingPlan pictures = new EncodingPlan(plan.video(), plan.passes(), null, List.of());
            try (FilmWriter writer = FilmWriter.open(pictures, new EncodingPass(false, folder.resolve("notes")),
                    workshop.encoders(), _ -> new Nowhere(), cancellation, progress)) {
                render(pictures, writer, progress);
                writer.finish();
            }
            done = true;
        } finally {
            if (!done) {
                forget();
            }
        }
    }

    /** Writes the film, and returns the last filter graph. */
    String write(FilmWriter.Output output, LongConsumer progress) throws RenderException, MediaException {
        Path folder = notes;
        EncodingPass pass = folder == null ? null : new EncodingPass(true, folder.resolve("notes"));
        try (FilmWriter writer = FilmWriter.open(plan, pass, workshop.encoders(), output, cancellation, progress)) {
            String graph = render(plan, writer, progress);
            writer.finish();
            return graph;
        } finally {
            forget();
        }
    }

    /** Writes a film of pictures that are encoded already, or are by the preview's encoders meanwhile. */
    String copy(PreviewCopy copy, FilmWriter.Output output, LongConsumer progress) throws RenderException, MediaException {
        AudioEncoding encoding = plan.audio();
        try (FilmWriter writer = FilmWriter.copying(copy.parameters(cancellation), plan, workshop.encoders(), output,
                cancellation, progress);
                SoundTrack sound = encoding == null
                        ? null
                        : SoundTrack.open(request, encoding.sampleRateHz(), workshop.renderers(), catalog, cancellation)) {
            copy.run((frame, packet) -> {
                if (sound != null) {
                    sound.upTo(request.fromFrame() + frame + 1, writer);
                }
                writer.write(frame, packet);
            }, cancellation);
            writer.finish();
            return "";
        }
    }

    private String render(EncodingPlan wanted, FilmWriter writer, LongConsumer progress) throws RenderException, MediaException {
        AudioEncoding encoding = wanted.audio();
        try (SoundTrack sound = encoding == null
                ? null
                : SoundTrack.open(request, encoding.sampleRateHz(), workshop.renderers(), catalog, cancellation)) {
            if (wanted.video() != null) {
                return renderPictures(sound, writer);
            }
            for (long frame = request.fromFrame(); sound != null && frame < request.toFrame(); frame++) {
                sound.upTo(frame + 1, writer);
                progress.accept(frame + 1 - request.fromFrame());
            }
            return "";
        }
    }

    private String renderPictures(@Nullable SoundTrack sound, FilmWriter writer) throws RenderException, MediaException {
        try (VideoRenderer video = workshop.renderers().video(request.sequence(), catalog)) {
            video.run(request.fromFrame(), request.toFrame(), (frame, picture) -> {
                if (sound != null) {
                    sound.upTo(frame + 1, writer);
                }
                writer.write(frame - request.fromFrame(), picture.retain());
            }, cancellation);
            return video.graph();
        }
    }

    private void forget() {
        Path folder = notes;
        notes = null;
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(FilmRun.class).warn("the notes in {} could not be removed", folder, e);
        }
    }

    /** Where the packets of a first pass go. */
    private static final class Nowhere implements Muxer {

        @Override
        public void write(int stream, EncodedPacket packet) {
            // a first pass makes notes, its packets are of no use
        }

        @Override
        public void finish(Cancellation token) {
            token.check();
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
