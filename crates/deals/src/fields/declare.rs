//! Declaring a field: its kind first, then where it appears.

use rust_decimal::Decimal;

use super::{About, ColumnName, Field, NumberSpec, Room, Section, Value};
use abacus_core::date::Date;
use abacus_core::text::text as words;

/// A text on one line of up to 200 characters. The words are its label, Chinese and English.
pub(super) const fn text<O>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &String,
    place: fn(&mut O) -> &mut String,
) -> Field<O, String> {
    Field { about: About::new(key, zh, en), limits: Room { longest: 200, is_long: false }, get, place }
}

/// A day.
pub(super) const fn date<O>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &Option<Date>,
    place: fn(&mut O) -> &mut Option<Date>,
) -> Field<O, Option<Date>> {
    Field { about: About::new(key, zh, en), limits: (), get, place }
}

/// A number. The spec says what it is called and what may be typed; it may always stay empty.
pub(super) const fn number<O>(
    spec: &'static NumberSpec,
    get: fn(&O) -> &Option<Decimal>,
    place: fn(&mut O) -> &mut Option<Decimal>,
) -> Field<O, Option<Decimal>> {
    let mut about = About::new(spec.key, spec.label.zh, spec.label.en);
    if !spec.hint.zh.is_empty() {
        about.hint = Some(spec.hint);
    }
    Field { about, limits: spec, get, place }
}

/// A value with an input of its own, which the form places by hand.
pub(super) const fn special<O, T: Value<Limits = ()>>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &T,
    place: fn(&mut O) -> &mut T,
) -> Field<O, T> {
    Field { about: About::new(key, zh, en), limits: (), get, place }
}

impl About {
    const fn new(key: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self {
            key,
            label: words(zh, en),
            hint: None,
            section: None,
            half: false,
            searched: false,
            printed: false,
            column: None,
        }
    }
}

impl<O> Field<O, String> {
    /// It may have several lines, and so many characters.
    pub(super) const fn long(mut self, longest: usize) -> Self {
        self.limits = Room { longest, is_long: true };
        self
    }
}

impl<O, T: Value> Field<O, T> {
    /// One sentence of help.
    pub(super) const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.about.hint = Some(words(zh, en));
        self
    }

    /// The part of the form it is in. The fields of a part stand there in the order of the list.
    pub(super) const fn in_section(mut self, section: Section) -> Self {
        self.about.section = Some(section);
        self
    }

    /// Its input stands beside its neighbour's.
    pub(super) const fn half(mut self) -> Self {
        self.about.half = true;
        self
    }

    /// The search looks at it.
    pub(super) const fn searched(mut self) -> Self {
        self.about.searched = true;
        self
    }

    /// It is on the tracking form on paper.
    pub(super) const fn printed(mut self) -> Self {
        self.about.printed = true;
        self
    }

    /// It is a column of tables: its stable name, what it is called there, and what others call it, each in small
    /// letters and in one piece, with spaces between them.
    pub(super) const fn column(
        mut self,
        code: &'static str,
        zh: &'static str,
        en: &'static str,
        synonyms: &'static str,
    ) -> Self {
        self.about.column = Some(ColumnName { code, label: words(zh, en), synonyms });
        self
    }
}
