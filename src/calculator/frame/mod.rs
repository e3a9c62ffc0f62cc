//! A calculator as its address and the page around it arrange it: parameters, theme, covered results. It is a chunk, loaded
//! where the page is in a frame or has parameters. What a host says and is told is another, loaded when one speaks.

mod cover;
mod slots;
mod state;
mod talk;
mod teller;
mod words;

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::message::By;
use abacus_embed::{Arrangement, Look, Theme};
use yew::Callback;

use crate::calculator::form::Form;
use crate::calculator::frame::state::State;
pub use crate::calculator::frame::state::open;
pub use crate::calculator::frame::talk::TALK;
use crate::calculator::parts::Parts;
use crate::calculator::stages::Slots;
use crate::shell::chunk::{Chunk, NotLoaded};
use crate::shell::parent::{Incoming, Parent};
use crate::shell::session::PageSession;
use crate::shell::theme;

/// The chunk, with the port that only it uses.
#[derive(Clone)]
pub struct Frame {
    pub open: Open,
    pub parent: Rc<dyn Parent>,
    pub talk: Chunk<&'static Talk>,
}

impl Frame {
    /// The same with what works out a theme. Where it does not come, the colours are ours.
    #[must_use]
    pub async fn themed(self) -> Self {
        Self { talk: self.talk.awaited().await, ..self }
    }
}

/// Opens what arranges the page of a calculator, which is told of what happens.
pub type Open = fn(Page, &'static dyn Calculator, &Frame, Callback<FrameEvent>) -> Box<dyn Framed>;

/// The chunk that hears a host, tells it what is shown, and works out the theme it asks for. A frame whose host says nothing
/// does without, unless its address has the tokens of a theme: then it is there from the start.
#[derive(Debug)]
pub struct Talk {
    /// Takes a message in.
    receive: fn(&mut State, Incoming, &mut Form, &PageSession) -> Outcome,
    /// Does the commands that wait, up to one that still has to.
    go_on: fn(&mut State, &mut Form, &PageSession) -> Outcome,
    /// Tells what is another than was told.
    tell: fn(&mut State, &Form, &PageSession),
    /// Tells of what is wrong, once for each error, unless something is being typed.
    errors: fn(&mut State, &Form, Locale, bool),
    /// What a theme comes to for a reader whose system is light or dark.
    look: fn(&Theme, bool) -> Look,
}

/// There is one.
impl PartialEq for Frame {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What arranges a calculator from outside.
pub trait Framed {
    fn arrangement(&self) -> &Arrangement;
    fn is_covered(&self) -> bool;
    /// Whether parts are shown that the extras draw.
    fn needs_extras(&self) -> bool;
    fn needs_solver(&self) -> bool;
    /// Style and theme for a page in this language; none where the user's own choice holds.
    fn look(&self, locale: Locale) -> Option<(Style, theme::Theme)>;
    fn event(&mut self, event: FrameEvent, form: &mut Form, session: &PageSession) -> Outcome;
    /// The reader, or a link, has changed the form.
    fn acted(&mut self, by: By);
    /// Tells whoever may know what is shown now, after each render. While something is typed, nothing is told to be wrong.
    fn rendered(&mut self, form: &Form, session: &PageSession, is_typing: bool);
    /// What it adds to the tool.
    fn slots(&self, parts: &Parts<'_>) -> Slots;
}

#[derive(Debug)]
pub enum FrameEvent {
    Came(Incoming),
    /// What hears a host is there, or did not come.
    Talk(Result<&'static Talk, NotLoaded>),
    Height(u32),
    /// The reader's system became light or dark.
    Dark,
    /// It is time to tell what has changed.
    Due,
    /// What solves is there, or did not come.
    Solver,
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
    pub form: bool,
    pub drawn: bool,
}

impl Outcome {
    const fn and(self, other: Self) -> Self {
        Self { form: self.form || other.form, drawn: self.drawn || other.drawn }
    }
}
