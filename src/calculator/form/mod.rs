//! The state of one calculator's form: the typed texts, their parsed values, and the last result for which everything
//! could be parsed.

mod action;
mod history;
mod reader;
mod solving;

use abacus_core::Decimal;
use abacus_core::calculator::audience::Allowed;
use abacus_core::calculator::field::{Field, FieldError, Kind, Part, Slider};
use abacus_core::calculator::share::{self, LinkProblem, Reader};
use abacus_core::calculator::solve::{Goal, results_of};
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::Currency;
use yew::AttrValue;

pub use crate::calculator::form::action::FormAction;
use crate::calculator::form::history::History;
pub use crate::calculator::form::solving::{Solver, Solving};

/// One field as the user sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub field: &'static Field,
    /// The text exactly as typed, valid or not.
    pub text: AttrValue,
    pub error: Option<FieldError>,
    /// The ends of its slider, which the user may move.
    pub slider: Slider,
}

/// Why results no longer match what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    Unread,
    /// No value gives the wanted result.
    Unsolved,
    /// The solver has not loaded yet.
    Solving,
}

/// The values of a form: the content of a link to it and of an undo step.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Values {
    inputs: Inputs,
    goal: Option<Goal>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    calculator: &'static dyn Calculator,
    entries: Vec<Entry>,
    problems: Vec<LinkProblem>,
    inputs: Inputs,
    evaluations: Vec<Evaluation>,
    extra_outputs: Vec<Evaluation>,
    solving: Option<Solving>,
    history: History,
    /// `None` until loaded; a goal waits for it.
    solver: Option<Solver>,
    is_touched: bool,
    /// Whether the last change was made by the user, and not in front of a customer.
    is_own: bool,
    reader: Reader,
    /// The private input the customer may also see this time.
    allowed: Allowed,
    /// The currency in which amounts are shown; `None` accepts any.
    currency: Option<&'static Currency>,
}

impl Form {
    /// The form as opened by a link.
    pub fn open(calculator: &'static dyn Calculator, fragment: &str, solver: Option<Solver>) -> Self {
        let spec = calculator.spec();
        let entry =
            |field: &'static Field| Entry { field, text: AttrValue::default(), error: None, slider: field.slider };
        let inputs = Inputs::defaults(spec);
        let mut form = Self {
            calculator,
            entries: spec.fields.iter().map(entry).collect(),
            problems: Vec::new(),
            evaluations: calculator.evaluate(&inputs),
            extra_outputs: calculator.extra_outputs(&inputs),
            inputs,
            solving: None,
            history: History::default(),
            solver,
            is_touched: false,
            is_own: false,
            reader: Reader::Colleague,
            allowed: None,
            currency: None,
        };
        form.load(fragment);
        form
    }

    /// Enables solving, starting with a goal that was waiting for it.
    pub fn set_solver(&mut self, solver: Solver) {
        self.solver = Some(solver);
        self.recompute();
    }

    /// Sets the currency: amounts are shown in it and accepted in no other.
    pub fn set_currency(&mut self, currency: Option<&'static Currency>) {
        if self.currency != currency {
            self.currency = currency;
            for entry in &mut self.entries {
                entry.error = entry.field.parse_in(&entry.text, currency).err();
            }
            if let Some(solving) = &mut self.solving {
                let wanted = solving.text.clone();
                solving.type_wanted(&wanted, currency);
            }
            self.recompute();
        }
    }

    pub const fn can_solve(&self) -> bool {
        self.solver.is_some()
    }

    /// The fields in the order of the form.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn text(&self, key: &str) -> &str {
        self.entries.iter().find(|entry| entry.field.key == key).map_or("", |entry| &entry.text)
    }

    pub fn problems(&self) -> &[LinkProblem] {
        &self.problems
    }

    /// The inputs of the results: the last ones that could all be parsed.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The results for [`Form::inputs`], headline first.
    pub fn evaluations(&self) -> &[Evaluation] {
        &self.evaluations
    }

    pub fn extra_outputs(&self) -> &[Evaluation] {
        &self.extra_outputs
    }

    pub const fn solving(&self) -> Option<&Solving> {
        self.solving.as_ref()
    }

    pub fn is_stale(&self) -> bool {
        self.stale().is_some()
    }

    /// Why the results no longer match what is typed; `None` while they do.
    pub fn stale(&self) -> Option<Stale> {
        let goal = self.solving.as_ref();
        if self.entries.iter().any(|entry| entry.error.is_some()) || goal.is_some_and(|solving| solving.error.is_some())
        {
            return Some(Stale::Unread);
        }
        let unsolved = if self.solver.is_some() { Stale::Unsolved } else { Stale::Solving };
        goal.filter(|solving| !solving.is_solved()).map(|_| unsolved)
    }

    /// Whether a professional input differs from its default or is solved for.
    pub fn uses_details(&self) -> bool {
        let is_detail = |field: &Field| field.part == Part::Detail;
        let is_solved_for = |field: &Field| self.solving.as_ref().is_some_and(|solving| solving.unknown == field);
        self.entries.iter().map(|entry| entry.field).any(|field| {
            is_detail(field) && (self.inputs.get(field.key) != Some(field.default) || is_solved_for(field))
        })
    }

    /// Whether the user has changed anything since opening the link.
    pub const fn is_touched(&self) -> bool {
        self.is_touched
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    fn values(&self) -> Values {
        Values { inputs: self.inputs.clone(), goal: self.solving.as_ref().map(|solving| solving.goal) }
    }

    fn entry(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.field.key == key)
    }

    /// Returns whether the text has changed.
    fn type_into(&mut self, key: &str, text: String) -> bool {
        let currency = self.currency;
        let Some(entry) = self.entry(key).filter(|entry| *entry.text != *text) else { return false };
        entry.error = entry.field.parse_in(&text, currency).err();
        entry.text = text.into();
        self.recompute();
        true
    }

    /// Adopts what is typed once all of it can be parsed. While solving, the unknown gets the value that gives the
    /// wanted result.
    fn recompute(&mut self) {
        let mut inputs = self.inputs.clone();
        let unknown = self.solving.as_ref().map(|solving| solving.unknown);
        for entry in self.entries.iter().filter(|entry| Some(entry.field) != unknown) {
            let set = entry.field.parse_in(&entry.text, self.currency).and_then(|value| inputs.set(entry.field, value));
            if set.is_err() {
                return;
            }
        }
        if let Some(solving) = &mut self.solving {
            let solver = self.solver.filter(|_| solving.error.is_none());
            let root = solver.and_then(|solver| solving.solve(solver, self.calculator, &inputs));
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
        self.adopt(inputs);
    }

    /// Setting the unknown, for example from a table, stops solving.
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

    /// Moves a field by steps of its slider, or of a slider that includes its value. From a value between two
    /// multiples, the first step leads to the next multiple.
    fn step(&mut self, key: &'static str, steps: i32) {
        let currency = self.currency;
        let Some(entry) = self.entry(key) else { return };
        let (field, slider) = (entry.field, entry.slider);
        let now = field.parse_in(&entry.text, currency).ok();
        let step = now.map_or(slider, |now| slider.holding(now)).step;
        let place = now.and_then(|now| now.over(step));
        let whole = place.map(|place| if steps > 0 { place.rounded_down() } else { place.rounded_up() });
        let next = whole.and_then(|whole| whole.plus(Decimal::from(steps))?.times(step));
        if let Some(next) = next {
            self.set(&[(key, next.clamp(field.min_value(), field.high))]);
        }
    }

    /// Returns whether the text has changed.
    fn commit(&mut self, key: &str) -> bool {
        self.history.end_change();
        let currency = self.currency;
        let Some(entry) = self.entry(key) else { return false };
        let Ok(value) = entry.field.parse_in(&entry.text, currency) else { return false };
        let text = entry.field.show(value);
        let is_other = *entry.text != *text;
        entry.text = text.into();
        is_other
    }

    fn now(&self, output: &Output) -> Option<Decimal> {
        self.evaluations.iter().find(|evaluation| evaluation.output == output)?.value.ok()
    }

    fn solve_for(&mut self, unknown: Option<&'static str>) {
        let spec = self.calculator.spec();
        let unknown = unknown.and_then(|key| spec.field(key)).filter(|field| !matches!(field.kind, Kind::Choice(_)));
        // The current wanted result if it depends on this input, otherwise the first that does.
        let wanted = self.solving.as_ref().map(|solving| solving.output);
        let output = unknown.and_then(|unknown| {
            let mut results = results_of(self.calculator, unknown);
            results_of(self.calculator, unknown).find(|output| Some(*output) == wanted).or_else(|| results.next())
        });
        // An unknown without a solution continues with its last valid value.
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

    fn load(&mut self, fragment: &str) {
        let linked = share::decode(self.calculator.spec(), fragment);
        self.restore(Values { inputs: linked.inputs, goal: linked.goal });
        self.problems = linked.problems;
    }

    /// Replaces the values. The state of the visit stays.
    fn restore(&mut self, values: Values) {
        self.problems.clear();
        self.solving = values.goal.map(Solving::new);
        for entry in &mut self.entries {
            let value = values.inputs.get(entry.field.key).unwrap_or(entry.field.default);
            (entry.text, entry.error) = (entry.field.show(value).into(), None);
        }
        self.adopt(values.inputs);
        self.recompute();
    }

    /// Restores values for undo or redo. Invalid text stays in the fields that the change does not affect.
    fn travel(&mut self, values: Values) {
        let (inputs, entries) = (self.inputs.clone(), self.entries.clone());
        self.restore(values);
        self.is_touched = true;
        for (entry, before) in self.entries.iter_mut().zip(entries) {
            let key = entry.field.key;
            if before.error.is_some() && inputs.get(key) == self.inputs.get(key) {
                *entry = before;
            }
        }
    }

    fn adopt(&mut self, inputs: Inputs) {
        if inputs != self.inputs {
            self.evaluations = self.calculator.evaluate(&inputs);
            self.extra_outputs = self.calculator.extra_outputs(&inputs);
            self.inputs = inputs;
        }
    }
}
