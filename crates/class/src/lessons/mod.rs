//! The lessons. A new one is one file and one line in [`LESSONS`].

mod advance;
mod bank;
mod difficulty;
mod earned;
mod key_account;
mod listen;
mod openings;
mod pattern;
mod rhythm;
mod target;

use crate::lesson::Lesson;

/// Every lesson, in the order of the list.
pub static LESSONS: &[&Lesson] = &[
    &key_account::LESSON,
    &earned::LESSON,
    &bank::LESSON,
    &target::LESSON,
    &listen::LESSON,
    &pattern::LESSON,
    &advance::LESSON,
    &openings::LESSON,
    &difficulty::LESSON,
    &rhythm::LESSON,
];

/// The lesson with this name.
pub fn find(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().copied().find(|lesson| lesson.id == id)
}

/// A static list.
macro_rules! list {
    ($($item:expr),* $(,)?) => { ::std::borrow::Cow::Borrowed(&[$($item),*]) };
}

/// A step: its kind, its seconds, the index of its setting; the text on the screen in both languages; what the trainer
/// says and does, in both languages.
macro_rules! step {
    ($kind:expr, $seconds:literal s, on $setting:literal, [$zh:literal, $en:literal $(,)?], [$notes_zh:literal, $notes_en:literal $(,)?] $(,)?) => {
        $crate::lesson::Step {
            words: $crate::words::words($zh, $en),
            notes: $crate::words::words($notes_zh, $notes_en),
            seconds: $seconds,
            setting: $setting,
            kind: $kind,
        }
    };
}

/// A common wrong guess: from, to, and why in both languages.
macro_rules! wrong {
    ($from:expr, $to:expr, $zh:literal, $en:literal $(,)?) => {
        $crate::lesson::WrongGuess { from: $from, to: $to, why: $crate::words::words($zh, $en) }
    };
}

use {list, step, wrong};

/// A static key or name.
const fn name(text: &'static str) -> std::borrow::Cow<'static, str> {
    std::borrow::Cow::Borrowed(text)
}

/// A calculator with values as in a link.
const fn setting(calculator: &'static str, values: &'static str) -> crate::lesson::Setting {
    crate::lesson::Setting { calculator: name(calculator), values: name(values) }
}
