package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.CANVAS;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.FULL;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.WHOLE;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.format;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.input;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.noise;
import static org.reelbench.media.ffmpeg.internal.compose.Pictures.translucent;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ColorDescription;
import org.reelbench.media.ColorDescription.Matrix;
import org.reelbench.media.ColorDescription.Range;
import org.reelbench.media.Composer;
import org.reelbench.media.Composition;
import org.reelbench.media.LayerSpec;
import org.reelbench.media.MemoryFrame;
import org.reelbench.media.PictureFormat;
import org.reelbench.media.PixelFormat;
import org.reelbench.media.Placement;
import org.reelbench.media.VideoFrame;

/** The graphs of typical compositions as text: whoever changes them sees here what becomes dearer or other. */
class CompositionDumpTest {

    private static final PictureFormat HD = format(1920, 1080, PixelFormat.YUV420P);

    @Test
    void aFullPictureOfTheCanvassShapeIsNotTouched() throws Exception {
        assertGraph("""
                buffer@in0=[320x180 yuv420p bt709 tv][in0];
                [in0]buffersink@out""", LayerSpec.opaque(FULL, WHOLE));
    }

    @Test
    void aPictureInPictureIsScaledOnceAndLaidOver() throws Exception {
        assertGraph("""
                buffer@in0=[1920x1080 yuv420p bt709 tv][in0];
                [in0]zscale=w=320:h=180:filter=bicubic:param_a=0:param_b=0.6,format=pix_fmts=yuv420p[layer0];
                buffer@in1=[1920x1080 yuv420p bt709 tv][in1];
                [in1]zscale=w=80:h=44:filter=bicubic:param_a=0:param_b=0.6,format=pix_fmts=yuva420p[layer1];
                [layer0][layer1]overlay@layer1=x=200:y=100:eval=init:format=yuv420:alpha=straight[over1];
                [over1]buffersink@out""", LayerSpec.opaque(HD, WHOLE), LayerSpec.opaque(HD, Placement.at(200, 100, 80, 44)));
    }

    @Test
    void aDissolveOfFullPicturesIsNothingButLayingOver() throws Exception {
        assertGraph("""
                buffer@in0=[320x180 yuv420p bt709 tv][in0];
                buffer@in1=[320x180 yuva420p bt709 tv][in1];
                [in0][in1]overlay@layer1=x=0:y=0:eval=init:format=yuv420:alpha=straight[over1];
                [over1]buffersink@out""", LayerSpec.opaque(FULL, WHOLE), translucent(FULL, WHOLE));
    }

    @Test
    void anotherColorIsConvertedOnTheSmallerPicture() throws Exception {
        PictureFormat photo = PictureFormat.of(1920, 1080, PixelFormat.YUV420P, new ColorDescription(Matrix.BT601, Range.FULL));
        assertGraph("""
                buffer@in0=[1920x1080 yuv420p bt470bg pc][in0];
                [in0]zscale=w=320:h=180:filter=bicubic:param_a=0:param_b=0.6,format=pix_fmts=yuv420p,\
                colorspace=ispace=bt470bg:irange=pc:space=bt709:range=tv:iprimaries=bt709:primaries=bt709:itrc=bt709:trc=bt709:\
                format=yuv420p[layer0];
                [layer0]buffersink@out""", LayerSpec.opaque(photo, WHOLE));
    }

    @Test
    void aTranslucentLayerAtAnOddPlaceIsComposedInFullColorAroundItselfOnly() throws Exception {
        assertGraph("""
                buffer@in0=[320x180 yuv420p bt709 tv][in0];
                buffer@in1=[1920x1080 yuv420p bt709 tv][in1];
                buffer@in2=[80x44 gray bt709 pc][mask1];
                [in1]zscale=w=80:h=44:filter=bicubic:param_a=0:param_b=0.6,format=pix_fmts=yuva444p[alpha1c];
                [alpha1c][mask1]alphamerge[layer1];
                [in0]split[keep1][part1];
                [part1]crop=w=82:h=44:x=10:y=20:exact=1,scale=flags=neighbor,format=pix_fmts=yuv444p[full1];
                [full1][layer1]overlay=x=1:y=0:eval=init:format=yuv444:alpha=straight,\
                scale=flags=area,format=pix_fmts=yuva420p[whole1];
                [keep1][whole1]overlay@layer1=x=10:y=20:eval=init:format=yuv420:alpha=straight[over1];
                [over1]buffersink@out""", LayerSpec.opaque(FULL, WHOLE), translucent(HD, Placement.at(11, 20, 80, 44)));
    }

    private static void assertGraph(String expected, LayerSpec... layers) throws Exception {
        try (Composer composer = new FfmpegComposers().open(new Composition(CANVAS, List.of(layers)))) {
            String sources = "=video_size=(\\S+?):pix_fmt=(\\w+):time_base=1/25:frame_rate=25/1:pixel_aspect=1/1:"
                    + "colorspace=(\\w+):range=(\\w+)";
            assertEquals(expected, composer.graph().replaceAll(sources, "=[$1 $2 $3 $4]"));
        }
    }

    @Test
    void whatIsOnlyMixedIsTheSameOnEveryMachine() throws Exception {
        PictureFormat small = format(64, 36, PixelFormat.YUV420P);
        List<LayerSpec> layers = List.of(LayerSpec.opaque(FULL, WHOLE), translucent(FULL, WHOLE),
                LayerSpec.opaque(small, new Placement(0, 0, 0, 0, 100, 50, 64, 36, 90)),
                translucent(small, Placement.at(20, 30, 64, 36)));
        try (MemoryFrame below = noise(FULL, 1);
                MemoryFrame above = noise(FULL, 2);
                MemoryFrame third = noise(small, 3);
                Composer composer = new FfmpegComposers().open(new Composition(CANVAS, layers));
                VideoFrame composed = composer
                        .compose(0, List.of(input(below), input(above, 0.3), input(third), input(third, 0.7)))) {
            assertEquals("b636f7fa64d10fe9", Pictures.hash(composed));
        }
    }
}
