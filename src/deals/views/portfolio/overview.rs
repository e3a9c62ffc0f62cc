//! The portfolio: the value and the opening positions of the open deals within a scope of the book.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{BookLocation, Plot, Query, Rows, Scope, View};
use abacus_deals::{Letter, Portfolio, PortfolioOwner, SALESPERSON_KEY, ValueClass};
use yew::prelude::*;

use crate::deals::views::portfolio::openings_grid::OpeningsGrid;
use crate::deals::views::portfolio::value_matrix::ValueMatrix;
use crate::deals::views::portfolio::words as portfolio_words;
use crate::deals::views::scope_choices::{ScopeContext, scope_choices};
use crate::deals::views::words;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct PortfolioProps {
    pub(crate) session: Session,
    pub(crate) rows: Rows,
    pub(crate) scope: Scope,
    pub(crate) replace: Callback<BookLocation>,
}

#[component]
pub(crate) fn PortfolioView(props: &PortfolioProps) -> Html {
    let PortfolioProps { session, rows, scope, replace } = props;
    let locale = session.locale;
    let whose = scope.read_as(rows);
    let part = Scope { whose: None, ..scope.clone() };
    let open = || rows.iter().map(|row| &row.deal).filter(|deal| deal.is_open() && scope.includes(deal));
    let portfolio = Rc::new(Portfolio::of(open().map(|deal| &deal.assessment)));
    let (plot, all) = (Rc::new(Plot::of(open())), open().count());
    let of_class = use_callback(part.clone(), |class: ValueClass, scope| {
        list_href(Query { class: Some(class), scope: scope.clone(), ..Query::default() })
    });
    let of_opening = use_callback(part.clone(), |letter: Letter, scope| {
        list_href(Query { opening: Some(letter), scope: scope.clone(), ..Query::default() })
    });
    html! {
        <>
            <p class="lead">{ words::PORTFOLIO_LEAD.get(locale) }</p>
            { switch(session, rows, scope, whose) }
            { scope_choices(&ScopeContext { session, view: View::Portfolio, replace }, rows, &part) }
            <ValueMatrix portfolio={portfolio.clone()} {plot} {whose} {all} href={of_class} {locale} />
            <OpeningsGrid {portfolio} {all} href={of_opening} {locale} />
        </>
    }
}

/// The switch between own and all deals. Own deals are those of the salesperson stored for new deals.
fn switch(session: &Session, rows: &Rows, scope: &Scope, read_as: PortfolioOwner) -> Html {
    let locale: Locale = session.locale;
    let name = session.ports.store.read(SALESPERSON_KEY).ok().flatten().unwrap_or_default();
    let link = |whose: PortfolioOwner| {
        let href = format!("#{}", BookLocation::View(View::Portfolio, scope.switched(whose, &name, rows)).fragment());
        let current = (whose == read_as).then_some("true");
        html! { <a class="scopes__link" key={whose.code()} {href} aria-current={current}>{ whose.label().get(locale) }</a> }
    };
    html! {
        <nav class="scopes__row" aria-label={portfolio_words::WHOSE.get(locale)}>{ for PortfolioOwner::ALL.into_iter().map(link) }</nav>
    }
}

fn list_href(query: Query) -> AttrValue {
    format!("#{}", BookLocation::List(query).fragment()).into()
}
