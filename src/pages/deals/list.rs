//! The list of deals, with what was deleted and what could not be read.

use abacus_core::deals::{Deal, Kept};
use abacus_core::page::DEALS_TITLE;
use abacus_core::text::Locale;
use yew::prelude::*;

use super::export::File;
use super::files;
use crate::components::deals::deleted::Deleted;
use crate::components::deals::empty::EmptyList;
use crate::components::deals::row::DealRow;
use crate::components::deals::save_status::SaveStatus;
use crate::components::deals::undo::Undo;
use crate::components::deals::unreadable::UnreadableRecords;
use crate::components::focus::use_focus;
use crate::state::deal_book::{Action, DealBook};
use crate::state::deal_route::Focus;
use crate::state::session::Session;
use crate::text::{deal_transfer, deals as words};

/// What the list needs.
#[derive(PartialEq, Properties)]
pub(super) struct ListProps {
    /// The session.
    pub(super) session: Session,
    /// The deal book.
    pub(super) state: UseReducerHandle<DealBook>,
    /// What is to have the focus.
    pub(super) focus: Focus,
    /// Stays here, with something else in focus.
    pub(super) to_list: Callback<Focus>,
    /// The user wants a file.
    pub(super) on_file: Callback<File>,
}

/// The list of deals.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let ListProps { session, state, focus, to_list, on_file } = props;
    let locale = session.locale;
    let today = session.ports.host.today();
    let listing = state.book().listing(today);
    let deleted = state.book().deals().filter(|deal| deal.deleted).map(named(locale)).collect::<Vec<_>>();
    let unreadable = state.book().unreadable().cloned().collect::<Vec<_>>();
    let focused_row = match focus {
        Focus::Row(id) => listing.iter().map(|row| row.deal.id.as_str()).find(|listed| id == listed),
        _ => None,
    };
    let title = use_focus(match focus {
        Focus::Start => true,
        Focus::Row(_) => focused_row.is_none(),
        Focus::Unmoved | Focus::Undo => false,
    });

    let on_new = use_callback((state.dispatcher(), session.ports.clone()), |_: MouseEvent, (dispatcher, ports)| {
        let id = ports.host.fresh_id();
        dispatcher.dispatch(Action::Begin(id.clone()));
        ports.host.go_to_fragment(&id);
    });
    let on_restore = use_callback((state.dispatcher(), to_list.clone()), |id: AttrValue, (dispatcher, to_list)| {
        dispatcher.dispatch(Action::Undelete(id.to_string()));
        to_list.emit(Focus::Row(id));
    });
    let on_dismiss = use_callback((state.dispatcher(), to_list.clone()), |_: MouseEvent, (dispatcher, to_list)| {
        dispatcher.dispatch(Action::Dismiss);
        to_list.emit(Focus::Start);
    });
    let on_save_record = use_callback(on_file.clone(), |kept: Kept, on_file| on_file.emit(File::record(&kept)));
    let on_export = use_callback(
        (state.clone(), session.ports.clone(), on_file.clone()),
        |_: MouseEvent, (state, ports, on_file)| on_file.emit(File::all(state.book(), ports)),
    );

    let undo = state.deleted().map(named(locale)).map(|(id, name)| {
        let on_undo = on_restore.reform(move |_: MouseEvent| id.clone());
        html! { <Undo {name} focused={*focus == Focus::Undo} {locale} {on_undo} {on_dismiss} /> }
    });
    let rows = if listing.is_empty() {
        html! { <EmptyList {locale} /> }
    } else {
        html! {
            <ul class="deals__list" aria-label={session.say(words::LIST)}>
                { for listing.iter().map(|row| html! {
                    <li class="deals__item" key={row.deal.id.as_str()}>
                        <DealRow deal={row.deal.clone()} href={format!("#{}", row.deal.id)} coverage={row.coverage} {today} {locale}
                            focused={focused_row == Some(row.deal.id.as_str())} />
                    </li>
                }) }
            </ul>
        }
    };
    html! {
        <>
            <header key="header" class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.say(DEALS_TITLE) }</h1>
                <p class="lead">{ session.say(words::LEAD) }</p>
            </header>
            <div key="undo" role="status">{ undo }</div>
            <div key="rows">{ rows }</div>
            <div key="bar" class="deals__bar">
                <button type="button" class="button button--primary" onclick={on_new}>{ session.say(words::NEW) }</button>
                <button type="button" class="button button--quiet" onclick={on_export}>{ session.say(words::EXPORT) }</button>
                <a class="button button--quiet" href={format!("#{}", files::FRAGMENT)}>{ session.say(deal_transfer::TITLE) }</a>
                if state.book().deals().next().is_some() {
                    <SaveStatus status={state.status()} {locale} />
                }
            </div>
            <div key="unreadable">
                if !unreadable.is_empty() {
                    <UnreadableRecords records={unreadable} {locale} on_save={on_save_record} />
                }
            </div>
            <div key="deleted">
                if !deleted.is_empty() {
                    <Deleted deals={deleted} {locale} {on_restore} />
                }
            </div>
        </>
    }
}

/// Id and name of a deal.
fn named(locale: Locale) -> impl Fn(&Deal) -> (AttrValue, AttrValue) {
    move |deal| (deal.id.clone().into(), words::name(deal, locale).into())
}
