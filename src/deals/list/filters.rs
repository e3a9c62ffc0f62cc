use abacus_core::text::{Locale, Text};
use abacus_deals::view::{DealStatus, Month, Query, Rows, Scope, Sort, months, salespeople, tags};
use abacus_deals::{Grade, Letter, Stage, ValueClass};
use yew::prelude::*;

use crate::deals::list::words;
use crate::deals::{assessment, words as deal_words};
use crate::shell::event::{checked, chosen, is_open, typed};

#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub query: Query,
    /// All deals: whose names, tags and months can be chosen.
    pub rows: Rows,
    /// Whether the list is a table, which is narrowed down at its head.
    pub is_table: bool,
    pub found: usize,
    pub locale: Locale,
    pub ask: Callback<Query>,
}

/// What the list can be narrowed to.
#[derive(Default, PartialEq)]
struct Names {
    salespeople: Vec<String>,
    tags: Vec<String>,
    months: Vec<Month>,
}

impl Names {
    fn of(rows: &Rows) -> Self {
        Self { salespeople: salespeople(rows), tags: tags(rows), months: months(rows) }
    }
}

/// What is asked besides what the head of a table shows.
fn beside_the_head(query: &Query) -> Query {
    Query { stage: None, tag: String::new(), grade: None, scope: Scope::default(), ..query.clone() }
}

#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { query, rows, is_table, found, locale, ask } = props;
    let locale = *locale;
    // Open at first if it would hide an active filter; after that the browser keeps its state.
    let unfolded = *use_state(|| {
        let folded = if *is_table { beside_the_head(query) } else { query.clone() };
        !folded.is_plain() && folded.search.is_empty()
    });
    let is_unfolded = use_state_eq(|| unfolded);
    let ontoggle = use_callback(is_unfolded.setter(), |event: Event, is_unfolded| is_unfolded.set(is_open(&event)));
    // Thousands of deals are gone through only if somebody looks.
    let wanted = (*is_table || *is_unfolded).then(|| rows.clone());
    let names = use_memo(wanted, |rows| rows.as_ref().map(Names::of).unwrap_or_default());
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
    let any = || std::iter::once(("", words::ANY));
    let stages: Vec<_> = any().chain(Stage::ALL.map(|stage| (stage.code(), stage.label()))).collect();
    let named = |id: &'static str,
                 label: Text,
                 known: &[(String, String)],
                 now: Option<(String, String)>,
                 change: fn(&mut Query, String)| {
        let onchange = changing(change).reform(|event: Event| chosen(&event));
        // What is asked for in an address may be spelt otherwise, or be gone.
        let others = known.iter().filter(|one| now.as_ref().is_none_or(|now| one.0 != now.0));
        html! {
            <p class="filters__choice">
                <label class="field__label" for={id}>{ label.get(locale) }</label>
                <select class="filters__select" translate="no" {id} {onchange}>
                    <option value="" selected={now.is_none()}>{ words::ANY.get(locale) }</option>
                    { for now.iter().map(|(value, label)| html! { <option key={value.clone()} value={value.clone()} selected=true>{ label }</option> }) }
                    { for others.map(|(value, label)| html! { <option key={value.clone()} value={value.clone()} selected=false>{ label }</option> }) }
                </select>
            </p>
        }
    };
    let plain = |name: &String| (name.clone(), name.clone());
    let of_month = |month: Month| (month.to_string(), deal_words::month(month, locale));
    let some = |name: &String| (!name.trim().is_empty()).then(|| plain(name));
    let grades = Grade::ALL.map(|grade| plain(&grade.code().to_owned()));
    let narrowing = || {
        html! {
            <>
                { named("salesperson-filter", words::SALESPERSON, &names.salespeople.iter().map(plain).collect::<Vec<_>>(), some(&query.scope.salesperson),
                    |query, name| query.scope.salesperson = name) }
                { named("tag-filter", words::TAG, &names.tags.iter().map(plain).collect::<Vec<_>>(), some(&query.tag), |query, tag| query.tag = tag) }
                { named("grade-filter", words::GRADE, &grades, query.grade.map(|grade| plain(&grade.code().to_owned())),
                    |query, code| query.grade = Grade::from_code(&code)) }
                { choice("stage-filter", words::STAGE, stages.clone(), query.stage.map_or("", Stage::code),
                    |query, code| query.stage = Stage::from_code(&code)) }
                { named("month-filter", words::MONTH, &names.months.iter().copied().map(of_month).collect::<Vec<_>>(), query.scope.month.map(of_month),
                    |query, month| query.scope.month = month.parse().ok()) }
            </>
        }
    };
    let say = |label: Text| label.get(locale).to_owned();
    let statuses = DealStatus::ALL.map(|status| (status.code(), status.label()));
    let classes = any().chain(ValueClass::ALL.map(|class| (class.code(), class.label())));
    let openings = any().chain(Letter::ALL.map(|letter| (letter.code(), letter.label())));
    let sorts = Sort::ALL.map(|sort| (sort.code(), sort.label()));
    html! {
        <search class={classes!("filters", is_table.then_some("filters--table"))}>
            <p class="filters__search">
                <label class="visually-hidden" for="search">{ deal_words::SEARCH.get(locale) }</label>
                <input class="filters__input" id="search" type="search" placeholder={deal_words::SEARCH_HINT.get(locale)}
                    autocomplete="off" value={query.search.clone()} oninput={on_search} />
            </p>
            if *is_table {
                <div key="narrowing" class="filters__grid filters__grid--table">{ narrowing() }</div>
            }
            <details key="more" class="filters__more" open={unfolded} {ontoggle}>
                <summary class="filters__summary">{ words::FILTER.get(locale) }</summary>
                <div class="filters__grid">
                    { choice("status", words::STATUS, statuses.to_vec(), query.status.code(),
                        |query, code| query.status = DealStatus::from_code(&code).unwrap_or_default()) }
                    if !is_table { { narrowing() } }
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
                </div>
            </details>
            // Above a table, what it adds up to says how many.
            <p class={classes!("filters__found", is_table.then_some("visually-hidden"))} role="status" translate="no">{ words::found(*found, locale) }</p>
        </search>
    }
}
