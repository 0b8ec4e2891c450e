package org.reelbench.workbench.it;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A connection to the X server of its own, beside that of the window. For one thread at a time. */
final class XServer implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
    private final SymbolLookup test = SymbolLookup.libraryLookup("libXtst.so.6", arena);
    private final MethodHandle sync = function("XSync", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT));
    private final MemorySegment display;

    XServer() {
        display = (MemorySegment) invoke(
                function("XOpenDisplay", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS)), MemorySegment.NULL);
        if (display.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("there is no X server at " + System.getenv("DISPLAY"));
        }
    }

    /** Returns a function of the library of X or of its extension for tests. */
    MethodHandle function(String name, FunctionDescriptor types) {
        return Linker.nativeLinker().downcallHandle(x11.find(name).or(() -> test.find(name)).orElseThrow(), types);
    }

    static Object invoke(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** What functions call the display. */
    MemorySegment display() {
        return display;
    }

    /** Waits until the server has done all that it was asked. */
    void sync() {
        invoke(sync, display, 0);
    }

    @Override
    public void close() {
        invoke(function("XCloseDisplay", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)), display);
        arena.close();
    }
}
