package org.reelbench.demo.internal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

import org.reelbench.demo.internal.film.EditList;
import org.reelbench.demo.internal.verify.ExpectedPicture.Mix;
import org.reelbench.media.Cancellation;
import org.reelbench.media.FrameReader;
import org.reelbench.media.MediaException;
import org.reelbench.media.VideoFrame;
import org.reelbench.testcard.Reading;
import org.reelbench.testcard.TestCard;
import org.reelbench.time.RationalTime;
import org.reelbench.time.Timecode;

/** Reads every picture of the film back. One thread. */
final class PictureCheck {

    /** A card is sure to be read if no more than a fifth of something else lies over it. */
    private static final double READABLE = 0.8;
    /** Blocks of the encoder blur the measure of a mix. */
    private static final double MIX_TOLERANCE = 0.06;

    private final EditList list;
    private final PictureExpectation expectation;
    private final List<Deviation> deviations = new ArrayList<>();
    private long verified;

    PictureCheck(EditList list, PictureExpectation expectation) {
        this.list = list;
        this.expectation = expectation;
    }

    /** Reads the film from its first frame to beyond its last. */
    void read(FrameReader film, DoubleConsumer progress, Cancellation cancellation) throws MediaException {
        try (MixMeter meter = new MixMeter()) {
            for (long frame = 0; frame < list.frames(); frame++) {
                int before = deviations.size();
                RationalTime time = EditList.RATE.timeOf(frame);
                try (VideoFrame picture = film.frameAt(time, cancellation)) {
                    checkTime(frame, time, picture);
                    check(frame, picture, meter);
                }
                if (deviations.size() == before) {
                    verified++;
                }
                progress.accept((frame + 1.0) / list.frames());
            }
        }
        RationalTime end = EditList.RATE.timeOf(list.frames());
        try (VideoFrame last = film.frameAt(end, cancellation)) {
            checkTime(list.frames(), EditList.RATE.timeOf(list.frames() - 1), last);
        }
    }

    /** Returns how many frames were as they must be. */
    long verified() {
        return verified;
    }

    List<Deviation> deviations() {
        return deviations;
    }

    private void checkTime(long frame, RationalTime expected, VideoFrame picture) {
        if (!picture.time().equals(expected)) {
            deviate(frame, "time", expected.toString(), picture.time().toString());
        }
    }

    void check(long frame, VideoFrame picture, MixMeter meter) {
        ExpectedPicture expected = expectation.at(frame);
        Mix mix = expected.mix();
        if (mix != null) {
            checkMix(frame, picture, mix, meter);
        } else if (expected.cards().isEmpty()) {
            Reading reading = TestCard.read(picture);
            if (reading.valid()) {
                deviate(frame, "picture", "no card", reading.toString());
            }
        }
        for (Card card : expected.cards()) {
            checkCard(frame, picture, card);
            if (card.opacity() < 1) {
                checkShare(frame, picture, new Mix(expected.cards().getFirst(), card, card.opacity()), meter);
            }
        }
    }

    private void checkCard(long frame, VideoFrame picture, Card card) {
        Reading reading = TestCard.read(picture, card.box().x(), card.box().y(), card.box().width(), card.box().height());
        if (!reading.is(card.source(), card.frameNumber())) {
            deviate(frame, card.layer(), card.toString(), reading.toString());
        }
    }

    private void checkMix(long frame, VideoFrame picture, Mix mix, MixMeter meter) {
        if (mix.weight() >= READABLE) {
            checkCard(frame, picture, mix.incoming());
        } else if (1 - mix.weight() >= READABLE) {
            checkCard(frame, picture, mix.outgoing());
        }
        checkShare(frame, picture, mix, meter);
    }

    private void checkShare(long frame, VideoFrame picture, Mix mix, MixMeter meter) {
        double weight = meter.weight(picture, mix.outgoing(), mix.incoming());
        if (!(Math.abs(weight - mix.weight()) <= MIX_TOLERANCE)) {
            deviate(frame, "mix", share(mix.weight(), mix), share(weight, mix));
        }
    }

    private static String share(double weight, Mix mix) {
        return String.format(Locale.ROOT, "%.0f %% of %s over %s", weight * 100, mix.incoming(), mix.outgoing());
    }

    private void deviate(long frame, String what, String expected, String found) {
        deviations
                .add(new Deviation("frame " + frame + " (" + Timecode.of(frame, EditList.RATE) + "), " + what, expected, found));
    }
}
