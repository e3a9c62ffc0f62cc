//! A framed calculator: what it was asked for, and what happens to it.

use std::collections::VecDeque;
use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::audience::{has_card, shared_fields};
use abacus_core::calculator::field::{Field, FieldError};
use abacus_core::calculator::{Calculator, Card, Inputs};
use abacus_core::number::format::{Currency, Style};
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use abacus_embed::command::Present;
use abacus_embed::{
    Arrangement, Arrival, Entries, Gate, Params, Part, Parts as Pieces, Problem, Request, Scheme, Sender,
};
use yew::Callback;

use crate::calculator::form::Form;
use crate::calculator::frame::slots::slots;
use crate::calculator::frame::teller::Teller;
use crate::calculator::frame::{FrameEvent, Framed, Outcome};
use crate::calculator::parts::Parts;
use crate::calculator::stages::{PAGE, Slots};
use crate::shell::parent::{Incoming, Parent};
use crate::shell::ports::Subscription;
use crate::shell::session::PageSession;
use crate::shell::theme::Theme;

/// The parts that the extras draw.
const OF_EXTRAS: [Part; 3] = [Part::Picture, Part::Table, Part::Chart];

pub(super) struct State {
    pub(super) calculator: &'static dyn Calculator,
    /// A page of ours keeps the user's own language, style and theme, and is arranged by nobody.
    is_page: bool,
    pub(super) present: Present,
    /// What is shown of it: nothing to a customer where there is nothing to show.
    shown: Arrangement,
    /// The tokens of the theme that are refused at present.
    refused: Vec<Problem>,
    is_revealed: bool,
    pub(super) guess: Guess,
    gate: Gate,
    pub(super) teller: Teller,
    /// Commands that wait for what solves, and those behind them.
    pub(super) waiting: VecDeque<Request>,
    /// The solver was asked for and did not come.
    pub(super) has_no_solver: bool,
    pub(super) happened: Callback<FrameEvent>,
    _subscriptions: [Subscription; 3],
}

/// What the reader guesses of covered results.
#[derive(Default)]
pub(super) struct Guess {
    pub(super) text: String,
    /// What is wrong with the text, once it was to be compared.
    pub(super) error: Option<FieldError>,
    /// The guess that was compared, and the figures whose result it was a guess of.
    pub(super) compared: Option<(Decimal, Inputs)>,
}

/// The frame of a page at its address.
pub fn open(
    page: Page,
    calculator: &'static dyn Calculator,
    parent: &Rc<dyn Parent>,
    happened: Callback<FrameEvent>,
) -> Box<dyn Framed> {
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
        refused: Vec::new(),
        is_revealed: false,
        guess: Guess::default(),
        gate: Gate::new(spec.id, id.clone(), host),
        teller: Teller::new(spec.id, id, parent.clone(), problems),
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
        let theme = match self.present.theme.look(self.present.system_is_dark).scheme {
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
            FrameEvent::Came(incoming) => self.receive(incoming, form, session),
            FrameEvent::Height(height) => {
                self.teller.height(height, &self.gate);
                self.tell(form, session);
                Outcome::default()
            }
            FrameEvent::Dark => {
                self.present.system_is_dark = self.teller.parent.is_dark();
                self.paint();
                drawn
            }
            FrameEvent::Due => {
                self.tell(form, session);
                Outcome::default()
            }
            FrameEvent::Solver => {
                self.has_no_solver = !form.can_solve();
                self.go_on(form, session)
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

    fn acted(&mut self) {
        self.teller.is_by_host = false;
    }

    fn rendered(&mut self, form: &Form, session: &PageSession, is_typing: bool) {
        if !is_typing {
            self.teller.errors(form, session.locale, &self.gate);
        }
        self.tell(form, session);
    }

    fn slots(&self, parts: &Parts<'_>) -> Slots {
        slots(self, parts)
    }
}

impl State {
    fn receive(&mut self, incoming: Incoming, form: &mut Form, session: &PageSession) -> Outcome {
        let Incoming { is_parent, origin, at, message } = incoming;
        let sender = Sender { is_parent, origin: &origin, at };
        let read = message.as_ref().map_err(|too_large| *too_large);
        match self.gate.receive(sender, read, self.calculator.spec(), &self.present) {
            Arrival::Nothing => Outcome::default(),
            Arrival::Dropped(problem) => {
                self.teller.problems(problem.as_slice(), session.locale, &self.gate);
                Outcome::default()
            }
            Arrival::Refused(refusal) => {
                self.refuse(&refusal.problems, refusal.nonce.as_deref(), session.locale);
                Outcome::default()
            }
            Arrival::Accepted(request) => {
                self.teller.problems(&request.ignored, session.locale, &self.gate);
                self.waiting.push_back(request);
                self.go_on(form, session)
            }
        }
    }

    pub(super) fn refuse(&mut self, problems: &[Problem], nonce: Option<&str>, locale: Locale) {
        self.teller.problems(problems, locale, &self.gate);
        self.teller.reply(nonce, false, problems, locale, Entries::default(), &self.gate);
    }

    pub(super) fn done(&mut self, nonce: Option<&str>, ok: bool, locale: Locale) {
        self.teller.reply(nonce, ok, &[], locale, Entries::default(), &self.gate);
    }

    pub(super) fn answer(&mut self, nonce: Option<&str>, locale: Locale, answer: Entries) {
        self.teller.reply(nonce, true, &[], locale, answer, &self.gate);
    }

    /// A guess that can be read uncovers the results.
    fn compare(&mut self, inputs: &Inputs, currency: Option<&Currency>) {
        let headline = self.calculator.spec().outputs.first();
        match headline.map(|output| output.wanted().parse_in(&self.guess.text, currency)) {
            Some(Ok(value)) => (self.is_revealed, self.guess.compared) = (true, Some((value, inputs.clone()))),
            Some(Err(error)) => self.guess.error = Some(error),
            None => self.is_revealed = true,
        }
    }

    pub(super) fn reveal(&mut self) {
        self.is_revealed = true;
    }

    fn tell(&mut self, form: &Form, session: &PageSession) {
        let told = self.told();
        let due = self.teller.tell(form, self.calculator, &told, session.locale, &self.gate);
        if let Some(pause) = due {
            let happened = self.happened.reform(|()| FrameEvent::Due);
            self.teller.wait(session.ports.window.after(pause, happened));
        }
    }

    /// The host wants to know again.
    pub(super) fn greet(&mut self, form: &Form, session: &PageSession) {
        self.teller.greet();
        self.tell(form, session);
        self.teller.errors(form, session.locale, &self.gate);
    }

    /// The inputs that are told: to whoever sees what a customer sees, no others.
    pub(super) fn told(&self) -> Vec<&'static Field> {
        match (self.shown.customer, self.why_closed()) {
            (false, _) => self.calculator.spec().fields.iter().collect(),
            (true, None) => shared_fields(self.calculator),
            (true, Some(_)) => Vec::new(),
        }
    }

    /// Why there is nothing to show a customer.
    pub(super) fn why_closed(&self) -> Option<Text> {
        match self.calculator.spec().card {
            Card::Nothing(why) if self.shown.customer && !has_card(self.calculator) => Some(why),
            _ => None,
        }
    }

    /// Follows the arrangement that is asked for.
    pub(super) fn arrange(&mut self) {
        self.shown = self.present.arrangement.clone();
        if self.why_closed().is_some() {
            let kept = [Part::Title, Part::Link].into_iter().filter(|part| self.shown.parts.has(*part));
            self.shown.parts = kept.collect::<Pieces>();
        }
    }

    /// Follows the theme that is asked for.
    pub(super) fn paint(&mut self) {
        if !self.is_page {
            let look = self.present.theme.look(self.present.system_is_dark);
            self.teller.parent.paint(&look.properties);
            let new = look.problems.iter().filter(|problem| !self.refused.contains(problem)).cloned().collect();
            self.teller.later(new);
            self.refused = look.problems;
        }
    }
}
