// One of the two tracks: fetches the segments around the playhead in order and hands them to the browser while they arrive.
// Segments are known by their addresses, which name what they hold and where they lie; another address means other pictures.

import {Buffer, ahead} from './buffer.js';

const AHEAD_S = 30;
const LEAST_AHEAD_S = 4;
const BEHIND_S = 30;
const SEGMENT_S = 2.5;
const APPEND_BYTES = 1 << 20;
const TOLERANCE_S = 0.02;
const RETRY_MS = 1000;

// A piece of sound may end this much before its segment does.
const GAP_S = 0.1;

// The server answers or gives up within ten seconds, and so often between two pieces.
const SILENCE_MS = 15000;

export class Track {
    constructor(kind, source, codec, listener) {
        this.kind = kind;
        this.listener = listener;
        this.buffer = new Buffer(source, type(kind, codec));
        this.segments = [];
        this.held = new Map();
        this.initId = '';
        this.reach = AHEAD_S;
        this.working = false;
        this.again = false;
        this.closed = false;
        this.fetching = null;
        this.fetched = 0;
        this.replaced = 0;
    }

    // Ends it: another source takes its place.
    close() {
        this.closed = true;
        this.stop();
    }

    stop() {
        if (this.fetching) {
            this.fetching.controller.abort();
        }
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
            if (this.fetching && !urls.has(this.fetching.segment.url)) {
                this.stop();
            }
        }
        this.work();
    }

    // Whether the place can be shown at once.
    has(time) {
        return this.ahead(time) > 0;
    }

    // Seconds that can be played from here without a gap.
    ahead(time) {
        return ahead(this.buffer.ranges(), time);
    }

    // What was held from here on may not be there after all: browsers make room as they like.
    check(time) {
        const gap = time + this.ahead(time);
        for (const [url, held] of this.held) {
            if (held.start - TOLERANCE_S <= gap && held.end > gap + (gap > time ? GAP_S : TOLERANCE_S)) {
                this.held.delete(url);
            }
        }
    }

    // The playhead jumped: what is being fetched elsewhere can wait.
    moved() {
        const first = this.next();
        if (this.fetching && (!first || first.startTicks !== this.fetching.segment.startTicks)) {
            this.stop();
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
        const missing = this.segments.filter(segment => {
            const near = segment.end > time && segment.start < time + this.reach;
            const wanted = segment.start <= time || segment.state === 'ready' || moving;
            return near && wanted && !this.holds(segment);
        });
        // What failed is tried again behind all else: the film goes on after it.
        return missing.find(segment => segment.state !== 'failed') || missing[0];
    }

    async work() {
        this.again = true;
        if (this.working) {
            return;
        }
        this.working = true;
        try {
            while (this.again && !this.closed) {
                this.again = false;
                await this.evict();
                for (let segment = this.next(); segment && !this.closed; segment = this.next()) {
                    await this.load(segment);
                    await this.evict();
                }
            }
        } catch (failure) {
            this.listener.failed(this, failure);
        } finally {
            this.working = false;
        }
    }

    async load(segment) {
        const controller = new AbortController();
        const watch = new Watch(controller);
        const begun = performance.now();
        // What is encoded while it is sent says nothing about the connection.
        const wasReady = segment.state === 'ready';
        this.fetching = {segment, controller};
        let appending = false;
        let bytes = -1;
        try {
            const answer = await fetch(segment.url, {signal: controller.signal});
            watch.heard();
            if (answer.status === 404) {
                await this.listener.stale();
                await pause(RETRY_MS / 4, controller.signal);
                return;
            }
            if (!answer.ok) {
                this.listener.waits(segment, (await answer.text()).trim());
                await pause(RETRY_MS, controller.signal);
                return;
            }
            await this.prepare(answer.headers.get('Reelbench-Init'), controller.signal);
            const reader = answer.body.getReader();
            bytes = 0;
            for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
                watch.heard();
                appending = true;
                bytes += piece.value.length;
                for (let at = 0; at < piece.value.length; at += APPEND_BYTES) {
                    await this.append(piece.value.subarray(at, at + APPEND_BYTES));
                }
                this.listener.grew(this, segment, wasReady ? bytes : -1, performance.now() - begun);
            }
            appending = false;
            this.held.set(segment.url, segment);
            this.fetched++;
            this.reach = Math.min(AHEAD_S, this.reach + 1);
        } catch (failure) {
            await this.lost(segment, failure, appending, controller.signal);
        } finally {
            watch.end();
            // What is left of an answer that nobody reads on would keep one of the few connections that a browser has to a server.
            controller.abort();
            this.fetching = null;
        }
        if (this.held.has(segment.url)) {
            this.listener.loaded(this, segment, wasReady ? bytes : -1, performance.now() - begun);
        }
    }

    async lost(segment, failure, appending, signal) {
        if (this.closed) {
            return;
        }
        if (appending) {
            await this.buffer.forgetHalf();
        }
        if (failure.name !== 'AbortError') {
            this.listener.waits(segment, String(failure.message || failure));
            await pause(RETRY_MS, signal);
        }
    }

    async prepare(initId, signal) {
        if (!initId || initId === this.initId) {
            return;
        }
        const answer = await fetch('init/' + initId + '.mp4', {signal});
        if (!answer.ok) {
            throw new Error('there is no beginning for this segment');
        }
        await this.buffer.retype(type(this.kind, codecOf(answer)));
        await this.append(await answer.arrayBuffer());
        this.initId = initId;
    }

    async append(bytes) {
        for (let tries = 0; ; tries++) {
            try {
                await this.buffer.append(bytes);
                return;
            } catch (failure) {
                if (failure.name !== 'QuotaExceededError' || tries === 2) {
                    throw failure;
                }
                // The browser holds less than that: what comes next has to fit.
                this.reach = Math.max(LEAST_AHEAD_S, this.reach / 2);
                await this.remove(0, this.listener.time() - 2);
                // All but a part of the segment that this belongs to: it would be taken for whole.
                const edge = this.fetching ? this.fetching.segment.end : 0;
                await this.remove(Math.max(edge, this.listener.time() + this.reach + SEGMENT_S), Infinity);
            }
        }
    }

    // Keeps what lies around the playhead.
    async evict() {
        const time = this.listener.time();
        await this.remove(0, time - BEHIND_S);
        // The last segment may reach over the edge.
        await this.remove(time + AHEAD_S + SEGMENT_S, Infinity);
    }

    async remove(from, to) {
        await this.buffer.remove(from, to);
        for (const [url, held] of this.held) {
            if (held.start < to && held.end > from) {
                this.held.delete(url);
            }
        }
    }
}

// Ends a request that nothing is heard of any more.
class Watch {
    constructor(controller) {
        this.controller = controller;
        this.heard();
    }

    heard() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.controller.abort(new Error('nothing came for a while')), SILENCE_MS);
    }

    end() {
        clearTimeout(this.timer);
    }
}

export function type(kind, codec) {
    return (kind === 'pictures' ? 'video' : 'audio') + '/mp4; codecs="' + codec + '"';
}

export function codecOf(answer) {
    return /codecs="([^"]+)"/.exec(answer.headers.get('Content-Type'))[1];
}

// Waits; a signal that is aborted ends it early.
export function pause(milliseconds, signal) {
    return new Promise(wake => {
        setTimeout(wake, milliseconds);
        if (signal) {
            signal.addEventListener('abort', wake, {once: true});
        }
    });
}
