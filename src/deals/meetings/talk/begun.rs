//! A conversation that was begun: what stood in the deal before, kept as long as the page is open. Who leaves it without an
//! end goes on with the same entry, and can still keep the step that was planned.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::{Coverage, Deal, NextStep};
use yew::AttrValue;

/// The last one that was begun and not ended.
pub(crate) type Unfinished = Rc<RefCell<Option<Begun>>>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Begun {
    deal: String,
    /// The id of the entry of the log.
    pub(crate) entry: AttrValue,
    /// The next step and the beads before the conversation.
    pub(crate) planned: NextStep,
    pub(crate) coverage: Coverage,
}

impl Begun {
    /// The one that was begun in this deal and has an entry there, else a new one. An address may name its entry.
    pub(crate) fn resumed(
        unfinished: &Unfinished,
        deal: &Deal,
        entry: Option<&str>,
        fresh: impl FnOnce() -> String,
    ) -> Self {
        let is_same = |begun: &&Self| {
            begun.deal == deal.id
                && deal.contact(&begun.entry).is_some()
                && entry.is_none_or(|entry| entry == begun.entry.as_str())
        };
        let known = unfinished.borrow().as_ref().filter(is_same).cloned();
        let begun = known.unwrap_or_else(|| Self {
            deal: deal.id.clone(),
            entry: entry.map_or_else(fresh, str::to_owned).into(),
            planned: deal.next_step.clone(),
            coverage: Coverage::of(deal),
        });
        *unfinished.borrow_mut() = Some(begun.clone());
        begun
    }
}

#[cfg(test)]
mod tests {
    use abacus_core::date::Date;
    use abacus_deals::Contact;

    use super::*;

    fn step(action: &str) -> NextStep {
        NextStep { action: action.to_owned(), ..NextStep::default() }
    }

    #[test]
    fn whoever_comes_back_goes_on_with_the_same_entry() {
        let unfinished = Unfinished::default();
        let mut deal = Deal { next_step: step("签约"), ..Deal::new("a") };
        let fresh = |id: &'static str| move || id.to_owned();
        let first = Begun::resumed(&unfinished, &deal, None, fresh("c1"));
        assert_eq!(Begun::resumed(&unfinished, &deal, None, fresh("c2")).entry, "c2", "nothing was answered");
        let first = Begun { entry: "c2".into(), ..first };
        deal.log.push(Contact::new("c2", Date::EPOCH));
        deal.next_step = step("跟进");
        assert_eq!(Begun::resumed(&unfinished, &deal, None, fresh("c3")), first, "the planned step is still known");
        assert_eq!(Begun::resumed(&unfinished, &deal, Some("c2"), fresh("c3")), first);
        let other = Begun::resumed(&unfinished, &deal, Some("c9"), fresh("c3"));
        assert_eq!((other.entry.as_str(), other.planned), ("c9", step("跟进")), "another address is another entry");
    }

    #[test]
    fn an_ended_conversation_and_another_deal_begin_anew() {
        let unfinished = Unfinished::default();
        let mut deal = Deal::new("a");
        deal.log.push(Contact::new("c1", Date::EPOCH));
        Begun::resumed(&unfinished, &deal, Some("c1"), String::new);
        let other = Begun::resumed(&unfinished, &Deal::new("b"), None, || "c2".to_owned());
        assert_eq!(other.entry, "c2");
        unfinished.borrow_mut().take();
        assert_eq!(Begun::resumed(&unfinished, &deal, None, || "c3".to_owned()).entry, "c3");
    }
}
