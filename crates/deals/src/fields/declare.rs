//! Builders for field declarations: first the kind, then where the field appears.

use rust_decimal::Decimal;

use super::{ColumnName, Field, FieldMeta, NumberSpec, Section, TextLimits, Value};
use abacus_core::date::Date;
use abacus_core::text::text as words;

/// A single-line text of up to 200 characters. The words are its label in Chinese and English.
pub(super) const fn text<O>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &String,
    place: fn(&mut O) -> &mut String,
) -> Field<O, String> {
    Field { meta: FieldMeta::new(key, zh, en), limits: TextLimits { max_chars: 200, is_multiline: false }, get, place }
}

pub(super) const fn date<O>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &Option<Date>,
    place: fn(&mut O) -> &mut Option<Date>,
) -> Field<O, Option<Date>> {
    Field { meta: FieldMeta::new(key, zh, en), limits: (), get, place }
}

/// An optional number. The spec has its name and bounds.
pub(super) const fn number<O>(
    spec: &'static NumberSpec,
    get: fn(&O) -> &Option<Decimal>,
    place: fn(&mut O) -> &mut Option<Decimal>,
) -> Field<O, Option<Decimal>> {
    let mut meta = FieldMeta::new(spec.key, spec.label.zh, spec.label.en);
    if !spec.hint.zh.is_empty() {
        meta.hint = Some(spec.hint);
    }
    Field { meta, limits: spec, get, place }
}

/// A value with its own input component, placed in the form by hand.
pub(super) const fn special<O, T: Value<Limits = ()>>(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    get: fn(&O) -> &T,
    place: fn(&mut O) -> &mut T,
) -> Field<O, T> {
    Field { meta: FieldMeta::new(key, zh, en), limits: (), get, place }
}

impl FieldMeta {
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
    /// Allows several lines and this many characters.
    pub(super) const fn long(mut self, max_chars: usize) -> Self {
        self.limits = TextLimits { max_chars, is_multiline: true };
        self
    }
}

impl<O, T: Value> Field<O, T> {
    /// One sentence of help.
    pub(super) const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.meta.hint = Some(words(zh, en));
        self
    }

    /// The section of the form. Within a section, fields have the order of the list.
    pub(super) const fn in_section(mut self, section: Section) -> Self {
        self.meta.section = Some(section);
        self
    }

    /// Makes the input narrow, so that two fit side by side.
    pub(super) const fn half(mut self) -> Self {
        self.meta.half = true;
        self
    }

    pub(super) const fn searched(mut self) -> Self {
        self.meta.searched = true;
        self
    }

    /// Includes it in the printed tracking form.
    pub(super) const fn printed(mut self) -> Self {
        self.meta.printed = true;
        self
    }

    /// Makes it a column of tables: its stable name, its label, and synonyms used by others, separated by spaces and
    /// each in lower case and without spaces.
    pub(super) const fn column(
        mut self,
        code: &'static str,
        zh: &'static str,
        en: &'static str,
        synonyms: &'static str,
    ) -> Self {
        self.meta.column = Some(ColumnName { code, label: words(zh, en), synonyms });
        self
    }
}
