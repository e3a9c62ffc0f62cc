//! A visit on one sheet of paper, with room to write.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::visit;
use abacus_deals::{Deal, Quadrant, Question, Spin, Visit};
use yew::prelude::*;

use crate::deals::meetings::visits::needs::{needs_of, people_of_visit};
use crate::deals::meetings::visits::words;
use crate::deals::{people, words as deals};

/// Up to this many questions leave room to write. With more, the type is smaller, so that the sheet remains one page.
const ROOMY: usize = 8;

/// The sheet, visible in print only.
pub fn visit_sheet(deal: &Deal, visit: &Visit, today: Date, locale: Locale) -> Html {
    let line = |label: &'static str, value: Html| html! { <div class="sheet__line"><dt>{ label }</dt><dd class="sheet__text">{ value }</dd></div> };
    let is_dense = visit.questions.len() > ROOMY;
    let expected = visit.expected.map(|outcome| outcome.label().get(locale));
    html! {
        <section class={classes!("print-only", "sheet", is_dense.then_some("sheet--dense"))} aria-label={words::name(visit, locale)}>
            <h2 class="sheet__title">{ words::name(visit, locale) }{ " · " }<bdi>{ deals::name(deal, locale) }</bdi></h2>
            <dl class="sheet__lines">
                { line(visit::GOAL.meta.label.get(locale), html! { <bdi>{ visit.goal.trim() }</bdi> }) }
                { line(words::EXPECTED.get(locale), html! { <>{ expected }{ " " }<bdi>{ visit.expected_words.trim() }</bdi></> }) }
                { line(words::PEOPLE.get(locale), people::names(&visit.people, &deal.people, locale)) }
            </dl>
            <div class="sheet__columns">
                <div>
                    <h3 class="section-title">{ words::QUESTIONS.get(locale) }</h3>
                    { for Spin::ALL.into_iter().map(|kind| questions(deal, visit, kind, locale)) }
                </div>
                <div>
                    <h3 class="section-title">{ words::NEEDS.get(locale) }</h3>
                    <dl class="needs__list">
                        { for people_of_visit(&visit.people, &deal.people).into_iter().map(|person| needs_of(person, locale)) }
                    </dl>
                    <h3 class="section-title">{ words::CHECK.get(locale) }</h3>
                    <ul class="sheet__checks">{ for Quadrant::ALL.into_iter().map(|one| check(visit, one, locale)) }</ul>
                </div>
            </div>
            if !visit.case.is_blank() {
                <h3 class="section-title">{ words::CASE.get(locale) }</h3>
                <p class="sheet__text"><bdi>{ words::case(&visit.case, locale) }</bdi></p>
            }
            <h3 class="section-title">{ words::BY_HAND.get(locale) }</h3>
            <p class="sheet__hand">{ words::BY_HAND_ACTION.get(locale) }</p>
            { for (0..if is_dense { 2 } else { 5 }).map(|line| html! { <p key={line} class="sheet__hand"></p> }) }
            <p class="sheet__day">{ today.to_string() }</p>
        </section>
    }
}

fn questions(deal: &Deal, visit: &Visit, kind: Spin, locale: Locale) -> Html {
    let asked = visit.questions_of(kind).filter(|question| !question.text.trim().is_empty());
    let source = |question: &Question| (kind == Spin::Situation).then(|| words::source(question.source, locale));
    let whom = |id: &String| people::names(std::slice::from_ref(id), &deal.people, locale);
    html! {
        <div class="sheet__kind" key={kind.code()}>
            <h4>{ kind.label().get(locale) }</h4>
            <ol>
                { for asked.map(|question| html! {
                    <li key={question.id.as_str()}>
                        <span class="sheet__text">
                            { for source(question).map(|source| html! { <span class="sheet__whom">{ source }</span> }) }
                            <bdi>{ question.text.trim() }</bdi>
                            if !question.answer.trim().is_empty() { { " → " }<bdi>{ question.answer.trim() }</bdi> }
                            { for question.person.iter().map(|id| html! { <span class="sheet__whom">{ " " }{ whom(id) }</span> }) }
                        </span>
                    </li>
                }) }
            </ol>
        </div>
    }
}

fn check(visit: &Visit, quadrant: Quadrant, locale: Locale) -> Html {
    let check = visit.quadrants.get(quadrant);
    let thought = quadrant.checks().iter().filter(|(code, _)| check.thought.iter().any(|known| known == code));
    let thought: Vec<String> = thought.map(|(_, label)| format!("✓ {}", label.get(locale))).collect();
    html! {
        <li key={quadrant.code()}>
            <span aria-hidden="true">{ if check.done { "☑ " } else { "☐ " } }</span>
            <b>{ quadrant.label().get(locale) }</b>{ " " }<bdi>{ check.line.trim() }</bdi>
            if !thought.is_empty() { <span class="sheet__text sheet__whom">{ thought.join(" ") }</span> }
        </li>
    }
}
