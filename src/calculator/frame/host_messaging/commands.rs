//! The commands of a host, and what each does.

use abacus_core::calculator::Evaluation;
use abacus_core::calculator::sentence::{for_customer, sentence};
use abacus_core::calculator::share::{Reader, encode};
use abacus_core::calculator::solve::{Goal, Solution};
use abacus_core::page::Page;
use abacus_embed::message::{Initiator, values};
use abacus_embed::{Code, Command, Entries, Problem, Request};

use crate::calculator::form::{Form, FormAction, Stale};
use crate::calculator::frame::Outcome;
use crate::calculator::frame::host_messaging::figures;
use crate::calculator::frame::state::State;
use crate::calculator::parts::shown;
use crate::shell::session::PageSession;

impl State {
    /// Runs the pending commands, up to the first that still has to wait.
    pub(super) fn run_commands(&mut self, form: &mut Form, session: &PageSession) -> Outcome {
        let mut outcome = Outcome::default();
        while let Some(request) = self.waiting.pop_front() {
            let solves = matches!(request.command, Command::Solve(..)) || form.stale() == Some(Stale::Solving);
            if solves && !form.can_solve() && !self.has_no_solver {
                self.waiting.push_front(request);
                break;
            }
            let done = self.command(request, form, session);
            outcome = outcome.and(done);
        }
        if outcome.form {
            self.notifier.by = Initiator::Host;
        }
        outcome
    }

    fn command(&mut self, request: Request, form: &mut Form, session: &PageSession) -> Outcome {
        let Request { command, nonce, .. } = request;
        let (nonce, locale) = (nonce.as_deref(), session.locale);
        let drawn = Outcome { form: false, drawn: true };
        let changed = match command {
            Command::Hello => {
                self.greet(form, session);
                self.reply(nonce, true, &[], locale, Entries::default());
                return Outcome::default();
            }
            Command::Get => {
                let answer = self.present_values(form, session);
                self.reply(nonce, true, &[], locale, answer);
                return Outcome::default();
            }
            Command::Set(values) => {
                // One undo step, separate from any change before or after it.
                let first = values.first().map_or("", |(key, _)| *key);
                form.act(FormAction::Commit(first));
                form.act(FormAction::Set(values));
                form.act(FormAction::Commit(first));
                true
            }
            Command::Reset => form.act(FormAction::Reset),
            Command::Undo => form.act(FormAction::Undo),
            Command::Redo => form.act(FormAction::Redo),
            Command::Solve(unknown, output, wanted) => {
                let before = form.clone();
                let goal = Goal { unknown, output, wanted };
                let unsolved = Solution::None(None, None);
                let spec = self.calculator.spec();
                let link = encode(spec, form.inputs(), Some((&goal, &unsolved)), Reader::Colleague);
                form.act(FormAction::Load(link));
                if form.is_stale() {
                    *form = before;
                    self.refuse(&[Problem::new(unknown.key, Code::NoAnswer)], nonce, locale);
                    return Outcome::default();
                }
                true
            }
            Command::Show(arrangement) => {
                self.present.arrangement = arrangement;
                self.arrange();
                let reader = if self.present.arrangement.customer { Reader::Customer } else { Reader::Colleague };
                let is_other = form.is_for_customer() != (reader == Reader::Customer);
                let form_changed = is_other && form.act(FormAction::ShowTo(reader));
                self.reply(nonce, true, &[], locale, Entries::default());
                return Outcome { form: form_changed, drawn: true };
            }
            Command::Theme(theme) => {
                self.present.theme = theme;
                self.reply(nonce, true, &[], locale, Entries::default());
                return drawn;
            }
            Command::Lang(figures) => {
                self.present.figures = figures;
                self.reply(nonce, true, &[], figures.locale.unwrap_or(locale), Entries::default());
                return drawn;
            }
            Command::Reveal => {
                self.is_revealed = true;
                self.reply(nonce, true, &[], locale, Entries::default());
                return drawn;
            }
        };
        self.reply(nonce, changed, &[], locale, Entries::default());
        Outcome { form: changed, drawn: changed }
    }

    /// The answer to `get`.
    fn present_values(&self, form: &Form, session: &PageSession) -> Entries {
        let (calculator, revealed) = (self.calculator, self.revealed_fields());
        let evaluations: Vec<Evaluation> = shown(calculator, form).1;
        let (spec, inputs, style) = (calculator.spec(), form.inputs(), session.style);
        let sentence = if form.is_for_customer() {
            for_customer(calculator, inputs, &evaluations, &style, None).unwrap_or_default()
        } else {
            sentence(spec, inputs, &evaluations, &style)
        };
        let page = session.page.link_to(session.page.calculator().map_or(session.page, Page::Calculator));
        let fragment = form.shown_fragment();
        let mark = if fragment.is_empty() { "" } else { "#" };
        let address = format!("{page}?lang={}{mark}{fragment}", session.locale.tag());
        let mut answer = values(figures(calculator, form, &revealed, &evaluations));
        answer.text("link", &self.notifier.parent.absolute(&address));
        answer.text("sentence", &sentence);
        answer
    }
}
