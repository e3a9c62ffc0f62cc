//! A calculator arranged by its address and the page around it: parameters, theme, covered results. It is a chunk,
//! loaded where the page is in a frame or has parameters. Messages to and from a host are in another chunk, loaded when
//! the host sends one.

mod cover;
mod host_messaging;
mod host_notifier;
mod slots;
mod state;
mod words;

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::message::Initiator;
use abacus_embed::{Arrangement, ResolvedTheme, Theme};
use yew::Callback;

use crate::calculator::form::Form;
pub use crate::calculator::frame::host_messaging::HOST_MESSAGING;
use crate::calculator::frame::state::State;
pub use crate::calculator::frame::state::open;
use crate::calculator::layouts::Slots;
use crate::calculator::parts::Parts;
use crate::shell::chunk::{Chunk, NotLoaded};
use crate::shell::parent::{Incoming, Parent};
use crate::shell::session::PageSession;
use crate::shell::theme;

/// The chunk, with the port that only it uses.
#[derive(Clone)]
pub struct Frame {
    pub open: Open,
    pub parent: Rc<dyn Parent>,
    pub messaging: Chunk<&'static HostMessaging>,
}

impl Frame {
    /// The same, once the code that computes themes has loaded. If it fails to load, the default colours are used.
    #[must_use]
    pub async fn themed(self) -> Self {
        Self { messaging: self.messaging.awaited().await, ..self }
    }
}

/// Opens the arrangement of a calculator's page; the callback receives its events.
pub type Open = fn(Page, &'static dyn Calculator, &Frame, Callback<FrameEvent>) -> Box<dyn Framed>;

/// The chunk that handles messages from a host, reports what is shown to it, and computes the requested theme. A frame
/// without host messages does not load it, unless its address has theme tokens: then it is loaded from the start.
#[derive(Debug)]
pub struct HostMessaging {
    /// Handles a message.
    receive: fn(&mut State, Incoming, &mut Form, &PageSession) -> Outcome,
    /// Runs the pending commands, up to the first that still has to wait.
    run_commands: fn(&mut State, &mut Form, &PageSession) -> Outcome,
    /// Reports what has changed since the last report.
    report: fn(&mut State, &Form, &PageSession),
    /// Reports each error once, unless something is being typed.
    errors: fn(&mut State, &Form, Locale, bool),
    /// Resolves a theme for a reader whose system is light or dark.
    resolve_theme: fn(&Theme, bool) -> ResolvedTheme,
}

/// There is only one.
impl PartialEq for Frame {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Arranges a calculator from outside.
pub trait Framed {
    fn arrangement(&self) -> &Arrangement;
    fn is_covered(&self) -> bool;
    /// Whether it shows parts that the extras render.
    fn needs_extras(&self) -> bool;
    fn needs_solver(&self) -> bool;
    /// Style and theme for a page in this language; `None` where the user's own choice applies.
    fn look(&self, locale: Locale) -> Option<(Style, theme::Theme)>;
    fn event(&mut self, event: FrameEvent, form: &mut Form, session: &PageSession) -> Outcome;
    /// The reader, or a link, has changed the form.
    fn acted(&mut self, by: Initiator);
    /// Reports what is shown to those allowed to know it, after each render. Errors are not reported while something is
    /// being typed.
    fn rendered(&mut self, form: &Form, session: &PageSession, is_typing: bool);
    /// What it adds to the tool.
    fn slots(&self, parts: &Parts<'_>) -> Slots;
}

#[derive(Debug)]
pub enum FrameEvent {
    Came(Incoming),
    /// The message handler has loaded, or failed to load.
    MessagingLoaded(Result<&'static HostMessaging, NotLoaded>),
    Height(u32),
    /// The reader's system switched between light and dark.
    Dark,
    /// It is time to report changes.
    Due,
    /// The solver has loaded, or failed to load.
    Solver,
    Guess(String),
    /// The reader submits the guess.
    Compare,
    /// The reader wants to see the result without a guess.
    Reveal,
    /// The reader wants to guess again, because the figures have changed.
    Again,
}

/// What has changed after an event.
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
