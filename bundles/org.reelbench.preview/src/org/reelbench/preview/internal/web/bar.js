// The bar below the picture: what is ready, being encoded, failed, held by this page, and where the playhead is.

const COLOURS = ['ready', 'encoding', 'pending', 'failed', 'held'];
const HELD_HEIGHT = 5;

export class Bar {
    constructor(canvas, seek) {
        this.canvas = canvas;
        const style = getComputedStyle(document.documentElement);
        this.colours = Object.fromEntries(COLOURS.map(name => [name, style.getPropertyValue('--' + name).trim()]));
        const at = event => {
            const box = canvas.getBoundingClientRect();
            seek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)));
        };
        canvas.addEventListener('pointerdown', event => {
            canvas.setPointerCapture(event.pointerId);
            at(event);
        });
        canvas.addEventListener('pointermove', event => {
            if (event.buttons & 1) {
                at(event);
            }
        });
    }

    draw(film, segments, held, time, timecode) {
        const canvas = this.canvas;
        const width = Math.round(canvas.clientWidth * devicePixelRatio);
        if (canvas.width !== width) {
            canvas.width = width;
        }
        const paint = canvas.getContext('2d');
        const height = canvas.height;
        const x = seconds => seconds / Math.max(film.duration, 0.001) * width;
        const fill = (colour, from, to, top, bottom) => {
            paint.fillStyle = this.colours[colour];
            paint.fillRect(x(from), top, Math.max(1, x(to) - x(from)), bottom - top);
        };
        fill('pending', 0, film.duration, 0, height);
        for (const [from, to] of film.seekable) {
            fill('ready', from, to, 0, height);
        }
        for (const segment of segments) {
            if (segment.state !== 'pending') {
                fill(segment.state, segment.start, segment.end, 0, height);
            }
        }
        for (const [from, to] of held) {
            fill('held', from, to, height - HELD_HEIGHT, height);
        }
        paint.fillStyle = 'white';
        paint.fillRect(x(time) - 1, 0, 2 * devicePixelRatio, height);
        canvas.setAttribute('aria-valuemax', film.duration.toFixed(2));
        canvas.setAttribute('aria-valuenow', time.toFixed(2));
        canvas.setAttribute('aria-valuetext', timecode);
    }
}
