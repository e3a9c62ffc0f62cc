use abacus_deals::view::{Query, Rows, Scope, VIEWS_KEY};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::deals::list::filter_controls::{FilterControlsProps, FiltersChunk, Part};
use crate::deals::list::saved_views::SavedViewsProps;
use crate::deals::list::words;
use crate::deals::words as deal_words;
use crate::shell::chunk::{Chunk, use_chunk};
use crate::shell::event::{is_open, typed};
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    pub session: Session,
    pub query: Query,
    pub rows: Rows,
    /// Whether the list is a table, which is filtered in its header.
    pub is_table: bool,
    pub found: usize,
    pub set_query: Callback<Query>,
    pub filters: Chunk<&'static FiltersChunk>,
}

/// The part of the query that the header of a table does not show.
fn not_in_header(query: &Query) -> Query {
    Query { stage: None, tag: String::new(), grade: None, scope: Scope::default(), ..query.clone() }
}

#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps { session, query, rows, is_table, found, set_query, filters } = props;
    let (is_table, locale) = (*is_table, session.locale);
    // Open at first if it would hide an active filter; after that the browser keeps its state.
    let unfolded = *use_state(|| {
        let folded = if is_table { not_in_header(query) } else { query.clone() };
        !folded.is_plain() && folded.search.is_empty()
    });
    let is_unfolded = use_state_eq(|| unfolded);
    let ontoggle = use_callback(is_unfolded.setter(), |event: Event, is_unfolded| is_unfolded.set(is_open(&event)));
    let oninput = use_callback((query.clone(), set_query.clone()), |event: InputEvent, (query, set_query)| {
        set_query.emit(Query { search: typed(&event), ..query.clone() });
    });
    // The parts that do not depend on the search are not rendered again on each of its keystrokes.
    let search = use_mut_ref(String::new);
    search.borrow_mut().clone_from(&query.search);
    let set_other_filters = use_callback(set_query.clone(), move |others: Query, set_query| {
        set_query.emit(Query { search: search.borrow().clone(), ..others });
    });
    let filters = use_chunk(filters);
    let load = use_callback((), {
        let filters = filters.clone();
        move |(), ()| spawn_local(filters.clone().load())
    });
    // Without saved views and without a query, there is no view to show or to save.
    let has_views = *query != Query::default() || session.ports.store.read(VIEWS_KEY).is_ok_and(|text| text.is_some());
    use_effect_with(is_table || *is_unfolded || has_views, {
        let load = load.clone();
        move |is_wanted| {
            if *is_wanted {
                load.emit(());
            }
        }
    });
    let others = Query { search: String::new(), ..query.clone() };
    let waiting = |name: &'static str| filters.placeholder(name, locale, &load.reform(|_: MouseEvent| ()));
    let part = |part: Part| match filters.table() {
        Some(table) => {
            let query = others.clone();
            (table.show)(FilterControlsProps {
                query,
                rows: rows.clone(),
                part,
                locale,
                set_query: set_other_filters.clone(),
            })
        }
        None => waiting("narrow"),
    };
    let views = match filters.table() {
        Some(table) => (table.saved_views)(SavedViewsProps { session: session.clone(), query: query.clone() }),
        None if !has_views => html! { <div class="saved-views" /> },
        // A failed load is reported once, next to the filters while those are visible.
        None if is_table || *is_unfolded => html! { <div class="saved-views later" /> },
        None => waiting("views"),
    };
    html! {
        <>
            <search class={classes!("filters", is_table.then_some("filters--table"))}>
                <p class="filters__search">
                    <label class="visually-hidden" for="search">{ deal_words::SEARCH.get(locale) }</label>
                    <input class="filters__input" id="search" type="search" dir="auto" placeholder={deal_words::SEARCH_HINT.get(locale)}
                        autocomplete="off" value={query.search.clone()} {oninput} />
                </p>
                if is_table {
                    <div key="narrowing" class="filters__grid filters__grid--table">{ part(Part::Above) }</div>
                }
                <details key="more" class="filters__more" open={unfolded} {ontoggle}>
                    <summary class="filters__summary">{ words::FILTER.get(locale) }</summary>
                    // Scans thousands of deals, so only when visible.
                    if *is_unfolded { { part(if is_table { Part::Rest } else { Part::All }) } }
                </details>
                // Above a table, the totals already show the number.
                <p class={classes!("filters__found", is_table.then_some("visually-hidden"))} role="status" translate="no">{ deal_words::count(*found, locale) }</p>
            </search>
            { views }
        </>
    }
}
