package org.reelbench.demo.internal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reelbench.cli.CommandException;
import org.reelbench.demo.internal.film.Editor;
import org.reelbench.demo.internal.report.Failures;
import org.reelbench.project.EditCommands;
import org.reelbench.project.Project;
import org.reelbench.project.ProjectSession;
import org.reelbench.project.ProjectSessions;
import org.reelbench.timeline.Extras;
import org.reelbench.timeline.Id;
import org.reelbench.timeline.Sequence;

/**
 * One project of the memory bench: a movie on each track, the first as large as the canvas, the others small on top of it.
 *
 * @param name what it is called, also as a file
 * @param widthPx the canvas
 * @param heightPx the canvas
 * @param movies one for each track; none for the project in which only a colour is shown
 * @param visible how many tracks are visible, counted from the bottom
 * @param clips how many clips each track has, one behind the other
 * @param proxies whether proxies stand in for the movies
 */
record MemoryScene(String name, int widthPx, int heightPx, List<LoopedMovie> movies, int visible, int clips, Proxying proxies) {

    /** What there is of proxies. */
    enum Proxying {
        /** None, and none are made. */
        NONE,
        /** None, but they are made meanwhile. */
        MADE_MEANWHILE,
        /** One for each movie. */
        THERE
    }

    private static final double INSET_SCALE = 0.25;
    private static final int INSETS_PER_ROW = 3;
    private static final int INSET_PLACES = 9;
    private static final int COLOR_FRAMES = 3600;
    private static final int SHORT_CLIP_FRAMES = 30;

    MemoryScene(String name, int widthPx, int heightPx, List<LoopedMovie> movies, int visible, int clips) {
        this(name, widthPx, heightPx, movies, visible, clips, Proxying.NONE);
    }

    /** Builds the project by edit commands and saves it. */
    Path build(ProjectSessions sessions, Path folder, List<Path> files) throws CommandException {
        Path file = folder.resolve("memory-" + name.replace(' ', '-') + ".reel");
        Sequence empty = new Sequence(new Id("film"), name, TrackFilm.RATE, widthPx, heightPx, TrackFilm.SAMPLE_RATE_HZ,
                List.of(),
                Extras.NONE);
        try (ProjectSession session = sessions.create(Project.of(name, empty))) {
            session.saveAs(file);
            edit(new Editor(session), files);
            session.save();
            return file;
        } catch (IOException e) {
            throw Failures.of(file, e);
        }
    }

    private void edit(Editor editor, List<Path> files) throws CommandException {
        if (movies.isEmpty()) {
            String track = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", "video"));
            editor.edit(EditCommands.APPEND, Map.of("track", track, "generator", "color", "durationFrames", COLOR_FRAMES));
        }
        Map<Path, String> media = new LinkedHashMap<>();
        for (Path file : files) {
            if (!media.containsKey(file)) {
                media.put(file, editor.edit(EditCommands.ADD_MEDIA, Map.of("path", file.toString())));
            }
        }
        for (int i = 0; i < movies.size(); i++) {
            String track = editor.edit(EditCommands.ADD_TRACK, Map.of("kind", "video"));
            for (int clip = 0; clip < clips; clip++) {
                String made = editor.edit(EditCommands.APPEND, clip(i, clip, track, media.get(files.get(i))));
                if (i > 0) {
                    editor.edit(EditCommands.SET_TRANSFORM, Map.of("clip", made, "scale", INSET_SCALE, "xPx", x(i), "yPx", y(i)));
                }
            }
        }
    }

    /** Many clips are short and lie apart in the movie, so that none continues the one before. */
    private Map<String, Object> clip(int track, int number, String trackId, String medium) {
        if (clips == 1) {
            return Map.of("track", trackId, "media", medium, "durationFrames", movies.get(track).frames());
        }
        long last = movies.get(track).frames() - SHORT_CLIP_FRAMES;
        long from = Math.floorMod(number * 7919L, last / LoopedMovie.RATE) * LoopedMovie.RATE;
        return Map.of("track", trackId, "media", medium, "sourceIn", from / LoopedMovie.RATE + "s", "durationFrames",
                SHORT_CLIP_FRAMES);
    }

    /** Where the middle of a small picture lies, counted from that of the canvas. */
    private double x(int track) {
        return ((track - 1) % INSET_PLACES % INSETS_PER_ROW - 1) * widthPx * (INSET_SCALE + 0.02);
    }

    private double y(int track) {
        return ((track - 1) % INSET_PLACES / INSETS_PER_ROW - 1) * heightPx * (INSET_SCALE + 0.02);
    }

    /** The options of {@code reelbench play}: which tracks are hidden, and what is done about proxies. */
    List<String> options() {
        List<String> words = new ArrayList<>(switch (proxies) {
        case NONE -> List.of();
        case MADE_MEANWHILE -> List.of("--make-proxies");
        case THERE -> List.of("--proxies");
        });
        for (int track = visible + 1; track <= movies.size(); track++) {
            words.addAll(List.of("--hide", String.valueOf(track)));
        }
        return words;
    }

    /** The same tracks as a timeline of MLT; there a hidden track is one whose picture is not used. */
    String mlt(List<Path> files, int frames) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<mlt LC_NUMERIC=\"C\">\n");
        xml.append("  <profile width=\"").append(widthPx).append("\" height=\"").append(heightPx)
                .append("\" progressive=\"1\" sample_aspect_num=\"1\" sample_aspect_den=\"1\" display_aspect_num=\"16\""
                        + " display_aspect_den=\"9\" frame_rate_num=\"30\" frame_rate_den=\"1\" colorspace=\"709\"/>\n");
        for (int track = 0; track < files.size(); track++) {
            xml.append("  <producer id=\"p").append(track).append("\"><property name=\"resource\">")
                    .append(files.get(track).toString().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</property></producer>\n  <playlist id=\"t").append(track).append("\"><entry producer=\"p")
                    .append(track).append("\" in=\"0\" out=\"").append(frames - 1).append("\"/></playlist>\n");
        }
        xml.append("  <tractor id=\"film\" in=\"0\" out=\"").append(frames - 1).append("\">\n");
        for (int track = 0; track < files.size(); track++) {
            xml.append("    <track producer=\"t").append(track).append(track < visible ? "\"/>\n" : "\" hide=\"both\"/>\n");
        }
        for (int track = 1; track < Math.min(visible, files.size()); track++) {
            long width = Math.round(widthPx * INSET_SCALE);
            long height = Math.round(heightPx * INSET_SCALE);
            xml.append("    <transition in=\"0\" out=\"").append(frames - 1)
                    .append("\"><property name=\"mlt_service\">composite</property><property name=\"a_track\">0</property>"
                            + "<property name=\"b_track\">")
                    .append(track).append("</property><property name=\"geometry\">")
                    .append(Math.round(widthPx / 2.0 + x(track) - width / 2.0)).append('/')
                    .append(Math.round(heightPx / 2.0 + y(track) - height / 2.0)).append(':').append(width).append('x')
                    .append(height).append(":100</property><property name=\"progressive\">1</property></transition>\n");
        }
        return xml.append("  </tractor>\n</mlt>\n").toString();
    }
}
