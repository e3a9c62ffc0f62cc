//! The portfolio: the value and the opening positions of all open deals.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{Place, Query, Rows};
use abacus_deals::{Letter, Portfolio, ValueClass, spots};
use yew::prelude::*;

use crate::deals::views::portfolio::openings_grid::OpeningsGrid;
use crate::deals::views::portfolio::value_matrix::ValueMatrix;
use crate::deals::views::words;

#[derive(PartialEq, Properties)]
pub(crate) struct PortfolioProps {
    pub(crate) rows: Rows,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn PortfolioView(props: &PortfolioProps) -> Html {
    let PortfolioProps { rows, locale } = props;
    let locale = *locale;
    let open = || rows.iter().filter(|row| row.deal.is_open()).map(|row| &row.deal.assessment);
    let portfolio = Rc::new(Portfolio::of(open()));
    let (spots, all) = (Rc::new(spots(open())), open().count());
    let of_class =
        use_callback((), |class: ValueClass, ()| list_href(Query { class: Some(class), ..Query::default() }));
    let of_opening =
        use_callback((), |letter: Letter, ()| list_href(Query { opening: Some(letter), ..Query::default() }));
    html! {
        <>
            <p class="lead">{ words::PORTFOLIO_LEAD.get(locale) }</p>
            <ValueMatrix portfolio={portfolio.clone()} {spots} {all} href={of_class} {locale} />
            <OpeningsGrid {portfolio} {all} href={of_opening} {locale} />
        </>
    }
}

fn list_href(query: Query) -> AttrValue {
    format!("#{}", Place::List(query).fragment()).into()
}
