// What is said over the picture: of several things that could be said, the one that matters most.

const ORDER = ['unanswered', 'failed', 'still', 'waits', 'hint'];

export class Notes {
    constructor(element) {
        this.element = element;
        this.texts = new Map();
    }

    say(kind, text) {
        this.texts.set(kind, text);
        const first = ORDER.map(one => this.texts.get(one)).find(Boolean) || '';
        if (this.element.textContent !== first) {
            this.element.textContent = first;
        }
        this.element.hidden = first === '';
    }
}
