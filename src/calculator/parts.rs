//! The input of every part of a calculator.

use std::rc::Rc;

use abacus_core::calculator::audience::{shared_fields, shared_outputs};
use abacus_core::calculator::field::{Field, FieldError, Kind, Part};
use abacus_core::calculator::working::Working;
use abacus_core::calculator::{Calculator, Evaluation, Wording};
use abacus_core::number::format::Style;
use abacus_core::text::{Locale, Text};
use abacus_embed::{Arrangement, Part as Shown};
use yew::Html;

use crate::calculator::chunks::{ChunkName, LoadedChunks};
use crate::calculator::events::Events;
use crate::calculator::form::{Entry, Form, Stale};
use crate::calculator::frame::Framed;
use crate::shell::chunk::Loaded;
use crate::shell::session::PageSession;

/// What a prerendered page already contains of a chunk: the working, and its one-line summary.
#[derive(Clone, PartialEq)]
pub struct Prerendered {
    pub working: Html,
    pub in_short: Html,
}

/// The props of the parts, which are functions that take them.
pub struct Parts<'a> {
    pub session: &'a PageSession,
    pub calculator: &'static dyn Calculator,
    pub form: &'a Rc<Form>,
    /// The inputs to show: for a customer, nothing confidential and nothing that reveals it.
    pub entries: Vec<&'a Entry>,
    /// The results to show, headline first.
    pub evaluations: Vec<Evaluation>,
    /// The working of the last values that could all be parsed, once the code that computes it has loaded.
    pub steps: &'a [Working],
    /// The working of the prerendered page, and whether it matches these values.
    pub(super) prerendered: Option<(&'a Prerendered, bool)>,
    /// The input whose field has the focus, or whose term is pointed at.
    pub active: Option<&'static str>,
    /// The input whose field has the focus.
    pub focused: Option<&'static str>,
    /// Whether something is being typed into that field: its errors are not shown yet.
    pub is_typing: bool,
    /// Whether the professional inputs are unfolded.
    pub details: bool,
    /// Whether the working is unfolded where it starts folded for lack of space.
    pub is_working_unfolded: bool,
    /// Whether the customer's card was left since the page was opened.
    pub has_left_card: bool,
    pub arrangement: &'a Arrangement,
    /// The arrangement from outside, if there is one.
    pub(super) framed: Option<&'a dyn Framed>,
    pub(super) chunks: &'a LoadedChunks,
    pub(super) events: &'a Events,
}

impl<'a> Parts<'a> {
    pub const fn style(&self) -> Style {
        self.session.style
    }

    pub const fn locale(&self) -> Locale {
        self.session.locale
    }

    pub(super) fn shows(&self, part: Shown) -> bool {
        self.arrangement.parts.has(part)
    }

    pub(super) fn shows_results(&self) -> bool {
        [Shown::Result, Shown::Figures, Shown::Sentence].into_iter().any(|part| self.shows(part))
    }

    pub(super) fn shows_inputs(&self) -> bool {
        [Shown::Inputs, Shown::Sliders, Shown::Detail].into_iter().any(|part| self.shows(part))
    }

    /// Whether the results are covered until the reader guesses or reveals them.
    pub(super) fn is_covered(&self) -> bool {
        self.framed.is_some_and(Framed::is_covered)
    }

    /// Whether professional inputs and results are shown, including when a link makes the results depend on them.
    pub(super) fn shows_details(&self) -> bool {
        self.shows(Shown::Detail) || self.form.uses_details()
    }

    pub fn label(&self, field: &Field) -> Text {
        self.calculator.spec().label(field, self.form.inputs())
    }

    /// What the current reader is told about the results.
    pub(super) fn wording(&self) -> Wording {
        wording(self.calculator, self.form)
    }

    /// What Enter does in the field of an input: on the last one it closes the keyboard.
    pub(super) fn enter_hint(&self, key: &str) -> &'static str {
        let can_type = |entry: &&Entry| {
            let field = entry.field;
            !matches!(field.kind, Kind::Choice(_)) && !self.arrangement.locks(field.key)
        };
        let detail = if self.details { self.entries(Part::Detail).filter(can_type).last() } else { None };
        let last = detail.or_else(|| self.entries(Part::Slide).filter(can_type).last());
        if last.is_some_and(|last| last.field.key == key) { "done" } else { "next" }
    }

    /// The error of a field, once it may be shown.
    pub(super) fn error(&self, entry: &Entry) -> Option<FieldError> {
        entry.error.filter(|_| !(self.is_typing && self.focused == Some(entry.field.key)))
    }

    /// Why the results no longer match what is typed, and whether to show it yet.
    pub(super) fn stale(&self) -> Option<(Stale, bool)> {
        let is_told = |stale| stale != Stale::Unread || !self.is_typing;
        self.form.stale().map(|stale| (stale, is_told(stale)))
    }

    pub(super) fn entries(&self, part: Part) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().copied().filter(move |entry| entry.field.part == part)
    }

    pub(super) fn evaluations(&self, part: Part) -> Vec<Evaluation> {
        self.evaluations.iter().copied().filter(|evaluation| evaluation.output.part == part).collect()
    }

    /// The extra figures. They depend on all inputs, so a customer sees them only together with all
    /// inputs.
    pub(super) fn extra_outputs(&self) -> Vec<Evaluation> {
        let is_all_shown = !self.form.is_for_customer() || self.entries.len() == self.form.entries().len();
        if is_all_shown { self.form.extra_outputs().to_vec() } else { Vec::new() }
    }

    /// The placeholder for a chunk that is not loaded.
    pub(super) fn placeholder<T>(&self, name: ChunkName, chunk: &Loaded<T>) -> Html {
        chunk.placeholder(name.name(), self.locale(), &self.events.retry(name))
    }
}

pub(super) fn wording(calculator: &dyn Calculator, form: &Form) -> Wording {
    let (spec, inputs) = (calculator.spec(), form.inputs());
    if form.is_for_customer() { spec.customer_wording(inputs) } else { spec.wording(inputs) }
}

/// What may be shown: for a customer, nothing confidential and nothing that reveals it.
pub(super) fn shown<'a>(calculator: &dyn Calculator, form: &'a Form) -> (Vec<&'a Entry>, Vec<Evaluation>) {
    let (entries, evaluations) = (form.entries().iter(), form.evaluations().iter().copied());
    if !form.is_for_customer() {
        return (entries.collect(), evaluations.collect());
    }
    let (fields, outputs) = (shared_fields(calculator, form.allowed()), shared_outputs(calculator, form.allowed()));
    (
        entries.filter(|entry| fields.contains(&entry.field)).collect(),
        evaluations.filter(|evaluation| outputs.contains(&evaluation.output)).collect(),
    )
}
