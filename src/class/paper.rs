//! A lesson, or all of them, on paper.

use std::rc::Rc;

use abacus_class::paper::{Line, PrintedGuess, PrintedStep, Script, Sheet, Table, paper};
use abacus_class::{Lesson, LessonContext, Run};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::lesson_view::{CalculatorCase, qr_code};
use crate::class::calculators::{Calculators, LoadResult};
use crate::class::chunks::Source;
use crate::class::link::link;
use crate::class::words;
use crate::shell::session::Session;

#[derive(Clone, PartialEq)]
pub struct PrintJob {
    pub sheet: Sheet,
    pub lessons: Vec<Rc<Lesson>>,
    /// A counter, because the same sheet may be printed again.
    pub times: u32,
}

#[derive(Clone, Properties)]
pub struct PaperProps {
    pub session: Session,
    pub calculator: Source,
    pub job: PrintJob,
    /// The print dialog has closed.
    pub done: Callback<()>,
}

// The sources never change.
impl PartialEq for PaperProps {
    fn eq(&self, other: &Self) -> bool {
        self.session == other.session && self.job == other.job
    }
}

pub enum Message {
    Calculator(String, LoadResult),
    Retry,
}

/// The sheets, which are printed once all calculators have loaded.
pub struct PaperView {
    calculators: Calculators,
    printed: Option<u32>,
}

impl Component for PaperView {
    type Message = Message;
    type Properties = PaperProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut view = Self { calculators: Calculators::default(), printed: None };
        view.load(ctx);
        view
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &PaperProps) -> bool {
        self.load(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Calculator(id, arrived) => self.calculators.arrive(id, arrived),
            Message::Retry => self.load(ctx),
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let PaperProps { session, job, done, .. } = ctx.props();
        let is_whole = job.lessons.iter().all(|lesson| self.calculators.missing_of(lesson).is_none());
        if is_whole && self.printed != Some(job.times) {
            self.printed = Some(job.times);
            session.ports.outbox.print(done.clone());
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PaperProps { session, job, .. } = ctx.props();
        if let Some(missing) = job.lessons.iter().find_map(|lesson| self.calculators.missing_of(lesson)) {
            let retry = ctx.link().callback(|_: MouseEvent| Message::Retry);
            return missing.placeholder("paper", session.locale, &retry);
        }
        let find = |id: &str| self.calculators.find(id);
        let sheets = job.lessons.iter().map(|lesson| sheet(session, LessonContext { lesson, find: &find }, job.sheet));
        html! { <div class="papers" translate="no">{ for sheets }</div> }
    }
}

impl PaperView {
    fn load(&mut self, ctx: &Context<Self>) {
        let PaperProps { calculator, job, .. } = ctx.props();
        for (id, loading) in job.lessons.iter().flat_map(|lesson| self.calculators.begin(*calculator, lesson)) {
            ctx.link().send_future(async move { Message::Calculator(id, loading.await) });
        }
    }
}

pub(super) const fn name(sheet: Sheet) -> Text {
    match sheet {
        Sheet::Script => words::SCRIPT,
        Sheet::Practice => words::PRACTICE,
        Sheet::Answers => words::ANSWERS,
    }
}

fn sheet(session: &Session, class: LessonContext<'_>, sheet: Sheet) -> Html {
    let Some(paper) = paper(class, sheet, &session.style) else { return Html::default() };
    html! {
        <article class="paper">
            <header class="paper__head">
                <p class="paper__kind">{ session.text(name(sheet)) }</p>
                <h2 class="paper__title">{ paper.title }</h2>
                <p class="paper__about">{ paper.about }</p>
                if sheet == Sheet::Practice {
                    <p class="paper__who">
                        { session.text(words::NAME) }<span class="paper__blank"></span>
                        { session.text(words::DATE) }<span class="paper__blank"></span>
                    </p>
                }
            </header>
            <ol class="paper__steps">{ for paper.steps.into_iter().map(|printed_step| step(session, class, printed_step)) }</ol>
            <footer class="paper__source">{ paper.source }</footer>
        </article>
    }
}

fn step(session: &Session, class: LessonContext<'_>, printed_step: PrintedStep) -> Html {
    let case = case(session, class, printed_step.step);
    html! {
        <li class="paper__step" key={printed_step.step}>
            <h3 class="paper__words">{ printed_step.words }</h3>
            { for printed_step.lines.into_iter().map(|one| line(session, case.as_ref(), one)) }
            { for printed_step.script.map(|script| notes(session, script)) }
        </li>
    }
}

/// The calculator of a step with its values in the lesson.
fn case(session: &Session, class: LessonContext<'_>, step: usize) -> Option<CalculatorCase> {
    let run = Run { step, ..Run::default() };
    Some(CalculatorCase {
        calculator: class.calculator(step)?,
        inputs: run.inputs(class, step)?,
        evaluations: run.results(class, step)?,
        style: session.style,
    })
}

fn notes(session: &Session, script: Script) -> Html {
    html! {
        <aside class="paper__notes">
            <p>{ words::time(script.seconds, session.locale) }{ script.notes }</p>
            if !script.wrong.is_empty() {
                <p>{ session.text(words::COMMON_GUESSES) }</p>
                <ul>
                    { for script.wrong.into_iter().map(|PrintedGuess { range, why }| html! {
                        <li key={range.clone()}>{ range }{ " " }{ why }</li>
                    }) }
                </ul>
            }
        </aside>
    }
}

fn blank(answer: Option<String>) -> Html {
    match answer {
        Some(answer) => html! { <strong class="paper__answer">{ answer }</strong> },
        None => html! { <span class="paper__blank"></span> },
    }
}

fn line(session: &Session, case: Option<&CalculatorCase>, line: Line) -> Html {
    match line {
        Line::Words(words) => html! { <p>{ words }</p> },
        Line::Blank { name, answer: None } if name.is_empty() => {
            html! { <p class="paper__find"><span class="paper__blank paper__blank--line"></span></p> }
        }
        Line::Blank { name, answer } => html! { <p class="paper__find">{ name }{ " " }{ blank(answer) }</p> },
        Line::Working { result, answer } => {
            let Some((case, line)) = case.and_then(|case| Some((case, case.line(&result)?))) else {
                return Html::default();
            };
            html! {
                <div class="paper__working working">
                    { case.in_words(&line) }
                    if answer.is_some() { { case.in_figures(&line) } } else { <span class="paper__blank"></span> }
                    <span class="paper__outcome">{ "= " }{ blank(answer) }</span>
                </div>
            }
        }
        Line::Choice { words, right } => {
            let mark = if right == Some(true) { "☑" } else { "☐" };
            html! { <p class="paper__choice">{ mark }{ " " }{ words }</p> }
        }
        Line::Table(grid) => table(grid),
        Line::Qr => {
            let link = case.and_then(|case| link(session, case));
            let code = link.as_ref().and_then(|link| qr_code(link, session.locale));
            html! {
                <div class="paper__code">
                    { for code }
                    { for link.map(|link| html! { <p class="paper__link">{ link }</p> }) }
                </div>
            }
        }
    }
}

fn table(Table { caption, columns, rows }: Table) -> Html {
    html! {
        <table class="paper__table">
            if !caption.is_empty() { <caption>{ caption }</caption> }
            <thead><tr><td></td>{ for columns.into_iter().map(|column| html! { <th scope="col">{ column }</th> }) }</tr></thead>
            <tbody>
                { for rows.into_iter().map(|(head, cells)| html! {
                    <tr>
                        <th scope="row">{ head }</th>
                        { for cells.into_iter().map(|cell| html! { <td>{ for cell }</td> }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
