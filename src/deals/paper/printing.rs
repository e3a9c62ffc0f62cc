//! Printing: the sheet has to be on the page before the print dialog opens.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::Deal;
use yew::prelude::*;

use crate::deals::meetings::visit_sheet;
use crate::deals::paper::form_sheet::form_sheet;
use crate::state::ports::Ports;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Paper {
    Form,
    /// The visit with this id.
    Visit(AttrValue),
}

impl Paper {
    /// `None` if the visit no longer exists.
    pub(crate) fn sheet(&self, deal: &Deal, today: Date, locale: Locale) -> Option<Html> {
        match self {
            Self::Form => Some(form_sheet(Some(deal), today, locale)),
            Self::Visit(id) => deal.visit(id).map(|visit| visit_sheet(deal, visit, today, locale)),
        }
    }
}

/// What is being printed, if anything, and a callback that prints something.
#[hook]
pub(crate) fn use_paper<T: Clone + PartialEq + 'static>(ports: &Ports) -> (Option<T>, Callback<T>) {
    let printed = use_state_eq(|| None::<(u32, T)>);
    let on_print = use_callback(printed.clone(), |sheet: T, printed| {
        let times = printed.as_ref().map_or(0, |(times, _)| times.wrapping_add(1));
        printed.set(Some((times, sheet)));
    });
    use_effect_with((printed.clone(), ports.clone()), |(printed, ports)| {
        if printed.is_some() {
            ports.outbox.print();
        }
    });
    (printed.as_ref().map(|(_, sheet)| sheet.clone()), on_print)
}
