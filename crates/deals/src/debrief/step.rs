//! The next step in a conversation: proposed from what was agreed, offered in place of a planned one.

use super::Debrief;
use super::agreed::{FOLLOW_UP, agreed, one_line};
use crate::contact::{Contact, ContactEdit};
use crate::edit::Edit;
use crate::fields::{self, DateField, TextField};
use crate::normalize::{is_blank, name_key};
use abacus_core::date::Date;
use abacus_core::text::Locale;

/// The next step that follows from a meeting: to follow up on what was agreed.
pub fn follow_up(meeting: &Contact, locale: Locale) -> String {
    let follow_up = FOLLOW_UP.get(locale);
    match (agreed(meeting, locale, str::to_owned), locale) {
        (None, _) => follow_up.to_owned(),
        (Some(agreed), Locale::Zh) => format!("{follow_up}：{agreed}"),
        (Some(agreed), Locale::En) => format!("{follow_up}: {agreed}"),
    }
}

impl Debrief<'_> {
    /// The next step that follows from the meeting.
    pub fn proposal(&self) -> String {
        follow_up(&self.entry, self.locale)
    }

    /// Whether the next step only repeats what the customer agreed to do, or that it is followed up: as proposed, or in
    /// the customer's words.
    pub(super) fn repeats_agreement(&self) -> bool {
        let step = name_key(&one_line(&self.deal.next_step.action));
        let said = |locale| {
            let kind = self.entry.action.map(|action| action.label().get(locale).to_owned());
            let agreed = agreed(&self.entry, locale, str::to_owned);
            let is_agreed = agreed.is_some();
            let kind = kind.filter(|_| is_agreed);
            let words = is_agreed.then(|| one_line(&self.entry.action_words));
            [Some(FOLLOW_UP.get(locale).to_owned()), Some(follow_up(&self.entry, locale)), agreed, kind, words]
        };
        let mut all = Locale::ALL.into_iter().flat_map(said).flatten();
        !is_blank(&step) && all.any(|said| name_key(&said) == step)
    }

    /// Whether the deal has another next step than before the conversation.
    pub fn is_replaced(&self) -> bool {
        let now = &self.deal.next_step;
        (&now.action, now.date) != (&self.planned.action, self.planned.date)
    }

    /// The step that was planned before, which the new one would replace; `None` if there was none.
    pub fn planned(&self) -> Option<(&str, Option<Date>)> {
        (!self.planned.is_open()).then(|| (self.planned.action.trim(), self.planned.date))
    }

    /// The edits for a new text of the next step. The day of the planned step does not carry over. Without text and a
    /// day of its own there is no new step, and the planned one stays.
    pub fn step_typed(&self, typed: String) -> Vec<Edit> {
        let has_day = self.is_replaced() && self.deal.next_step.date.is_some();
        if is_blank(&typed) && !has_day && self.planned().is_some() {
            return self.keep_planned();
        }
        let is_first = !self.is_replaced() && self.planned.date.is_some();
        let day = is_first.then(|| date(None));
        self.beginning().into_iter().chain([action(typed)]).chain(day).collect()
    }

    /// The edits for a new day of the next step. Its text is the proposed one unless another has been written.
    pub fn step_on(&self, day: Option<Date>) -> Vec<Edit> {
        let is_written = self.is_replaced() && !is_blank(&self.deal.next_step.action);
        let proposed = (!is_written).then(|| action(self.proposal()));
        self.beginning().into_iter().chain(proposed).chain([date(day)]).collect()
    }

    /// The edits that end the conversation. A step with a day but no text gets the proposed text.
    #[must_use]
    pub fn finish(&self) -> Vec<Edit> {
        let step = &self.deal.next_step;
        let lacks_words = self.is_replaced() && step.date.is_some() && is_blank(&step.action);
        let proposed = lacks_words.then(|| action(self.proposal()));
        let finished = self.entry.is_begun.then(|| Edit::Contact(self.entry.id.clone(), ContactEdit::Finished));
        proposed.into_iter().chain(finished).collect()
    }

    /// The edits that restore the planned step.
    pub fn keep_planned(&self) -> Vec<Edit> {
        vec![action(self.planned.action.clone()), date(self.planned.date)]
    }

    /// The edits that discard the meeting: the entry is removed and the planned step restored. People who were added
    /// stay: they exist.
    #[must_use]
    pub fn discard(&self) -> Vec<Edit> {
        let planned = if self.is_replaced() { self.keep_planned() } else { Vec::new() };
        planned.into_iter().chain([Edit::RemoveContact(self.entry.id.clone())]).collect()
    }

    /// The edits that undo [`discard`](Self::discard): the entry returns to its place, and the step to what it is
    /// now.
    #[must_use]
    pub fn restore(&self) -> Vec<Edit> {
        let index = self.deal.log.iter().position(|contact| contact.id == self.entry.id);
        let step = &self.deal.next_step;
        let entry = Edit::AddContact(index.unwrap_or(usize::MAX), self.entry.clone());
        vec![entry, action(step.action.clone()), date(step.date)]
    }
}

fn action(typed: String) -> Edit {
    Edit::Text(TextField::Deal(&fields::NEXT_ACTION), typed)
}

fn date(day: Option<Date>) -> Edit {
    Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(day))
}
