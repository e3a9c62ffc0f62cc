//! The deal book: the list of deals, and each deal under its own fragment.

mod editor;
mod export;
mod list;
mod missing;

use yew::prelude::*;

use self::editor::Editor;
use self::export::export_all;
use self::list::List;
use self::missing::Missing;
use crate::components::deals::not_saved::NotSaved;
use crate::state::deal_book::{UseDealBook, use_deal_book};
use crate::state::deal_route::{DealRoute, Focus, UseDealRoute, use_deal_route};
use crate::state::session::Session;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub struct DealsPageProps {
    /// The session.
    pub session: Session,
}

/// The deal book.
#[component]
pub fn DealsPage(props: &DealsPageProps) -> Html {
    let session = &props.session;
    let UseDealBook { state, save } = use_deal_book(&session.ports);
    let UseDealRoute { route, replace } = use_deal_route(&session.ports);

    // Whoever leaves a deal finds it saved.
    use_effect_with((route.open.clone(), save.clone()), |(_, save)| {
        let save = save.clone();
        move || save.emit(())
    });
    // After a conflict the user stays with what they typed, which has a new id now.
    use_effect_with(state.conflict().cloned(), {
        let (open, replace) = (route.open.clone(), replace.clone());
        move |conflict| {
            if let Some(conflict) = conflict
                && open.as_deref() == Some(conflict.theirs.as_str())
            {
                replace.emit(DealRoute::deal(&conflict.ours));
            }
        }
    });

    let on_retry = use_callback(save, |_: MouseEvent, save| save.emit(()));
    let on_file = use_callback((state.clone(), session.ports.clone()), |_: MouseEvent, (state, ports)| {
        export_all(&*ports.host, state.clone().book());
    });

    let content = match &route.open {
        None => html! {
            <List session={session.clone()} state={state.clone()} focus={route.focus} {replace} on_file={on_file.clone()} />
        },
        Some(id) => {
            let focused = route.focus == Focus::Start;
            if state.deal(id).is_some_and(|deal| !deal.deleted) {
                html! {
                    <Editor key={id.to_string()} session={session.clone()} state={state.clone()} {id} {focused} {replace} />
                }
            } else {
                html! { <Missing key={id.to_string()} session={session.clone()} state={state.clone()} {id} {focused} /> }
            }
        }
    };
    html! {
        <>
            <NotSaved key="not-saved" status={state.status()} locale={session.locale} {on_file} {on_retry} />
            <div key="content" class="deals">{ content }</div>
        </>
    }
}
