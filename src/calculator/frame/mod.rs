//! A calculator as its address and the page around it arrange it: parameters, theme, messages, covered results. It is a
//! chunk, loaded where the page is in a frame or has parameters.

mod commands;
mod cover;
mod slots;
mod state;
mod teller;
mod words;

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::Arrangement;
use yew::Callback;

use crate::calculator::form::Form;
pub use crate::calculator::frame::state::open;
use crate::calculator::parts::Parts;
use crate::calculator::stages::Slots;
use crate::shell::parent::{Incoming, Parent};
use crate::shell::session::PageSession;
use crate::shell::theme::Theme;

/// The chunk, with the port that only it uses.
#[derive(Clone)]
pub struct Frame {
    pub open: Open,
    pub parent: Rc<dyn Parent>,
}

/// Opens what arranges the page of a calculator, which is told of what happens.
pub type Open = fn(Page, &'static dyn Calculator, &Rc<dyn Parent>, Callback<FrameEvent>) -> Box<dyn Framed>;

/// There is one.
impl PartialEq for Frame {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What arranges a calculator from outside.
pub trait Framed {
    /// What is shown, and how.
    fn arrangement(&self) -> &Arrangement;
    /// Whether the results are covered.
    fn is_covered(&self) -> bool;
    /// Whether parts are shown that the extras draw.
    fn needs_extras(&self) -> bool;
    /// Whether something waits for what solves.
    fn needs_solver(&self) -> bool;
    /// Style and theme for a page in this language; none where the user's own choice holds.
    fn look(&self, locale: Locale) -> Option<(Style, Theme)>;
    /// Does what an event asks for.
    fn event(&mut self, event: FrameEvent, form: &mut Form, session: &PageSession) -> Outcome;
    /// The reader, or a link, has changed the form.
    fn acted(&mut self);
    /// Tells whoever may know what is shown now, after each render. While something is typed, nothing is told to be wrong.
    fn rendered(&mut self, form: &Form, session: &PageSession, is_typing: bool);
    /// What it adds to the tool.
    fn slots(&self, parts: &Parts<'_>) -> Slots;
}

/// What happens to a framed calculator.
#[derive(Debug)]
pub enum FrameEvent {
    /// A message came.
    Came(Incoming),
    /// The page has this height.
    Height(u32),
    /// The reader's system became light or dark.
    Dark,
    /// It is time to tell what has changed.
    Due,
    /// What solves is there, or did not come.
    Solver,
    /// The reader types a guess.
    Guess(String),
    /// The reader wants to see what the guess is worth.
    Compare,
    /// The reader wants to see without a guess.
    Reveal,
    /// The reader wants to guess once more, now that the figures are others.
    Again,
}

/// What is another after an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The form.
    pub form: bool,
    /// Anything that is drawn.
    pub drawn: bool,
}
