package org.reelbench.demo.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.reelbench.demo.internal.film.Box;

/** Writes the film of the render bench as a timeline of MLT: one track a picture, each small one laid over the first. */
final class MeltTimeline {

    private MeltTimeline() {
    }

    static String of(TrackFilm film, List<Path> inputs) {
        int last = film.frames() - 1;
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<mlt LC_NUMERIC=\"C\">\n");
        xml.append(String.format(Locale.ROOT,
                "  <profile width=\"%d\" height=\"%d\" progressive=\"1\" sample_aspect_num=\"1\" sample_aspect_den=\"1\""
                        + " display_aspect_num=\"16\" display_aspect_den=\"9\" frame_rate_num=\"%d\" frame_rate_den=\"%d\""
                        + " colorspace=\"709\"/>%n",
                TrackFilm.WIDTH_PX, TrackFilm.HEIGHT_PX, TrackFilm.RATE.framesPerSecond().numerator(),
                TrackFilm.RATE.framesPerSecond().denominator()));
        for (int track = 0; track < film.tracks(); track++) {
            xml.append(String.format(Locale.ROOT, "  <producer id=\"p%d\"><property name=\"resource\">%s</property></producer>%n"
                    + "  <playlist id=\"t%d\"><entry producer=\"p%d\" in=\"0\" out=\"%d\"/></playlist>%n", track,
                    escaped(inputs.get(track).toString()), track, track, last));
        }
        xml.append(String.format(Locale.ROOT, "  <tractor id=\"film\" in=\"0\" out=\"%d\">%n", last));
        for (int track = 0; track < film.tracks(); track++) {
            // The sound of the first alone is heard, as in our film.
            xml.append("    <track producer=\"t").append(track).append(track == 0 ? "\"/>\n" : "\" hide=\"audio\"/>\n");
        }
        for (int track = 1; track < film.tracks(); track++) {
            Box box = TrackFilm.box(track);
            xml.append(String.format(Locale.ROOT,
                    "    <transition in=\"0\" out=\"%d\">%n      <property name=\"mlt_service\">composite</property>%n"
                            + "      <property name=\"a_track\">0</property>%n      <property name=\"b_track\">%d</property>%n"
                            + "      <property name=\"geometry\">%d/%d:%dx%d:100</property>%n"
                            + "      <property name=\"progressive\">1</property>%n    </transition>%n",
                    last, track, Math.round(box.x()), Math.round(box.y()), Math.round(box.width()), Math.round(box.height())));
        }
        return xml.append("  </tractor>\n</mlt>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
