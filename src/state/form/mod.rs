//! The state of one calculator's form: what is typed, how it was read, and the last result
//! for which everything could be read.

mod action;
mod history;
mod hook;
mod solving;

use abacus_core::Decimal;
use abacus_core::calculator::audience::shared_fields;
use abacus_core::calculator::field::{Field, FieldError, Kind, Part, Slider};
use abacus_core::calculator::share::{self, LinkProblem, Reader};
use abacus_core::calculator::sliders;
use abacus_core::calculator::solve::results_of;
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output};
use yew::AttrValue;

pub use crate::state::form::action::FormAction;
use crate::state::form::history::History;
pub use crate::state::form::hook::{SLIDERS, use_form};
pub use crate::state::form::solving::Solving;

/// One field as the user sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub field: &'static Field,
    /// The text exactly as typed, readable or not.
    pub text: AttrValue,
    pub error: Option<FieldError>,
    /// The ends of its slider, which the user may move.
    pub slider: Slider,
}

/// Why results no longer match what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// A field cannot be read.
    Unread,
    /// No value gives the wanted result.
    Unsolved,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    calculator: &'static dyn Calculator,
    entries: Vec<Entry>,
    problems: Vec<LinkProblem>,
    inputs: Inputs,
    evaluations: Vec<Evaluation>,
    solving: Option<Solving>,
    history: History,
    is_touched: bool,
    reader: Reader,
}

impl Form {
    /// The form as a link opens it.
    #[must_use]
    pub fn open(calculator: &'static dyn Calculator, fragment: &str) -> Self {
        let linked = share::decode(calculator.spec(), fragment);
        let fields = calculator.spec().fields.iter();
        let entries = fields.map(|field| {
            let value = linked.inputs.get(field.key).unwrap_or(field.default);
            Entry { field, text: field.show(value).into(), error: None, slider: field.slider }
        });
        let mut form = Self {
            calculator,
            entries: entries.collect(),
            problems: linked.problems,
            evaluations: calculator.evaluate(&linked.inputs),
            inputs: linked.inputs,
            solving: linked.goal.map(Solving::new),
            history: History::default(),
            is_touched: false,
            reader: Reader::Colleague,
        };
        form.recompute();
        form
    }

    #[must_use]
    pub fn for_customer(mut self) -> Self {
        self.reader = Reader::Customer;
        self
    }

    /// The form with stored ends of its sliders.
    #[must_use]
    pub fn with_ends(mut self, remembered: &str) -> Self {
        for (field, slider) in sliders::decode(self.calculator.spec(), remembered) {
            self.entry(field.key).into_iter().for_each(|entry| entry.slider = slider);
        }
        self
    }

    /// The ends of sliders to store; empty if they are as declared.
    #[must_use]
    pub fn ends_to_remember(&self) -> String {
        sliders::encode(self.entries.iter().map(|entry| (entry.field, entry.slider)))
    }

    /// The fields in the order of the form.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    #[must_use]
    pub fn problems(&self) -> &[LinkProblem] {
        &self.problems
    }

    /// The inputs of the results: the last ones that could all be read.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The results for [`Form::inputs`], headline first.
    #[must_use]
    pub fn evaluations(&self) -> &[Evaluation] {
        &self.evaluations
    }

    #[must_use]
    pub const fn solving(&self) -> Option<&Solving> {
        self.solving.as_ref()
    }

    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.stale().is_some()
    }

    /// Why the results no longer match what is typed; none while they do.
    #[must_use]
    pub fn stale(&self) -> Option<Stale> {
        let goal = self.solving.as_ref();
        if self.entries.iter().any(|entry| entry.error.is_some()) || goal.is_some_and(|solving| solving.error.is_some())
        {
            return Some(Stale::Unread);
        }
        goal.filter(|solving| solving.solution.root().is_none()).map(|_| Stale::Unsolved)
    }

    /// Whether a professional input differs from its default or is solved for.
    #[must_use]
    pub fn uses_details(&self) -> bool {
        let is_detail = |field: &Field| field.part == Part::Detail;
        let is_solved_for = |field: &Field| self.solving.as_ref().is_some_and(|solving| solving.unknown == field);
        self.entries.iter().map(|entry| entry.field).any(|field| {
            is_detail(field) && (self.inputs.get(field.key) != Some(field.default) || is_solved_for(field))
        })
    }

    #[must_use]
    pub fn is_for_customer(&self) -> bool {
        self.reader == Reader::Customer
    }

    /// Whether the user has changed anything since opening the link.
    #[must_use]
    pub const fn is_touched(&self) -> bool {
        self.is_touched
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The fragment that opens this form with its results.
    #[must_use]
    pub fn fragment(&self) -> String {
        self.fragment_for(Reader::Colleague)
    }

    /// The fragment for the address and for links: without confidential figures for a customer.
    #[must_use]
    pub fn shown_fragment(&self) -> String {
        self.fragment_for(self.reader)
    }

    fn fragment_for(&self, reader: Reader) -> String {
        let goal = self.solving.as_ref().map(|solving| (&solving.goal, &solving.solution));
        let spec = self.calculator.spec();
        let mut inputs = self.inputs.clone();
        // What a customer is not shown is not in the address either.
        if reader == Reader::Customer {
            let shared = shared_fields(self.calculator);
            for field in spec.fields.iter().filter(|field| !shared.contains(field)) {
                let _always_allowed = inputs.set(field, field.default);
            }
        }
        share::encode(spec, &inputs, goal, reader)
    }

    fn entry(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.field.key == key)
    }

    fn type_into(&mut self, key: &str, text: String) {
        if let Some(entry) = self.entry(key) {
            entry.error = entry.field.parse(&text).err();
            entry.text = text.into();
        }
        self.recompute();
    }

    /// Adopts what is typed once all of it can be read. While solving, the unknown gets the value that
    /// gives the wanted result.
    fn recompute(&mut self) {
        let mut inputs = self.inputs.clone();
        let unknown = self.solving.as_ref().map(|solving| solving.unknown);
        for entry in self.entries.iter().filter(|entry| Some(entry.field) != unknown) {
            let set = entry.field.parse(&entry.text).and_then(|value| inputs.set(entry.field, value));
            if set.is_err() {
                return;
            }
        }
        if let Some(solving) = &mut self.solving {
            let root = if solving.error.is_none() { solving.solve(self.calculator, &inputs) } else { None };
            let Some(root) = root else { return };
            let unknown = solving.unknown;
            if inputs.set(unknown, root.value).is_err() {
                return;
            }
            if let Some(entry) = self.entry(unknown.key) {
                entry.text = unknown.show(root.value).into();
                entry.error = None;
            }
        }
        if inputs != self.inputs {
            self.evaluations = self.calculator.evaluate(&inputs);
            self.inputs = inputs;
        }
    }

    /// A value for the unknown, such as one from a table, ends solving.
    fn set(&mut self, values: &[(&'static str, Decimal)]) {
        let is_given = |solving: &Solving| values.iter().any(|(key, _)| *key == solving.unknown.key);
        self.solving = self.solving.take().filter(|solving| !is_given(solving));
        for (key, value) in values {
            if let Some(entry) = self.entry(key)
                && let Ok(value) = entry.field.check(*value)
            {
                entry.text = entry.field.show(value).into();
                entry.error = None;
            }
        }
        self.recompute();
    }

    /// Moves a field by steps of its slider. From a value between two multiples, the first step leads to
    /// the next multiple.
    fn step(&mut self, key: &'static str, steps: i32) {
        let Some(entry) = self.entry(key) else { return };
        let (field, step) = (entry.field, entry.slider.step);
        let now = field.parse(&entry.text).ok();
        let place = now.and_then(|now| now.checked_div(step));
        let whole = place.map(|place| if steps > 0 { place.floor() } else { place.ceil() });
        let next = whole.and_then(|whole| whole.checked_add(Decimal::from(steps))?.checked_mul(step));
        if let Some(next) = next {
            self.set(&[(key, next.clamp(field.least(), field.high))]);
        }
    }

    fn commit(&mut self, key: &str) {
        if let Some(entry) = self.entry(key)
            && let Ok(value) = entry.field.parse(&entry.text)
        {
            entry.text = entry.field.show(value).into();
        }
        self.history.end_change();
    }

    fn ends(&mut self, key: &str, low: Decimal, high: Decimal) {
        if let Some(entry) = self.entry(key)
            && let Some(slider) = sliders::between(entry.field, low, high)
        {
            entry.slider = slider;
        }
    }

    fn now(&self, output: &Output) -> Option<Decimal> {
        self.evaluations.iter().find(|evaluation| evaluation.output == output)?.value.ok()
    }

    fn solve_for(&mut self, unknown: Option<&'static str>) {
        let spec = self.calculator.spec();
        let unknown = unknown.and_then(|key| spec.field(key)).filter(|field| !matches!(field.kind, Kind::Choice(_)));
        // The present wanted result if it depends on this input, otherwise the first that does.
        let wanted = self.solving.as_ref().map(|solving| solving.output);
        let output = unknown.and_then(|unknown| {
            let mut results = results_of(self.calculator, unknown);
            results_of(self.calculator, unknown).find(|output| Some(*output) == wanted).or_else(|| results.next())
        });
        // An unknown without a solution continues with its last good value.
        if let Some(unknown) = self.solving.take().map(|solving| solving.unknown)
            && let Some(value) = self.inputs.get(unknown.key)
            && let Some(entry) = self.entry(unknown.key)
        {
            entry.text = unknown.show(value).into();
            entry.error = None;
        }
        let goal = unknown.zip(output);
        self.solving = goal
            .map(|(unknown, output)| Solving { asked: true, ..Solving::beginning(unknown, output, self.now(output)) });
        self.recompute();
    }

    /// Replaces the values with those of a fragment. What belongs to the visit stays.
    fn restore(&mut self, fragment: &str) {
        let opened = Self::open(self.calculator, fragment);
        let (history, reader) = (std::mem::take(&mut self.history), self.reader);
        let before = std::mem::replace(self, Self { history, reader, is_touched: true, ..opened });
        for (entry, before) in self.entries.iter_mut().zip(before.entries) {
            entry.slider = before.slider;
        }
    }

    /// Restores a fragment for undo or redo. Unreadable text stays in the fields that the change does not concern.
    fn travel(&mut self, fragment: &str) {
        let (inputs, entries) = (self.inputs.clone(), self.entries.clone());
        self.restore(fragment);
        for (entry, before) in self.entries.iter_mut().zip(entries) {
            let key = entry.field.key;
            if before.error.is_some() && inputs.get(key) == self.inputs.get(key) {
                *entry = before;
            }
        }
    }
}
