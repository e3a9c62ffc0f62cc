//! The advice for a deal: most urgent first, each with the button that acts on it, and *not now* behind a menu.

mod acts;
mod aside;
mod days;
mod list;
mod words;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Advice, AdviceAction, Deal, DealAction, Edit, advise};
use yew::prelude::*;

pub(crate) use self::aside::Aside;
pub(crate) use self::list::advice_list;

/// A piece of advice, and what its buttons do in this deal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Advised {
    pub(crate) advice: Advice,
    pub(crate) offers: Vec<Offer>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offer {
    pub(crate) act: AdviceAction,
    pub(crate) label: String,
    pub(crate) deal_action: DealAction,
}

#[derive(Clone, PartialEq)]
pub(crate) struct OnAdvice {
    /// The address for logging a meeting.
    pub(crate) log: AttrValue,
    pub(crate) edit: Callback<Edit>,
    /// Moves to another part of the page.
    pub(crate) go: Callback<DealAction>,
    /// The element is gone, so the focus has to move elsewhere.
    pub(crate) done: Callback<()>,
}

/// The advice for a deal, most urgent first.
pub(crate) fn advised(deal: &Deal, today: Date, locale: Locale) -> Vec<Advised> {
    let offer = |act: AdviceAction| {
        let deal_action = act.resolve(deal, today)?;
        Some(Offer { act, label: words::label(act, &deal_action, deal, locale), deal_action })
    };
    let with_offers = |advice: Advice| {
        let acts = [Some(advice.act()), advice.other_act()].into_iter().flatten();
        Advised { offers: acts.filter_map(offer).collect(), advice }
    };
    advise(deal, today).into_iter().map(with_offers).collect()
}
