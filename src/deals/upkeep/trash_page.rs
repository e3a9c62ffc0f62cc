//! The deals that were deleted.

use yew::prelude::*;

use crate::components::focus::use_focus;
use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::message::Said;
use crate::deals::upkeep::hook::{Care, Removal};
use crate::deals::upkeep::trash_list::{Discarded, TrashList};
use crate::deals::upkeep::words;
use crate::deals::words as deals;
use crate::state::session::Session;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub(crate) struct TrashPageProps {
    /// The session.
    pub(crate) session: Session,
    /// The deal book.
    pub(crate) state: UseReducerHandle<DealBook>,
    /// What looks after it.
    pub(crate) care: Care,
    /// Whether the title takes the focus.
    pub(crate) focused: bool,
}

/// The page.
#[component]
pub(crate) fn TrashPage(props: &TrashPageProps) -> Html {
    let TrashPageProps { session, state, care, focused } = props;
    let locale = session.locale;
    let title = use_focus(*focused);
    let on_restore = use_callback(
        (state.dispatcher(), care.said.setter(), locale),
        |Discarded { id, name, .. }: Discarded, (dispatcher, said, locale)| {
            dispatcher.dispatch(BookAction::Undelete(id.to_string()));
            let link = Some((format!("#{id}").into(), words::OPEN.get(*locale)));
            said.set(Some(Said { text: words::restored(&name, *locale).into(), link }));
        },
    );
    let on_remove = care.remove.reform(Removal::Deleted);
    let is_demo = session.ports.host.is_demo();
    let discarded = state.book().records().filter(|deal| deal.deleted).map(|deal| Discarded {
        id: deal.id.clone().into(),
        name: deals::name(deal, locale).into(),
        days_left: (!is_demo).then(|| care.trash.days_left(&deal.id)),
    });
    let discarded: Vec<Discarded> = discarded.collect();
    html! {
        <article class="trash">
            <p><a class="deal__back" href="#">{ session.say(deals::BACK) }</a></p>
            <header class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.say(deals::DELETED) }</h1>
                if !is_demo {
                    <p class="lead">{ words::trash_lead(locale) }</p>
                }
            </header>
            if discarded.is_empty() {
                <p class="deals__nothing">{ session.say(words::TRASH_EMPTY) }</p>
            } else {
                <fieldset class="deals__locked" disabled={state.is_read_only()}>
                    <TrashList deals={discarded} {locale} {on_restore} {on_remove} />
                </fieldset>
            }
        </article>
    }
}
