// Plays a preview while it is encoded, and follows its edits: the manifest says which segments there are, events say what became of
// them, two tracks hold what lies around the playhead.

import {Track, type, codecOf, pause} from './track.js';
import {Bar} from './bar.js';
import {ahead, ranges} from './buffer.js';
import {keys, Shuttle} from './keys.js';
import {Link} from './link.js';
import {Notes} from './notes.js';
import {Rungs} from './rungs.js';
import {Still} from './still.js';

const WINDOW_BEHIND_S = 32;
const WINDOW_AHEAD_S = 64;
const TICK_MS = 1000;
const MANIFEST_MS = 500;
const STALE_MS = 2000;
const STANDS_S = 0.5;
const SLOW_MS = 4000;
const INIT_MS = 15000;
// What is ready comes as soon as a still would.
const READY_MS = 300;

const element = id => document.getElementById(id);

class Player {
    constructor() {
        this.video = element('video');
        this.film = {duration: 0, rate: 25, seekable: [], revision: 0, from: 0, to: 0};
        this.pictures = [];
        this.sound = [];
        this.tracks = [];
        this.kinds = '';
        this.isPlain = !('MediaSource' in window) || new URLSearchParams(location.search).has('plain');
        this.stats = {waiting: 0, revisions: 0, stalls: [], firstFrameMs: 0, restarts: 0, pushes: 0};
        this.shuttling = new Shuttle(this.video);
        this.notes = new Notes(element('notice'));
        this.still = new Still(element('still'), marked => this.notes.say('still', marked ? 'Not encoded yet: a still' : ''));
        this.bar = new Bar(element('bar'), place => this.seek(place * this.film.duration));
        this.rungs = new Rungs(element('rungs'), element('rung'), () => this.link.ask());
        this.listen();
        this.link = new Link(this);
        setInterval(() => this.tick(), TICK_MS);
    }

    // What the tracks ask.
    time() { return this.video.currentTime; }
    playing() { return !this.video.paused && !this.video.ended; }
    framesPerSecond() { return Math.round(this.film.rate); }
    frame() { return Math.max(0, Math.floor(this.time() * this.film.rate + 0.001)); }

    // What the link asks and tells.
    range() {
        const rate = this.film.rate;
        this.asked = {from: Math.max(0, Math.floor((this.time() - WINDOW_BEHIND_S) * rate)),
            to: Math.ceil((this.time() + WINDOW_AHEAD_S) * rate)};
        return 'from=' + this.asked.from + '&to=' + this.asked.to + this.rungs.query();
    }

    manifest(manifest) {
        const [numerator, denominator] = manifest.rate;
        const seconds = frames => frames * denominator / numerator;
        this.film = {duration: seconds(manifest.frames), rate: numerator / denominator, revision: manifest.revision,
            seekable: manifest.seekable.map(range => range.map(seconds)), inits: manifest.inits,
            from: seconds(this.asked.from), to: seconds(this.asked.to)};
        this.pictures = manifest.pictures.map(placed);
        this.sound = manifest.sound.map(placed);
        this.silent = false;
        element('name').textContent = manifest.name || manifest.sequence;
        document.title = element('name').textContent + ' – Reelbench preview';
        element('progress').textContent = Math.floor(manifest.progress * 100) + ' % encoded';
        this.video.style.aspectRatio = manifest.widthPx + ' / ' + manifest.heightPx;
        this.rungs.offer(manifest.rungs);
        this.notes.say('unanswered', '');
        this.notes.say('hint', manifest.frames === 0 ? 'There is nothing in this film yet.'
            : this.isPlain ? 'This is the film as it is now; load the page again after an edit.' : '');
        this.apply();
    }

    unanswered(why) {
        this.silent = true;
        this.notes.say('unanswered', why);
    }

    connected() {
        this.link.ask();
        this.report();
    }

    revised(revision) {
        if (revision !== this.film.revision) {
            this.stats.revisions++;
            this.link.ask();
        }
    }

    apply() {
        for (const track of this.tracks) {
            track.show(this[track.kind], this.film.revision);
        }
        this.open();
        this.fit();
        this.tellFailure();
        this.draw();
    }

    // Opens the browser's source for the kinds of tracks that the film has; another one, if an edit brought the first sound.
    async open() {
        const kinds = ['pictures', 'sound'].filter(kind => this[kind].length > 0);
        if (this.opening || kinds.join() === this.kinds && !this.video.error) {
            return;
        }
        this.opening = true;
        try {
            await (this.isPlain ? this.plain() : this.attach(kinds));
            this.kinds = kinds.join();
        } catch (failure) {
            this.notes.say('waits', String(failure.message || failure));
            await pause(TICK_MS);
        } finally {
            this.opening = false;
        }
        this.apply();
    }

    async attach(kinds) {
        if (kinds.length > 0) {
            this.still.show(this.frame(), this.film.revision);
        }
        const codecs = await Promise.all(kinds.map(kind => this.codec(kind)));
        if (!kinds.every((kind, i) => MediaSource.isTypeSupported(type(kind, codecs[i])))) {
            this.isPlain = true;
            this.plain();
            return;
        }
        const {time, goesOn} = this.left || {time: this.video.currentTime, goesOn: this.playing()};
        this.left = undefined;
        this.tracks.forEach(track => track.close());
        this.tracks = [];
        this.source = new MediaSource();
        const opened = new Promise(yes => this.source.addEventListener('sourceopen', yes, {once: true}));
        this.video.src = URL.createObjectURL(this.source);
        await opened;
        URL.revokeObjectURL(this.video.src);
        this.tracks = kinds.map((kind, i) => new Track(kind, this.source, codecs[i], this));
        if (time > 0) {
            this.video.currentTime = Math.min(time, this.film.duration);
        }
        if (goesOn) {
            this.play();
        }
    }

    // Without media source extensions: the film as one file, which does not follow edits.
    plain() {
        if (!this.video.hasAttribute('src') || this.video.error) {
            this.video.src = this.video.canPlayType('application/vnd.apple.mpegurl') ? 'hls.m3u8' : 'stream.mp4';
        }
        this.video.controls = true;
    }

    // What the browser must be able to play, by the beginning of the segment under the playhead, which is encoded if it has to be.
    async codec(kind) {
        for (;;) {
            const known = this[kind].find(segment => this.film.inits[segment.init]);
            if (known) {
                return this.film.inits[known.init];
            }
            const segment = this[kind].find(one => one.end > this.time() && one.state !== 'failed') || this[kind][0];
            if (!segment) {
                throw new Error('The film has changed.');
            }
            const answer = await fetch('segments/' + segment.id + '/init.mp4', {signal: AbortSignal.timeout(INIT_MS)});
            if (answer.ok) {
                return codecOf(answer);
            }
            this.notes.say('waits', (await answer.text()).trim());
            await pause(MANIFEST_MS);
            await this.link.ask();
        }
    }

    // The length of the film may have changed; the browser lets it be set while nothing is being appended.
    fit() {
        const source = this.source;
        if (!source || source.readyState !== 'open' || this.tracks.length === 0 || this.tracks.some(track => track.buffer.isBusy())) {
            return;
        }
        const end = Math.max(0, ...this.tracks.flatMap(track => track.buffer.ranges().map(range => range[1])));
        if (end > this.film.duration + 0.1) {
            this.tracks.forEach(track => track.remove(this.film.duration, Infinity).catch(failure => this.failed(track, failure)));
        } else if (!(Math.abs(source.duration - Math.max(end, this.film.duration)) <= 0.001)) {
            source.duration = Math.max(end, this.film.duration);
        }
        // Where the end was said, browsers take a gap before it for the end.
        const whole = this.tracks.every(track => !track.fetching && this.time() + track.ahead(this.time()) > this.film.duration - 0.5);
        if (whole && !this.tracks.some(track => track.buffer.isBusy())) {
            source.endOfStream();
        }
    }

    // What the tracks tell.
    stale() { return this.link.ask(); }
    failed(track, failure) { this.notes.say('waits', track.kind + ': ' + (failure.message || failure)); }
    waits(segment, why) { this.notes.say('waits', why); }

    // A line that is much too slow is told by the part that came; then the rest is worth less than the same in another quality.
    grew(track, segment, bytes, milliseconds) {
        if (track.kind === 'pictures' && bytes < segment.bytes && milliseconds > SLOW_MS) {
            const before = this.rungs.rung;
            this.rungs.measured(segment, bytes, milliseconds, track.ahead(this.time()));
            if (this.rungs.rung !== before) {
                track.stop();
            }
        }
        this.draw();
    }

    loaded(track, segment, bytes, milliseconds) {
        this.notes.say('waits', '');
        if (track.kind === 'pictures') {
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
        const video = this.video;
        video.addEventListener('play', () => this.moved());
        video.addEventListener('pause', () => this.moved());
        video.addEventListener('seeking', () => {
            this.look();
            this.moved();
        });
        video.addEventListener('seeked', () => this.still.hide());
        video.addEventListener('playing', () => this.still.hide());
        video.addEventListener('timeupdate', () => this.travelled());
        video.addEventListener('waiting', () => {
            if (!video.seeking) {
                this.stats.waiting++;
                this.stats.stalls.push({time: video.currentTime, ahead: ahead(ranges(video.buffered), video.currentTime)});
                this.look();
            }
            this.tracks.forEach(track => {
                track.check(this.time());
                track.work();
            });
        });
        video.addEventListener('loadeddata', () => {
            this.stats.firstFrameMs = this.stats.firstFrameMs || performance.now();
            this.still.hide();
        });
        video.addEventListener('error', () => this.restart());
        element('play').addEventListener('click', () => this.toggle());
        video.addEventListener('click', () => this.toggle());
        document.addEventListener('visibilitychange', () => this.tick());
        new ResizeObserver(() => this.draw()).observe(element('bar'));
        keys(this);
    }

    // The browser cannot go on with what it was given: the same place once more, with what comes anew.
    restart() {
        if (this.isPlain) {
            this.notes.say('failed', 'The browser cannot play this film: ' + this.video.error.message);
            return;
        }
        this.left = this.left || {time: this.video.currentTime, goesOn: this.playing()};
        this.stats.restarts++;
        this.kinds = '';
        this.notes.say('waits', 'The browser could not go on; trying again.');
    }

    // Once a second: whatever was lost on the way is asked for again.
    tick() {
        if (this.playing() || this.shuttling.speed !== 0) {
            this.report();
        }
        const isStale = this.link.silentMs() > STALE_MS && this.pictures.concat(this.sound).some(segment => segment.state === 'encoding');
        if (this.silent || isStale || this.film.revision === 0) {
            this.link.ask();
        }
        this.open();
        this.fit();
        this.push();
        this.tracks.forEach(track => track.work());
        this.draw();
    }

    // Now and then a browser stands though it holds what comes next; asked for the same place once more it goes on.
    push() {
        const time = this.time();
        const isToMove = this.playing() || this.video.seeking;
        const stands = isToMove && this.stood === time;
        this.stood = isToMove ? time : undefined;
        if (stands) {
            this.tracks.forEach(track => track.check(time));
        }
        if (stands && this.tracks.length > 0 && this.tracks.every(track => track.ahead(time) > STANDS_S)) {
            this.stats.pushes++;
            this.stood = undefined;
            this.video.currentTime = time;
        }
    }

    changed(news) {
        const known = this.pictures.concat(this.sound).filter(segment => segment.id === news.id);
        known.forEach(segment => Object.assign(segment, news));
        if (known.length > 0) {
            this.tellFailure();
            this.tracks.forEach(track => track.work());
        }
        if (news.state === 'ready' && !this.later) {
            // The bar shows the whole film, of which this page knows a part.
            this.later = setTimeout(() => {
                this.later = 0;
                this.link.ask();
            }, MANIFEST_MS);
        }
        this.draw();
    }

    tellFailure() {
        const failed = this.pictures.concat(this.sound).find(segment => segment.state === 'failed' && segment.end > this.time());
        this.notes.say('failed', failed ? failed.message || 'A part of the film cannot be encoded.' : '');
    }

    // The playhead jumped, stopped or started.
    moved() {
        this.report();
        this.travelled();
        this.tracks.forEach(track => {
            track.check(this.time());
            track.moved();
        });
        element('play').textContent = this.playing() ? 'Pause' : 'Play';
    }

    travelled() {
        const time = this.time();
        const near = time >= this.film.from && (time + WINDOW_AHEAD_S / 2 <= this.film.to || this.film.to >= this.film.duration);
        if (!near) {
            this.link.ask();
        }
        this.tracks.forEach(track => track.work());
        element('time').textContent = this.timecode(time);
        this.draw();
    }

    // The browser has no picture of this place: a still is shown, unless the picture comes as soon.
    look() {
        clearTimeout(this.looking);
        const time = this.time();
        const segment = this.pictures.find(one => one.start <= time && one.end > time);
        this.looking = setTimeout(() => {
            const isInside = this.time() < this.film.duration - 1 / this.film.rate;
            if (isInside && this.tracks.length > 0 && !this.tracks[0].has(this.time())) {
                this.still.show(this.frame(), this.film.revision);
            }
        }, segment && segment.state === 'ready' ? READY_MS : 0);
    }

    report() {
        this.link.report(this.frame(), this.playing());
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
                this.bar.draw(this.film, this.pictures, ranges(this.video.buffered), this.time(), this.timecode(this.time()));
            });
        }
    }

    // What keys and buttons do.
    toggle() {
        if (this.playing() || this.shuttling.speed !== 0) {
            this.pause();
        } else {
            this.shuttling.stop();
            this.play();
        }
    }

    play() {
        this.video.play().catch(failure => {
            if (failure.name !== 'AbortError') {
                this.notes.say('waits', failure.message);
            }
        });
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

window.preview = new Player();
