// Programs beside a test: waiting for them, and ending them.

import { setTimeout as sleep } from 'node:timers/promises';

// Only ends what hangs.
const LONGEST_MS = 60_000;
const BETWEEN_MS = 20;

// Asks again until the answer is not empty. `program` is what would give it, and may have ended.
export const until = async (what, ask, program) => {
  const begun = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (program && program.exitCode !== null) throw new Error(`${what}: it ended with ${program.exitCode}`);
    if (Date.now() - begun > LONGEST_MS) throw new Error(`${what}: not within ${LONGEST_MS / 1000} s`);
    await sleep(BETWEEN_MS);
  }
};

// Ends a program, and returns when it has.
export const ended = (program) =>
  new Promise((done) => {
    if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return done();
    program.once('exit', done);
    return program.kill();
  });
