package org.reelbench.workbench.it;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/**
 * The keyboard of the X server: its keys go wherever those of a real one go, to the keys of commands, to menus, fields, and dialogs of
 * the system.
 */
final class Keyboard implements AutoCloseable {

    private static final Map<String, Long> NAMED = Map.ofEntries(Map.entry("Enter", 0xff0dL), Map.entry("Tab", 0xff09L),
            Map.entry("Escape", 0xff1bL), Map.entry("Space", 0x20L), Map.entry("Delete", 0xffffL), Map.entry("Home", 0xff50L),
            Map.entry("End", 0xff57L), Map.entry("Left", 0xff51L), Map.entry("Up", 0xff52L), Map.entry("Right", 0xff53L),
            Map.entry("Down", 0xff54L), Map.entry("Ctrl", 0xffe3L), Map.entry("Shift", 0xffe1L), Map.entry("Alt", 0xffe9L),
            Map.entry("Plus", (long) '+'));
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    /** Keys go to the window under the mouse; a smaller number: to none. */
    private static final long POINTER_ROOT = 1;
    private static final int REVERT_TO_PARENT = 2;

    private final XServer server = new XServer();
    private final MethodHandle fake = server.function("XTestFakeKeyEvent",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT, INT, LONG));
    private final MethodHandle toKey = server.function("XKeysymToKeycode",
            FunctionDescriptor.of(ValueLayout.JAVA_BYTE, ValueLayout.ADDRESS, LONG));
    private final MethodHandle toSymbol = server.function("XkbKeycodeToKeysym",
            FunctionDescriptor.of(LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_BYTE, INT, INT));
    private final MethodHandle children = server.function("XQueryTree", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG,
            ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final MethodHandle name = server.function("XFetchName",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG, ValueLayout.ADDRESS));
    private final MethodHandle focus = server.function("XGetInputFocus",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private final MethodHandle setFocus = server.function("XSetInputFocus",
            FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG, INT, LONG));
    private final MethodHandle root = server.function("XDefaultRootWindow", FunctionDescriptor.of(LONG, ValueLayout.ADDRESS));

    /** Presses keys one after the other, each written as in the list of keys, such as {@code Ctrl+Shift+T}. */
    void press(String... keys) {
        for (String key : keys) {
            String[] parts = key.split("\\+");
            for (int i = 0; i < parts.length - 1; i++) {
                send(symbol(parts[i]), true);
            }
            long last = symbol(parts[parts.length - 1]);
            send(last, true);
            send(last, false);
            for (int i = parts.length - 2; i >= 0; i--) {
                send(symbol(parts[i]), false);
            }
        }
    }

    private static long symbol(String name) {
        return name.length() == 1 ? Character.toLowerCase(name.charAt(0)) : NAMED.get(name);
    }

    /** Types a text of ASCII letters. */
    void type(String text) {
        for (char letter : text.toCharArray()) {
            boolean isShifted = (long) XServer.invoke(toSymbol, server.display(), key(letter), 0, 0) != letter;
            if (isShifted) {
                send(symbol("Shift"), true);
            }
            send(letter, true);
            send(letter, false);
            if (isShifted) {
                send(symbol("Shift"), false);
            }
        }
    }

    /** Tells whether the server shows a window of a title, such as a dialog of the system. */
    boolean sees(String title) {
        try (Arena now = Arena.ofConfined()) {
            MemorySegment ignored = now.allocate(LONG);
            MemorySegment windows = now.allocate(ValueLayout.ADDRESS);
            MemorySegment count = now.allocate(INT);
            XServer.invoke(children, server.display(), (long) XServer.invoke(root, server.display()), ignored, ignored, windows,
                    count);
            MemorySegment all = windows.get(ValueLayout.ADDRESS, 0).reinterpret(LONG.byteSize() * count.get(INT, 0));
            for (int i = 0; i < count.get(INT, 0); i++) {
                MemorySegment text = now.allocate(ValueLayout.ADDRESS);
                if ((int) XServer.invoke(name, server.display(), all.getAtIndex(LONG, i), text) != 0
                        && text.get(ValueLayout.ADDRESS, 0).reinterpret(Integer.MAX_VALUE).getString(0).equals(title)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Returns the window that keys go to; 0 if they go to nobody or to whatever lies under the mouse. */
    long window() {
        try (Arena now = Arena.ofConfined()) {
            MemorySegment window = now.allocate(LONG);
            XServer.invoke(focus, server.display(), window, now.allocate(INT));
            long id = window.get(LONG, 0);
            return id > POINTER_ROOT && id != (long) XServer.invoke(root, server.display()) ? id : 0;
        }
    }

    /** Lets keys go to a window that is on the screen, as a window manager does. */
    void goTo(long window) {
        XServer.invoke(setFocus, server.display(), window, REVERT_TO_PARENT, 0L);
        server.sync();
    }

    private byte key(long symbol) {
        byte key = (byte) XServer.invoke(toKey, server.display(), symbol);
        if (key == 0) {
            throw new AssertionError("the keyboard has no key for " + Long.toHexString(symbol));
        }
        return key;
    }

    private void send(long symbol, boolean isDown) {
        XServer.invoke(fake, server.display(), Byte.toUnsignedInt(key(symbol)), isDown ? 1 : 0, 0L);
        server.sync();
    }

    @Override
    public void close() {
        server.close();
    }
}
