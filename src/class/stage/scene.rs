//! What the stage shows of a lesson.

use abacus_class::{Command, Kind, LessonContext, Run, Step, Words, quote_guess};
use abacus_core::Decimal;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::lesson_view::CalculatorCase;
use crate::class::deal::DealRoom;
use crate::class::link::link;
use crate::class::stage::words;
use crate::shell::chunk::Loaded;
use crate::shell::session::Session;

pub(super) struct Scene<'a> {
    pub(super) session: &'a Session,
    pub(super) class: LessonContext<'a>,
    pub(super) run: &'a Run,
    pub(super) step: &'a Step,
    /// The calculator of the step with its current values.
    pub(super) case: Option<CalculatorCase>,
    pub(super) deal: &'a Loaded<DealRoom>,
    pub(super) act: &'a Callback<Command>,
    pub(super) retry: &'a Callback<MouseEvent>,
    pub(super) now: u64,
}

impl Scene<'_> {
    pub(super) fn text(&self, text: Text) -> &'static str {
        self.session.text(text)
    }

    /// A text of the step with its figures filled in; the reason where a figure has no value.
    pub(super) fn fill(&self, words: &Words) -> String {
        self.run.fill(self.class, self.run.step, words, &self.session.style)
    }

    /// The text of the next step, which the trainer reads before the class does. `None` at the end.
    pub(super) fn ahead(&self) -> Option<String> {
        let next = self.run.step.saturating_add(1);
        let said = self.run.fill(self.class, next, &self.class.step(next)?.words, &self.session.style);
        let about = || self.class.output(next).map_or(words::QR, |output| output.label);
        Some(if said.is_empty() { self.text(about()).to_owned() } else { said })
    }

    /// The same as an element, with a `lang` attribute if the text exists in one language only.
    pub(super) fn say(&self, tag: &'static str, class: &'static str, words: &Words) -> Html {
        if words.is_empty() {
            return Html::default();
        }
        html! { <@{tag} {class} translate="no">{ self.fill(words) }</@> }
    }

    /// The heading of a step.
    pub(super) fn head(&self) -> Html {
        self.say("h1", "stage__words", &self.step.words)
    }

    pub(super) fn result(&self, key: &str) -> Option<Evaluation> {
        self.case.as_ref()?.evaluations.iter().find(|evaluation| evaluation.output.key == key).copied()
    }

    /// A formatted figure: the value with its sign, or the reason why there is none.
    pub(super) fn figure(&self, evaluation: &Evaluation) -> String {
        match evaluation.value {
            Ok(value) => self.quote(evaluation.output, value),
            Err(reason) => self.text(evaluation.output.none(reason)).to_owned(),
        }
    }

    /// A formatted guess.
    pub(super) fn guess(&self, output: &Output, value: Decimal) -> String {
        quote_guess(value, output, &self.session.style)
    }

    fn quote(&self, output: &Output, value: Decimal) -> String {
        output.quote(value, &self.session.style)
    }

    pub(super) fn on_click(&self, command: Command) -> Callback<MouseEvent> {
        self.act.reform(move |_: MouseEvent| command.clone())
    }

    /// A button of the stage. A click does not move the focus, so that a clicker's keys keep working.
    pub(super) fn button(
        &self,
        class: &'static str,
        label: Option<&'static str>,
        command: Command,
        content: Html,
    ) -> Html {
        let onmousedown = |event: MouseEvent| event.prevent_default();
        html! {
            <button type="button" {class} aria-label={label} onclick={self.on_click(command)} {onmousedown}>{ content }</button>
        }
    }

    /// The link for the phones of the class.
    pub(super) fn link(&self) -> Option<String> {
        link(self.session, self.case.as_ref()?)
    }

    /// The number of the step, and how many there are, counted from 1.
    pub(super) fn place(&self) -> String {
        words::place(self.run.step.saturating_add(1), self.class.lesson.steps.len())
    }

    /// Minutes since the lesson began.
    pub(super) const fn minutes(&self) -> u64 {
        self.now.saturating_sub(self.run.began) / 60_000
    }

    /// Whether the step runs on a clock.
    pub(super) const fn is_timed(&self) -> bool {
        matches!(self.step.kind, Kind::Clock { .. } | Kind::Tally { .. })
    }

    pub(super) fn remaining(&self) -> String {
        let seconds = self.run.remaining(self.step, self.now).div_ceil(1_000);
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}
