// Asks the server about the text as it stands: soon after the last letter, and never twice at once.

import { ask } from "./api.js";

const PAUSE = 200;

export class Checker {
  #timer = 0;
  #running = null;

  // `order` gives the fields to send, or null when there is nothing to ask.
  constructor({ order, found, failed, waiting }) {
    Object.assign(this, { order, found, failed, waiting });
  }

  soon() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#timer = setTimeout(() => this.now(), PAUSE);
    this.waiting(true);
  }

  async now() {
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const fields = this.order();
    this.waiting(fields !== null);
    try {
      const report = fields && (await (await ask("check", fields, running.signal)).json());
      if (!running.signal.aborted) this.found(report);
    } catch (error) {
      if (!running.signal.aborted) this.failed(error);
    } finally {
      if (!running.signal.aborted) this.waiting(false);
    }
  }
}
