package org.reelbench.demo.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.reelbench.cli.CommandException;

class PeerGraphTest {

    private static final String SOURCE = "=video_size=1280x720:pix_fmt=yuv420p:time_base=1/30:frame_rate=30/1:pixel_aspect=1/1";

    @Test
    void oneTrackGoesThroughUntouched() throws CommandException {
        assertEquals("[0:v]null[picture]", PeerGraph.of("buffer@in0" + SOURCE + "[in0];\n[in0]buffersink@out"));
    }

    @Test
    void filtersStayAndSourcesBecomeInputs() throws CommandException {
        String ours = "buffer@in0" + SOURCE + "[in0];\nbuffer@in1" + SOURCE + "[in1];\n[in1]scale=w=320:h=180[layer1];\n"
                + "[in0][layer1]overlay@layer1=x=20:y=20[over1];\n[over1]buffersink@out";
        assertEquals("[1:v]scale=w=320:h=180[layer1];\n[0:v][layer1]overlay@layer1=x=20:y=20[over1];\n[over1]null[picture]",
                PeerGraph.of(ours));
    }

    @Test
    void moreThanTenTracksAreToldApart() throws CommandException {
        String ours = "buffer@in0" + SOURCE + "[in1];\nbuffer@in1" + SOURCE
                + "[in11];\n[in1][in11]overlay[over];\n[over]buffersink@out";
        assertEquals("[1:v][11:v]overlay[over];\n[over]null[picture]", PeerGraph.of(ours));
    }

    @Test
    void aGraphWithASourceOfItsOwnIsRefused() {
        assertThrows(CommandException.class, () -> PeerGraph.of("buffer@in0" + SOURCE + "[black];\n[black]buffersink@out"));
    }
}
