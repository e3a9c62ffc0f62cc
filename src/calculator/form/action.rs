//! The actions of a form, and what each does.

use crate::calculator::form::history::History;
use crate::calculator::form::{Form, Solving};
use abacus_core::Decimal;
use abacus_core::calculator::audience::has_card;
use abacus_core::calculator::field::{Field, Slider};
use abacus_core::calculator::share::Reader;

#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    Type(&'static str, String),
    /// The user left a field, so its text may be reformatted.
    Commit(&'static str),
    /// Steps a field up by this many steps, or down if negative.
    Step(&'static str, i32),
    /// Values set from elsewhere on the page, such as a slider or a cell of a table.
    Set(Vec<(&'static str, Decimal)>),
    Ends(Vec<(&'static Field, Slider)>),
    /// A professional step is removed from the formula.
    Remove(&'static str),
    /// Solves for an input so that a result has the wanted value; `None` stops solving.
    SolveFor(Option<&'static str>),
    /// Wants another result, by its key.
    SolveResult(String),
    TypeWanted(String),
    CommitWanted,
    /// The address changed: all values come from this fragment.
    Open(String),
    /// Opens the values of a fragment as one change that can be undone.
    Load(String),
    /// Restores the slide's example.
    Reset,
    Undo,
    Redo,
    /// Shows the form to a customer, or stops showing it.
    ShowTo(Reader),
    /// Shows it to a customer who may also see this private input, until the card is left.
    ShowWith(&'static str),
}

/// The field whose consecutive changes count as one.
fn changing(action: &FormAction) -> Option<&'static str> {
    match action {
        FormAction::Type(key, _) | FormAction::Step(key, _) => Some(key),
        FormAction::Set(values) => match values.as_slice() {
            [(key, _)] => Some(key),
            _ => None,
        },
        FormAction::TypeWanted(_) => Some("solve"),
        _ => None,
    }
}

impl Form {
    /// Performs an action. Returns whether a new render may be needed.
    pub fn act(&mut self, action: FormAction) -> bool {
        let before = self.values();
        let changing = changing(&action);
        match action {
            FormAction::Type(key, text) => {
                if !self.type_into(key, text) {
                    return false;
                }
            }
            FormAction::Commit(key) => return self.commit(key),
            FormAction::Step(key, steps) => self.step(key, steps),
            FormAction::Set(values) => self.set(&values),
            FormAction::Ends(sliders) => {
                for (field, slider) in sliders {
                    self.entry(field.key).into_iter().for_each(|entry| entry.slider = slider);
                }
            }
            FormAction::Remove(key) => {
                let field = self.calculator.spec().field(key);
                self.set(&field.map(|field| (key, field.default)).into_iter().collect::<Vec<_>>());
            }
            FormAction::SolveFor(unknown) => self.solve_for(unknown),
            FormAction::SolveResult(output) => {
                let output = self.calculator.spec().output(&output);
                if let Some((solving, output)) = self.solving.as_ref().zip(output) {
                    let beginning = Solving::beginning(solving.unknown, output, self.now(output));
                    self.solving = Some(Solving { asked: solving.asked, ..beginning });
                    self.recompute();
                }
            }
            FormAction::TypeWanted(text) => {
                let currency = self.currency;
                self.solving.iter_mut().for_each(|solving| solving.type_wanted(&text, currency));
                self.recompute();
            }
            FormAction::CommitWanted => {
                self.solving.iter_mut().for_each(Solving::tidy);
                self.history.end_change();
            }
            // Our own change of the address returns as an event, which must not discard what is typed.
            FormAction::Open(fragment) if fragment == self.shown_fragment() => return false,
            FormAction::Open(fragment) => {
                self.load(&fragment);
                self.history = History::default();
                self.is_touched = false;
                return true;
            }
            FormAction::Load(fragment) => self.load(&fragment),
            FormAction::Reset => self.load(""),
            FormAction::Undo => return self.history.undo(before).map(|before| self.travel(before)).is_some(),
            FormAction::Redo => return self.history.redo(before).map(|after| self.travel(after)).is_some(),
            // Some calculators have nothing to show a customer.
            FormAction::ShowTo(Reader::Customer) | FormAction::ShowWith(_) if !has_card(self.calculator) => {
                return false;
            }
            FormAction::ShowTo(reader) => (self.reader, self.allowed, self.is_touched) = (reader, None, true),
            FormAction::ShowWith(key) => {
                (self.reader, self.allowed, self.is_touched) = (Reader::Customer, Some(key), true);
            }
        }
        if self.values() != before {
            self.history.note(before, changing);
            self.is_touched = true;
            self.is_own = self.reader == Reader::Colleague;
        }
        true
    }
}
