//! The list on paper: every matching deal, not only the visible ones, and whose each is.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_deals::view::{Row, Tally};
use yew::prelude::*;

use crate::deals::list::row::deal_row;
use crate::deals::list::rows::SharedRows;
use crate::deals::list::table::sum;
use crate::deals::list::words;
use crate::deals::words as deal_words;
use crate::shell::printing::use_is_printing;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct PrintedListProps {
    pub(crate) session: Session,
    pub(crate) rows: SharedRows,
    pub(crate) today: Date,
}

/// Nothing until the page is printed. If nothing was found, the page says so on paper, too.
#[component]
pub(crate) fn PrintedList(props: &PrintedListProps) -> Html {
    let PrintedListProps { session, rows: SharedRows(rows), today } = props;
    let locale = session.locale;
    if !use_is_printing(&session.ports.host) || rows.is_empty() {
        return Html::default();
    }
    let row = |(index, row): (usize, &Rc<Row>)| {
        let salesperson = Some(row.deal.salesperson.trim()).filter(|name| !name.is_empty());
        deal_row(&row.deal, [index.saturating_add(1), rows.len()], *today, locale, salesperson)
    };
    html! {
        <div class="deals__printed">
            <p class="deals__day">{ words::printed(*today, locale) }</p>
            { sum(&Tally::of(rows.iter().map(|row| &*row.deal)), locale) }
            <ul class="deals__list" aria-label={session.text(deal_words::LIST)}>{ for rows.iter().enumerate().map(row) }</ul>
        </div>
    }
}
