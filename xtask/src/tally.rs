//! Counting what passed and what failed, whatever tool says so.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::{shown, step};

/// The sum of all checks so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// A step that either passes or fails: one check.
    pub fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) -> bool {
        let outcome = step(what, work);
        let passed = outcome.is_ok();
        self.add(Self { passed: passed.into(), failed: (!passed).into() });
        report(outcome);
        passed
    }

    /// A step that counts for itself. One that could not is a single failure.
    pub fn suite(&mut self, what: &str, work: impl FnOnce() -> Result<Self>) {
        let outcome = step(what, work);
        if let Some(counted) = report(outcome) {
            self.add(counted);
        } else {
            self.failed += 1;
        }
    }

    fn add(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }

    /// A run that ended badly although no single test did, such as one that did not compile, has failed.
    fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

fn report<T>(outcome: Result<T>) -> Option<T> {
    outcome.map_err(|error| eprintln!("✗ {error:#}")).ok()
}

/// Runs `cargo test`, passing its output through and adding up its summaries.
pub fn cargo_test(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| shown(command))?;
    let output = child.stdout.take().context("no output of cargo test")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally.add(summary(&line).unwrap_or_default());
    }
    Ok(tally.ended(child.wait()?.success()))
}

/// `test result: ok. 12 passed; 0 failed; …`
fn summary(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what: &str| {
        let word = counts.split("; ").find_map(|part| part.strip_suffix(what))?;
        word.trim().parse::<u64>().ok()
    };
    Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
}

/// Runs Playwright, which shows its own list and leaves its counts in a file.
pub fn playwright(command: &mut Command, results: &Path) -> Result<Tally> {
    fs::remove_file(results).ok();
    let status = command.status().with_context(|| shown(command))?;
    let json = fs::read_to_string(results).context("Playwright left no results")?;
    Ok(counts(&serde_json::from_str(&json)?).ended(status.success()))
}

/// A test that passed only when repeated is a failed one: nothing in the product may depend on luck.
fn counts(results: &Value) -> Tally {
    let count = |what: &str| results["stats"][what].as_u64().unwrap_or(0);
    Tally { passed: count("expected"), failed: count("unexpected") + count("flaky") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_summary_of_cargo_test_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(summary(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(summary("test laws::sums ... ok"), None);
    }

    #[test]
    fn playwrights_counts_are_read() {
        let results = json!({"stats": {"expected": 20, "skipped": 0, "unexpected": 1, "flaky": 2}});
        assert_eq!(counts(&results), Tally { passed: 20, failed: 3 });
    }

    #[test]
    fn a_run_that_ends_badly_without_a_failed_test_is_one_failure() {
        assert_eq!(Tally::default().ended(false).failed, 1);
        assert_eq!(Tally { passed: 4, failed: 2 }.ended(false).failed, 2);
        assert_eq!(Tally { passed: 4, failed: 0 }.ended(true).failed, 0);
    }
}
