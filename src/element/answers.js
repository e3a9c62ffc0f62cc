// Commands that wait for their answers.

// Whoever does not wait for a promise need not hear of its failure.
export const quiet = (promise) => (promise.catch(() => {}), promise);

// A promise, and what settles it.
export const promised = () => {
  const settle = {};
  const promise = quiet(new Promise((resolve, reject) => Object.assign(settle, { resolve, reject })));
  return { promise, ...settle };
};

// Why a promise is not kept, by a code.
export const broken = (code) => new Error(`sales-abacus: ${code}`);

export class Answers {
  #asked = 0;
  #waiting = new Map();

  // `send` is called with what the answer is known by.
  ask(send) {
    const nonce = String((this.#asked += 1));
    const answer = promised();
    this.#waiting.set(nonce, answer);
    send(nonce);
    return answer.promise;
  }

  take(message) {
    this.#waiting.get(message.to)?.resolve(message);
    this.#waiting.delete(message.to);
  }

  // Nobody answers any more.
  refuse(code) {
    this.#waiting.forEach(({ reject }) => reject(broken(code)));
    this.#waiting.clear();
  }
}
