package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MeltTimelineTest {

    @Test
    void everyTrackIsThereAndTheSmallOnesLieWhereOursDo() throws Exception {
        TrackFilm film = new TrackFilm(3, 2);
        Document timeline = parsed(
                MeltTimeline.of(film, List.of(Path.of("/a&b.mp4"), Path.of("/c.mp4"), Path.of("/d.mp4"))));
        NodeList producers = timeline.getElementsByTagName("producer");
        assertEquals(3, producers.getLength());
        assertEquals("/a&b.mp4", producers.item(0).getTextContent());
        assertEquals("59", ((Element) timeline.getElementsByTagName("entry").item(2)).getAttribute("out"));
        NodeList tracks = timeline.getElementsByTagName("track");
        assertEquals("", ((Element) tracks.item(0)).getAttribute("hide"));
        assertEquals("audio", ((Element) tracks.item(2)).getAttribute("hide"));
        NodeList transitions = timeline.getElementsByTagName("transition");
        assertEquals(2, transitions.getLength());
        assertTrue(transitions.item(0).getTextContent().contains("20/20:320x180:100"), transitions.item(0)::getTextContent);
        assertTrue(transitions.item(1).getTextContent().contains("360/20:320x180:100"), transitions.item(1)::getTextContent);
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
