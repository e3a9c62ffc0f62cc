//! What can happen to a form, and what it does to it.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::share::Reader;
use yew::Reducible;

use crate::state::form::{Form, Solving};

/// What can happen to a form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    /// The text of a field changed.
    Type(&'static str, String),
    /// The user is done with a field: it may be tidied.
    Commit(&'static str),
    /// A field goes so many of its steps up or down.
    Step(&'static str, i32),
    /// Values set from elsewhere on the page, such as a slider or a cell of a table.
    Set(Vec<(&'static str, Decimal)>),
    /// The ends of a field's slider, low and high.
    Ends(&'static str, Decimal, Decimal),
    /// A professional step is taken out of the formula.
    Remove(&'static str),
    /// An input is looked for so that a result comes out as wanted; with none, no longer.
    SolveFor(Option<&'static str>),
    /// Another result is wanted, by its key.
    SolveResult(String),
    /// The text of the wanted result changed.
    TypeWanted(String),
    /// The user is done with the wanted result.
    CommitWanted,
    /// Another address: all values come from its fragment.
    Open(String),
    /// Values kept earlier, as a fragment: opened as one change that can be undone.
    Load(String),
    /// Back to the slide's example.
    Reset,
    /// Takes the last change back.
    Undo,
    /// Makes a change again that was taken back.
    Redo,
    /// The customer looks on, or no longer does.
    ShowTo(Reader),
}

/// The field whose changes in a row count as one.
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

impl Reducible for Form {
    type Action = FormAction;

    fn reduce(self: Rc<Self>, action: FormAction) -> Rc<Self> {
        let before = self.fragment();
        let mut next = Self::clone(&self);
        let changing = changing(&action);
        match action {
            FormAction::Type(key, text) => next.type_into(key, text),
            FormAction::Commit(key) => next.commit(key),
            FormAction::Step(key, steps) => next.step(key, steps),
            FormAction::Set(values) => next.set(&values),
            FormAction::Ends(key, low, high) => next.ends(key, low, high),
            FormAction::Remove(key) => {
                let field = self.calculator.spec().field(key);
                next.set(&field.map(|field| (key, field.default)).into_iter().collect::<Vec<_>>());
            }
            FormAction::SolveFor(unknown) => next.solve_for(unknown),
            FormAction::SolveResult(output) => {
                let output = self.calculator.spec().output(&output);
                if let (Some(solving), Some(output)) = (&self.solving, output) {
                    let beginning = Solving::beginning(solving.unknown, output, self.now(output));
                    next.solving = Some(Solving { asked: solving.asked, ..beginning });
                    next.recompute();
                }
            }
            FormAction::TypeWanted(text) => {
                if let Some(solving) = &mut next.solving {
                    solving.type_wanted(text);
                }
                next.recompute();
            }
            FormAction::CommitWanted => {
                if let Some(solving) = &mut next.solving {
                    solving.tidy();
                }
                next.history.end_change();
            }
            // Our own change of the address comes back as an event: what is typed must survive it.
            FormAction::Open(fragment) if fragment == self.shown_fragment() => return self,
            FormAction::Open(fragment) => {
                let opened = Self::open(self.calculator, &fragment).with_ends(&self.ends_to_remember());
                return Rc::new(Self { reader: self.reader, ..opened });
            }
            FormAction::Load(fragment) => next.restore(&fragment),
            FormAction::Reset => next.restore(""),
            FormAction::Undo => {
                if let Some(fragment) = next.history.undo(before) {
                    next.travel(&fragment);
                }
                return Rc::new(next);
            }
            FormAction::Redo => {
                if let Some(fragment) = next.history.redo(before) {
                    next.travel(&fragment);
                }
                return Rc::new(next);
            }
            FormAction::ShowTo(reader) => {
                next.reader = reader;
                next.is_touched = true;
            }
        }
        // The same `Rc` tells yew that there is nothing to render.
        if next == *self {
            return self;
        }
        if next.fragment() != before {
            next.history.note(before, changing);
            next.is_touched = true;
        }
        Rc::new(next)
    }
}
