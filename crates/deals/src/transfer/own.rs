//! One's own figures in a file: last values and usual figures of calculators, and the plan of our means. They are no
//! records: the file's are taken where this device has none, and never in the place of others.

use std::collections::{BTreeMap, BTreeSet};

use abacus_core::calculator::{last, usual};
use abacus_core::calculators::{CATALOG, find};
use abacus_vault::journal::Write;

use crate::view::{MEANS_KEY, MeansPlan};

/// The key and text of own figures that can be read; none for anything else under a key.
pub(super) fn own(key: &str, text: &str) -> Option<(String, String)> {
    let is_read = match key.strip_prefix(last::PREFIX) {
        Some(id) => find(id).is_some_and(|tool| last::read(tool.spec(), text).is_some()),
        None if key == MEANS_KEY => MeansPlan::is_readable(text),
        None => key == usual::KEY && usual::is_readable(text, CATALOG),
    };
    is_read.then(|| (key.to_owned(), text.to_owned()))
}

/// What comes of the own figures of the files: the writes of what this device lacks, and how many are left out because
/// two files differ in them.
pub(super) fn lacking<'a>(
    own: impl Iterator<Item = &'a (String, String)>,
    stored: &[(String, String)],
) -> (Vec<Write>, usize) {
    let stored: BTreeSet<&str> = stored.iter().map(|(key, _)| key.as_str()).collect();
    let mut texts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, text) in own.filter(|(key, _)| !stored.contains(key.as_str())) {
        texts.entry(key).or_default().insert(text);
    }
    let write = |(key, texts): (&&str, &BTreeSet<&str>)| {
        let only = texts.first().filter(|_| texts.len() == 1)?;
        Some(Write { key: (*key).to_owned(), before: None, after: (*only).to_owned() })
    };
    let writes: Vec<Write> = texts.iter().filter_map(write).collect();
    let differing = texts.len().saturating_sub(writes.len());
    (writes, differing)
}
