//! The calculators that lessons use, as far as they are there.

use std::collections::BTreeMap;

use abacus_class::Lesson;
use abacus_core::calculator::Calculator;

use crate::class::chunks::Source;
use crate::shell::chunk::{Loaded, Loading, NotLoaded};

pub(super) type Found = Loaded<&'static dyn Calculator>;

/// A calculator that came, or did not.
pub(super) type Arrived = Result<&'static dyn Calculator, NotLoaded>;

#[derive(Default)]
pub(super) struct Calculators(BTreeMap<String, Found>);

impl Calculators {
    /// Begins to load those of a lesson that are neither there nor on their way.
    pub(super) fn begin(&mut self, source: Source, lesson: &Lesson) -> Vec<(String, Loading<&'static dyn Calculator>)> {
        let ids = lesson.settings.iter().map(|setting| setting.calculator.as_ref());
        ids.filter_map(|id| Some((id.to_owned(), self.begin_one(source, id)?))).collect()
    }

    pub(super) fn begin_one(&mut self, source: Source, id: &str) -> Option<Loading<&'static dyn Calculator>> {
        let chunk = source(id)?;
        self.0.entry(id.to_owned()).or_insert_with(|| chunk.at_first()).begin(&chunk)
    }

    pub(super) fn arrive(&mut self, id: String, arrived: Arrived) {
        self.0.insert(id, Loaded::of(arrived));
    }

    pub(super) fn find(&self, id: &str) -> Option<&'static dyn Calculator> {
        self.0.get(id).and_then(Loaded::table).copied()
    }

    /// A calculator that is not there yet, or did not come.
    pub(super) fn missing(&self, id: &str) -> Option<&Found> {
        self.0.get(id).filter(|found| found.table().is_none())
    }

    /// The first calculator of a lesson that is not there.
    pub(super) fn missing_of(&self, lesson: &Lesson) -> Option<&Found> {
        lesson.settings.iter().find_map(|setting| self.missing(&setting.calculator))
    }
}
