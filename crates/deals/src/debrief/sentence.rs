//! A meeting in one sentence, to be copied into a report or a chat.

use super::Debrief;
use super::agreed::{FOLLOW_UP, QuoteFormat, agreed, one_line};
use crate::contact::{Contact, MeetingOutcome};
use crate::people::{Person, Role};
use abacus_core::date::Date;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, text};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Debrief<'_> {
    /// The sentence to copy: who was met, how it ended and what comes next, as far as it has been answered; written on
    /// this day.
    pub fn sentence(&self, today: Date) -> String {
        self.compose(today, str::to_owned)
    }

    /// The sentence to display: what people wrote is isolated.
    pub fn shown(&self, today: Date) -> String {
        self.compose(today, |quote| isolated(quote).to_string())
    }

    fn compose(&self, today: Date, quote: QuoteFormat) -> String {
        let day = self.entry.date.map(|date| short_day(date, today, self.locale));
        let people: Vec<String> = self.met().map(|person| called(person, self.locale, quote)).collect();
        let (result, next) = (result(&self.entry, self.locale, quote), self.next(today, quote));
        match self.locale {
            Zh => {
                let people = if people.is_empty() { "客户".to_owned() } else { people.join("、") };
                let met = format!("{}见了{people}", day.unwrap_or_default());
                [Some(met), result, next].into_iter().flatten().collect::<Vec<_>>().join("，") + "。"
            }
            En => {
                let people = listed(&people);
                let day = day.map(|day| format!(" on {day}")).unwrap_or_default();
                let pause = |result: &str| if result.starts_with(AGREED) { "; " } else { ": " };
                let result = result.map(|result| format!("{}{result}", pause(&result))).unwrap_or_default();
                let next = next.map(|next| format!(" {next}.")).unwrap_or_default();
                format!("Met {people}{day}{result}.{next}")
            }
        }
    }

    fn met(&self) -> impl Iterator<Item = &Person> {
        self.entry.people.iter().filter_map(|id| self.deal.person(id))
    }

    /// The next step: the new one, or the planned one while it is still to come. What was agreed is not repeated.
    fn next(&self, today: Date, quote: QuoteFormat) -> Option<String> {
        let step = &self.deal.next_step;
        let is_past = !self.is_replaced() && step.date.is_none_or(|date| date <= today);
        if step.is_open() || is_past {
            return None;
        }
        let day = step.date.map(|date| short_day(date, today, self.locale));
        let is_repeated = self.repeats_agreement();
        let action = if is_repeated { FOLLOW_UP.get(self.locale).to_owned() } else { quote(&one_line(&step.action)) };
        Some(match (day, self.locale) {
            (Some(day), Zh) => format!("{day}{action}"),
            (None, Zh) => format!("下一步：{action}"),
            (Some(day), En) if is_repeated => format!("{action} on {day}"),
            (Some(day), En) => format!("Next on {day}: {action}"),
            (None, En) => format!("Next: {action}"),
        })
    }
}

/// A person by name and roles: `郑洁（决策人）`, `Zheng Jie (decision maker)`; by roles alone without a name.
fn called(person: &Person, locale: Locale, quote: QuoteFormat) -> String {
    let roles: Vec<&str> = person.roles.iter().copied().map(Role::label).map(|label| label.get(locale)).collect();
    let (roles, name) = (roles.join(text("、", ", ").get(locale)), quote(&one_line(&person.name)));
    let roles = if locale == En { roles.to_lowercase() } else { roles };
    match (name.as_str(), roles.as_str(), locale) {
        ("", "", _) => text("一位客户", "someone there").get(locale).to_owned(),
        ("", _, Zh) => roles,
        ("", _, En) => format!("the {roles}"),
        (name, "", _) => name.to_owned(),
        (name, _, Zh) => format!("{name}（{roles}）"),
        (name, _, En) => format!("{name} ({roles})"),
    }
}

/// A day as people write it: `11月28日`, `Nov 28`; with the year if it is another one.
pub fn short_day(date: Date, today: Date, locale: Locale) -> String {
    let (year, month, day) = date.parts();
    let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    match (year == today.parts().0, locale) {
        (true, Zh) => format!("{month}月{day}日"),
        (false, Zh) => format!("{year}年{month}月{day}日"),
        (true, En) => format!("{name} {day}"),
        (false, En) => format!("{name} {day}, {year}"),
    }
}

/// How it ended, worded for use inside the sentence. For an advance, that is what was agreed.
fn result(contact: &Contact, locale: Locale, quote: QuoteFormat) -> Option<String> {
    let words = |outcome| match outcome {
        MeetingOutcome::Order => text("客户下单了", "they placed an order"),
        MeetingOutcome::Advance => text("有进展，还没有约定", "it moved forward, nothing agreed yet"),
        MeetingOutcome::Continuation => text("没有新的约定", "nothing new agreed"),
        MeetingOutcome::NoSale => text("没有成交", "no sale"),
    };
    let words = contact.outcome.map(|outcome| words(outcome).get(locale).to_owned());
    let agreed = agreed(contact, locale, quote).map(|agreed| match (contact.action.is_none(), locale) {
        (false, Zh) => format!("答应{agreed}"),
        (true, Zh) => format!("答应：{agreed}"),
        (false, En) => format!("agreed to {agreed}"),
        (true, En) => format!("{AGREED}{agreed}"),
    });
    match (contact.outcome, words, agreed) {
        (None | Some(MeetingOutcome::Advance), _, Some(agreed)) => Some(agreed),
        (Some(MeetingOutcome::Order | MeetingOutcome::NoSale), Some(words), Some(agreed)) => {
            Some(words + text("，", ", ").get(locale) + &agreed)
        }
        (_, words, _) => words,
    }
}

/// The prefix of an agreed action in free text.
const AGREED: &str = "agreed: ";

/// Names in a sentence: `A, B and C`.
fn listed(names: &[String]) -> String {
    match names {
        [] => "the customer".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
