package org.reelbench.sdk.internal;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Compares what the classes of a plug-in name with what its manifest imports. */
final class Imports {

    private static final Pattern TYPE = Pattern.compile("L([\\w$/]+)[;<]");

    private Imports() {
    }

    /** Returns what is missing, each as a line for people; empty if nothing is. */
    static List<String> missing(Path classes, Attributes manifest, Map<String, String> exports) throws IOException {
        Set<String> own = new HashSet<>();
        SortedSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(file);
                own.add(packageOf(model.thisClass().asInternalName()));
                add(model, named);
            }
        }
        Set<String> imported = new HashSet<>(own);
        Clause.all(manifest.getValue(Constants.IMPORT_PACKAGE)).forEach(clause -> imported.add(clause.name()));
        List<String> missing = new ArrayList<>();
        for (String name : named) {
            if (!imported.contains(name) && !name.startsWith("java.") && !name.isEmpty()) {
                missing.add("the classes use " + name + ", which META-INF/MANIFEST.MF does not import; " + remedy(name, exports));
            }
        }
        return missing;
    }

    private static String remedy(String name, Map<String, String> exports) {
        String version = exports.get(name);
        if (version != null) {
            return "add to Import-Package: " + name + range(version);
        }
        boolean ofJava = ModuleLayer.boot().modules().stream()
                .anyMatch(module -> module.getPackages().contains(name) && module.isExported(name));
        return ofJava ? "add to Import-Package: " + name : "nothing in the program publishes it, so it must not be used";
    }

    /** From this version to the next that may break: see docs/api-policy.md. */
    private static String range(String version) {
        Version from = Version.parseVersion(version);
        return from.equals(Version.emptyVersion)
                ? ""
                : ";version=\"[" + from.getMajor() + "." + from.getMinor() + "," + (from.getMajor() + 1) + ")\"";
    }

    private static void add(ClassModel model, Set<String> named) {
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
            case ClassEntry type -> named.add(packageOf(type.asInternalName()));
            case NameAndTypeEntry member -> addTypes(member.type().stringValue(), named);
            default -> {
                // texts and numbers
            }
            }
        }
        for (FieldModel field : model.fields()) {
            addTypes(field.fieldType().stringValue(), named);
        }
        for (MethodModel method : model.methods()) {
            addTypes(method.methodType().stringValue(), named);
        }
    }

    private static void addTypes(String descriptor, Set<String> named) {
        Matcher types = TYPE.matcher(descriptor);
        while (types.find()) {
            named.add(packageOf(types.group(1)));
        }
    }

    private static String packageOf(String internalName) {
        String type = internalName.replaceFirst("^\\[+L?", "");
        int slash = type.lastIndexOf('/');
        return slash < 0 ? "" : type.substring(0, slash).replace('/', '.');
    }
}
