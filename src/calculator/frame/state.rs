//! A framed calculator: what was requested, and how it handles events.

use std::collections::VecDeque;
use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::audience::has_card;
use abacus_core::calculator::field::FieldError;
use abacus_core::calculator::{Calculator, Card, Inputs};
use abacus_core::number::format::{Currency, Style};
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use abacus_embed::command::{Present, is_ours};
use abacus_embed::message::Initiator;
use abacus_embed::{
    Arrangement, Gate, Params, Part, Parts as Pieces, Problem, Request, ResolvedTheme, Scheme, TooLarge,
};
use yew::Callback;
use yew::platform::spawn_local;

use crate::calculator::form::{Form, Stale};
use crate::calculator::frame::host_notifier::HostNotifier;
use crate::calculator::frame::slots::slots;
use crate::calculator::frame::{Frame, FrameEvent, Framed, HostMessaging, Outcome};
use crate::calculator::layouts::{PAGE, Slots};
use crate::calculator::parts::Parts;
use crate::shell::chunk::{Chunk, Loaded};
use crate::shell::parent::Incoming;
use crate::shell::ports::Subscription;
use crate::shell::session::PageSession;
use crate::shell::theme::Theme;

const OF_EXTRAS: [Part; 3] = [Part::Picture, Part::Table, Part::Chart];

/// The maximum number of messages to queue: what a host may send in a second, plus one, which is reported.
const MAX_QUEUED: usize = 61;

pub(super) struct State {
    pub(super) calculator: &'static dyn Calculator,
    /// One of our own pages keeps the user's own language, style and theme, and is not arranged from outside.
    is_page: bool,
    pub(super) present: Present,
    /// What is shown of it: nothing to a customer if there is nothing to show them.
    pub(super) shown: Arrangement,
    /// Light or dark, according to the theme.
    scheme: Scheme,
    /// The theme tokens that are currently rejected.
    pub(super) refused: Vec<Problem>,
    pub(super) is_revealed: bool,
    pub(super) guess: Guess,
    pub(super) gate: Gate,
    pub(super) notifier: HostNotifier,
    /// The message handler, and the chunk it is loaded from.
    messaging: Loaded<&'static HostMessaging>,
    messaging_chunk: Chunk<&'static HostMessaging>,
    /// Messages waiting for the handler.
    queue: VecDeque<Incoming>,
    /// Commands waiting for the solver, and those behind them.
    pub(super) waiting: VecDeque<Request>,
    /// The solver was requested and failed to load.
    pub(super) has_no_solver: bool,
    pub(super) happened: Callback<FrameEvent>,
    _subscriptions: [Subscription; 3],
}

#[derive(Default)]
pub(super) struct Guess {
    pub(super) text: String,
    /// The error in the guess, once it was submitted.
    pub(super) error: Option<FieldError>,
    /// The submitted guess, and the inputs it was made for.
    pub(super) compared: Option<(Decimal, Inputs)>,
}

pub fn open(
    page: Page,
    calculator: &'static dyn Calculator,
    frame: &Frame,
    happened: Callback<FrameEvent>,
) -> Box<dyn Framed> {
    let Frame { parent, messaging, .. } = frame;
    let spec = calculator.spec();
    let is_page = !matches!(page, Page::Embed(_));
    let (mut params, problems) = Params::read(&parent.query(), spec);
    if is_page {
        params.arrangement = Arrangement { guess: params.arrangement.guess, ..PAGE.clone() };
    }
    let Params { arrangement, theme, figures, host, id } = params;
    let subscriptions = if is_page {
        [(); 3].map(Subscription::new)
    } else {
        [
            parent.on_message(happened.reform(FrameEvent::Came)),
            parent.on_height(happened.reform(FrameEvent::Height)),
            parent.on_dark(happened.reform(|()| FrameEvent::Dark)),
        ]
    };
    let mut state = State {
        calculator,
        is_page,
        shown: arrangement.clone(),
        present: Present { arrangement, theme, figures, system_is_dark: parent.is_dark() },
        scheme: Scheme::Auto,
        refused: Vec::new(),
        is_revealed: false,
        guess: Guess::default(),
        gate: Gate::new(spec.id, id.clone(), host),
        notifier: HostNotifier::new(spec.id, id, Rc::clone(parent), problems),
        messaging: messaging.at_first(),
        messaging_chunk: messaging.clone(),
        queue: VecDeque::new(),
        waiting: VecDeque::new(),
        has_no_solver: false,
        happened,
        _subscriptions: subscriptions,
    };
    state.arrange();
    state.paint();
    Box::new(state)
}

impl Framed for State {
    fn arrangement(&self) -> &Arrangement {
        &self.shown
    }

    fn is_covered(&self) -> bool {
        self.shown.guess && !self.is_revealed
    }

    fn needs_extras(&self) -> bool {
        self.shown.customer && self.why_closed().is_none()
            || OF_EXTRAS.into_iter().any(|part| self.shown.parts.has(part))
    }

    fn needs_solver(&self) -> bool {
        !self.waiting.is_empty()
    }

    fn look(&self, locale: Locale) -> Option<(Style, Theme)> {
        let figures = self.present.figures;
        let theme = match self.scheme {
            Scheme::Auto => Theme::System,
            Scheme::Light => Theme::Light,
            Scheme::Dark => Theme::Dark,
        };
        let locale = figures.locale.unwrap_or(locale);
        let style = Style { locale, currency: figures.currency, decimals: figures.decimals };
        (!self.is_page).then_some((style, theme))
    }

    fn event(&mut self, event: FrameEvent, form: &mut Form, session: &PageSession) -> Outcome {
        let drawn = Outcome { form: false, drawn: true };
        match event {
            FrameEvent::Came(incoming) => {
                self.enqueue(incoming);
                self.process_queue(form, session)
            }
            FrameEvent::MessagingLoaded(arrived) => {
                self.messaging = Loaded::of(arrived);
                self.paint();
                self.process_queue(form, session)
            }
            FrameEvent::Height(height) => {
                self.notifier.height(height, &self.gate);
                self.report(form, session);
                Outcome::default()
            }
            FrameEvent::Dark => {
                self.present.system_is_dark = self.notifier.parent.is_dark();
                self.paint();
                drawn
            }
            FrameEvent::Due => {
                self.report(form, session);
                Outcome::default()
            }
            FrameEvent::Solver => {
                self.has_no_solver = !form.can_solve();
                if form.stale() == Some(Stale::Solving) {
                    self.notifier.fail(&self.gate);
                }
                let messaging = self.messaging.table().copied();
                let done = messaging.map(|messaging| (messaging.run_commands)(self, form, session));
                // A new request loads it again.
                self.has_no_solver = false;
                self.done(done.unwrap_or_default())
            }
            FrameEvent::Guess(text) => {
                self.guess.text = text;
                drawn
            }
            FrameEvent::Compare => {
                self.compare(form.inputs(), session.style.currency);
                drawn
            }
            FrameEvent::Again => {
                (self.is_revealed, self.guess) = (false, Guess::default());
                drawn
            }
            FrameEvent::Reveal => {
                self.is_revealed = true;
                drawn
            }
        }
    }

    fn acted(&mut self, by: Initiator) {
        self.notifier.by = by;
    }

    fn rendered(&mut self, form: &Form, session: &PageSession, is_typing: bool) {
        if let Some(messaging) = self.messaging.table() {
            (messaging.errors)(self, form, session.locale, is_typing);
        }
        self.report(form, session);
    }

    fn slots(&self, parts: &Parts<'_>) -> Slots {
        slots(self, parts)
    }
}

impl State {
    /// Queues a message and makes sure the handler gets loaded. Pages also send messages that are not for us.
    fn enqueue(&mut self, incoming: Incoming) {
        let is_first = self.messaging.table().is_none() && self.queue.is_empty();
        if is_first && !(incoming.is_parent && incoming.message.as_ref().is_ok_and(is_ours)) {
            return;
        }
        let is_full = self.queue.len() >= MAX_QUEUED;
        match self.queue.back_mut().filter(|_| is_full) {
            Some(last) => last.message = Err(TooLarge),
            None => self.queue.push_back(incoming),
        }
        if let Some(loading) = self.messaging.begin(&self.messaging_chunk) {
            let happened = self.happened.clone();
            spawn_local(async move { happened.emit(FrameEvent::MessagingLoaded(loading.await)) });
        }
    }

    /// Handles the queued messages if the handler has loaded.
    fn process_queue(&mut self, form: &mut Form, session: &PageSession) -> Outcome {
        let Some(messaging) = self.messaging.table().copied() else { return Outcome::default() };
        let mut outcome = Outcome::default();
        while let Some(incoming) = self.queue.pop_front() {
            outcome = outcome.and((messaging.receive)(self, incoming, form, session));
        }
        self.done(outcome)
    }

    /// Applies the effects of what a host requested.
    fn done(&mut self, outcome: Outcome) -> Outcome {
        if outcome.drawn {
            self.paint();
        }
        outcome
    }

    /// A guess that can be parsed uncovers the results.
    fn compare(&mut self, inputs: &Inputs, currency: Option<&Currency>) {
        let headline = self.calculator.spec().outputs.first();
        match headline.map(|output| output.wanted().parse_in(&self.guess.text, currency)) {
            Some(Ok(value)) => (self.is_revealed, self.guess.compared) = (true, Some((value, inputs.clone()))),
            Some(Err(error)) => self.guess.error = Some(error),
            None => self.is_revealed = true,
        }
    }

    /// Reports what is shown: without values until a host has sent a message.
    fn report(&mut self, form: &Form, session: &PageSession) {
        // These results still belong to the previous goal.
        if form.stale() == Some(Stale::Solving) {
            return;
        }
        match self.messaging.table().copied() {
            Some(messaging) if self.gate.is_open() => (messaging.report)(self, form, session),
            _ => self.notifier.announce_ready(self.calculator.spec(), session.locale, &self.gate),
        }
    }

    /// Why there is nothing to show a customer.
    pub(super) fn why_closed(&self) -> Option<Text> {
        match self.calculator.spec().card {
            Card::Nothing(why) if self.shown.customer && !has_card(self.calculator) => Some(why),
            _ => None,
        }
    }

    pub(super) fn arrange(&mut self) {
        self.shown = self.present.arrangement.clone();
        if self.why_closed().is_some() {
            let kept = [Part::Title, Part::Link].into_iter().filter(|part| self.shown.parts.has(*part));
            self.shown.parts = kept.collect::<Pieces>();
        }
    }

    fn paint(&mut self) {
        if !self.is_page {
            let Present { theme, system_is_dark, .. } = &self.present;
            let resolved = match self.messaging.table() {
                Some(messaging) => (messaging.resolve_theme)(theme, *system_is_dark),
                None => ResolvedTheme { scheme: theme.scheme, properties: Vec::new(), problems: Vec::new() },
            };
            self.scheme = resolved.scheme;
            self.notifier.parent.paint(&resolved.properties);
            self.refused = resolved.problems;
        }
    }
}
