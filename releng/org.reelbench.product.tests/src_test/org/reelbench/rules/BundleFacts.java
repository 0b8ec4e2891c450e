package org.reelbench.rules;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What there is to know of one bundle: its manifest and which packages its classes name.
 *
 * @param folder the bundle's folder name
 * @param headers the manifest
 * @param packages the packages that hold classes, each with the packages those classes name
 * @param classes the classes, each with the types and texts in its constant pool
 */
record BundleFacts(String folder, Map<String, String> headers, Map<String, Set<String>> packages,
        Map<String, Set<String>> classes) {

    private static final Pattern TYPE = Pattern.compile("L([a-zA-Z0-9_$/]+)[;<]");

    /** Reads all bundles of a folder but those that only test. */
    static List<BundleFacts> readAll(Path bundles) throws IOException {
        List<BundleFacts> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(bundles)) {
            for (Path folder : folders
                    .filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF")) && !f.toString().endsWith(".it"))
                    .sorted().toList()) {
                all.add(read(folder));
            }
        }
        return all;
    }

    private static BundleFacts read(Path folder) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            new Manifest(in).getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        Map<String, Set<String>> packages = new TreeMap<>();
        Map<String, Set<String>> classes = new TreeMap<>();
        Path output = folder.resolve("target/classes");
        if (!Files.isDirectory(output)) {
            throw new IOException(output + " is missing: build the bundles first");
        }
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                add(ClassFile.of().parse(file), packages, classes);
            }
        }
        return new BundleFacts(folder.getFileName().toString(), headers, packages, classes);
    }

    /** Adds what one class names. */
    static void add(ClassModel model, Map<String, Set<String>> packages, Map<String, Set<String>> classes) {
        String name = model.thisClass().asInternalName();
        Set<String> named = new TreeSet<>();
        Set<String> pool = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                named.add(packageOf(type.asInternalName()));
                pool.add(type.asInternalName());
            } else if (entry instanceof Utf8Entry text) {
                pool.add(text.stringValue());
                Matcher types = TYPE.matcher(text.stringValue());
                while (types.find()) {
                    named.add(packageOf(types.group(1)));
                }
            }
        }
        packages.computeIfAbsent(packageOf(name), p -> new TreeSet<>()).addAll(named);
        classes.put(name, pool);
    }

    private static String packageOf(String internalName) {
        String type = internalName.replaceFirst("^\\[+L?", "");
        int slash = type.lastIndexOf('/');
        return slash < 0 ? "" : type.substring(0, slash).replace('/', '.');
    }

    String symbolicName() {
        return headers.getOrDefault("Bundle-SymbolicName", "").split(";")[0].strip();
    }

    /** The clauses of a header: package or bundle name to its parameters. */
    Map<String, String> clauses(String header) {
        Map<String, String> clauses = new LinkedHashMap<>();
        String value = headers.getOrDefault(header, "");
        Matcher matcher = Pattern.compile("((?:[^,\"]|\"[^\"]*\")+)").matcher(value);
        while (matcher.find()) {
            String clause = matcher.group(1).strip();
            int semicolon = clause.indexOf(';');
            clauses.put(semicolon < 0 ? clause : clause.substring(0, semicolon),
                    semicolon < 0 ? "" : clause.substring(semicolon + 1));
        }
        return clauses;
    }

    /** All packages named by any class of the bundle. */
    Set<String> named() {
        Set<String> all = new TreeSet<>();
        packages.values().forEach(all::addAll);
        return all;
    }
}
