//! The deals that were deleted, each to be restored or removed for good.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::confirm::Confirm;
use crate::deals::upkeep::words;
use crate::deals::words as deals;

/// One deleted deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discarded {
    /// Its id.
    pub id: AttrValue,
    /// What it is called.
    pub name: AttrValue,
    /// How many more days of use it stays; none where nothing is kept anyway.
    pub days_left: Option<u64>,
}

/// What the list needs.
#[derive(PartialEq, Properties)]
pub struct TrashListProps {
    /// The deals.
    pub deals: Vec<Discarded>,
    /// The language.
    pub locale: Locale,
    /// The user wants this one back.
    pub on_restore: Callback<Discarded>,
    /// The user wants these removed for good.
    pub on_remove: Callback<Vec<AttrValue>>,
}

/// The list, and the way to empty it.
#[component]
pub fn TrashList(props: &TrashListProps) -> Html {
    let TrashListProps { deals, on_restore, on_remove, .. } = props;
    let locale = props.locale;
    let item = |deal: &Discarded| {
        let Discarded { id, name, days_left } = deal;
        let on_yes = {
            let (id, on_remove) = (id.clone(), on_remove.clone());
            Callback::from(move |_: MouseEvent| on_remove.emit(vec![id.clone()]))
        };
        let onclick = {
            let (deal, on_restore) = (deal.clone(), on_restore.clone());
            move |_: MouseEvent| on_restore.emit(deal.clone())
        };
        html! {
            <li class="deals-shelf__item" key={id.to_string()}>
                <div class="deals-shelf__name">
                    <p>{ name }</p>
                    <p class="deals-shelf__reason">{ days_left.map(|days| words::days_left(days, locale)) }</p>
                </div>
                <button type="button" class="button" aria-label={deals::restore(name, locale)} {onclick}>
                    { deals::RESTORE.get(locale) }
                </button>
                <Confirm label={words::REMOVE.get(locale)} name={words::remove(name, locale)}
                    question={words::remove_one(name, locale)} yes={words::REMOVE.get(locale)} {locale} {on_yes} />
            </li>
        }
    };
    let ids: Vec<AttrValue> = deals.iter().map(|deal| deal.id.clone()).collect();
    let on_empty = on_remove.reform(move |_: MouseEvent| ids.clone());
    html! {
        <>
            <ul class="trash__deals">{ for deals.iter().map(item) }</ul>
            <div class="trash__empty">
                <Confirm label={words::EMPTY_TRASH.get(locale)} question={words::remove_all(deals.len(), locale)}
                    yes={words::REMOVE.get(locale)} {locale} on_yes={on_empty} />
            </div>
        </>
    }
}
