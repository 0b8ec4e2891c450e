package org.reelbench.cli.internal.launcher;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the program begins: loads the launcher and its framework from the jars of the class path as they are.
 * <p>
 * Java's own loader checks the signature of a signed jar and each class against it, which is a tenth of a short command. Who can change
 * the installed files can take a signature out of them as well, so nobody is kept from anything by that.
 */
public final class Main {

    private Main() {
    }

    /**
     * Runs the program.
     *
     * @param arguments the command line
     * @throws Exception if the program is not whole
     */
    public static void main(String[] arguments) throws Exception {
        List<Path> path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).toList();
        if (!path.stream().allMatch(Files::isRegularFile)) {
            // Not installed, but compiled into folders.
            Launch.main(arguments);
            return;
        }
        ClassLoader loader = new JarLoader(path);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(Launch.class.getName()).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
