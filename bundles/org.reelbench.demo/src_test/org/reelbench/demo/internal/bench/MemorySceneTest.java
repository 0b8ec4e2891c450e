package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MemorySceneTest {

    private static final LoopedMovie MOVIE = new LoopedMovie("a.mp4", 1, 1920, 1080, 1000, 8);

    @Test
    void hidesTheTracksAboveTheVisibleOnes() {
        MemoryScene scene = new MemoryScene("four", 1920, 1080, List.of(MOVIE, MOVIE, MOVIE, MOVIE), 2, 1);

        assertEquals(List.of("--hide", "3", "--hide", "4"), scene.options());
    }

    @Test
    void meltGetsTheSameTracksAtTheSamePlaces() throws Exception {
        MemoryScene scene = new MemoryScene("three", 1600, 800, List.of(MOVIE, MOVIE, MOVIE), 2, 1);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document timeline = factory.newDocumentBuilder().parse(new InputSource(
                new StringReader(scene.mlt(List.of(Path.of("/a&b.mp4"), Path.of("/c.mp4"), Path.of("/d.mp4")), 60))));

        assertEquals("/a&b.mp4", timeline.getElementsByTagName("producer").item(0).getTextContent());
        NodeList tracks = timeline.getElementsByTagName("track");
        assertEquals(List.of("", "", "both"), List.of(hide(tracks, 0), hide(tracks, 1), hide(tracks, 2)));
        NodeList transitions = timeline.getElementsByTagName("transition");
        assertEquals(1, transitions.getLength());
        // the second track lies left above the middle, a little further out than its own size
        assertTrue(transitions.item(0).getTextContent().contains("168/84:400x200:100"), transitions.item(0)::getTextContent);
    }

    private static String hide(NodeList tracks, int index) {
        return ((Element) tracks.item(index)).getAttribute("hide");
    }

    @Test
    void theScenesAreThoseThatThePromisesNameAndEachFileIsMadeOnce() {
        List<MemoryScene> scenes = MemoryScenes.of(500, true);
        List<MemoryBench.Row> rows = new ArrayList<>();
        HashSet<LoopedMovie> movies = new HashSet<>();
        HashSet<String> names = new HashSet<>();
        for (MemoryScene scene : scenes) {
            rows.add(new MemoryBench.Row(scene, new PlayFigures(0, 100, 0, 0, 0, 0, 0), 0, 0, 0));
            movies.addAll(scene.movies());
            scene.movies().forEach(movie -> names.add(movie.file()));
        }

        assertEquals(List.of(), scenes.getFirst().movies(), "the first is what the others are compared with");
        assertEquals(names.size(), movies.size(), "one name is one movie");
        assertEquals(9, MemoryGoals.of(rows).size());
        rows.removeIf(row -> row.scene().name().equals(MemoryScenes.TEN_LARGE));
        assertEquals(8, MemoryGoals.of(rows).size(), "what was not played is not judged");
    }

    @Test
    void aGoalIsMetUpToItsLimit() {
        assertTrue(Goal.atMost("a", 160, 160, " MiB").isMet());
        assertFalse(Goal.atMost("a", 160.1, 160, " MiB").isMet());
        assertTrue(Goal.atLeast("a", 15, 15, "").isMet());
        assertFalse(Goal.atLeast("a", 14.9, 15, "").isMet());
        assertEquals("MISSED  twenty: 160.10 MiB, at most 160.00", Goal.atMost("twenty", 160.1, 160, " MiB").toString());
    }

    @Test
    void goalsAreReckonedFromTheRows() {
        List<MemoryBench.Row> rows = new ArrayList<>();
        for (MemoryScene scene : MemoryScenes.of(1, false)) {
            long peak = scene.name().equals(MemoryScenes.LONG_FILE) ? 120 : 100;
            rows.add(new MemoryBench.Row(scene, new PlayFigures(0, peak, 0, 0, 0, scene.visible(), 0.01 * scene.visible()),
                    50L << 20, 200L << 20, 400L << 20));
        }
        List<Goal> goals = MemoryGoals.of(rows);

        assertEquals(50, goals.get(0).measured());
        assertEquals(1.2, goals.get(4).measured());
        assertEquals(0.25, goals.get(5).measured());
        assertEquals(0.5, goals.get(6).measured());
        assertEquals(0.2, goals.get(7).measured());
        assertEquals(0.125, goals.get(8).measured());
        assertEquals(8 + rows.size() - 1, goals.size(), "melt is compared wherever it played a movie");
    }
}
