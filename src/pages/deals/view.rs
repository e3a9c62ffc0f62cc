//! The page around a view of the whole book.

use abacus_core::deals::view::{Place, Rows, View};
use abacus_core::page::DEALS_TITLE;
use yew::prelude::*;

use super::funnel::FunnelView;
use super::portfolio::PortfolioView;
use super::today::Today;
use crate::components::deals::views_nav::ViewsNav;
use crate::components::focus::use_focus;
use crate::state::deal_route::Focus;
use crate::state::session::Session;

/// What the page needs.
#[derive(PartialEq, Properties)]
pub(super) struct ViewPageProps {
    /// The session.
    pub(super) session: Session,
    /// The deals.
    pub(super) rows: Rows,
    /// Which view.
    pub(super) view: View,
    /// What is to have the focus.
    pub(super) focus: Focus,
}

/// The page.
#[component]
pub(super) fn ViewPage(props: &ViewPageProps) -> Html {
    let ViewPageProps { session, rows, view, focus } = props;
    let locale = session.locale;
    let title = use_focus(*focus != Focus::Unmoved);
    let content = match view {
        View::Today => html! { <Today rows={rows.clone()} today={session.ports.host.today()} {locale} /> },
        View::Portfolio => html! { <PortfolioView rows={rows.clone()} {locale} /> },
        View::Funnel => html! { <FunnelView rows={rows.clone()} {locale} /> },
    };
    html! {
        <>
            <header class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.say(DEALS_TITLE) }{ " · " }{ session.say(view.label()) }</h1>
            </header>
            <ViewsNav place={Place::View(*view)} {locale} />
            { content }
        </>
    }
}
