// Child processes of a test: waiting for them, and stopping them.

import { setTimeout as sleep } from 'node:timers/promises';

// Only ends hangs.
const LONGEST_MS = 60_000;
const BETWEEN_MS = 20;

// Polls until the answer is not empty. `program` provides it, and may have exited.
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

// Stops a program, and returns when it has exited.
export const ended = (program) =>
  new Promise((done) => {
    if (program.exitCode !== null || program.signalCode !== null || program.pid === undefined) return done();
    program.once('exit', done);
    return program.kill();
  });
