package org.reelbench.timeline;

/**
 * How a clip's picture is laid over what lies below it.
 * <p>
 * Immutable, safe for every thread. Equal treatments are equal records: −0.0 is stored as 0.0.
 *
 * @param transform where on the canvas the picture lies
 * @param opacity how much of what lies below is covered, from 0 to 1
 * @param blend how it is put together with what lies below
 */
public record PictureTreatment(Transform transform, double opacity, BlendMode blend) {

    /** The whole source, fitted, centred and opaque. */
    public static final PictureTreatment PLAIN = new PictureTreatment(Transform.IDENTITY, 1, BlendMode.NORMAL);

    /**
     * Creates a treatment.
     *
     * @throws IllegalArgumentException if the opacity is out of range
     */
    public PictureTreatment {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("the opacity lies between 0 and 1, not at " + opacity);
        }
        // Adding zero turns -0.0 into 0.0, which record equality would otherwise tell apart.
        opacity += 0.0;
    }

    /**
     * Returns this treatment at another place of the canvas.
     *
     * @param newTransform the transform
     * @return the treatment
     */
    public PictureTreatment withTransform(Transform newTransform) {
        return new PictureTreatment(newTransform, opacity, blend);
    }

    /**
     * Returns this treatment with another opacity.
     *
     * @param newOpacity the opacity, from 0 to 1
     * @return the treatment
     * @throws IllegalArgumentException if the opacity is out of range
     */
    public PictureTreatment withOpacity(double newOpacity) {
        return new PictureTreatment(transform, newOpacity, blend);
    }

    /**
     * Returns this treatment with another blend mode.
     *
     * @param newBlend how it is put together with what lies below
     * @return the treatment
     */
    public PictureTreatment withBlend(BlendMode newBlend) {
        return new PictureTreatment(transform, opacity, newBlend);
    }
}
