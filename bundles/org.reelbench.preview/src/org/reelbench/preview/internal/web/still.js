// A still over the picture, where the film is not encoded yet: one is asked for at a time, the last place that was wanted next.

export class Still {
    constructor(image, marked) {
        this.image = image;
        this.marked = marked;
        this.wanted = -1;
        this.loading = -1;
        this.shown = 0;
        image.addEventListener('load', () => this.came(true));
        image.addEventListener('error', () => this.came(false));
    }

    show(frame, revision) {
        this.wanted = frame;
        this.revision = revision;
        if (this.loading < 0) {
            this.load();
        }
    }

    load() {
        this.loading = this.wanted;
        this.image.src = 'still?frame=' + this.wanted + '&revision=' + this.revision;
    }

    came(isThere) {
        const loaded = this.loading;
        this.loading = -1;
        if (this.wanted < 0) {
            return;
        }
        if (isThere) {
            this.image.hidden = false;
            this.shown++;
            this.marked(true);
        }
        if (this.wanted !== loaded) {
            this.load();
        }
    }

    hide() {
        this.wanted = -1;
        this.image.hidden = true;
        this.marked(false);
    }
}
