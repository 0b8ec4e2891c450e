package org.reelbench.project.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Loads the project's classes once more, changed so that they tell {@link Work} of every call and branch they do and of every
 * tree node they look into or make. So a test counts what an edit does, and the classes know nothing of it.
 */
final class CountingLoader extends ClassLoader {

    private static final Set<String> NODES = Set.of("org/reelbench/timeline/internal/ItemTree",
            "org/reelbench/timeline/internal/IdTree");
    private static final ClassDesc WORK = ClassDesc.of(Work.class.getName());
    private static final MethodTypeDesc VISIT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    private final ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(CountingLoader.class.getClassLoader())
                    .orElse(ClassHierarchyResolver.defaultResolver())));

    CountingLoader() {
        super(CountingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.reelbench.") || name.equals(Work.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] counted = classFile.transformClass(classFile.parse(in.readAllBytes()),
                    ClassTransform.transformingMethodBodies(CountingLoader::count));
            return defineClass(name, counted, 0, counted.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static void count(CodeBuilder code, CodeElement element) {
        if (element instanceof BranchInstruction || element instanceof InvokeInstruction) {
            code.invokestatic(WORK, "step", NOTHING);
        } else if (element instanceof FieldInstruction field && field.opcode() == Opcode.GETFIELD
                && NODES.contains(field.owner().asInternalName())) {
            code.dup().invokestatic(WORK, "visit", VISIT);
        } else if (element instanceof NewObjectInstruction made && NODES.contains(made.className().asInternalName())) {
            code.invokestatic(WORK, "make", NOTHING);
        }
        code.with(element);
    }
}
