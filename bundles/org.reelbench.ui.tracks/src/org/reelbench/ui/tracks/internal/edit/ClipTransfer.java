package org.reelbench.ui.tracks.internal.edit;

import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** Carries copied clips over the clipboard, from project to project and from window to window. On the UI thread only. */
final class ClipTransfer extends ByteArrayTransfer {

    static final ClipTransfer INSTANCE = new ClipTransfer();

    private static final String NAME = "reelbench-clips";
    private static final int TYPE = registerType(NAME);

    private ClipTransfer() {
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] { TYPE };
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] { NAME };
    }

    @Override
    protected void javaToNative(@Nullable Object object, TransferData transferData) {
        if (object instanceof String text) {
            super.javaToNative(text.getBytes(StandardCharsets.UTF_8), transferData);
        }
    }

    @Override
    protected @Nullable Object nativeToJava(TransferData transferData) {
        return super.nativeToJava(transferData) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }
}
