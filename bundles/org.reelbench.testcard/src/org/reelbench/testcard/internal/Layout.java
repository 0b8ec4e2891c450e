package org.reelbench.testcard.internal;

/**
 * Where things lie on a card of one size. Everything follows from the size, so that a card scaled is the card drawn smaller.
 *
 * @param width in pixels
 * @param height in pixels
 * @param digits how many digits the frame counter has
 */
record Layout(int width, int height, int digits) {

    /** Frames per turn of the dial and per crossing of the ball. */
    static final int FRAMES_PER_TURN = 100;

    /** Returns the layout of a card that can show a frame number. */
    static Layout of(int width, int height, long frameNumber) {
        return new Layout(width, height, frameNumber < 1_000_000 ? 6 : 8);
    }

    /** Tells whether the picture is higher than wide, as telephones film: then the counter lies below the dial. */
    boolean isUpright() {
        return height > width;
    }

    /** What borders and lines are measured by. */
    double shortSide() {
        return Math.min(width, height);
    }

    double dialX() {
        return even(width * (isUpright() ? 0.5 : 0.245));
    }

    double dialY() {
        return even(height * (isUpright() ? 0.435 : 0.585));
    }

    double dialRadius() {
        return isUpright() ? Math.min(height * 0.165, width * 0.36) : Math.min(height * 0.275, width * 0.175);
    }

    /** The swept face ends within the dial's rim. */
    double faceRadius() {
        return dialRadius() * 0.88;
    }

    double counterLeft() {
        return width * (isUpright() ? CodeStrip.LEFT : 0.47);
    }

    double counterRight() {
        return width * (1 - CodeStrip.LEFT);
    }

    double counterTop() {
        return height * (isUpright() ? 0.66 : 0.40);
    }

    double counterBottom() {
        return height * (isUpright() ? 0.76 : 0.625);
    }

    double tileGap() {
        return width * 0.007;
    }

    double tileWidth() {
        return (counterRight() - counterLeft() + tileGap()) / digits - tileGap();
    }

    double tileLeft(int digit) {
        return counterLeft() + digit * (tileWidth() + tileGap());
    }

    /** One dot of the counter's digits. */
    double digitDot() {
        return Math.min(tileWidth() * 0.72 / BlockFont.WIDTH, (counterBottom() - counterTop()) * 0.62 / BlockFont.HEIGHT);
    }

    /** The place a digit is pasted at: even, so that chroma fits. */
    int digitX(int digit) {
        return even(tileLeft(digit) + (tileWidth() - digitWidth()) / 2);
    }

    int digitY() {
        return even((counterTop() + counterBottom() - digitHeight()) / 2);
    }

    int digitWidth() {
        return even(Math.ceil(digitDot() * BlockFont.WIDTH) + 1);
    }

    int digitHeight() {
        return even(Math.ceil(digitDot() * BlockFont.HEIGHT) + 1);
    }

    /** One dot of the small lettering. */
    double labelDot() {
        return isUpright() ? width * 0.0052 : Math.min(height * 0.0052, width * 0.003);
    }

    double floor() {
        return height * 0.862;
    }

    double ballRadius() {
        return isUpright() ? width * 0.026 : Math.min(height * 0.026, width * 0.016);
    }

    /** The ball's way: there and back in two turns of the dial. */
    double ballX(double frame) {
        double phase = frame / FRAMES_PER_TURN % 2;
        double way = phase < 1 ? phase : 2 - phase;
        double from = counterLeft() + ballRadius();
        return from + (counterRight() - ballRadius() - from) * way;
    }

    /** The ball jumps four times a turn. */
    double ballY(double frame) {
        double jump = frame / FRAMES_PER_TURN * 4 % 1;
        return floor() - ballRadius() - 4 * jump * (1 - jump) * (floor() - counterBottom() - 3.5 * ballRadius());
    }

    static int even(double value) {
        return (int) Math.round(value / 2) * 2;
    }
}
