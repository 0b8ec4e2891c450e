package org.reelbench.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.reelbench.timeline.Id;

/**
 * Carries media of the open project from view to view when they are dragged; the data are their ids, as {@code String[]}.
 * <p>
 * On the UI thread only. Means nothing to other programs.
 */
public final class MediaTransfer extends ByteArrayTransfer {

    /** The only one. */
    public static final MediaTransfer INSTANCE = new MediaTransfer();

    private static final String NAME = "reelbench-media";
    private static final int TYPE = registerType(NAME);

    private MediaTransfer() {
    }

    /**
     * Returns what to give to a drag.
     *
     * @param media the media
     * @return the data
     */
    public static Object data(List<Id> media) {
        return media.stream().map(Id::value).toArray(String[]::new);
    }

    /**
     * Returns what was dragged.
     *
     * @param data what came with a drop
     * @return the media; empty if it is something else
     */
    public static List<Id> media(@Nullable Object data) {
        return data instanceof String[] ids ? List.of(ids).stream().map(Id::new).toList() : List.of();
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
        if (object instanceof String[] ids) {
            super.javaToNative(List.of(ids).stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8),
                    transferData);
        }
    }

    @Override
    protected @Nullable Object nativeToJava(TransferData transferData) {
        return super.nativeToJava(transferData) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8).lines().toArray(String[]::new)
                : null;
    }
}
