// The page's link to the server: hears events, says where the playhead is, asks for manifests. What gets lost is asked for again.

const AGAIN_MS = 2000;
const PATIENCE_MS = 15000;

export class Link {
    constructor(listener) {
        this.listener = listener;
        this.viewer = '';
        this.heard = performance.now();
        this.reporting = false;
        this.place = null;
        this.asking = null;
        this.askAgain = false;
        this.connect();
        addEventListener('pagehide', () => navigator.sendBeacon('viewers/' + this.viewer + '?gone=1'));
    }

    connect() {
        const events = new EventSource('events');
        const on = (name, action) => events.addEventListener(name, event => {
            this.heard = performance.now();
            action(JSON.parse(event.data));
        });
        on('viewer', data => {
            this.viewer = data.key;
            this.listener.connected();
        });
        on('revision', data => this.listener.revised(data.revision));
        on('lost', () => this.ask());
        on('segment', data => this.listener.changed(data));
        events.addEventListener('error', () => {
            this.viewer = '';
            // Browsers come back by themselves after a broken connection, but not after an answer such as "too many listen".
            if (events.readyState === EventSource.CLOSED) {
                setTimeout(() => this.connect(), AGAIN_MS);
            }
            this.ask();
        });
    }

    // How long nothing was told.
    silentMs() {
        return performance.now() - this.heard;
    }

    // Says where the playhead is; while one word is on its way the last place alone waits to be told.
    async report(frame, playing) {
        this.place = 'frame=' + frame + '&playing=' + (playing ? 1 : 0);
        if (this.reporting) {
            return;
        }
        this.reporting = true;
        try {
            while (this.place && this.viewer) {
                const place = this.place;
                this.place = null;
                await fetch('viewers/' + this.viewer + '?' + place, {method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS)});
            }
        } catch (failure) {
            this.ask();
        } finally {
            this.reporting = false;
        }
    }

    // Asks for the manifest; one question at a time, and once more if it was asked for meanwhile. Always comes to an end.
    async ask() {
        if (this.asking) {
            this.askAgain = true;
            return this.asking;
        }
        this.asking = this.fetchManifest();
        await this.asking;
        this.asking = null;
        if (this.askAgain) {
            this.askAgain = false;
            await this.ask();
        }
    }

    async fetchManifest() {
        try {
            const answer = await fetch('manifest.json?' + this.listener.range(), {signal: AbortSignal.timeout(PATIENCE_MS)});
            if (answer.ok) {
                this.listener.manifest(await answer.json());
            } else {
                this.listener.unanswered((await answer.text()).trim());
            }
        } catch (failure) {
            this.listener.unanswered('The server does not answer; trying again. If it was started anew, open its new address.');
        }
    }
}
