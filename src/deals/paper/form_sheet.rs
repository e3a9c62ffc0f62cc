//! The 1+2+1 tracking form (跟踪表, S2) on one sheet of paper: filled in, or blank.

use abacus_core::calculator::field::Kind;
use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::fields::{self, DealField, FIELDS, Section};
use abacus_deals::{Bead, Contact, Coverage, Deal, FunnelStage, Person, Role, advise, log};
use yew::prelude::*;

use crate::deals::controls::static_beads;
use crate::deals::paper::words;
use crate::deals::{assessment, meetings, people as deal_people, words as deals};

/// How many people fit on the sheet. The others are counted.
const MAX: usize = 10;
/// Up to this many people leave room for the open places and for handwritten additions.
const FEW: usize = 5;
/// Empty rows of the blank form, in addition to one for the guide and for each role.
const SPARE: usize = 3;
/// How many of the latest meetings fit on the sheet.
const MEETINGS: usize = 4;
/// How many pieces of advice fit on the sheet.
const ADVICE: usize = 4;

/// The sheet, visible in print only.
pub fn form_sheet(deal: Option<&Deal>, today: Date, locale: Locale) -> Html {
    let empty = Deal::new("");
    let deal = deal.unwrap_or(&empty);
    let line = |label: &'static str, value: String| {
        html! { <div class="form-sheet__line"><dt>{ label }</dt><dd><bdi>{ value }</bdi></dd></div> }
    };
    // The stage comes last, and is not on a blank form.
    let is_on_form = |field: &DealField| field.meta().printed && !matches!(field, DealField::Stage(_));
    let (next_step, facts): (Vec<_>, Vec<_>) =
        FIELDS.iter().copied().filter(is_on_form).partition(|field| field.meta().section == Some(Section::NextStep));
    let next_step = next_step.into_iter().map(|field| match field {
        DealField::Date(field) => date(*field.get(deal)),
        field => html! { <bdi>{ printed(field, deal, locale) }</bdi> },
    });
    let coverage = Coverage::of(deal);
    let is_blank = deal.id.is_empty();
    let stage = if is_blank { String::new() } else { FunnelStage::of(deal).label().get(locale).to_owned() };
    let grade = deal.assessment.graded(deal.expected_close, today).grade();
    let judged = [
        (assessment::PURCHASE, deal.assessment.purchase.map(|purchase| purchase.label().get(locale).to_owned())),
        (assessment::CHANCE, deal.assessment.chance.map(|chance| chance.label().get(locale).to_owned())),
        (assessment::GRADE_CHOICE, grade.map(|grade| grade.code().to_owned())),
    ];
    let judged = judged.into_iter().filter_map(|(label, value)| Some(line(label.get(locale), value?)));
    let people: Vec<&Person> = deal.people.iter().take(MAX).collect();
    let advice = if is_blank { Vec::new() } else { advise(deal, today) };
    let hand = if people.len() > FEW { 1 } else { 2 };
    let missing = deal.people.len().saturating_sub(people.len());
    html! {
        <section class="print-only sheet" aria-label={words::TITLE.get(locale)}>
            <h2 class="sheet__title">{ words::TITLE.get(locale) }</h2>
            <dl class="form-sheet__facts">
                { for facts.into_iter().map(|field| line(field.meta().label.get(locale), printed(field, deal, locale))) }
                { line(fields::STAGE.meta.label.get(locale), stage) }
                { for judged }
            </dl>
            if !is_blank {
                <p class="form-sheet__gate">
                    { static_beads(&coverage, locale) }
                    <b>{ coverage.notation() }</b>{ " · " }
                    { deals::missing(&coverage, locale).unwrap_or_else(|| deals::PASSED.get(locale).to_owned()) }
                    if coverage.rests_on_two(deal) { { " · " }{ deals::RESTS_ON_TWO.get(locale) } }
                    { for deal_people::convergence(deal, today, locale).map(|line| html! { <>{ " · " }{ line }</> }) }
                </p>
            }
            <table class="form-sheet__people">
                <thead><tr>{ for words::COLUMNS.iter().map(|column| html! { <th scope="col">{ column.get(locale) }</th> }) }</tr></thead>
                <tbody>
                    if is_blank {
                        { blank_row(deal_people::GUIDE.get(locale)) }
                        { for Role::ALL.into_iter().map(|role| blank_row(role.label().get(locale))) }
                        { for (0..SPARE).map(|_| blank_row("")) }
                    } else {
                        { for people.iter().map(|person| row(person, locale)) }
                        { for open_places(deal, &coverage, locale).into_iter().map(blank_row) }
                    }
                </tbody>
            </table>
            if missing > 0 {
                <p>{ words::more_people(missing, locale) }</p>
            }
            if is_blank {
                <p class="form-sheet__tests">{ words::tests(locale) }</p>
            }
            <h3 class="section-title">{ words::NEXT_STEP.get(locale) }</h3>
            <p class="sheet__hand form-sheet__next">{ for next_step.map(|part| html! { <>{ part }{ " " }</> }) }</p>
            if !deal.log.is_empty() {
                <h3 class="section-title">{ meetings::LOG_TITLE.get(locale) }</h3>
                <ul class="form-sheet__advice">
                    { for log::newest_first(&deal.log).into_iter().take(MEETINGS).map(|contact| html! {
                        <li key={contact.id.clone()}><span class="form-sheet__cell">{ meeting(contact, deal, locale) }</span></li>
                    }) }
                </ul>
            }
            { for claims(deal, locale) }
            if !advice.is_empty() {
                <h3 class="section-title">{ words::TO_DO.get(locale) }</h3>
                <ul class="form-sheet__advice">
                    { for advice.iter().take(ADVICE).map(|advice| html! {
                        <li key={advice.id()}>{ advice.reason(locale) }{ " " }{ advice.suggestion().get(locale) }</li>
                    }) }
                </ul>
            }
            { for (0..hand).map(|line| html! { <p key={line} class="sheet__hand"></p> }) }
            <p class="sheet__day">{ if is_blank { String::new() } else { today.to_string() } }</p>
        </section>
    }
}

/// Unreadable values are left out.
fn printed(field: DealField, deal: &Deal, locale: Locale) -> String {
    match field {
        DealField::Date(field) => field.get(deal).map(|day| day.to_string()).unwrap_or_default(),
        DealField::Number(field) => {
            let spec = field.limits();
            let shown = field.get(deal).map(|number| match spec.kind {
                Kind::Money => deals::in_words(number, deal, locale),
                Kind::Ratio => format!("{}%", spec.show(number)),
                _ => spec.show(number),
            });
            shown.unwrap_or_default()
        }
        DealField::Stage(field) => field.get(deal).label().get(locale).to_owned(),
        DealField::End(field) => field.get(deal).map_or("", |end| end.label().get(locale)).to_owned(),
        DealField::Text(_) | DealField::Currency(_) | DealField::Tags(_) => field.typed(deal).trim().to_owned(),
    }
}

/// A date within text, isolated from its direction and never broken.
fn date(date: Option<Date>) -> Html {
    let date = date.map(|date| date.to_string());
    date.map(|date| html! { <time class="form-sheet__date" datetime={date.clone()}>{ date }</time> })
        .unwrap_or_default()
}

/// The open places of the 1+2+1 pattern, to be filled in by hand. With many people there is no room for them.
fn open_places(deal: &Deal, coverage: &Coverage, locale: Locale) -> Vec<&'static str> {
    if deal.people.len() > FEW {
        return Vec::new();
    }
    let guide = (coverage.guide == Bead::Open).then_some(deal_people::GUIDE.get(locale));
    let open = coverage.climate.into_iter().filter(|(_, bead)| *bead == Bead::Open);
    guide.into_iter().chain(open.map(|(role, _)| role.label().get(locale))).collect()
}

fn meeting(contact: &Contact, deal: &Deal, locale: Locale) -> Html {
    let parts = [
        contact.date.map(|day| date(Some(day))),
        (!contact.people.is_empty()).then(|| deal_people::names(&contact.people, &deal.people, locale)),
        contact.counts_as().map(|outcome| outcome.label().get(locale).into()),
        meetings::agreed_action(contact, locale).map(|agreed| html! { <bdi>{ agreed }</bdi> }),
    ];
    let part = |(place, part): (usize, Html)| html! { <>if place > 0 { { " · " } }{ part }</> };
    parts.into_iter().flatten().enumerate().map(part).collect()
}

/// The notes on step, benefits and chances, each in one paragraph.
fn claims(deal: &Deal, locale: Locale) -> Vec<Html> {
    let noted = [
        (deals::EXITS, (!deal.id.is_empty()).then(|| words::exits(deal, locale))),
        (deals::FAB, words::benefits(deal, locale)),
        (assessment::TAS, words::chances(deal, locale)),
    ];
    let paragraph = |(title, noted): (Text, Option<String>)| {
        let noted = noted?;
        Some(html! { <p class="form-sheet__claim form-sheet__cell"><b>{ title.get(locale) }</b>{ " " }{ noted }</p> })
    };
    noted.into_iter().filter_map(paragraph).collect()
}

fn row(person: &Person, locale: Locale) -> Html {
    let roles = deal_people::roles(person, locale);
    let name = deal_people::name(person, locale);
    let theirs = |text: &str| html! { <bdi>{ text.trim() }</bdi> };
    let title = [&person.title, &person.department].into_iter().filter(|part| !part.trim().is_empty());
    let title = title.enumerate().map(|(place, part)| html! { <>if place > 0 { { " · " } }{ theirs(part) }</> });
    let step = &person.next_step;
    let cells: [Html; 7] = [
        roles.into(),
        theirs(&name),
        title.collect(),
        words::manner(person, locale).into(),
        theirs(&person.business_need),
        theirs(&person.personal_need),
        html! { <>{ theirs(&step.action) }{ " " }{ date(step.date) }</> },
    ];
    html! { <tr key={person.id.clone()}>{ for cells.into_iter().map(|cell| html! { <td><span class="form-sheet__cell">{ cell }</span></td> }) }</tr> }
}

fn blank_row(role: &'static str) -> Html {
    html! { <tr class="form-sheet__blank"><td>{ role }</td>{ for words::COLUMNS.iter().skip(1).map(|_| html! { <td></td> }) }</tr> }
}
