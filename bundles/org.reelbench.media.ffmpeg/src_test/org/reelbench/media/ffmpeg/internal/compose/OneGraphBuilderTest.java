package org.reelbench.media.ffmpeg.internal.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reelbench.media.ffmpeg.internal.FfmpegFrame;

/** Viewer, preview and export show the same because one class builds filter graphs. */
class OneGraphBuilderTest {

    @Test
    void noOtherClassOfTheBundleCallsTheFilterLibrary() throws Exception {
        Path classes = Path.of(FfmpegFrame.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        SortedSet<String> callers = new TreeSet<>();
        List<Path> seen = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                seen.add(file);
                ClassModel model = ClassFile.of().parse(file);
                for (PoolEntry entry : model.constantPool()) {
                    if (entry instanceof MemberRefEntry member && isFilterCall(member)) {
                        callers.add(model.thisClass().asInternalName());
                    }
                }
            }
        }
        assertTrue(seen.size() > 20, "the bundle's classes are there");
        assertEquals(new TreeSet<>(List.of(FilterGraph.class.getName().replace('.', '/'))), callers);
    }

    private static boolean isFilterCall(MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        return owner.equals("org/bytedeco/ffmpeg/global/avfilter") || owner.equals("org/bytedeco/javacv/FFmpegFrameFilter");
    }
}
