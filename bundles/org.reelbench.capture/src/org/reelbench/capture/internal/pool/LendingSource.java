package org.reelbench.capture.internal.pool;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.reelbench.capture.CaptureDevice;
import org.reelbench.capture.CaptureException;
import org.reelbench.capture.CaptureFormat;
import org.reelbench.capture.CaptureSource;
import org.reelbench.capture.CaptureStream;
import org.reelbench.capture.PictureStream;
import org.reelbench.media.LentFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.VideoFrame;
import org.reelbench.plugins.PluginCalls;

/**
 * A source of a plug-in: people see that it holds the frames that it fills. For every thread.
 *
 * @param source the source
 * @param calls whose guard knows the plug-in
 */
public record LendingSource(CaptureSource source, PluginCalls calls) implements CaptureSource {

    /**
     * Returns a source as it is to be used.
     *
     * @param source the source
     * @param calls whose guard knows plug-ins
     * @return one that no plug-in brought as it is
     */
    public static CaptureSource of(CaptureSource source, PluginCalls calls) {
        return calls.owner(source).isEmpty() ? source : new LendingSource(source, calls);
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public List<CaptureDevice> devices() throws CaptureException {
        return source.devices();
    }

    @Override
    public CaptureStream open(CaptureDevice device, CaptureFormat format) throws CaptureException {
        CaptureStream opened = source.open(device, format);
        return opened instanceof PictureStream pictures ? new Lending(pictures) : opened;
    }

    @Override
    public Watching watch(Runnable changed) {
        return source.watch(changed);
    }

    /** Lends the frames that are to be filled. */
    private final class Lending implements PictureStream {

        private final PictureStream pictures;

        Lending(PictureStream pictures) {
            this.pictures = pictures;
        }

        @Override
        public CaptureFormat.Picture format() {
            return pictures.format();
        }

        @Override
        public PictureFormat pictures() {
            return pictures.pictures();
        }

        @Override
        public boolean isLive() {
            return pictures.isLive();
        }

        @Override
        public boolean isHealthy() {
            return pictures.isHealthy();
        }

        @Override
        public void start() throws CaptureException {
            pictures.start();
        }

        @Override
        public long read(@Nullable VideoFrame into) throws CaptureException {
            if (into == null) {
                return pictures.read(null);
            }
            try (VideoFrame lent = LentFrame.of(into.retain(), source, calls)) {
                return pictures.read(lent);
            }
        }

        @Override
        public void stop() {
            pictures.stop();
        }

        @Override
        public void close() {
            pictures.close();
        }
    }
}
