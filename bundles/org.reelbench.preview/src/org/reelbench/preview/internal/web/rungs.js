// Which quality is asked for: the server's own choice, a person's, or what the connection carries by what was measured.

const SMOOTHING = 0.3;
const SHORT_S = 5;
const AMPLE_S = 15;
const TIGHT = 1.3;
const ROOMY = 2.5;
const CALM_MS = 8000;
const LEAST_BYTES = 10000;

export class Rungs {
    constructor(label, select, changed) {
        this.label = label;
        this.select = select;
        this.rungs = [];
        this.order = [];
        this.rung = -1;
        this.bitsPerSecond = 0;
        this.changed = changed;
        this.switches = 0;
        this.since = performance.now();
        select.addEventListener('change', () => {
            this.rung = select.value === 'auto' ? -1 : Number(select.value);
            this.changed();
        });
    }

    query() {
        return this.rung < 0 ? '' : '&rung=' + this.rung;
    }

    offer(rungs) {
        if (JSON.stringify(this.rungs) === JSON.stringify(rungs)) {
            return;
        }
        this.rungs = rungs;
        // Of a small film a lesser quality of a larger one may take more.
        this.order = rungs.map((_, i) => i).sort((one, other) => rungs[other].bitsPerSecond - rungs[one].bitsPerSecond);
        this.select.replaceChildren(option('auto', 'automatic'),
            ...rungs.map((rung, i) => option(String(i), rung.widthPx + ' × ' + rung.heightPx + ', '
                + (rung.bitsPerSecond / 1e6).toFixed(1) + ' Mbit/s')));
        this.label.hidden = rungs.length < 2;
    }

    // So much of a segment came in that time; of one that was encoded on the way, no bytes count, as it says nothing about the connection.
    measured(segment, bytes, milliseconds, ahead) {
        if (bytes < LEAST_BYTES) {
            return;
        }
        const now = bytes * 8000 / Math.max(1, milliseconds);
        this.bitsPerSecond = this.bitsPerSecond === 0 ? now : this.bitsPerSecond * (1 - SMOOTHING) + now * SMOOTHING;
        const needed = Math.max(bytes, segment.bytes || 0) * 8 / Math.max(0.04, segment.end - segment.start);
        if (this.select.value !== 'auto' || performance.now() - this.since < CALM_MS && this.switches > 0) {
            return;
        }
        const place = this.rung < 0 ? 0 : this.order.indexOf(this.rung);
        if (ahead < SHORT_S && this.bitsPerSecond < needed * TIGHT && place < this.order.length - 1) {
            this.turn(this.order[place + 1]);
        } else if (ahead > AMPLE_S && this.rung >= 0 && this.bitsPerSecond > needed * ROOMY) {
            this.turn(place > 1 ? this.order[place - 1] : -1);
        }
    }

    turn(rung) {
        this.rung = rung;
        this.switches++;
        this.since = performance.now();
        this.changed();
    }
}

function option(value, text) {
    const made = document.createElement('option');
    made.value = value;
    made.textContent = text;
    return made;
}
