// Commands waiting for their replies.

// A caller that ignores the promise must not cause an unhandled rejection.
export const quiet = (promise) => (promise.catch(() => {}), promise);

// A promise with its resolve and reject functions.
export const promised = () => {
  const settle = {};
  const promise = quiet(new Promise((resolve, reject) => Object.assign(settle, { resolve, reject })));
  return { promise, ...settle };
};

// The reason for a rejection, by its code.
export const broken = (code) => new Error(`sales-abacus: ${code}`);

export class Answers {
  #asked = 0;
  #waiting = new Map();

  // `send` is called with the nonce that identifies the reply.
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

  // There will be no more replies.
  refuse(code) {
    this.#waiting.forEach(({ reject }) => reject(broken(code)));
    this.#waiting.clear();
  }
}
