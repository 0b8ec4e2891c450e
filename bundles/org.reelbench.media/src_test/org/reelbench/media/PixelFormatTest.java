package org.reelbench.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelFormatTest {

    @ParameterizedTest
    @CsvSource({ "YUV420P,0,81,47", "YUV420P,1,41,24", "YUV420P,2,41,24", "YUVA420P,3,81,47", "YUV422P,1,41,47",
            "YUV444P,2,81,47",
            "BGRA,0,324,47", "GRAY8,0,81,47" })
    void planesOfAnOddPictureRoundUp(PixelFormat format, int plane, int rowBytes, int rows) {
        assertEquals(rowBytes, format.rowBytes(plane, 81));
        assertEquals(rows, format.rows(plane, 47));
    }
}
