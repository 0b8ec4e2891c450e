// One of the two tracks: fetches the segments around the playhead in order and hands them to the browser while they arrive.
// Segments are known by their addresses, which name what they hold and where they lie; another address means other pictures.

const AHEAD_S = 30;
const BEHIND_S = 30;
const SEGMENT_S = 2.5;
const APPEND_BYTES = 1 << 20;
const TOLERANCE_S = 0.02;
const RETRY_MS = 1000;

export class Track {
    constructor(kind, source, codec, listener) {
        this.kind = kind;
        this.source = source;
        this.listener = listener;
        this.mime = type(kind, codec);
        this.buffer = source.addSourceBuffer(this.mime);
        this.segments = [];
        this.held = new Map();
        this.initId = '';
        this.working = false;
        this.again = false;
        this.fetching = null;
        this.fetched = 0;
        this.replaced = 0;
    }

    // The segments around the playhead as they are now; what is held of others is not wanted any more after an edit. Another quality
    // of the same pictures is good enough to be kept.
    show(segments, revision) {
        this.segments = segments;
        const edited = revision !== this.revision;
        this.revision = revision;
        if (segments.length > 0 && edited) {
            const from = segments[0].start;
            const to = segments[segments.length - 1].end;
            const urls = new Set(segments.map(segment => segment.url));
            for (const [url, held] of this.held) {
                const isInside = held.end > from + TOLERANCE_S && held.start < to - TOLERANCE_S;
                if (isInside && !urls.has(url)) {
                    this.held.delete(url);
                    this.replaced++;
                }
            }
            if (this.fetching && !urls.has(this.fetching.url)) {
                this.fetching.controller.abort();
            }
        }
        this.work();
    }

    // Whether the place can be shown at once.
    has(time) {
        const ranges = this.buffer.buffered;
        for (let i = 0; i < ranges.length; i++) {
            if (time >= ranges.start(i) - TOLERANCE_S && time < ranges.end(i)) {
                return true;
            }
        }
        return false;
    }

    // Seconds that can be played from here without a gap.
    ahead(time) {
        const ranges = this.buffer.buffered;
        for (let i = 0; i < ranges.length; i++) {
            if (time >= ranges.start(i) - TOLERANCE_S && time < ranges.end(i)) {
                return ranges.end(i) - time;
            }
        }
        return 0;
    }

    // The browser waits here: what was held of this place is not there after all.
    missing(time) {
        for (const [url, held] of this.held) {
            if (held.start - TOLERANCE_S <= time && held.end > time && this.ahead(time + TOLERANCE_S) === 0) {
                this.held.delete(url);
            }
        }
        this.work();
    }

    // The playhead jumped: what is being fetched elsewhere can wait.
    moved() {
        const now = this.fetching;
        const time = this.listener.time();
        if (now && (now.segment.end <= time || now.segment.start > time + AHEAD_S)) {
            now.controller.abort();
        }
        this.work();
    }

    holds(segment) {
        return this.held.has(segment.url) || Array.from(this.held.values()).some(held =>
            held.startTicks === segment.startTicks && held.durationTicks === segment.durationTicks);
    }

    next() {
        const time = this.listener.time();
        const moving = this.listener.playing();
        for (const segment of this.segments) {
            const near = segment.end > time && segment.start < time + AHEAD_S;
            const wanted = segment.start <= time || segment.state === 'ready' || moving;
            if (near && wanted && !this.holds(segment)) {
                return segment;
            }
        }
        return null;
    }

    async work() {
        this.again = true;
        if (this.working) {
            return;
        }
        this.working = true;
        try {
            while (this.again) {
                this.again = false;
                await this.evict();
                for (let segment = this.next(); segment; segment = this.next()) {
                    await this.load(segment);
                    await this.evict();
                }
            }
        } catch (failure) {
            this.listener.failed(this.kind + ': ' + failure);
        } finally {
            this.working = false;
        }
    }

    async load(segment) {
        const controller = new AbortController();
        const begun = performance.now();
        this.fetching = {url: segment.url, segment, controller};
        let appending = false;
        let bytes = -1;
        try {
            const answer = await fetch(segment.url, {signal: controller.signal});
            if (answer.status === 404) {
                await this.listener.stale();
                await pause(RETRY_MS / 4);
                return;
            }
            if (!answer.ok) {
                this.listener.waits(segment, (await answer.text()).trim());
                await pause(RETRY_MS);
                return;
            }
            await this.prepare(answer.headers.get('Reelbench-Init'));
            const reader = answer.body.getReader();
            bytes = 0;
            for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
                appending = true;
                bytes += piece.value.length;
                for (let at = 0; at < piece.value.length; at += APPEND_BYTES) {
                    await this.append(piece.value.subarray(at, at + APPEND_BYTES));
                }
                this.listener.grew(this, segment);
            }
            appending = false;
            this.held.set(segment.url, segment);
            this.fetched++;
        } catch (failure) {
            if (failure.name !== 'AbortError') {
                this.listener.waits(segment, String(failure.message || failure));
                await pause(RETRY_MS);
            }
            if (appending && this.source.readyState === 'open') {
                // Half a fragment may be there.
                this.buffer.abort();
            }
        } finally {
            this.fetching = null;
        }
        if (this.held.has(segment.url)) {
            this.listener.loaded(this, segment, bytes, performance.now() - begun);
        }
    }

    async prepare(initId) {
        if (!initId || initId === this.initId) {
            return;
        }
        const answer = await fetch('init/' + initId + '.mp4');
        if (!answer.ok) {
            throw new Error('there is no beginning for this segment');
        }
        const codec = /codecs="([^"]+)"/.exec(answer.headers.get('Content-Type'))[1];
        const mime = type(this.kind, codec);
        if (mime !== this.mime) {
            this.buffer.changeType(mime);
            this.mime = mime;
        }
        await this.append(await answer.arrayBuffer());
        this.initId = initId;
    }

    async append(bytes) {
        for (let tries = 0; ; tries++) {
            try {
                this.buffer.appendBuffer(bytes);
                break;
            } catch (failure) {
                if (failure.name !== 'QuotaExceededError' || tries === 2) {
                    throw failure;
                }
                await this.remove(0, Math.max(0.1, this.listener.time() - 2));
            }
        }
        await this.done();
    }

    done() {
        return new Promise((yes, no) => {
            this.buffer.addEventListener('updateend', () => this.source.readyState === 'closed' || this.broken
                ? no(new Error('the browser does not take this segment'))
                : yes(), {once: true});
            this.buffer.addEventListener('error', () => { this.broken = true; }, {once: true});
        });
    }

    // Keeps what lies around the playhead.
    async evict() {
        const time = this.listener.time();
        await this.remove(0, time - BEHIND_S);
        // The last segment may reach over the edge.
        await this.remove(time + AHEAD_S + SEGMENT_S, Infinity);
    }

    async remove(from, to) {
        const ranges = this.buffer.buffered;
        let any = false;
        for (let i = 0; i < ranges.length; i++) {
            any = any || ranges.start(i) < to && ranges.end(i) > from;
        }
        if (!any || this.source.readyState === 'closed') {
            return;
        }
        this.buffer.remove(Math.max(0, from), to);
        await this.done();
        for (const [url, held] of this.held) {
            if (held.start < to && held.end > from) {
                this.held.delete(url);
            }
        }
    }
}

export function type(kind, codec) {
    return (kind === 'pictures' ? 'video' : 'audio') + '/mp4; codecs="' + codec + '"';
}

export function pause(milliseconds) {
    return new Promise(wake => setTimeout(wake, milliseconds));
}
