//! The user's own figures in a file: last values and usual figures of calculators, and the means plan. They are not
//! records: the file's are taken where this device has none, and never replace others. For saved views, that applies to
//! each by its name.

use std::collections::{BTreeMap, BTreeSet};

use abacus_core::calculator::{last, usual_figures};
use abacus_core::calculators::{CATALOG, find};
use abacus_vault::journal::Write;

use crate::view::{Query, RESOURCE_PLAN_KEY, ResourcePlan, VIEWS_KEY, read_views};

/// The key and text of own figures that can be read; `None` for anything else.
pub(super) fn user_figure(key: &str, text: &str) -> Option<(String, String)> {
    let is_read = match key.strip_prefix(last::PREFIX) {
        Some(id) => find(id).is_some_and(|tool| last::read(tool.spec(), text).is_some()),
        None if key == RESOURCE_PLAN_KEY => ResourcePlan::is_readable(text),
        None if key == VIEWS_KEY => !read_views(text).is_empty(),
        None => key == usual_figures::KEY && usual_figures::is_readable(text, CATALOG),
    };
    is_read.then(|| (key.to_owned(), text.to_owned()))
}

/// The result for the own figures of the files: the writes of what this device lacks, and how many are left out because
/// two files differ in them.
pub(super) fn missing_figures<'a>(
    figures: impl Iterator<Item = &'a (String, String)>,
    stored: &[(String, String)],
) -> (Vec<Write>, usize) {
    let stored: BTreeSet<&str> = stored.iter().map(|(key, _)| key.as_str()).collect();
    let mut texts: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, text) in figures.filter(|(key, _)| key != VIEWS_KEY && !stored.contains(key.as_str())) {
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

/// The result for the saved views of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NewViews {
    /// Adds the views whose names this device does not have.
    pub(super) write: Option<Write>,
    /// How many are added.
    pub(super) count: usize,
    /// How many are left out, because the name belongs to another view, here or in another file.
    pub(super) differing: usize,
}

impl NewViews {
    pub(super) fn of<'a>(figures: impl Iterator<Item = &'a (String, String)>, stored: &[(String, String)]) -> Self {
        let before = stored.iter().find(|(key, _)| key == VIEWS_KEY).map(|(_, text)| text.as_str());
        let known: BTreeMap<String, Query> =
            named(before.unwrap_or_default()).map(|(name, query, _)| (name, query)).collect();
        // Each name, with the queries found for it and their lines.
        let mut found: BTreeMap<String, Vec<(Query, &str)>> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        for (_, text) in figures.filter(|(key, _)| key == VIEWS_KEY) {
            for (name, query, line) in named(text) {
                let meant = found.entry(name.clone()).or_default();
                if meant.is_empty() {
                    order.push(name);
                }
                if meant.iter().all(|(known, _)| *known != query) {
                    meant.push((query, line));
                }
            }
        }
        let mut lines: Vec<&str> = before.into_iter().filter(|text| !text.is_empty()).collect();
        let mut views = Self::default();
        for name in &order {
            match (known.get(name), found.get(name).map(Vec::as_slice)) {
                (None, Some([(_, line)])) => {
                    lines.push(line);
                    views.count = views.count.saturating_add(1);
                }
                (Some(here), Some([(query, _)])) if here == query => {}
                _ => views.differing = views.differing.saturating_add(1),
            }
        }
        if views.count > 0 {
            let before = before.map(str::to_owned);
            views.write = Some(Write { key: VIEWS_KEY.to_owned(), before, after: lines.join("\n") });
        }
        views
    }
}

/// The views of a stored text, each with its name, its query and its line.
fn named(text: &str) -> impl Iterator<Item = (String, Query, &str)> {
    text.lines().flat_map(|line| read_views(line).into_iter().map(move |view| (view.name, view.query, line)))
}
