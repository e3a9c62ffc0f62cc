use abacus_core::text::{Locale, Text};
use abacus_deals::view::{DealStatus, Query, Sort};
use abacus_deals::{Letter, Stage, ValueClass};
use yew::prelude::*;

use crate::deals::list::words;
use crate::deals::{assessment, words as deal_words};
use crate::shell::event::{checked, chosen, typed};

#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub query: Query,
    pub found: usize,
    pub locale: Locale,
    pub ask: Callback<Query>,
}

#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { query, found, locale, ask } = props;
    let locale = *locale;
    // Open at first if it would hide an active filter; after that the browser keeps its state.
    let unfolded = *use_state(|| !query.is_plain() && query.search.is_empty());
    let changing = |change: fn(&mut Query, String)| {
        let (query, ask) = (query.clone(), ask.clone());
        Callback::from(move |value: String| {
            let mut asked = query.clone();
            change(&mut asked, value);
            ask.emit(asked);
        })
    };
    let on_search = changing(|query, value| query.search = value).reform(|event: InputEvent| typed(&event));
    let choice = |id: &'static str,
                  label: Text,
                  options: Vec<(&'static str, Text)>,
                  now: &'static str,
                  change: fn(&mut Query, String)| {
        let onchange = changing(change).reform(|event: Event| chosen(&event));
        html! {
            <p class="filters__choice">
                <label class="field__label" for={id}>{ label.get(locale) }</label>
                <select class="filters__select" {id} {onchange}>
                    { for options.into_iter().map(|(code, label)| html! {
                        <option value={code} selected={code == now}>{ label.get(locale) }</option>
                    }) }
                </select>
            </p>
        }
    };
    let tick = |name: &'static str, label: String, is: bool, change: fn(&mut Query, String)| {
        let onchange =
            changing(change).reform(|event: Event| if checked(&event) { "1".to_owned() } else { String::new() });
        html! {
            <label class="option">
                <input class="option__control" type="checkbox" {name} checked={is} {onchange} />
                <span class="option__label">{ label }</span>
            </label>
        }
    };
    let say = |label: Text| label.get(locale).to_owned();
    let statuses = DealStatus::ALL.map(|status| (status.code(), status.label()));
    let any = || std::iter::once(("", words::ANY));
    let stages = any().chain(Stage::ALL.map(|stage| (stage.code(), stage.label())));
    let classes = any().chain(ValueClass::ALL.map(|class| (class.code(), class.label())));
    let openings = any().chain(Letter::ALL.map(|letter| (letter.code(), letter.label())));
    let sorts = Sort::ALL.map(|sort| (sort.code(), sort.label()));
    html! {
        <search class="filters">
            <p class="filters__search">
                <label class="visually-hidden" for="search">{ deal_words::SEARCH.get(locale) }</label>
                <input class="filters__input" id="search" type="search" placeholder={deal_words::SEARCH_HINT.get(locale)}
                    autocomplete="off" value={query.search.clone()} oninput={on_search} />
            </p>
            <details class="filters__more" open={unfolded}>
                <summary class="filters__summary">{ words::FILTER.get(locale) }</summary>
                <div class="filters__grid">
                    { choice("status", words::STATUS, statuses.to_vec(), query.status.code(),
                        |query, code| query.status = DealStatus::from_code(&code).unwrap_or_default()) }
                    { choice("stage-filter", words::STAGE, stages.collect(), query.stage.map_or("", Stage::code),
                        |query, code| query.stage = Stage::from_code(&code)) }
                    { choice("class", assessment::VALUE, classes.collect(), query.class.map_or("", ValueClass::code),
                        |query, code| query.class = ValueClass::from_code(&code)) }
                    { choice("opening", assessment::OPENING, openings.collect(), query.opening.map_or("", Letter::code),
                        |query, code| query.opening = Letter::from_code(&code)) }
                    { choice("sort", words::SORT, sorts.to_vec(), query.sort.code(),
                        |query, code| query.sort = Sort::from_code(&code).unwrap_or_default()) }
                </div>
                <div class="options__choices">
                    { tick("reversed", say(words::REVERSED), query.reversed, |query, is| query.reversed = !is.is_empty()) }
                    { tick("attention", say(deal_words::ATTENTION), query.attention, |query, is| query.attention = !is.is_empty()) }
                    { tick("gate_open", say(words::GATE_OPEN), query.gate_open, |query, is| query.gate_open = !is.is_empty()) }
                    { tick("neglected", say(words::NEGLECTED), query.neglected, |query, is| query.neglected = !is.is_empty()) }
                    // Both come from the funnel, and are given up here.
                    if !query.scope.salesperson.is_empty() {
                        { tick("salesperson", words::only(&query.scope.salesperson, locale), true, |query, _| query.scope.salesperson.clear()) }
                    }
                    if let Some(month) = query.scope.month {
                        { tick("month", words::only(&deal_words::month(month, locale), locale), true, |query, _| query.scope.month = None) }
                    }
                </div>
            </details>
            <p class="filters__found" role="status" translate="no">{ words::found(*found, locale) }</p>
        </search>
    }
}
