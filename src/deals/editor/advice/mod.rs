//! The advice for a deal: most urgent first, each with the button that acts on it, and *not now* behind a menu.

mod buttons;
mod days;
mod list;
mod set_aside;
mod words;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Advice, AdviceAction, Deal, DealAction, Edit, advise};
use yew::prelude::*;

pub(crate) use self::list::advice_list;
pub(crate) use self::set_aside::SetAsideAdvice;

/// A piece of advice, and what its buttons do in this deal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AdviceItem {
    pub(crate) advice: Advice,
    pub(crate) actions: Vec<LabelledAction>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LabelledAction {
    pub(crate) act: AdviceAction,
    pub(crate) label: String,
    pub(crate) deal_action: DealAction,
}

#[derive(Clone, PartialEq)]
pub(crate) struct AdviceCallbacks {
    /// The address for logging a meeting.
    pub(crate) log: AttrValue,
    pub(crate) edit: Callback<Edit>,
    /// Moves to another part of the page.
    pub(crate) go: Callback<DealAction>,
    /// The element is gone, so the focus has to move elsewhere.
    pub(crate) done: Callback<()>,
}

/// The advice for a deal, most urgent first.
pub(crate) fn advice_items(deal: &Deal, today: Date, locale: Locale) -> Vec<AdviceItem> {
    let action = |act: AdviceAction| {
        let deal_action = act.resolve(deal, today)?;
        Some(LabelledAction { act, label: words::label(act, &deal_action, deal, locale), deal_action })
    };
    let with_actions = |advice: Advice| {
        let acts = [Some(advice.act()), advice.other_act()].into_iter().flatten();
        AdviceItem { actions: acts.filter_map(action).collect(), advice }
    };
    advise(deal, today).into_iter().map(with_actions).collect()
}
