//! Existing deals of the customer named in a new deal, so that nobody enters the same deal twice by accident.

use std::rc::Rc;

use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text};
use abacus_deals::Deal;
use yew::prelude::*;

use crate::deals::controls::words;
use crate::deals::words as deal_words;

/// The maximum number listed.
const MAX: usize = 4;

/// An existing deal.
#[derive(Clone, Debug, PartialEq)]
pub struct SameCustomerDeal {
    id: AttrValue,
    name: AttrValue,
}

impl SameCustomerDeal {
    pub(crate) fn new(deal: &Deal, locale: Locale) -> Self {
        let title = deal.title.trim();
        let name = if title.is_empty() { deal_words::name(deal, locale) } else { title.to_owned() };
        let name = match deal.end {
            None => name,
            Some(end) => format!("{} · {}", isolated(&name), end.label().get(locale)),
        };
        Self { id: deal.id.clone().into(), name: name.into() }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct SameCustomerDealsProps {
    pub(crate) same: Rc<Vec<SameCustomerDeal>>,
    /// Called with the chosen deal, if choosing is possible.
    pub(crate) on_choose: Option<Callback<AttrValue>>,
    /// The label of that action, shown before the name.
    pub(crate) verb: Text,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn SameCustomerDeals(props: &SameCustomerDealsProps) -> Html {
    let SameCustomerDealsProps { same, on_choose, verb, locale } = props;
    let one = |SameCustomerDeal { id, name }: &SameCustomerDeal| {
        let name = html! { <bdi>{ name }</bdi> };
        let content = match on_choose {
            None => name,
            Some(on_choose) => {
                let (id, on_choose) = (id.clone(), on_choose.clone());
                let onclick = move |_: MouseEvent| on_choose.emit(id.clone());
                html! { <button type="button" class="button" {onclick}>{ verb.get(*locale) }{ " " }{ name }</button> }
            }
        };
        html! { <li key={id.as_str()}>{ content }</li> }
    };
    html! {
        <div class="namesakes" role="status" translate="no">
            if !same.is_empty() {
                <p class="field__doubt">{ words::same_customer(same.len(), *locale) }</p>
                <ul class="namesakes__list">{ for same.iter().take(MAX).map(one) }</ul>
            }
        </div>
    }
}
