//! The messages of a host to a framed calculator, and the reports to a host that has said hello.

mod commands;

use abacus_core::calculator::audience::shared_fields;
use abacus_core::calculator::field::Field;
use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::{Calculator, Evaluation};
use abacus_core::text::Locale;
use abacus_embed::command::code;
use abacus_embed::message::{Envelope, Figures, Kind, values};
use abacus_embed::{Code, Entries, GateDecision, Problem, Sender, Theme};

use crate::calculator::form::{Form, Stale};
use crate::calculator::frame::host_notifier::ReportedState;
use crate::calculator::frame::state::State;
use crate::calculator::frame::{FrameEvent, HostMessaging, Outcome};
use crate::calculator::parts::shown;
use crate::shell::parent::Incoming;
use crate::shell::session::PageSession;

pub static HOST_MESSAGING: HostMessaging = HostMessaging {
    receive: State::receive,
    run_commands: State::run_commands,
    report: State::report_changes,
    errors: State::errors,
    resolve_theme: Theme::resolve,
};

/// The minimum time between two reported changes.
const PAUSE_MS: u64 = 100;

impl State {
    fn receive(&mut self, incoming: Incoming, form: &mut Form, session: &PageSession) -> Outcome {
        let Incoming { is_parent, origin, at, message } = incoming;
        let sender = Sender { is_parent, origin: &origin, at };
        let read = message.as_ref().map_err(|too_large| *too_large);
        match self.gate.receive(sender, read, self.calculator.spec(), &self.present) {
            GateDecision::Ignored => Outcome::default(),
            GateDecision::Dropped(problem) => {
                self.problems(problem.as_slice(), session.locale);
                Outcome::default()
            }
            GateDecision::Refused(refusal) => {
                self.refuse(&refusal.problems, refusal.nonce.as_deref(), session.locale);
                Outcome::default()
            }
            GateDecision::Accepted(request) => {
                self.problems(&request.ignored, session.locale);
                self.waiting.push_back(request);
                self.run_commands(form, session)
            }
        }
    }

    /// Reports what was rejected or ignored.
    fn problems(&self, problems: &[Problem], locale: Locale) {
        for problem in problems {
            self.notifier.send(Kind::Problem, &self.gate, |envelope| envelope.problem(problem, locale));
        }
    }

    fn report_pending_problems(&mut self, locale: Locale) {
        let problems = std::mem::take(&mut self.notifier.problems);
        self.problems(&problems, locale);
    }

    fn refuse(&self, problems: &[Problem], nonce: Option<&str>, locale: Locale) {
        self.problems(problems, locale);
        self.reply(nonce, false, problems, locale, Entries::default());
    }

    fn reply(&self, nonce: Option<&str>, ok: bool, problems: &[Problem], locale: Locale, more: Entries) {
        if let Some(nonce) = nonce {
            let reply = |envelope: Envelope<'_>| envelope.reply(nonce, ok, problems, locale, more);
            self.notifier.send(Kind::Reply, &self.gate, reply);
        }
    }

    /// Reports each error once, but none while something is being typed. If a reported error is resolved, this is
    /// remembered for the next change message, which is then sent even if no result changes.
    fn errors(&mut self, form: &Form, locale: Locale, is_typing: bool) {
        if !self.gate.is_open() {
            return;
        }
        let errors = wrong(form, &self.refused);
        let before = self.notifier.errors.len();
        let stands = |reported: &Problem| {
            errors.iter().any(|error| (&error.key, error.is_typed) == (&reported.key, reported.is_typed))
        };
        self.notifier.errors.retain(stands);
        self.notifier.has_resolved_error |= self.notifier.errors.len() < before;
        if !is_typing {
            let before = std::mem::replace(&mut self.notifier.errors, errors);
            let mut new = self.notifier.errors.clone();
            new.retain(|error| !before.contains(error));
            self.problems(&new, locale);
        }
    }

    /// A host that says hello gets everything from the beginning.
    fn greet(&mut self, form: &Form, session: &PageSession) {
        (self.notifier.is_ready, self.notifier.last) = (false, None);
        // While solving is pending, the results belong to the previous goal.
        if form.stale() != Some(Stale::Solving) {
            self.report_changes(form, session);
        }
        self.errors(form, session.locale, false);
    }

    /// Reports what is shown, if it has changed since the last report.
    fn report_changes(&mut self, form: &Form, session: &PageSession) {
        let (Some(height), calculator, locale) = (self.notifier.height, self.calculator, session.locale) else {
            return;
        };
        let (revealed, evaluations) = (self.revealed_fields(), shown(calculator, form).1);
        let now = self.notifier.parent.now();
        let present = ReportedState {
            inputs: form.inputs().clone(),
            evaluations: evaluations.clone(),
            goal: form.solving().map(|solving| solving.goal),
        };
        let figures = figures(calculator, form, &revealed, &evaluations);
        if !self.notifier.is_ready {
            self.notifier.is_ready = true;
            let (spec, inputs) = (calculator.spec(), form.inputs());
            self.notifier.send(Kind::Ready, &self.gate, |envelope| {
                let mut ready = envelope.ready(spec, |field| spec.label(field, inputs), locale, height);
                ready.all(values(figures));
                ready.problems(&self.notifier.errors, locale);
                ready.into()
            });
            (self.notifier.last, self.notifier.has_resolved_error) = (Some((present, now)), false);
            return self.report_pending_problems(locale);
        }
        self.report_pending_problems(locale);
        let Some((last, at)) = &self.notifier.last else { return };
        if *last == present && !self.notifier.has_resolved_error {
            return;
        }
        let passed = now.saturating_sub(*at);
        if let Ok(pause @ 1..) = u32::try_from(PAUSE_MS.saturating_sub(passed)) {
            let happened = self.happened.reform(|()| FrameEvent::Due);
            self.notifier.timer = Some(session.ports.window.after(pause, happened));
            return;
        }
        (self.notifier.last, self.notifier.timer, self.notifier.has_resolved_error) =
            (Some((present, now)), None, false);
        let (errors, by) = (&self.notifier.errors, self.notifier.by);
        self.notifier.send(Kind::Change, &self.gate, |envelope| envelope.change(figures, errors, by, locale));
    }

    /// The inputs that are reported: for a customer's view, only those the customer sees.
    fn revealed_fields(&self) -> Vec<&'static Field> {
        match (self.shown.customer, self.why_closed()) {
            (false, _) => self.calculator.spec().fields.iter().collect(),
            (true, None) => shared_fields(self.calculator, None),
            (true, Some(_)) => Vec::new(),
        }
    }
}

/// The current errors: invalid fields and an invalid wanted result, unusable parts of the link, and rejected theme
/// tokens.
fn wrong(form: &Form, refused: &[Problem]) -> Vec<Problem> {
    let solving = form.solving();
    let fields = form.entries().iter().map(|entry| (entry.field.key, entry.error));
    let mut wrong = Vec::new();
    // A loop, because each iterator chain would compile to code of its own.
    for (key, error) in fields.chain(solving.map(|solving| (solving.output.key, solving.error))) {
        if let Some(error) = error {
            wrong.push(Problem::typed(key, code(error)));
        }
    }
    wrong.extend(form.problems().iter().map(of_link));
    wrong.extend_from_slice(refused);
    wrong
}

fn of_link(problem: &LinkProblem) -> Problem {
    match problem {
        LinkProblem::UnknownKey(key) | LinkProblem::BadGoal(key) => Problem::new(key, Code::UnknownKey),
        LinkProblem::Repeated(key) => Problem::new(*key, Code::Unreadable),
        LinkProblem::BadValue(key, _, error) | LinkProblem::BadWanted(key, _, error) => {
            Problem::new(*key, code(*error))
        }
    }
}

/// The reported figures of a form.
fn figures<'a>(
    calculator: &'static dyn Calculator,
    form: &'a Form,
    revealed: &'a [&'static Field],
    evaluations: &'a [Evaluation],
) -> Figures<'a> {
    let goal = form.solving().map(|solving| &solving.goal).filter(|_| !form.is_for_customer());
    Figures { spec: calculator.spec(), inputs: form.inputs(), revealed, evaluations, goal }
}
