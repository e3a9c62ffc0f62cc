//! Counts what passed and failed, whatever tool reports it, and how long it took.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::command_line;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

/// The sum of all checks so far, and the steps they were made in.
#[derive(Debug, Default)]
pub struct Tally {
    pub counts: Counts,
    steps: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: String,
    took: Duration,
    passed: bool,
}

impl Step {
    const fn mark(&self) -> &'static str {
        if self.passed { "✓" } else { "✗" }
    }
}

impl Tally {
    /// A step that either passes or fails: one check.
    pub fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) -> bool {
        self.suite(what, || work().map(|()| Counts { passed: 1, failed: 0 }))
    }

    /// A step that returns its own counts. An error counts as a single failure. Returns whether nothing failed.
    pub fn suite(&mut self, what: &str, work: impl FnOnce() -> Result<Counts>) -> bool {
        println!("▸ {what}");
        let start = Instant::now();
        let counted = work().unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Counts { passed: 0, failed: 1 }
        });
        let step = Step { name: what.to_owned(), took: start.elapsed(), passed: counted.failed == 0 };
        println!("{} {what} ({:.1} s)", step.mark(), step.took.as_secs_f32());
        self.counts.add(counted);
        self.steps.push(step);
        counted.failed == 0
    }

    /// Adds the counts of steps that ran in parallel.
    pub fn join(&mut self, other: Self) {
        self.counts.add(other.counts);
        self.steps.extend(other.steps);
    }

    /// Each step with its time, and the counts as the last line.
    pub fn print(&self, all_of_it: Duration) {
        println!("\n{}", self.summary(all_of_it));
    }

    fn summary(&self, all_of_it: Duration) -> String {
        let line = |mark: &str, took: Duration, name: &str| format!("{mark} {:7.1} s  {name}", took.as_secs_f32());
        let steps = self.steps.iter().map(|step| line(step.mark(), step.took, &step.name));
        let Counts { passed, failed } = self.counts;
        let totals = [line(" ", all_of_it, "altogether"), format!("{passed} passed, {failed} failed")];
        steps.chain(totals).collect::<Vec<_>>().join("\n")
    }
}

impl Counts {
    fn add(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }

    /// A run that failed without a failed test, such as one that did not compile, counts as one failure.
    fn at_least_one_failure_unless(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

/// Runs `cargo test --quiet` and adds up its summaries. Prints the output only if something failed.
pub fn cargo_test(command: &mut Command) -> Result<Counts> {
    let output = command.stdin(Stdio::null()).output().with_context(|| command_line(command))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut counts = Counts::default();
    text.lines().filter_map(summary).for_each(|summary| counts.add(summary));
    let counts = counts.at_least_one_failure_unless(output.status.success());
    if counts.failed > 0 {
        eprintln!("{text}{}✗ `{}`", String::from_utf8_lossy(&output.stderr), command_line(command));
    }
    Ok(counts)
}

/// `test result: ok. 12 passed; 0 failed; …`
fn summary(line: &str) -> Option<Counts> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what: &str| {
        let word = counts.split("; ").find_map(|part| part.strip_suffix(what))?;
        word.trim().parse::<u64>().ok()
    };
    Some(Counts { passed: count(" passed")?, failed: count(" failed")? })
}

/// Runs Node's test runner, which prints its own list and writes its counts to a file.
pub fn node_test(command: &mut Command, results: &Path) -> Result<Counts> {
    fs::remove_file(results).ok();
    let status = command.status().with_context(|| command_line(command))?;
    let tap = fs::read_to_string(results).context("the tests left no results")?;
    Ok(tap_counts(&tap)?.at_least_one_failure_unless(status.success()))
}

/// The last lines of the Test Anything Protocol as Node writes it. A skipped or todo test does not count as passed.
fn tap_counts(tap: &str) -> Result<Counts> {
    let count = |what: &str| {
        let line = tap.lines().rev().find_map(|line| line.strip_prefix("# ")?.strip_prefix(what)?.strip_prefix(' '));
        let number = line.with_context(|| format!("the results do not say how many were {what}"))?;
        number.trim().parse::<u64>().with_context(|| format!("no number of {what}: {number}"))
    };
    let failed = ["fail", "cancelled", "skipped", "todo"].map(count).into_iter().sum::<Result<u64>>()?;
    Ok(Counts { passed: count("pass")?, failed })
}

/// Runs Playwright, which prints its own list and writes its counts to a file.
pub fn playwright(command: &mut Command, results: &Path) -> Result<Counts> {
    fs::remove_file(results).ok();
    let status = command.status().with_context(|| command_line(command))?;
    let json = fs::read_to_string(results).context("Playwright left no results")?;
    let results = serde_json::from_str(&json)?;
    println!("the slowest:");
    for (took, title) in slowest(&results, 10) {
        println!("{:7.1} s  {title}", took.as_secs_f32());
    }
    for title in retried(&results) {
        println!("passed at a second try only: {title}");
    }
    Ok(counts(&results).at_least_one_failure_unless(status.success()))
}

/// A test that failed on a busy machine and passed on retry has passed. It is reported by name, see [`retried`]; the
/// soak does not retry.
fn counts(results: &Value) -> Counts {
    let count = |what: &str| results["stats"][what].as_u64().unwrap_or(0);
    Counts { passed: count("expected") + count("flaky"), failed: count("unexpected") }
}

/// The tests that failed and passed on retry.
fn retried(results: &Value) -> Vec<String> {
    tests(results).into_iter().filter(|test| test.status == "flaky").map(|test| test.title).collect()
}

fn slowest(results: &Value, how_many: usize) -> Vec<(Duration, String)> {
    let mut tests: Vec<_> = tests(results).into_iter().map(|test| (test.took, test.title)).collect();
    tests.sort_by(|one, other| other.cmp(one));
    tests.truncate(how_many);
    tests
}

/// A test as Playwright reports it.
struct Test {
    title: String,
    took: Duration,
    status: String,
}

fn tests(suite: &Value) -> Vec<Test> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut tests = Vec::new();
    for spec in list(&suite["specs"]) {
        let title = format!("{}: {}", text(&spec["file"]), text(&spec["title"]));
        for test in list(&spec["tests"]) {
            let took = list(&test["results"]).iter().filter_map(|result| result["duration"].as_u64()).sum();
            tests.push(Test { title: title.clone(), took: Duration::from_millis(took), status: text(&test["status"]) });
        }
    }
    tests.extend(list(&suite["suites"]).iter().flat_map(self::tests));
    tests
}

#[cfg(test)]
mod tests {
    use anyhow::bail;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_summary_of_cargo_test_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(summary(line), Some(Counts { passed: 12, failed: 3 }));
        assert_eq!(summary("test laws::sums ... ok"), None);
    }

    #[test]
    fn playwrights_counts_are_read() {
        let results = json!({"stats": {"expected": 20, "skipped": 0, "unexpected": 1, "flaky": 2}});
        assert_eq!(counts(&results), Counts { passed: 22, failed: 1 });
    }

    #[test]
    fn node_test_counts_are_read_and_skipped_tests_have_failed() {
        let tap = "TAP version 13\nok 1 - # pass 9\n1..3\n# tests 6\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 2\n# todo 0\n# duration_ms 5\n";
        assert_eq!(tap_counts(tap).unwrap(), Counts { passed: 3, failed: 3 });
        assert!(tap_counts("TAP version 13\n").is_err());
    }

    #[test]
    fn the_slowest_tests_come_first() {
        let spec = |title: &str, took: u64| json!({"file": "a.js", "title": title, "tests": [{"results": [{"duration": took}]}]});
        let results = json!({"suites": [{"specs": [spec("quick", 10)], "suites": [{"specs": [spec("slow", 900)]}]}]});
        assert_eq!(slowest(&results, 1), [(Duration::from_millis(900), "a.js: slow".to_owned())]);
        assert_eq!(slowest(&results, 5).len(), 2);
    }

    #[test]
    fn a_test_that_passed_on_retry_is_named() {
        let spec = |title: &str, status: &str| json!({"file": "a.js", "title": title, "tests": [{"results": [], "status": status}]});
        let results =
            json!({"suites": [{"specs": [spec("sure", "expected")], "suites": [{"specs": [spec("lucky", "flaky")]}]}]});
        assert_eq!(retried(&results), ["a.js: lucky"]);
    }

    #[test]
    fn a_failed_run_without_a_failed_test_is_one_failure() {
        assert_eq!(Counts::default().at_least_one_failure_unless(false).failed, 1);
        assert_eq!(Counts { passed: 4, failed: 2 }.at_least_one_failure_unless(false).failed, 2);
        assert_eq!(Counts { passed: 4, failed: 0 }.at_least_one_failure_unless(true).failed, 0);
    }

    #[test]
    fn a_failed_step_is_counted_and_the_next_one_runs() {
        let mut tally = Tally::default();
        assert!(!tally.check("first", || bail!("no")));
        assert!(tally.suite("second", || Ok(Counts { passed: 3, failed: 0 })));
        let mut beside = Tally::default();
        beside.check("third", || Ok(()));
        tally.join(beside);
        assert_eq!(tally.counts, Counts { passed: 4, failed: 1 });
        let summary = tally.summary(Duration::from_millis(1500));
        let lines: Vec<&str> = summary.lines().collect();
        assert_eq!(lines[0], "✗     0.0 s  first");
        assert_eq!(lines[3..], ["      1.5 s  altogether", "4 passed, 1 failed"]);
    }
}
