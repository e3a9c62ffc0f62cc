//! The actions of a form, and the state after each.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::share::Reader;
use yew::Reducible;

use crate::state::form::{Form, Solving};

#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    Type(&'static str, String),
    /// The user left a field, so its text may be reformatted.
    Commit(&'static str),
    /// A field moves this many of its steps, up or down if negative.
    Step(&'static str, i32),
    /// Values set from elsewhere on the page, such as a slider or a cell of a table.
    Set(Vec<(&'static str, Decimal)>),
    /// The ends of a field's slider, low and high.
    Ends(&'static str, Decimal, Decimal),
    /// A professional step is removed from the formula.
    Remove(&'static str),
    /// Solves for an input so that a result has the wanted value; none ends solving.
    SolveFor(Option<&'static str>),
    /// Another result is the wanted one, by its key.
    SolveResult(String),
    TypeWanted(String),
    CommitWanted,
    /// The address changed: all values come from this fragment.
    Open(String),
    /// Opens values as a fragment, as one change that can be undone.
    Load(String),
    /// Back to the slide's example.
    Reset,
    Undo,
    /// Repeats the last change that was undone.
    Redo,
    /// Shows the form to a customer, or no longer.
    ShowTo(Reader),
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
            // Our own change of the address returns as an event, which must not discard what is typed.
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
        // The same `Rc` tells yew to render nothing.
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
