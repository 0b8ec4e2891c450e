package org.reelbench.render.internal;

import java.util.List;

import org.reelbench.loading.Loadable;
import org.reelbench.loading.Loading;
import org.reelbench.loading.LoadingSession;
import org.reelbench.loading.Purpose;
import org.reelbench.loading.TrackDemand;
import org.reelbench.loading.TrackLoad;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.PcmReader;

/**
 * A loading service that loads nothing ahead.
 *
 * @param media opens fakes
 */
record FakeLoading(MediaOpener media) implements Loading {

    @Override
    public LoadingSession open(String label, Purpose purpose) {
        return new Session(label, purpose, media);
    }

    private record Session(String label, Purpose purpose, MediaOpener media) implements LoadingSession {

        @Override
        public void update(List<TrackDemand> tracks) {
            // nothing is loaded ahead
        }

        @Override
        public void retry(String track) {
            // nothing has failed
        }

        @Override
        public List<TrackLoad> loads() {
            return List.of();
        }

        @Override
        public FrameReader frames(Loadable medium, int streamIndex, int decoderThreads, Cancellation cancellation)
                throws MediaException {
            return media.frames(medium, streamIndex, decoderThreads, cancellation);
        }

        @Override
        public PcmReader sound(Loadable medium, int streamIndex, int sampleRateHz, List<Integer> channels,
                Cancellation cancellation) throws MediaException {
            return media.sound(medium, streamIndex, sampleRateHz, channels, cancellation);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
