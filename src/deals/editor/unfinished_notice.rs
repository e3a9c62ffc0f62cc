//! The notice about a meeting left half logged: the user can continue it or remove it.

use abacus_deals::Edit;
use abacus_deals::debrief::Debrief;
use abacus_deals::view::{BookLocation, LogLocation, Origin};
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::{NoticeButton, Restore, StatusBar};
use crate::deals::editor::words;
use crate::deals::meetings::{DebriefStart, UnfinishedDebrief};
use crate::deals::words as deal_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

#[derive(PartialEq, Properties)]
pub(crate) struct UnfinishedNoticeProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) unfinished: UnfinishedDebrief,
}

#[component]
pub(crate) fn UnfinishedNotice(props: &UnfinishedNoticeProps) -> Html {
    let UnfinishedNoticeProps { session, state, unfinished } = props;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    let undoing = use_state_eq(|| None::<Vec<Edit>>);
    let begun = unfinished.borrow().clone();
    let on_remove = use_callback(
        (state.clone(), begun.clone(), undoing.setter()),
        move |_: MouseEvent, (state, begun, undoing)| {
            let found = begun.as_ref().and_then(|begun| Some((begun, state.deal(&begun.deal)?)));
            let Some((DebriefStart { deal: id, entry, planned, .. }, deal)) = found else { return };
            let debrief = Debrief::new(deal, entry, planned, today, locale);
            undoing.set(Some(debrief.restore()));
            debrief.discard().into_iter().for_each(|edit| state.dispatch(BookAction::edit(state.shown(id), edit)));
        },
    );
    let on_undo =
        use_callback((state.clone(), begun.clone(), undoing.clone()), |_: MouseEvent, (state, begun, undoing)| {
            let Some(begun) = begun else { return };
            let edits = undoing.iter().flatten().cloned();
            edits.for_each(|edit| state.dispatch(BookAction::edit(state.shown(&begun.deal), edit)));
            undoing.set(None);
        });
    let found = begun.as_ref().and_then(|begun| Some((begun, state.deal(&begun.deal)?)));
    let said = found.filter(|(_, deal)| !deal.deleted).and_then(|(begun, deal)| {
        let name = deal_words::name(deal, locale);
        if let Some(contact) = deal.contact(&begun.entry).filter(|contact| contact.is_begun) {
            let place =
                LogLocation { deal: Some(deal.id.clone()), entry: Some(contact.id.clone()), from: Origin::Book };
            let go_on =
                NoticeButton::link(deal_words::GO_ON.get(locale), format!("#{}", BookLocation::Log(place).fragment()));
            let remove = NoticeButton::new(words::REMOVE.get(locale), &on_remove).quiet();
            let text = words::unfinished(&name, contact.date, today, locale);
            return Some(html! { <StatusBar {text} buttons={vec![go_on, remove]} /> });
        }
        match state.removed(&deal.id) {
            Some(Edit::AddContact(_, contact)) if contact.id == begun.entry.as_str() && undoing.is_some() => {
                let what = words::unfinished_removed(&name, contact.date, today, locale);
                Some(html! { <Restore {what} focused=true {locale} {on_undo} /> })
            }
            _ => None,
        }
    });
    html! { <div class="left" role="status" translate="no">{ said }</div> }
}
