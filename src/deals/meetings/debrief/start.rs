//! An unfinished conversation: the state of the deal before it, kept as long as the page is open. A user who leaves
//! without finishing continues the same entry, and can still keep the step that was planned.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_core::date::Date;
use abacus_deals::{Coverage, Deal, NextStep, log};
use yew::AttrValue;

/// The last unfinished conversation.
pub(crate) type UnfinishedDebrief = Rc<RefCell<Option<DebriefStart>>>;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DebriefStart {
    pub(crate) deal: String,
    /// The id of the log entry.
    pub(crate) entry: AttrValue,
    /// Whether an earlier, unfinished conversation is continued.
    pub(crate) is_resumed: bool,
    /// The next step and the beads before the conversation.
    pub(crate) planned: NextStep,
    pub(crate) coverage: Coverage,
}

impl DebriefStart {
    /// The unfinished conversation of this deal, or else a new one. An address may name the log entry; without one, a
    /// conversation from another day is continued only if the page has been open since.
    pub(crate) fn resume_or_begin(
        unfinished: &UnfinishedDebrief,
        deal: &Deal,
        entry: Option<&str>,
        today: Date,
        fresh: impl FnOnce() -> String,
    ) -> Self {
        let is_begun = |id: &str| deal.contact(id).is_some_and(|contact| contact.is_begun);
        let is_same = |begun: &&Self| {
            begun.deal == deal.id && is_begun(&begun.entry) && entry.is_none_or(|entry| entry == begun.entry.as_str())
        };
        let known = unfinished.borrow().as_ref().filter(is_same).cloned();
        let known = known.map(|begun| Self { is_resumed: true, ..begun });
        let begun = known.unwrap_or_else(|| {
            let todays = || log::begun(&deal.log).filter(|contact| contact.date == Some(today));
            let entry = entry.map(str::to_owned).or_else(|| todays().map(|contact| contact.id.clone()));
            let is_resumed = entry.as_deref().is_some_and(is_begun);
            Self {
                deal: deal.id.clone(),
                entry: entry.unwrap_or_else(fresh).into(),
                is_resumed,
                planned: deal.next_step.clone(),
                coverage: Coverage::of(deal),
            }
        });
        *unfinished.borrow_mut() = Some(begun.clone());
        begun
    }
}

#[cfg(test)]
mod tests {
    use abacus_deals::{Contact, ContactEdit, Edit};

    use super::*;

    const TODAY: Date = Date::EPOCH;

    fn step(action: &str) -> NextStep {
        NextStep { action: action.to_owned(), ..NextStep::default() }
    }

    #[test]
    fn coming_back_continues_the_same_entry() {
        let unfinished = UnfinishedDebrief::default();
        let mut deal = Deal { next_step: step("签约"), ..Deal::new("a") };
        let fresh = |id: &'static str| move || id.to_owned();
        let first = DebriefStart::resume_or_begin(&unfinished, &deal, None, TODAY, fresh("c1"));
        let second = DebriefStart::resume_or_begin(&unfinished, &deal, None, TODAY, fresh("c2"));
        assert_eq!((second.entry.as_str(), second.is_resumed), ("c2", false), "nothing was answered");
        let first = DebriefStart { entry: "c2".into(), is_resumed: true, ..first };
        deal.log.push(begun("c2", "1969-12-31"));
        deal.next_step = step("跟进");
        assert_eq!(
            DebriefStart::resume_or_begin(&unfinished, &deal, None, TODAY, fresh("c3")),
            first,
            "the planned step is still known"
        );
        assert_eq!(DebriefStart::resume_or_begin(&unfinished, &deal, Some("c2"), TODAY, fresh("c3")), first);
        let other = DebriefStart::resume_or_begin(&unfinished, &deal, Some("c9"), TODAY, fresh("c3"));
        assert_eq!((other.entry.as_str(), other.planned), ("c9", step("跟进")), "another address is another entry");
        assert!(!other.is_resumed);
    }

    fn begun(id: &str, day: &str) -> Contact {
        Contact { is_begun: true, date: day.parse().ok(), ..Contact::new(id, TODAY) }
    }

    #[test]
    fn another_page_continues_a_meeting_begun_today() {
        let mut deal = Deal { log: vec![begun("c1", "1969-12-31")], ..Deal::new("a") };
        let entry = |deal: &Deal, named: Option<&str>| {
            let begun =
                DebriefStart::resume_or_begin(&UnfinishedDebrief::default(), deal, named, TODAY, || "c9".to_owned());
            (begun.entry.to_string(), begun.is_resumed)
        };
        assert_eq!(entry(&deal, None), ("c9".to_owned(), false), "another day most likely means another meeting");
        assert_eq!(entry(&deal, Some("c1")), ("c1".to_owned(), true));
        deal.log.push(begun("c2", "1970-01-01"));
        deal.log.push(Contact::new("c3", TODAY));
        assert_eq!(entry(&deal, None), ("c2".to_owned(), true));
        assert_eq!(entry(&deal, Some("c3")), ("c3".to_owned(), false), "it was finished");
    }

    #[test]
    fn a_finished_conversation_or_another_deal_starts_anew() {
        let unfinished = UnfinishedDebrief::default();
        let mut deal = Deal::new("a");
        deal.log.push(begun("c1", "1970-01-01"));
        DebriefStart::resume_or_begin(&unfinished, &deal, Some("c1"), TODAY, String::new);
        let other = DebriefStart::resume_or_begin(&unfinished, &Deal::new("b"), None, TODAY, || "c2".to_owned());
        assert_eq!(other.entry, "c2");
        DebriefStart::resume_or_begin(&unfinished, &deal, Some("c1"), TODAY, String::new);
        deal.apply(Edit::Contact("c1".to_owned(), ContactEdit::Finished));
        assert_eq!(DebriefStart::resume_or_begin(&unfinished, &deal, None, TODAY, || "c3".to_owned()).entry, "c3");
    }
}
