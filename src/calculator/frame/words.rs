use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

pub(super) const SHOW: Text = text("看答案", "Show the result");
pub(super) const COMPARE: Text = text("对答案", "Compare");

/// Shown once the figures differ from those of the guess.
pub(super) const AGAIN: Text = text("再猜一次", "Guess again");

/// Above the field for a guess.
pub(super) fn ask(label: &str, locale: Locale) -> String {
    format_in!(locale, "先估一估：{label}大概是多少？", "Your guess first: {label}?")
}

/// Beneath the result, after a guess.
pub(super) fn guessed(guess: &str, result: &str, locale: Locale) -> String {
    format_in!(locale, "您估的是 {guess}，算出来是 {result}。", "Your guess was {guess}; the result is {result}.")
}
