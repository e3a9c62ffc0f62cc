//! Wording shared by several rules.

use crate::people::Role;
use abacus_core::text::{Locale, Text, text};

/// “1 day”, “2 days”.
pub(super) fn days_en(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// A rhythm of contact inside a sentence: “每 15 天”, “every 15 days”.
pub(super) fn every(days: u16, locale: Locale) -> String {
    match (days, locale) {
        (1, _) => text("每天", "daily").get(locale).to_owned(),
        (7, _) => text("每周", "weekly").get(locale).to_owned(),
        (365, _) => text("每年", "yearly").get(locale).to_owned(),
        (days, Locale::Zh) => format!("每 {days} 天"),
        (days, Locale::En) => format!("every {days} days"),
    }
}

/// Each role once, in the usual order, regardless of how it was entered.
pub(super) fn roles(roles: &[Role], locale: Locale) -> String {
    labels(Role::ALL.into_iter().filter(|role| roles.contains(role)).map(Role::label), locale)
}

pub(super) fn labels(labels: impl Iterator<Item = Text>, locale: Locale) -> String {
    let labels: Vec<&str> = labels.map(|label| label.get(locale)).collect();
    labels.join(separator(locale))
}

/// A semicolon in English, since a label may be a sentence or contain a comma.
pub(super) const fn separator(locale: Locale) -> &'static str {
    text("、", "; ").get(locale)
}
