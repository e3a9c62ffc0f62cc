//! The two languages of the product.

/// A language with a complete translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {
    /// Simplified Chinese, `zh-CN`: the first language, and the default.
    #[default]
    Zh,
    /// English, `en`.
    En,
}

impl Locale {
    /// Both languages, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag used in `?lang=`, in the `lang` attribute and in storage.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `zh`, `zh-TW` or `en-GB`; none for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if language.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }
}

/// One sentence or label in both languages. A missing translation does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    pub const fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}

/// Shorthand for a [`Text`]: Chinese, then English.
pub const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// Formats a sentence in one of the languages: the arguments of `format!` in Chinese, then in English, each in
/// parentheses if there is more than the format string.
///
/// ```
/// use abacus_core::format_in;
/// use abacus_core::text::Locale;
///
/// let (days, locale) = (2, Locale::En);
/// let sentence = format_in!(locale, "晚了 {days} 天。", ("{days} days late, {}.", "at least"));
/// assert_eq!(sentence, "2 days late, at least.");
/// ```
#[macro_export]
macro_rules! format_in {
    ($locale:expr, ($($zh:tt)+), ($($en:tt)+) $(,)?) => {
        match $locale {
            $crate::text::Locale::Zh => ::std::format!($($zh)+),
            $crate::text::Locale::En => ::std::format!($($en)+),
        }
    };
    ($locale:expr, $zh:literal, $en:tt $(,)?) => { $crate::format_in!($locale, ($zh), $en) };
    ($locale:expr, $zh:tt, $en:literal $(,)?) => { $crate::format_in!($locale, $zh, ($en)) };
}
