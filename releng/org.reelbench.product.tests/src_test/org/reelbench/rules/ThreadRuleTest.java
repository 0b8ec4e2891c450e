package org.reelbench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every class of the window that begins file, native or network work asks first whether it is on the UI thread. */
class ThreadRuleTest {

    private static final Path BUNDLES = Path.of(System.getProperty("reelbench.root")).resolve("bundles");

    /** Calls that do such work, as owner and method. */
    private static final List<Pattern> WORK = Stream.of(
            "java/nio/file/Files\\..*",
            "java/nio/channels/(File|Socket|ServerSocket)\\w*\\..*",
            "java/io/(File|RandomAccessFile|File(In|Out)putStream|FileReader|FileWriter)\\..*",
            "java/net/(?!URI\\.|URL\\.(toString|toURI|getPath)).*",
            "org/reelbench/project/ProjectFile\\..*",
            "org/reelbench/project/ProjectSessions\\.open",
            "org/reelbench/project/ProjectSession\\.(save|saveAs|close|closeAndForget)",
            "org/reelbench/interchange/TimelineFormats\\.read",
            "org/reelbench/media/(MediaEngine|MediaProbe|MediaReaders|Fingerprints|MediaFinder|MediaCollector|FileByteSource)\\..*",
            "org/reelbench/media/(FrameReader|PcmReader|ScreenConverters?|AudioSinks|Composers?|Encoders|Muxers?)\\..*",
            "org/reelbench/media/AudioSink\\.(start|write|pause|flush|close)",
            "org/reelbench/render/(MediaCatalog|Medium|Renderers|VideoRenderer|AudioRenderer)\\.(?!info|name|with).*",
            "org/reelbench/encoding/Exports\\..*").map(Pattern::compile).toList();

    /** Classes that need not ask, and why. */
    private static final Map<String, String> EXCUSED = Map.of(
            "org/reelbench/ui/internal/MediaSnapshot", "hands every question on to a catalog that asks",
            "org/reelbench/ui/inspector/internal/EffectFeed", "asks which effects are known, a list in memory",
            "org/reelbench/ui/internal/tint/TintedFiles", "reads icons out of bundles, as the platform does",
            "org/reelbench/ui/internal/tint/TintedFiles$Tinted", "reads icons out of bundles, as the platform does",
            "org/reelbench/ui/internal/Shots", "is made by the editor's state, which has asked, and asks a catalog that asks");

    @Test
    void whoBeginsSuchWorkAsksFirst() throws IOException {
        List<String> unasked = new ArrayList<>();
        Set<String> asking = new TreeSet<>();
        for (ClassModel type : classesOfTheWindow()) {
            List<String> work = workOf(type);
            String name = type.thisClass().asInternalName();
            if (!work.isEmpty() && asks(type)) {
                asking.add(name);
            } else if (!work.isEmpty() && !EXCUSED.containsKey(name)) {
                unasked.add(name + " calls " + work);
            }
        }
        assertEquals(List.of(), unasked);
        assertTrue(asking.size() >= 5, () -> "found only " + asking);
    }

    @Test
    void whoDoesNotAskIsFound() {
        ClassModel intruder = ClassFile.of().parse(ClassFile.of().build(ClassDesc.of("org.reelbench.ui.internal.Intruder"),
                type -> type.withMethodBody("run", MethodTypeDesc.of(ConstantDescs.CD_void), ClassFile.ACC_STATIC, code -> code
                        .aconst_null()
                        .invokestatic(ClassDesc.of("java.nio.file.Files"), "delete",
                                MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.nio.file.Path")))
                        .return_())));
        assertEquals(List.of("java/nio/file/Files.delete"), workOf(intruder));
        assertTrue(!asks(intruder));
    }

    private static List<ClassModel> classesOfTheWindow() throws IOException {
        List<ClassModel> types = new ArrayList<>();
        for (BundleFacts bundle : BundleFacts.readAll(BUNDLES)) {
            if (bundle.symbolicName().matches("org\\.reelbench\\.(ui(\\..*)?|workbench)")) {
                try (Stream<Path> files = Files.walk(BUNDLES.resolve(bundle.folder()).resolve("target/classes"))) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                        types.add(ClassFile.of().parse(file));
                    }
                }
            }
        }
        return types;
    }

    private static List<String> workOf(ClassModel type) {
        return calls(type).filter(call -> WORK.stream().anyMatch(work -> work.matcher(call).matches())).sorted().toList();
    }

    /** By itself, or by the rule that it is given where tests have no window. */
    private static boolean asks(ClassModel type) {
        return calls(type).anyMatch(call -> call.equals("org/reelbench/ui/UiThread.forbid") || call.endsWith(".threadRule"));
    }

    private static Stream<String> calls(ClassModel type) {
        List<String> calls = new ArrayList<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member) {
                calls.add(member.owner().asInternalName() + "." + member.name().stringValue());
            }
        }
        return calls.stream().distinct();
    }
}
