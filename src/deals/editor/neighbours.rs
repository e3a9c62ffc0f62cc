//! Other deals of the same customer, and the people in them. They are looked up again when the customer or the people
//! change, not on every keystroke: there may be thousands of deals.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{Person, colleagues, of_same_customer};
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::controls::SameCustomerDeal;

/// The people of the same customer in other deals.
#[hook]
pub(crate) fn use_colleagues(state: &UseReducerHandle<DealBook>, id: &AttrValue, is_wanted: bool) -> Rc<Vec<Person>> {
    let asked = state.deal(id).filter(|_| is_wanted).map(|deal| {
        let names: Vec<String> = deal.people.iter().map(|person| person.name.clone()).collect();
        (deal.customer.clone(), names)
    });
    let state = state.clone();
    use_memo((id.clone(), asked), move |(id, asked)| {
        let deal = state.deal(id).filter(|_| asked.is_some());
        deal.map(|deal| colleagues(deal, state.book().records())).unwrap_or_default()
    })
}

/// The other deals of the same customer.
#[hook]
pub(crate) fn use_same_customer(
    state: &UseReducerHandle<DealBook>,
    id: &AttrValue,
    is_wanted: bool,
    locale: Locale,
) -> Rc<Vec<SameCustomerDeal>> {
    let asked = state.deal(id).filter(|_| is_wanted).map(|deal| deal.customer.clone());
    let state = state.clone();
    use_memo((id.clone(), asked, locale), move |(id, asked, locale)| {
        let deal = state.deal(id).filter(|_| asked.is_some());
        let same = deal.map(|deal| of_same_customer(deal, state.book().records())).unwrap_or_default();
        same.into_iter().map(|other| SameCustomerDeal::new(other, *locale)).collect()
    })
}
