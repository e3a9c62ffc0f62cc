//! The page that asks to which deal a calculator's result belongs.

use abacus_core::calculator::share;
use abacus_core::calculators::{Listing, find};
use abacus_core::page::Page;
use abacus_deals::view::{Query, Rows};
use abacus_deals::{Deal, Edit, Snapshot, Variants};
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook, begin};
use crate::deals::controls::use_variants;
use crate::deals::editor::figures::{figures, words};
use crate::deals::words as deal_words;
use crate::shell::chunk::Chunk;
use crate::shell::event::typed;
use crate::shell::focus::use_focus;
use crate::shell::link_problems::link_problems;
use crate::shell::session::Session;

/// How many deals are listed. The search finds the others.
const MAX: usize = 12;

#[derive(PartialEq, Properties)]
pub(crate) struct TakeProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) rows: Rows,
    pub(crate) variants: Chunk<Variants>,
    /// The id of the calculator.
    pub(crate) tool: AttrValue,
    /// The inputs, as in a link.
    pub(crate) inputs: AttrValue,
    pub(crate) focused: bool,
}

#[component]
pub(crate) fn Take(props: &TakeProps) -> Html {
    let TakeProps { session, state, rows, variants, tool, inputs, focused } = props;
    let locale = session.locale;
    let title = use_focus(*focused);
    let today = session.ports.host.today();
    let search = use_state_eq(String::new);
    let variants = use_variants(variants, &search);
    let oninput = use_callback(search.setter(), |event: InputEvent, search| search.set(typed(&event)));
    let put = use_callback(
        (state.clone(), session.ports.clone(), tool.clone(), inputs.clone()),
        |id: Option<String>, (state, ports, tool, inputs)| {
            let Some(snapshot) = Snapshot::take("", tool, inputs, ports.host.today()) else { return };
            let id = id.unwrap_or_else(|| begin(&state.dispatcher(), ports));
            state.dispatch(BookAction::edit(state.shown(&id), Edit::AddSnapshot(snapshot)));
            ports.host.go_to_fragment(&id);
        },
    );
    let Some(snapshot) = Snapshot::take("", tool, inputs, today) else {
        return html! {
            <article class="take">
                <h1 tabindex="-1" ref={title}>{ session.text(words::UNKNOWN_TOOL) }</h1>
                <p><a class="deal__back" href="#">{ session.text(deal_words::BACK) }</a></p>
            </article>
        };
    };
    let linked = find(tool).map(|calculator| (calculator, share::decode(calculator.spec(), inputs)));
    let refused = linked.filter(|(_, linked)| !linked.problems.is_empty());
    if let Some(((calculator, linked), page)) = refused.zip(Listing::find(tool)) {
        return html! {
            <article class="take">
                <h1 tabindex="-1" ref={title}>{ session.text(words::BAD_LINK) }</h1>
                { link_problems(calculator.spec(), &linked.inputs, &linked.problems, locale) }
                <p><a class="button" href={session.link_to(Page::Calculator(page))}>{ session.text(calculator.spec().title) }</a></p>
            </article>
        };
    }
    let name = find(tool).map(|calculator| session.text(calculator.spec().title));
    let query = Query { search: (*search).clone(), ..Query::default() };
    let found = query.answer_in(rows, variants, today);
    let offer = |deal: &Deal| {
        let (put, id) = (put.clone(), deal.id.clone());
        html! {
            <li key={id.clone()}>
                <button type="button" class="button take__deal" dir="auto" onclick={move |_: MouseEvent| put.emit(Some(id.clone()))}>
                    { deal_words::name(deal, locale) }
                </button>
            </li>
        }
    };
    let on_new = put.reform(|_: MouseEvent| None);
    html! {
        <article class="take">
            <h1 tabindex="-1" ref={title}>{ session.text(words::TAKE) }</h1>
            <section class="card">
                <h2 class="section-title">{ name }</h2>
                { figures(&snapshot, &session.style) }
            </section>
            <p class="filters__search">
                <label class="field__label" for="take-search">{ session.text(deal_words::SEARCH) }</label>
                <input class="filters__input" id="take-search" type="search" placeholder={session.text(deal_words::SEARCH_HINT)}
                    autocomplete="off" value={(*search).clone()} {oninput} />
            </p>
            <ul class="take__deals">{ for found.iter().take(MAX).map(|row| offer(&row.deal)) }</ul>
            if found.len() > MAX {
                <p class="field__hint">{ words::more(found.len().saturating_sub(MAX), locale) }</p>
            }
            <p class="deal-actions"><button type="button" class="button" onclick={on_new}>{ session.text(words::NEW_DEAL) }</button></p>
        </article>
    }
}
