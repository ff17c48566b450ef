// Undo and redo over whole states of the desk: a suggestion taken, a finding ignored, a file opened, words typed.

const TYPING_PAUSE = 800;
const AT_MOST = 200;

export class History {
  #past = [];
  #future = [];
  #typedAt = -Infinity;

  constructor(state) {
    this.state = state;
  }

  // Letters typed one after the other are undone together.
  type(state, now) {
    const goesOn = now - this.#typedAt < TYPING_PAUSE && this.#past.length > 0;
    if (goesOn) this.state = state;
    else this.enter(state);
    this.#typedAt = now;
  }

  enter(state) {
    this.#past.push(this.state);
    if (this.#past.length > AT_MOST) this.#past.shift();
    this.#future = [];
    this.#typedAt = -Infinity;
    this.state = state;
  }

  undo() {
    return this.#move(this.#past, this.#future);
  }

  redo() {
    return this.#move(this.#future, this.#past);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  #move(from, to) {
    if (!from.length) return false;
    to.push(this.state);
    this.state = from.pop();
    this.#typedAt = -Infinity;
    return true;
  }
}
