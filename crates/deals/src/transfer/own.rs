//! One's own figures in a file: last values and usual figures of calculators, and the plan of our means. They are no
//! records: the file's are taken where this device has none, and never in the place of others.

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

/// The writes of what this device lacks.
pub(super) fn lacking(own: &[(String, String)], stored: &[(String, String)]) -> Vec<Write> {
    let lacks = |key: &str| stored.iter().all(|(known, _)| known != key);
    let write = |(key, text): &(String, String)| Write { key: key.clone(), before: None, after: text.clone() };
    own.iter().filter(|(key, _)| lacks(key)).map(write).collect()
}
