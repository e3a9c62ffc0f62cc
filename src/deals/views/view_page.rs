use abacus_core::page::DEALS_TITLE;
use abacus_deals::Variants;
use abacus_deals::view::{BookLocation, Rows, Scope, View};
use yew::prelude::*;

use crate::deals::route::Focus;
use crate::deals::views::cases::CasesView;
use crate::deals::views::empty::empty;
use crate::deals::views::funnel::FunnelView;
use crate::deals::views::means::MeansView;
use crate::deals::views::nav::ViewsNav;
use crate::deals::views::portfolio::PortfolioView;
use crate::deals::views::today::Today;
use crate::deals::views::words;
use crate::shell::chunk::Chunk;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;
use crate::shell::today::use_today;

#[derive(PartialEq, Properties)]
pub(crate) struct ViewPageProps {
    pub(crate) session: Session,
    pub(crate) rows: Rows,
    pub(crate) variants: Chunk<Variants>,
    pub(crate) view: View,
    pub(crate) scope: Scope,
    pub(crate) focus: Focus,
    /// Goes to a place without a new history entry.
    pub(crate) replace: Callback<BookLocation>,
    /// Starts a new deal; `None` if the book is read-only.
    pub(crate) on_new: Option<Callback<MouseEvent>>,
}

#[component]
pub(crate) fn ViewPage(props: &ViewPageProps) -> Html {
    let ViewPageProps { session, rows, variants, view, scope, focus, replace, on_new } = props;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    let title = use_focus(*focus != Focus::Unmoved);
    let is_empty = rows.is_empty();
    let content = match view {
        View::Today if is_empty => empty(session, words::NO_TODAY, on_new.as_ref()),
        View::Funnel if is_empty => empty(session, words::NO_FUNNEL, on_new.as_ref()),
        View::Portfolio if is_empty => empty(session, words::NO_PORTFOLIO, on_new.as_ref()),
        View::Today => {
            html! { <Today session={session.clone()} rows={rows.clone()} {today} on_new={on_new.clone()} /> }
        }
        View::Portfolio => {
            html! { <PortfolioView session={session.clone()} rows={rows.clone()} scope={scope.clone()} {replace} /> }
        }
        View::Resources => {
            html! { <MeansView session={session.clone()} rows={rows.clone()} scope={scope.clone()} {today} {replace} /> }
        }
        View::Cases => {
            html! { <CasesView session={session.clone()} rows={rows.clone()} variants={variants.clone()} /> }
        }
        View::Funnel => {
            html! { <FunnelView session={session.clone()} rows={rows.clone()} scope={scope.clone()} {today} {replace} /> }
        }
    };
    html! {
        <>
            <div class="deals__head">
                <header class="deals__header">
                    <h1 tabindex="-1" ref={title}>{ session.text(DEALS_TITLE) }{ " · " }{ session.text(view.label()) }</h1>
                </header>
                <ViewsNav location={BookLocation::View(*view, scope.clone())} {locale} />
            </div>
            { content }
        </>
    }
}
