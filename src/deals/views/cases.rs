//! The success cases of the book: to search before a visit, print, and export as a table.

use abacus_core::sheet::csv;
use abacus_core::text::Locale;
use abacus_deals::view::{BookCase, CaseVisit, Rows, case_table, cases};
use abacus_deals::{Variants, fields};
use yew::prelude::*;

use crate::deals::controls::{NO_FILE, use_variants};
use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::chunk::Chunk;
use crate::shell::event::typed;
use crate::shell::session::Session;

const CSV_TYPE: &str = "text/csv;charset=utf-8";

#[derive(PartialEq, Properties)]
pub(crate) struct CasesProps {
    pub(crate) session: Session,
    pub(crate) rows: Rows,
    pub(crate) variants: Chunk<Variants>,
}

#[component]
pub(crate) fn CasesView(props: &CasesProps) -> Html {
    let CasesProps { session, rows, variants } = props;
    let locale = session.locale;
    let search = use_state_eq(String::new);
    let variants = use_variants(variants, &search);
    let oninput = use_callback(search.setter(), |event: InputEvent, search| search.set(typed(&event)));
    let found = use_memo((rows.clone(), (*search).clone(), variants.is_some()), |(rows, search, _)| {
        cases(rows, search, variants)
    });
    let is_refused = use_state_eq(|| false);
    let on_csv = use_callback(
        (session.clone(), found.clone(), is_refused.setter()),
        |_: MouseEvent, (session, found, is_refused)| {
            let host = &session.ports.host;
            let name = format!("sales-abacus-cases-{}.csv", host.today());
            let text = csv::write(&case_table(found, session.style));
            is_refused.set(host.save_file(&name, CSV_TYPE, &text).is_err());
        },
    );
    let nothing = if search.trim().is_empty() { words::NO_CASES } else { words::NO_CASE_FOUND };
    html! {
        <div class="cases">
            <p class="lead">{ session.text(words::CASES_LEAD) }</p>
            // Without any cases, there is nothing to search.
            if !(found.is_empty() && search.is_empty()) {
                <p class="filters__search">
                    <label class="field__label" for="case-search">{ session.text(words::SEARCH_CASES) }</label>
                    <input class="filters__input" id="case-search" type="search" dir="auto" autocomplete="off" value={(*search).clone()} {oninput} />
                </p>
            }
            <p class="cases__found" role="status" translate="no">
                { if found.is_empty() { session.text(nothing).to_owned() } else { words::cases(found.len(), locale) } }
            </p>
            <ol class="cases__list" aria-label={session.text(words::CASES)}>{ for found.iter().map(|case| item(case, locale)) }</ol>
            // As with deals, demo data must not be mistaken for real data.
            if !found.is_empty() && !session.ports.host.is_demo() {
                <p class="deal-actions">
                    <button type="button" class="button" onclick={on_csv}>{ session.text(words::SAVE_CASES) }</button>
                    <span role="status" translate="no">{ is_refused.then(|| session.text(NO_FILE)) }</span>
                </p>
            }
        </div>
    }
}

fn item(case: &BookCase, locale: Locale) -> Html {
    let line = |label: &'static str, words: &str| {
        html! { <div class="cases__line"><dt>{ label }</dt><dd dir="auto" translate="no">{ words.to_owned() }</dd></div> }
    };
    let written = fields::visit::CASE.iter().map(|field| (field.meta.label.get(locale), field.get(&case.case).trim()));
    let told = |told: &CaseVisit| {
        html! {
            <li>
                <a class="cases__deal" href={format!("#{}", told.deal.id)} dir="auto">{ deal_words::name(&told.deal, locale) }</a>
                if let Some(date) = told.date {
                    { " · " }<time datetime={date.to_string()}>{ date.to_string() }</time>
                }
            </li>
        }
    };
    html! {
        <li class="cases__item" key={case.case.words().join("\n")}>
            <dl class="cases__facts">{ for written.filter(|(_, words)| !words.is_empty()).map(|(label, words)| line(label, words)) }</dl>
            <p class="cases__told">{ words::TOLD.get(locale) }</p>
            <ul class="cases__deals" translate="no">{ for case.visits.iter().map(told) }</ul>
        </li>
    }
}
