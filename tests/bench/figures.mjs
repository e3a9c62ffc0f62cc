// Times out of a trace, and what to say of many of them.

const MILLI = 1000;

// For every event of a type: until the frame after it was painted, and how long a processor was at work on it meanwhile,
// which a busy machine does not lengthen.
export function when(trace, type) {
  const isStart = ({ name, args }) => name === 'EventDispatch' && args?.data?.type === type;
  const starts = trace.filter(isStart);
  const tasks = trace.filter(({ name, dur }) => name === 'RunTask' && dur);
  const commits = trace.filter(({ name, dur }) => name === 'Commit' && dur).sort((one, other) => one.ts - other.ts);
  return starts.flatMap(({ ts, pid, tid }) => {
    const isHere = (event) => event.pid === pid && event.tid === tid;
    const commit = commits.find((event) => isHere(event) && event.ts > ts);
    if (!commit) return [];
    const end = commit.ts + commit.dur;
    const overlap = (task) => Math.max(0, Math.min(end, task.ts + task.dur) - Math.max(ts, task.ts));
    const share = ({ dur, tdur = dur }) => tdur / dur;
    const work = tasks.filter(isHere).reduce((sum, task) => sum + overlap(task) * share(task), 0);
    return [{ painted: (end - ts) / MILLI, work: work / MILLI }];
  });
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

// Median, 95th percentile, and half the distance between the quartiles.
export function summary(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, middle, high, most] = [0.25, 0.5, 0.75, 0.95].map((part) => quantile(sorted, part));
  return [middle, most, (high - low) / 2].map((value) => value.toFixed(1));
}

export function table(head, rows) {
  for (const cells of [head, ...rows]) {
    console.log(cells.map((cell, at) => (at ? cell.padStart(10) : cell.padEnd(26))).join(''));
  }
}
