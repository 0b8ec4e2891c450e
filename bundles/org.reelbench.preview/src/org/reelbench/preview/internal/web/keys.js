// Keys, as the window of the editor has them.

const FASTEST = 8;

export function keys(player) {
    const help = document.getElementById('help');
    const actions = {
        ' ': () => player.toggle(),
        j: () => player.shuttle(-1),
        k: () => player.pause(),
        l: () => player.shuttle(1),
        ArrowLeft: event => player.step(event.shiftKey ? -player.framesPerSecond() : -1),
        ArrowRight: event => player.step(event.shiftKey ? player.framesPerSecond() : 1),
        Home: () => player.seek(0),
        End: () => player.seek(player.film.duration),
        m: () => { player.video.muted = !player.video.muted; },
        f: () => document.fullscreenElement ? document.exitFullscreen() : document.getElementById('stage').requestFullscreen(),
        '?': () => help.open ? help.close() : help.showModal()
    };
    document.addEventListener('keydown', event => {
        const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        const typing = event.target.closest('select');
        const pressing = event.key === ' ' && event.target.closest('button');
        if (action && !typing && !pressing && !event.ctrlKey && !event.altKey && !event.metaKey) {
            event.preventDefault();
            action(event);
        }
    });
    document.getElementById('help-button').addEventListener('click', () => help.showModal());
}

// Playing backwards, and at more than the usual speed: browsers go forward only, so backwards is one seek after another.
export class Shuttle {
    constructor(video) {
        this.video = video;
        this.speed = 0;
    }

    press(direction) {
        this.speed = Math.sign(this.speed) === direction ? Math.sign(this.speed) * Math.min(FASTEST, Math.abs(this.speed) * 2) : direction;
        if (this.speed > 0) {
            this.video.playbackRate = this.speed;
            this.video.play().catch(() => this.stop());
        } else {
            this.video.pause();
            this.before = performance.now();
            requestAnimationFrame(now => this.back(now));
        }
    }

    stop() {
        this.speed = 0;
        this.video.playbackRate = 1;
    }

    back(now) {
        if (this.speed >= 0) {
            return;
        }
        if (!this.video.seeking) {
            this.video.currentTime = Math.max(0, this.video.currentTime + this.speed * (now - this.before) / 1000);
            this.before = now;
        }
        requestAnimationFrame(later => this.back(later));
    }
}
