package org.reelbench.media.ffmpeg.internal.paint;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/** Lays colours over an opaque canvas as they are, each plane by itself. */
final class PlainStrokes implements Strokes {

    private final Target target;
    private final List<Plane> onto;
    private final @Nullable List<Plane> below;
    private final Row row;
    private final Row rowBelow;

    PlainStrokes(Target target, List<Plane> onto, @Nullable List<Plane> below) {
        this.target = target;
        this.onto = onto;
        this.below = below;
        this.row = new Row(target.width());
        this.rowBelow = new Row(target.width());
    }

    @Override
    public void paint(int colorRow, LayerRows layer) {
        int rows = layer.count();
        for (int i = 0; i < rows; i++) {
            mix(0, target.x(), target.y() + colorRow * rows + i, target.width(), layer.light[i], layer.alpha[i]);
        }
        int x = target.x() >> target.shift();
        int y = (target.y() >> target.shift()) + colorRow;
        mix(1, x, y, target.colorWidth(), layer.blue, layer.colorAlpha);
        mix(2, x, y, target.colorWidth(), layer.red, layer.colorAlpha);
    }

    private void mix(int plane, int x, int y, int count, float[] colors, float[] alphas) {
        List<Plane> other = below;
        row.load(onto.get(plane), x, y, count);
        if (other == null) {
            row.over(colors, alphas);
        } else {
            rowBelow.load(other.get(plane), x, y, count);
            row.add(colors, alphas, rowBelow);
        }
        row.store(onto.get(plane), x, y);
    }
}
