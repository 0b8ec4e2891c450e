package org.reelbench.cli.internal.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reelbench.cli.Arguments;
import org.reelbench.cli.CommandException;
import org.reelbench.cli.Console;
import org.reelbench.cli.ExitCode;
import org.reelbench.cli.Subcommand;
import org.reelbench.media.Composers;
import org.reelbench.media.EffectDescriptor;
import org.reelbench.media.Encoders;
import org.reelbench.media.MediaEngine;
import org.reelbench.media.MediaException;

/** {@code reelbench doctor}: says what this machine and this installation can do. */
@Component(service = Subcommand.class)
public final class DoctorCommand implements Subcommand {

    /** What cameras, phones, recorders and the web make. */
    private static final Set<String> COMMON = Set.of("h264", "hevc", "vp8", "vp9", "libaom-av1", "mpeg4", "mpeg2video", "prores",
            "dnxhd",
            "mjpeg", "ffv1", "png", "webp", "gif", "aac", "mp3float", "opus", "vorbis", "flac", "ac3", "pcm_s16le", "pcm_s24le");

    private final BundleContext context;
    private final MediaEngine engine;
    private final Encoders encoders;
    private final Composers composers;

    /**
     * Creates the command.
     *
     * @param context the framework to report on
     * @param engine the media library to report on
     * @param encoders the encoders to list
     * @param composers the effects to list
     */
    @Activate
    public DoctorCommand(BundleContext context, @Reference MediaEngine engine, @Reference Encoders encoders,
            @Reference Composers composers) {
        this.context = context;
        this.engine = engine;
        this.encoders = encoders;
        this.composers = composers;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "says what this machine and this installation can do";
    }

    @Override
    public String usage() {
        return "doctor [--all]\n  --all   lists every decoder, not just the common ones";
    }

    @Override
    public int run(List<String> words, Console console) throws CommandException {
        Arguments arguments = new Arguments(this, words);
        boolean all = arguments.flag("--all");
        arguments.rest(0, 0);
        PrintStream out = console.out();
        line(out, "reelbench", context.getBundle().getVersion().toString());
        line(out, "framework",
                context.getProperty(Constants.FRAMEWORK_VENDOR) + " " + context.getBundle(0).getSymbolicName() + " "
                        + context.getBundle(0).getVersion());
        line(out, "java",
                System.getProperty("java.vm.name") + " " + Runtime.version() + " in " + System.getProperty("java.home"));
        line(out, "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch")
                        + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors");
        line(out, "memory",
                Runtime.getRuntime().maxMemory() / (1 << 20) + " MB for Java objects at most, "
                        + ProcessMemory.peakBytes() / (1 << 20)
                        + " MB used by the process so far");
        line(out, "display", display());
        try {
            line(out, "natives", engine.version() + ", " + engine.licence());
            List<String> names = encoders.names();
            line(out, "encoders", String.join(" ", names));
            line(out, "decoders", decoders(engine.decoders(), all));
            line(out, "hardware", "built in: " + String.join(" ", engine.hardware()) + "; not used by this version");
            line(out, "effects", String.join(" ", composers.effects().stream().map(EffectDescriptor::id).toList()));
            return verdict(out, names);
        } catch (MediaException e) {
            line(out, "natives", "not loaded");
            line(out, "problem", "nothing that reads or writes media works: " + e.getMessage());
            return ExitCode.NOT_AVAILABLE;
        }
    }

    private static String decoders(List<String> names, boolean all) {
        String shown = names.stream().filter(name -> all || COMMON.contains(name)).collect(Collectors.joining(" "));
        return all ? shown : shown + " and " + (names.size() - COMMON.stream().filter(names::contains).count()) + " more (--all)";
    }

    private static int verdict(PrintStream out, List<String> names) {
        boolean h264 = Stream.of("libx264", "libopenh264").anyMatch(names::contains);
        if (!h264) {
            line(out, "problem", "no H.264 encoder opens: export with the preset 'lossless'");
        }
        if (!names.contains("aac")) {
            line(out, "problem", "no AAC encoder opens: films with sound export with the preset 'lossless' only");
        }
        boolean good = h264 && names.contains("aac");
        line(out, "verdict",
                good ? "new, probe and render work; the workbench is not available in this version" : "see the problems above");
        return good ? ExitCode.OK : ExitCode.NOT_AVAILABLE;
    }

    private static String display() {
        String x11 = System.getenv("DISPLAY");
        String wayland = System.getenv("WAYLAND_DISPLAY");
        if (wayland != null) {
            return "Wayland " + wayland;
        }
        return x11 != null ? "X11 " + x11 : "none";
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("%-10s %s%n", name, value);
    }
}
