// What a browser holds of one track. It takes one change at a time, and tells the end of each by events: here they go one after the
// other, whoever asks for them.

const TOLERANCE_S = 0.02;

export class Buffer {
    constructor(source, mime) {
        this.source = source;
        this.mime = mime;
        this.buffer = source.addSourceBuffer(mime);
        this.last = Promise.resolve();
    }

    // The ranges of seconds that can be played; none when the source has been closed.
    ranges() {
        return this.source.readyState === 'closed' ? [] : ranges(this.buffer.buffered);
    }

    isBusy() {
        return this.buffer.updating;
    }

    append(bytes) {
        return this.change(buffer => buffer.appendBuffer(bytes));
    }

    remove(from, to) {
        const start = Math.max(0, from);
        const any = this.ranges().some(([first, last]) => first < to && last > start);
        return any && to > start ? this.change(buffer => buffer.remove(start, to)) : Promise.resolve();
    }

    // Forgets the part of a fragment that came before its rest was lost.
    forgetHalf() {
        return this.change(buffer => {
            if (this.source.readyState === 'open') {
                buffer.abort();
            }
        });
    }

    retype(mime) {
        return mime === this.mime ? Promise.resolve() : this.change(buffer => {
            buffer.changeType(mime);
            this.mime = mime;
        });
    }

    change(action) {
        const done = this.last.then(() => this.perform(action));
        // Who asked is told of a failure; who comes next need not care.
        this.last = done.catch(() => {});
        return done;
    }

    perform(action) {
        const buffer = this.buffer;
        return new Promise((yes, no) => {
            const end = event => {
                buffer.removeEventListener('updateend', end);
                buffer.removeEventListener('error', end);
                if (event && event.type === 'error') {
                    no(new Error('the browser does not take this segment'));
                } else {
                    yes();
                }
            };
            if (this.source.readyState === 'closed') {
                no(new Error('the browser has closed the film'));
                return;
            }
            buffer.addEventListener('updateend', end);
            buffer.addEventListener('error', end);
            try {
                action(buffer);
            } catch (failure) {
                no(failure);
                end();
                return;
            }
            if (!buffer.updating) {
                end();
            }
        });
    }
}

export function ranges(buffered) {
    return Array.from({length: buffered.length}, (_, i) => [buffered.start(i), buffered.end(i)]);
}

// Seconds that can be played from a place on without a gap.
export function ahead(ranges, time) {
    const range = ranges.find(([from, to]) => time >= from - TOLERANCE_S && time < to);
    return range ? range[1] - time : 0;
}
