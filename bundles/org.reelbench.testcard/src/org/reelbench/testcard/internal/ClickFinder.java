package org.reelbench.testcard.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.testcard.Click;

/**
 * Finds clicks by correlation. A first pass marks the places where any voice fits; there, the best fit is taken away from the
 * sound and the rest is looked at again, so that clicks which cover each other are told apart.
 * <p>
 * A fit is the correlation divided by the level of the sound within the burst's band, so neither gain nor hum matters.
 */
public final class ClickFinder {

    /** Noise of the burst's band reaches this once in many hours; five voices at once still do. */
    private static final double LEAST_MATCH = 0.42;
    /** What is left of a coded click after taking it away stays below this share of it; a second source does not. */
    private static final double LEAST_SHARE = 0.25;
    /** One voice does not click again so soon, given as a share of a burst: such finds are the fringe of a click taken away. */
    private static final int FRINGE = 8;
    /** Below this mean square, −90 dB, there is nothing but rounding. */
    private static final double SILENCE = 1e-9;
    private static final int MOST_PER_PLACE = 64;
    private static final int SETTLING_ROUNDS = 6;

    private final int sampleRateHz;
    private final Bursts bursts;
    private final double[] sound;
    private final Map<Integer, Correlator> correlators = new HashMap<>();

    private ClickFinder(float[] mono, int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
        bursts = Bursts.at(sampleRateHz);
        sound = new double[mono.length];
        for (int i = 0; i < mono.length; i++) {
            sound[i] = mono[i];
        }
    }

    /**
     * Finds all clicks.
     *
     * @param mono the sound
     * @param firstSample the position of its first sample
     * @param sampleRateHz its rate
     * @return the clicks in order of position, then voice
     */
    public static List<Click> find(float[] mono, long firstSample, int sampleRateHz) {
        ClickFinder finder = new ClickFinder(mono, sampleRateHz);
        List<Click> clicks = new ArrayList<>();
        for (Place place : finder.places()) {
            finder.take(place, firstSample, clicks);
        }
        clicks.sort(Comparator.comparingLong(Click::samplePosition).thenComparingInt(Click::voice));
        return clicks;
    }

    /** A stretch of the sound in which clicks may begin. */
    private record Place(int from, int to) {
    }

    /** How well a voice fits somewhere in the sound. */
    private record Fit(int voice, int at, double match) {
    }

    private List<Place> places() {
        int length = bursts.length();
        Correlator correlator = correlator(4 * length);
        List<Place> places = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int block = 0; block + length <= sound.length; block += correlator.lags()) {
            correlator.load(sound, block);
            int lags = Math.min(correlator.lags(), sound.length - length + 1 - block);
            for (int lag = 0; lag < lags; lag++) {
                if (bestMatch(correlator, lag) < LEAST_MATCH) {
                    continue;
                }
                if (from >= 0 && block + lag - to > 2 * length) {
                    places.add(new Place(from, to));
                    from = -1;
                }
                from = from < 0 ? block + lag : from;
                to = block + lag;
            }
        }
        if (from >= 0) {
            places.add(new Place(from, to));
        }
        return places;
    }

    private double bestMatch(Correlator correlator, int lag) {
        double best = 0;
        for (int voice = 0; voice < Bursts.VOICES; voice++) {
            best = Math.max(best, match(correlator, voice, lag));
        }
        return best;
    }

    private double match(Correlator correlator, int voice, int lag) {
        return correlator.bandEnergy(lag) < SILENCE * bursts.length() ? 0 : correlator.match(voice, lag);
    }

    private void take(Place place, long firstSample, List<Click> clicks) {
        int length = bursts.length();
        int from = Math.max(0, place.from - length);
        int to = Math.min(sound.length - length, place.to + length);
        Correlator correlator = correlator(to - from + 2 * length);
        List<Fit> fits = new ArrayList<>();
        double[] gains = new double[MOST_PER_PLACE];
        double strongest = 0;
        while (fits.size() < MOST_PER_PLACE) {
            correlator.load(sound, from);
            Fit fit = bestFit(correlator, to - from, from, fits);
            double gain = correlator.gain(fit.voice, fit.at - from);
            if (fit.match < LEAST_MATCH || gain < strongest * LEAST_SHARE) {
                break;
            }
            strongest = Math.max(strongest, gain);
            gains[fits.size()] = gain;
            fits.add(fit);
            add(fit, -gain);
        }
        settle(fits, gains);
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            clicks.add(new Click(fit.voice, firstSample + fit.at, 20 * Math.log10(gains[i]), Math.min(1, fit.match)));
        }
    }

    /** Measures each gain again in what the others leave: the first ones taken had some of the others in them. */
    private void settle(List<Fit> fits, double[] gains) {
        for (int round = 0; round < SETTLING_ROUNDS; round++) {
            for (int i = 0; i < fits.size(); i++) {
                Fit fit = fits.get(i);
                double product = 0;
                for (int j = 0; j < bursts.length(); j++) {
                    product += sound[fit.at + j] * bursts.sample(fit.voice, j);
                }
                double rest = product / bursts.energy(fit.voice);
                gains[i] += rest;
                add(fit, -rest);
            }
        }
    }

    private void add(Fit fit, double gain) {
        for (int i = 0; i < bursts.length(); i++) {
            sound[fit.at + i] += gain * bursts.sample(fit.voice, i);
        }
    }

    private Correlator correlator(int leastSize) {
        return correlators.computeIfAbsent(Fourier.lengthFor(leastSize), size -> new Correlator(bursts, sampleRateHz, size));
    }

    private Fit bestFit(Correlator correlator, int lastLag, int from, List<Fit> taken) {
        Fit best = new Fit(0, from, 0);
        for (int voice = 0; voice < Bursts.VOICES; voice++) {
            for (int lag = 0; lag <= lastLag; lag++) {
                double match = match(correlator, voice, lag);
                if (match > best.match && !isFringe(voice, from + lag, taken)) {
                    best = new Fit(voice, from + lag, match);
                }
            }
        }
        return best;
    }

    private boolean isFringe(int voice, int at, List<Fit> taken) {
        for (Fit fit : taken) {
            if (fit.voice == voice && Math.abs(fit.at - at) < bursts.length() / FRINGE) {
                return true;
            }
        }
        return false;
    }
}
