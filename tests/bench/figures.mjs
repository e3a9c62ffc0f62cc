// Times from a trace, and their statistics.

const MILLI = 1000;

const SCRIPT = ['EventDispatch', 'EvaluateScript', 'FireAnimationFrame', 'FunctionCall', 'MajorGC', 'MinorGC', 'RunMicrotasks', 'TimerFire', 'v8.callFunction'];
const RENDERING = ['Layerize', 'Layout', 'Paint', 'PrePaint', 'ScheduleStyleRecalculation', 'UpdateLayoutTree'];

// The CPU time of these events between two timestamps. Of nested events, the outer one counts.
function worked(events, from, to) {
  let [sum, done] = [0, from];
  for (const { ts, dur, tdur = dur } of events) {
    const [begin, end] = [Math.max(ts, done), Math.min(ts + dur, to)];
    if (end <= begin) continue;
    sum += (end - begin) * Math.min(1, tdur / dur);
    done = end;
  }
  return sum / MILLI;
}

// For every event of a type: the time until the next frame was painted, and the CPU time spent on it, which does not
// depend on other load; of that the script's part, without forced layouts.
export function when(trace, type) {
  const isStart = ({ name, args }) => name === 'EventDispatch' && args?.data?.type === type;
  const starts = trace.filter(isStart);
  const named = (names) =>
    trace.filter(({ name, dur }) => names.includes(name) && dur).sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const [tasks, commits] = [named(['RunTask']), named(['Commit'])];
  const [both, rendering] = [named([...SCRIPT, ...RENDERING]), named(RENDERING)];
  return starts.flatMap(({ ts, pid, tid }) => {
    const isHere = (event) => event.pid === pid && event.tid === tid;
    const commit = commits.find((event) => isHere(event) && event.ts > ts);
    if (!commit) return [];
    const end = commit.ts + commit.dur;
    const spent = (events) => worked(events.filter(isHere), ts, end);
    return [{ painted: (end - ts) / MILLI, work: spent(tasks), script: spent(both) - spent(rendering) }];
  });
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

// Median, 95th percentile, and half the interquartile range.
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
