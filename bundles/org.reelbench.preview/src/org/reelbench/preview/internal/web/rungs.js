// Which quality is asked for: the server's own choice, a person's, or what the connection carries by what was measured.

const SMOOTHING = 0.3;
const SHORT_S = 5;
const AMPLE_S = 15;
const TIGHT = 1.3;
const ROOMY = 2.5;
const CALM_MS = 8000;

export class Rungs {
    constructor(label, select, changed) {
        this.label = label;
        this.select = select;
        this.rungs = [];
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
        if (this.rungs.length === rungs.length) {
            return;
        }
        this.rungs = rungs;
        this.select.replaceChildren(option('auto', 'automatic'),
            ...rungs.map((rung, i) => option(String(i), rung.widthPx + ' × ' + rung.heightPx + ', '
                + (rung.bitsPerSecond / 1e6).toFixed(1) + ' Mbit/s')));
        this.label.hidden = rungs.length < 2;
    }

    // A segment came; of one that was encoded on the way, no bytes count, as it says nothing about the connection.
    measured(segment, bytes, milliseconds, ahead) {
        if (bytes < 10000) {
            return;
        }
        const now = bytes * 8000 / Math.max(1, milliseconds);
        this.bitsPerSecond = this.bitsPerSecond === 0 ? now : this.bitsPerSecond * (1 - SMOOTHING) + now * SMOOTHING;
        const needed = bytes * 8 / Math.max(0.04, segment.end - segment.start);
        if (this.select.value !== 'auto' || performance.now() - this.since < CALM_MS && this.switches > 0) {
            return;
        }
        if (ahead < SHORT_S && this.bitsPerSecond < needed * TIGHT && this.rung < this.rungs.length - 1) {
            this.turn(Math.max(0, this.rung) + 1);
        } else if (ahead > AMPLE_S && this.rung >= 0 && this.bitsPerSecond > needed * ROOMY) {
            this.turn(this.rung - 1);
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
