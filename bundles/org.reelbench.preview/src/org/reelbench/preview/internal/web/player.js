// Plays a preview while it is encoded, and follows its edits: the manifest says which segments there are, events say what became of
// them, two tracks hold what lies around the playhead.

import {Track, type, pause} from './track.js';
import {Bar} from './bar.js';
import {keys, Shuttle} from './keys.js';
import {Rungs} from './rungs.js';

const WINDOW_BEHIND_S = 32;
const WINDOW_AHEAD_S = 64;
const REPORT_MS = 1000;
const MANIFEST_MS = 500;

const element = id => document.getElementById(id);

class Player {
    constructor() {
        this.video = element('video');
        this.film = {duration: 0, rate: 25, seekable: [], revision: 0, from: 0, to: 0};
        this.pictures = [];
        this.sound = [];
        this.tracks = [];
        this.viewer = '';
        this.stats = {waiting: 0, revisions: 0, stalls: [], firstFrameMs: 0, switches: 0};
        this.shuttling = new Shuttle(this.video);
        this.bar = new Bar(element('bar'), place => this.seek(place * this.film.duration));
        this.asking = null;
        this.rungs = new Rungs(element('rungs'), element('rung'), () => this.ask());
    }

    // What the tracks ask.
    time() { return this.video.currentTime; }
    playing() { return !this.video.paused && !this.video.ended; }
    framesPerSecond() { return Math.round(this.film.rate); }

    async start() {
        this.listen();
        await this.ask();
        if (!('MediaSource' in window)) {
            this.plain();
            return;
        }
        const source = new MediaSource();
        this.source = source;
        const opened = new Promise(yes => source.addEventListener('sourceopen', yes, {once: true}));
        this.video.src = URL.createObjectURL(source);
        await opened;
        const kinds = [['pictures', this.pictures], ['sound', this.sound]].filter(([, segments]) => segments.length > 0);
        const codecs = await Promise.all(kinds.map(([, segments]) => this.codec(segments[0])));
        if (!kinds.every(([kind], i) => MediaSource.isTypeSupported(type(kind, codecs[i])))) {
            this.plain();
            return;
        }
        this.tracks = kinds.map(([kind], i) => new Track(kind, source, codecs[i], this));
        this.apply();
    }

    // Without media source extensions: the film as one file, which does not follow edits.
    plain() {
        this.video.src = this.video.canPlayType('application/vnd.apple.mpegurl') ? 'hls.m3u8' : 'stream.mp4';
        this.video.controls = true;
        this.note('This browser plays the film as it is now; load the page again after an edit.');
    }

    // What the browser must be able to play, by the segment's own beginning.
    async codec(segment) {
        for (;;) {
            const controller = new AbortController();
            const answer = await fetch(segment.url, {signal: controller.signal});
            const id = answer.headers.get('Reelbench-Init');
            controller.abort();
            if (answer.ok && id) {
                const init = await fetch('init/' + id + '.mp4');
                return /codecs="([^"]+)"/.exec(init.headers.get('Content-Type'))[1];
            }
            this.note('Waiting for the first pictures.');
            await pause(MANIFEST_MS);
        }
    }

    // Asks for the manifest around the playhead; one question at a time, and once more if it was asked for meanwhile.
    async ask() {
        if (this.asking) {
            this.askAgain = true;
            return this.asking;
        }
        this.asking = this.fetchManifest().catch(failure => this.note('No answer: ' + failure.message));
        await this.asking;
        this.asking = null;
        if (this.askAgain) {
            this.askAgain = false;
            await this.ask();
        }
    }

    async fetchManifest() {
        const rate = this.film.rate;
        const time = this.time();
        const from = Math.max(0, Math.floor((time - WINDOW_BEHIND_S) * rate));
        const to = Math.ceil((time + WINDOW_AHEAD_S) * rate);
        const answer = await fetch('manifest.json?from=' + from + '&to=' + to + this.rungs.query());
        if (!answer.ok) {
            throw new Error((await answer.text()).trim());
        }
        const manifest = await answer.json();
        const [numerator, denominator] = manifest.rate;
        const seconds = frames => frames * denominator / numerator;
        this.film = {duration: seconds(manifest.frames), rate: numerator / denominator, revision: manifest.revision,
            seekable: manifest.seekable.map(range => range.map(seconds)), from: from / rate, to: to / rate};
        this.pictures = manifest.pictures.map(placed);
        this.sound = manifest.sound.map(placed);
        element('name').textContent = manifest.name || manifest.sequence;
        document.title = element('name').textContent + ' – Reelbench preview';
        element('progress').textContent = Math.floor(manifest.progress * 100) + ' % encoded';
        this.rungs.offer(manifest.rungs);
        this.apply();
    }

    apply() {
        for (const track of this.tracks) {
            track.show(track.kind === 'pictures' ? this.pictures : this.sound, this.film.revision);
        }
        this.fit();
        this.draw();
    }

    // The length of the film may have changed; the browser lets it be set while nothing is being appended.
    fit() {
        const source = this.source;
        const quiet = source && source.readyState === 'open' && this.tracks.every(track => !track.buffer.updating);
        if (quiet && this.tracks.length > 0 && Math.abs(source.duration - this.film.duration) > 0.001
                || quiet && Number.isNaN(source.duration)) {
            const end = Math.max(0, ...this.tracks.map(track => track.buffer.buffered.length > 0
                ? track.buffer.buffered.end(track.buffer.buffered.length - 1) : 0));
            if (end <= this.film.duration + 0.1) {
                source.duration = Math.max(end, this.film.duration);
            } else {
                this.tracks.forEach(track => track.remove(this.film.duration, Infinity));
            }
        }
        const whole = this.tracks.length > 0 && this.tracks.every(track => {
            const last = track.segments[track.segments.length - 1];
            return last && track.holds(last) && !track.fetching && last.end > this.film.duration - 0.5;
        });
        if (quiet && whole) {
            source.endOfStream();
        }
    }

    // What the tracks tell.
    stale() { return this.ask(); }
    failed(what) { this.note(what); }
    waits(segment, why) { this.note(why); }
    grew() { this.draw(); }

    loaded(track, segment, bytes, milliseconds) {
        if (track.kind === 'pictures') {
            this.hideNote();
            this.rungs.measured(segment, bytes, milliseconds, track.ahead(this.time()));
            const changedHere = track.replaced > 0 && segment.start <= this.time() && segment.end > this.time();
            if (changedHere && this.video.paused && !this.video.seeking) {
                // The browser shows what it has decoded until it is asked again.
                this.video.currentTime = this.video.currentTime;
            }
        }
        this.fit();
        this.draw();
    }

    listen() {
        const events = new EventSource('events');
        events.addEventListener('viewer', event => {
            this.viewer = JSON.parse(event.data).key;
            this.report();
        });
        events.addEventListener('revision', event => {
            if (JSON.parse(event.data).revision !== this.film.revision) {
                this.stats.revisions++;
                this.ask();
            }
        });
        events.addEventListener('lost', () => this.ask());
        events.addEventListener('segment', event => this.changed(JSON.parse(event.data)));
        addEventListener('pagehide', () => navigator.sendBeacon('viewers/' + this.viewer + '?gone=1'));
        setInterval(() => {
            if (this.playing() || this.shuttling.speed !== 0) {
                this.report();
            }
        }, REPORT_MS);
        const video = this.video;
        video.addEventListener('play', () => this.moved());
        video.addEventListener('pause', () => this.moved());
        video.addEventListener('seeking', () => this.moved());
        video.addEventListener('seeked', () => this.unmark());
        video.addEventListener('timeupdate', () => this.travelled());
        video.addEventListener('waiting', () => {
            this.tracks.forEach(track => track.missing(video.currentTime));
            if (!video.seeking) {
                this.stats.waiting++;
                this.stats.stalls.push({time: video.currentTime, ahead: this.tracks.map(track => track.ahead(video.currentTime))});
            }
        });
        video.addEventListener('loadeddata', () => {
            this.stats.firstFrameMs = performance.now();
            this.unmark();
        }, {once: true});
        element('play').addEventListener('click', () => this.toggle());
        video.addEventListener('click', () => this.toggle());
        new ResizeObserver(() => this.draw()).observe(element('bar'));
        keys(this);
    }

    changed(news) {
        let known = false;
        for (const segment of this.pictures.concat(this.sound)) {
            if (segment.id === news.id) {
                Object.assign(segment, news);
                known = true;
            }
        }
        if (news.state === 'failed' && known) {
            this.note(news.message || 'A part of the film cannot be encoded.');
        }
        if (known) {
            this.tracks.forEach(track => track.work());
        }
        if (news.state === 'ready' && !this.later) {
            // The bar shows the whole film, of which this page knows a part.
            this.later = setTimeout(() => {
                this.later = 0;
                this.ask();
            }, MANIFEST_MS);
        }
        this.draw();
    }

    // The playhead jumped, stopped or started.
    moved() {
        this.report();
        this.travelled();
        this.tracks.forEach(track => track.moved());
        element('play').textContent = this.playing() ? 'Pause' : 'Play';
    }

    travelled() {
        const time = this.time();
        const near = time >= this.film.from && (time + WINDOW_AHEAD_S / 2 <= this.film.to || this.film.to >= this.film.duration);
        if (!near) {
            this.ask();
        }
        if (this.tracks.length > 0 && this.video.seeking && !this.tracks[0].has(time)) {
            this.mark();
        }
        this.tracks.forEach(track => track.work());
        element('time').textContent = this.timecode(time);
        this.draw();
    }

    report() {
        if (this.viewer && (this.film.rate > 0)) {
            const frame = Math.max(0, Math.floor(this.time() * this.film.rate + 0.001));
            fetch('viewers/' + this.viewer + '?frame=' + frame + '&playing=' + (this.playing() ? 1 : 0), {method: 'POST'})
                .catch(failure => this.note('No answer: ' + failure.message));
        }
    }

    timecode(time) {
        const frames = Math.round(time * this.film.rate);
        const perSecond = this.framesPerSecond() || 1;
        const two = number => String(Math.floor(number)).padStart(2, '0');
        const seconds = frames / perSecond;
        return two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60) + ':' + two(frames % perSecond);
    }

    draw() {
        if (!this.drawing) {
            this.drawing = requestAnimationFrame(() => {
                this.drawing = 0;
                this.bar.draw(this.film, this.pictures, this.video.buffered, this.time());
            });
        }
    }

    // The picture is still that of another place.
    mark() {
        this.note('Not encoded yet: the picture is of another place');
        this.marked = true;
    }

    unmark() {
        if (this.marked) {
            this.marked = false;
            this.hideNote();
        }
    }

    note(text) {
        element('notice').textContent = text;
        element('notice').hidden = false;
    }

    hideNote() {
        if (!this.marked) {
            element('notice').hidden = true;
        }
    }

    // What keys and buttons do.
    toggle() {
        if (this.playing() || this.shuttling.speed !== 0) {
            this.pause();
        } else {
            this.shuttling.stop();
            this.video.play().catch(failure => this.note(failure.message));
        }
    }

    pause() {
        this.shuttling.stop();
        this.video.pause();
    }

    shuttle(direction) {
        this.shuttling.press(direction);
    }

    step(frames) {
        this.pause();
        const frame = Math.round(this.time() * this.film.rate) + frames;
        this.seek((frame + 0.01) / this.film.rate);
    }

    seek(time) {
        this.video.currentTime = Math.max(0, Math.min(time, this.film.duration - 1 / this.film.rate + 0.001));
    }
}

function placed(segment) {
    return {...segment, start: segment.startTicks / segment.ticksPerSecond,
        end: (segment.startTicks + segment.durationTicks) / segment.ticksPerSecond};
}

const player = new Player();
window.preview = player;
player.start().catch(failure => player.note(String(failure.message || failure)));
