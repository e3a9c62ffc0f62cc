use std::borrow::Cow;

use abacus_core::text::{Locale, Text};

/// A text of a lesson, in both languages or, in a user's own lesson, in one.
///
/// A key in braces is a figure of the step's calculator: `{loss}` is an input, `{extra_sales}` a result,
/// `{margin:label}` the name of an input. See [`abacus_core::calculator::sentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Words {
    /// In both languages.
    pub const fn both(text: Text) -> Self {
        Self { zh: Cow::Borrowed(text.zh), en: Cow::Borrowed(text.en) }
    }

    /// In one language, which is shown in both. Typed text has no keys: its brackets are replaced with full-width ones.
    pub fn typed(words: &str) -> Self {
        let wide = |character| match character {
            '{' => '｛',
            '}' => '｝',
            '[' => '［',
            ']' => '］',
            other => other,
        };
        let words: String = words.chars().map(wide).collect();
        Self { zh: Cow::Owned(words.clone()), en: Cow::Owned(words) }
    }

    /// Composed at run time in both languages.
    pub(crate) const fn composed(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    /// In this language.
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

/// Shorthand for [`Words::both`]: Chinese, then English.
pub(crate) const fn words(zh: &'static str, en: &'static str) -> Words {
    Words::both(Text { zh, en })
}
