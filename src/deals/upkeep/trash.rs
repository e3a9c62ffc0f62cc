use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::StatusMessage;
use crate::deals::upkeep::hook::Upkeep;
use crate::deals::upkeep::requests::Removal;
use crate::deals::upkeep::words;
use crate::deals::words as deals;
use crate::shell::confirm::Confirm;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub(crate) struct TrashPageProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) upkeep: Upkeep,
    pub(crate) focused: bool,
}

#[component]
pub(crate) fn TrashPage(props: &TrashPageProps) -> Html {
    let TrashPageProps { session, state, upkeep, focused } = props;
    let locale = session.locale;
    let title = use_focus(*focused);
    let on_restore = use_callback(
        (state.dispatcher(), upkeep.message.setter(), locale),
        |TrashItem { id, name, .. }: TrashItem, (dispatcher, message, locale)| {
            dispatcher.dispatch(BookAction::Undelete(id.to_string()));
            let link = Some((format!("#{id}").into(), words::OPEN.get(*locale)));
            message.set(Some(StatusMessage { text: words::restored(&name, *locale).into(), link }));
        },
    );
    let on_remove = upkeep.remove.reform(Removal::Deleted);
    let is_demo = session.ports.host.is_demo();
    let discarded = state.book().records().filter(|deal| deal.deleted).map(|deal| TrashItem {
        id: deal.id.clone().into(),
        name: deals::name(deal, locale).into(),
        days_left: (!is_demo).then(|| upkeep.trash.days_left(&deal.id)),
    });
    let discarded: Vec<TrashItem> = discarded.collect();
    html! {
        <article class="trash">
            <p><a class="deal__back" href="#">{ session.text(deals::BACK) }</a></p>
            <header class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.text(common::DELETED) }</h1>
                if !is_demo {
                    <p class="lead">{ words::trash_lead(locale) }</p>
                }
            </header>
            if discarded.is_empty() {
                <p class="deals__nothing">{ session.text(words::TRASH_EMPTY) }</p>
            } else {
                <fieldset class="deals__locked" disabled={state.is_read_only()}>
                    <TrashList deals={discarded} {locale} {on_restore} {on_remove} />
                </fieldset>
            }
        </article>
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct TrashItem {
    id: AttrValue,
    name: AttrValue,
    /// How many days of use are left; `None` in the demo.
    days_left: Option<u64>,
}

#[derive(PartialEq, Properties)]
struct TrashListProps {
    deals: Vec<TrashItem>,
    locale: Locale,
    on_restore: Callback<TrashItem>,
    on_remove: Callback<Vec<AttrValue>>,
}

#[component]
fn TrashList(props: &TrashListProps) -> Html {
    let TrashListProps { deals, on_restore, on_remove, .. } = props;
    let locale = props.locale;
    let item = |deal: &TrashItem| {
        let TrashItem { id, name, days_left } = deal;
        let on_yes = {
            let (id, on_remove) = (id.clone(), on_remove.clone());
            Callback::from(move |_: MouseEvent| on_remove.emit(vec![id.clone()]))
        };
        let onclick = {
            let (deal, on_restore) = (deal.clone(), on_restore.clone());
            move |_: MouseEvent| on_restore.emit(deal.clone())
        };
        html! {
            <li class="record-list__item" key={id.to_string()}>
                <div class="record-list__name">
                    <p dir="auto">{ name }</p>
                    <p class="record-list__reason">{ days_left.map(|days| words::days_left(days, locale)) }</p>
                </div>
                <button type="button" class="button" aria-label={common::restore(name, locale)} {onclick}>
                    { common::RESTORE.get(locale) }
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
