package org.reelbench.sdk.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.reelbench.capture.CaptureSource;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.encoding.ExportPresetProvider;
import org.reelbench.interchange.TimelineFormat;
import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor.Subject;
import org.reelbench.media.EffectProvider;
import org.reelbench.media.MeterSource;
import org.reelbench.project.decoration.TrackDecorator;
import org.reelbench.testcard.EffectContract;
import org.reelbench.testcard.SoundEffectContract;
import org.reelbench.testkit.CaptureSourceContract;
import org.reelbench.testkit.Contract;
import org.reelbench.testkit.ExportPresetContract;
import org.reelbench.testkit.MeterSourceContract;
import org.reelbench.testkit.SubcommandContract;
import org.reelbench.testkit.TimelineFormatContract;
import org.reelbench.testkit.TrackDecoratorContract;

/** Knows the contract of each kind of service. One thread. */
final class Contracts {

    private final BundleContext context;
    private final long seed;
    private final int cases;
    private final Optional<Path> sample;

    Contracts(BundleContext context, long seed, int cases, Optional<Path> sample) {
        this.context = context;
        this.seed = seed;
        this.cases = cases;
        this.sample = sample;
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    /**
     * One sentence of a contract.
     *
     * @param what what holds
     * @param check whether it does
     */
    record Sentence(String what, Check check) {
    }

    /** All that a service must keep to. */
    List<Sentence> of(Object service) throws CommandException {
        List<Sentence> sentences = new ArrayList<>();
        if (service instanceof EffectProvider effect) {
            if (effect.descriptor().subject() == Subject.SOUND) {
                SoundEffectContract contract = new SoundEffectContract(effect);
                sentences.add(new Sentence("it describes itself, always alike", contract::checkDescription));
                sentences.add(new Sentence("a piece sounds as the whole does", () -> contract.check(seed, cases)));
            } else {
                sentences.add(new Sentence("it describes itself, always alike", () -> contract(effect).checkDescription()));
                sentences.add(new Sentence("a piece looks as the whole does", () -> contract(effect).check(seed, cases)));
            }
        }
        if (service instanceof Subcommand subcommand) {
            add(new SubcommandContract(subcommand), sentences);
        }
        if (service instanceof CaptureSource source) {
            add(new CaptureSourceContract(source), sentences);
        }
        if (service instanceof ExportPresetProvider presets) {
            add(new ExportPresetContract(presets), sentences);
        }
        if (service instanceof MeterSource numbers) {
            add(new MeterSourceContract(numbers, () -> {
                // what makes them change is not known here
            }), sentences);
        }
        if (service instanceof TrackDecorator decorator) {
            add(new TrackDecoratorContract(decorator, seed, cases), sentences);
        }
        if (service instanceof TimelineFormat format && sample.isPresent()) {
            add(new TimelineFormatContract(format, read(sample.get()), seed, cases), sentences);
        }
        if (sentences.isEmpty()) {
            sentences.add(new Sentence("it starts" + (service instanceof TimelineFormat
                    ? "; with '--sample FILE' more is checked"
                    : "; 'plugin test' knows no contract of its kind, see the test kit"), () -> {
                        // it has started
                    }));
        }
        return sentences;
    }

    private static void add(Contract contract, List<Sentence> sentences) {
        contract.cases().forEach(each -> sentences.add(new Sentence(each.name(), each::run)));
    }

    private static byte[] read(Path sample) throws CommandException {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT, sample + " cannot be read: " + e, e);
        }
    }

    /** Why a sentence does not hold; empty if it does. */
    String failure(Sentence sentence) throws InterruptedException {
        try {
            sentence.check().run();
            return "";
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError e) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    private EffectContract contract(EffectProvider effect) {
        ServiceReference<Composers> reference = context.getServiceReference(Composers.class);
        Composers composers = reference == null ? null : context.getService(reference);
        if (composers == null) {
            throw new IllegalStateException(
                    "this program composes no pictures: the bundle org.reelbench.media.ffmpeg is missing");
        }
        return new EffectContract(composers, effect.descriptor());
    }
}
