//! The calculators that the lessons use, as far as they have loaded.

use std::collections::BTreeMap;

use abacus_class::Lesson;
use abacus_core::calculator::Calculator;

use crate::class::chunks::Source;
use crate::shell::chunk::{Loaded, Loading, NotLoaded};

pub(super) type LoadState = Loaded<&'static dyn Calculator>;

/// The result of loading a calculator.
pub(super) type LoadResult = Result<&'static dyn Calculator, NotLoaded>;

#[derive(Default)]
pub(super) struct Calculators(BTreeMap<String, LoadState>);

impl Calculators {
    /// Starts loading those of a lesson that are neither loaded nor loading.
    pub(super) fn begin(&mut self, source: Source, lesson: &Lesson) -> Vec<(String, Loading<&'static dyn Calculator>)> {
        let ids = lesson.settings.iter().map(|setting| setting.calculator.as_ref());
        ids.filter_map(|id| Some((id.to_owned(), self.begin_one(source, id)?))).collect()
    }

    pub(super) fn begin_one(&mut self, source: Source, id: &str) -> Option<Loading<&'static dyn Calculator>> {
        let chunk = source(id)?;
        self.0.entry(id.to_owned()).or_insert_with(|| chunk.at_first()).begin(&chunk)
    }

    pub(super) fn arrive(&mut self, id: String, arrived: LoadResult) {
        self.0.insert(id, Loaded::of(arrived));
    }

    pub(super) fn find(&self, id: &str) -> Option<&'static dyn Calculator> {
        self.0.get(id).and_then(Loaded::table).copied()
    }

    /// A calculator that has not loaded yet, or failed to load.
    pub(super) fn missing(&self, id: &str) -> Option<&LoadState> {
        self.0.get(id).filter(|found| found.table().is_none())
    }

    /// The first calculator of a lesson that has not loaded.
    pub(super) fn missing_of(&self, lesson: &Lesson) -> Option<&LoadState> {
        lesson.settings.iter().find_map(|setting| self.missing(&setting.calculator))
    }
}
