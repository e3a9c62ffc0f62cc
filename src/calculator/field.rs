//! One input of a calculator: label, hint, unit, slider and error, connected for assistive
//! technology here and nowhere else.

use abacus_core::calculator::field::{Choice, Field, Kind, Part};
use abacus_core::text::{Locale, Text};
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::events::{ACTION, KEY, PUT};
use crate::calculator::form::{Entry, Solving};
use crate::calculator::parts::Parts;
use crate::calculator::problems::why;
use crate::calculator::slider::slider;
use crate::calculator::words;
use crate::shell::element::{Tag, class_names, classed, content, tag};
use crate::shell::unit::unit;

/// The field of a number. The unknown shows the solution and is read-only.
pub(super) fn field(parts: &Parts<'_>, entry: &Entry, is_unknown: bool) -> Html {
    let (field, key, locale) = (entry.field, entry.field.key, parts.locale());
    let label = parts.label(field).get(locale);
    let [hint_id, error_id, unit_id] = ["hint", "error", "unit"].map(|part| AttrValue::from(format!("{key}-{part}")));
    let error = parts.error(entry);
    let is_wrong = error.is_some();
    let described_by = class_names(&[if is_wrong { &*error_id } else { "" }, &*unit_id, &*hint_id]);
    let class = class_names(&[
        "field",
        if parts.active == Some(key) { "field--active" } else { "" },
        if is_unknown { "field--unknown" } else { "" },
        if is_wrong { "field--wrong" } else { "" },
    ]);
    let unit = unit(field, &parts.style());
    let input_class = if is_long(&entry.text, &unit) { "field__input field__input--long" } else { "field__input" };
    let is_found = is_unknown && parts.form.solving().is_some_and(Solving::is_solved);
    let is_locked = parts.arrangement.locks(key);
    // Without fields there are only sliders, and the field only displays the value.
    let can_type = parts.shows(Shown::Inputs) || field.part == Part::Detail && parts.shows(Shown::Detail);
    let is_fixed = is_unknown || is_locked || !can_type;
    let is_in = !is_locked && (parts.form.inputs().get(key) != Some(field.default) || is_wrong);
    let remove = (field.removable && is_in)
        .then(|| button(parts, key, label, ("button button--quiet field__remove", "remove", words::REMOVE)));
    let head = tag("div")
        .class("field__head")
        .child(tag("label").class("field__label").attr("for", key).untranslated().text(label))
        .maybe(remove);
    let input = tag("input")
        .class(input_class)
        .attr("id", key)
        .attr("name", key)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", parts.enter_hint(key))
        .value(Some(if is_unknown && !is_found { AttrValue::default() } else { entry.text.clone() }))
        .flag("readonly", is_fixed)
        .attr("aria-invalid", is_wrong.then_some("true"))
        .attr("aria-describedby", described_by);
    let found = || classed("span", "field__found", content(words::FOUND.get(locale)));
    let boxed = tag("div")
        .class("field__box")
        .child(input)
        .maybe((parts.focused == Some(key) && !is_fixed).then(|| magnitudes(field, locale)))
        .maybe(is_found.then(found))
        .child(described("span", "field__unit", unit_id, unit.into()));
    let why = error.map(|error| why(parts, field, error)).unwrap_or_default();
    let wrong = tag("p")
        .class("field__error")
        .attr("id", error_id)
        .attr("role", "alert")
        .untranslated()
        .flag("hidden", why.is_empty())
        .text(why);
    // The same button starts and stops solving, so that it keeps the focus.
    let solve = || {
        let (key, text, expanded) =
            if is_unknown { ("", words::END_SOLVING, "true") } else { (key, words::SOLVE, "false") };
        button(parts, key, label, ("button button--quiet field__solve", "solve", text)).attr("aria-expanded", expanded)
    };
    let can_solve = !parts.form.is_for_customer() && !is_locked && can_type;
    let slide = tag("div")
        .class("field__slide")
        .maybe(
            parts
                .shows(Shown::Sliders)
                .then(|| slider(entry, parts.form.inputs().get(key), label, is_unknown || is_locked, locale)),
        )
        .maybe(can_solve.then(solve));
    tag("div")
        .key("field")
        .class(class)
        .child(head)
        .child(boxed)
        .child(wrong)
        .child(described("p", "field__hint", hint_id, field.hint.get(locale).into()))
        .child(slide)
        .into()
}

/// Whether a text also needs the space of its unit on a phone: at its font size, a line fits 20 letters of a unit.
fn is_long(text: &str, unit: &str) -> bool {
    let letters = |text: &str| text.chars().map(|letter| if letter.is_ascii() { 1_usize } else { 2 }).sum::<usize>();
    letters(text).saturating_mul(3).div_euclid(2).saturating_add(letters(unit)) > 20
}

/// Keys for what a phone's number pad lacks.
fn magnitudes(field: &Field, locale: Locale) -> Html {
    suffixes(field, locale).map(|suffix| Html::from(magnitude(suffix).attr(PUT, suffix).attr(KEY, field.key))).collect()
}

/// The texts these keys insert.
pub(super) fn suffixes(field: &Field, locale: Locale) -> impl Iterator<Item = &'static str> {
    let magnitudes: &[_] = match locale {
        _ if !field.takes_magnitudes() => &[],
        Locale::Zh => &["万", "亿"],
        Locale::En => &["k", "million"],
    };
    let percent = (field.kind == Kind::Ratio).then_some(PERCENT);
    // Among counts, only some results can be negative.
    let is_signed = matches!(field.kind, Kind::Money | Kind::Ratio) && field.min_value().is_sign_negative();
    magnitudes.iter().copied().chain(percent).chain(is_signed.then_some(MINUS))
}

const PERCENT: &str = "%";
const MINUS: &str = "\u{2212}";

/// The text after one of these keys is pressed. The sign is prepended, and removed by pressing the key again; a second
/// percent sign is not added.
pub(super) fn put(text: &str, key: &str) -> String {
    match key {
        MINUS => text.strip_prefix(['\u{2212}', '-']).map_or_else(|| format!("{MINUS}{text}"), str::to_owned),
        PERCENT if text.ends_with(['%', '％']) => text.to_owned(),
        _ => format!("{text}{key}"),
    }
}

/// One of these keys. The focus stays in the field.
pub(super) fn magnitude(suffix: &'static str) -> Tag {
    let key = tag("button").key(suffix).class("field__key").attr("type", "button").attr("tabindex", "-1");
    key.text(suffix)
}

/// A text referenced by the control's `aria-describedby`.
fn described(name: &'static str, class: &'static str, id: AttrValue, text: AttrValue) -> Tag {
    tag(name).class(class).attr("id", id).untranslated().text(text)
}

/// A button of a field, whose accessible name includes the field.
fn button(
    parts: &Parts<'_>,
    key: &'static str,
    label: &str,
    (class, action, text): (&'static str, &'static str, Text),
) -> Tag {
    let locale = parts.locale();
    tag("button")
        .class(class)
        .attr("type", "button")
        .attr(ACTION, action)
        .attr(KEY, key)
        .attr("aria-label", words::named(text, label, locale))
        .text(text.get(locale))
}

pub(super) fn choice(parts: &Parts<'_>, entry: &Entry, choices: &'static [Choice]) -> Html {
    let (key, locale) = (entry.field.key, parts.locale());
    let hint_id = AttrValue::from(format!("{key}-hint"));
    let option = |choice: &'static Choice| {
        let option = tag("option").attr("value", choice.name).flag("selected", entry.text == choice.name);
        Html::from(option.text(choice.label.get(locale)))
    };
    let select = tag("select")
        .class("field__input")
        .attr("id", key)
        .attr("name", key)
        .attr("aria-describedby", hint_id.clone())
        .flag("disabled", parts.arrangement.locks(key))
        .children(choices.iter().map(option));
    let label = parts.label(entry.field).get(locale);
    tag("div")
        .key(key)
        .class("field")
        .child(tag("label").class("field__label").attr("for", key).untranslated().text(label))
        .child(tag("div").class("field__box").child(select))
        .child(described("p", "field__hint", hint_id, entry.field.hint.get(locale).into()))
        .into()
}

#[cfg(test)]
mod tests {
    use super::{MINUS, PERCENT, put, suffixes};
    use abacus_core::calculators::find;
    use abacus_core::number::numeral;
    use abacus_core::text::Locale::{En, Zh};

    #[test]
    fn a_suffix_key_types_parsable_text_and_never_twice() {
        for (text, key, expected) in [
            ("1.2", "万", "1.2万"),
            ("4", PERCENT, "4%"),
            ("4%", PERCENT, "4%"),
            ("500", MINUS, "\u{2212}500"),
            ("\u{2212}500", MINUS, "500"),
            ("-5k", MINUS, "5k"),
            ("", MINUS, "\u{2212}"),
        ] {
            assert_eq!(put(text, key), expected, "{text}");
            assert_eq!(numeral::read(expected).is_ok(), expected.contains(|letter: char| letter.is_ascii_digit()));
        }
    }

    #[test]
    fn a_field_offers_only_the_suffix_keys_it_accepts() {
        let keys = |id: &str, key: &str, locale| -> Vec<&str> {
            let spec = find(id).map(abacus_core::calculator::Calculator::spec);
            let wanted =
                || spec.and_then(|spec| spec.output(key)).map(|output| suffixes(&output.wanted(), locale).collect());
            let input = spec.and_then(|spec| spec.field(key)).map(|field| suffixes(field, locale).collect());
            input.or_else(wanted).unwrap_or_default()
        };
        assert_eq!(keys("bad-debt", "loss", Zh), ["万", "亿"]);
        assert_eq!(keys("bad-debt", "margin", En), [PERCENT]);
        assert_eq!(keys("credit-decision", "expected", En), ["k", "million", MINUS]);
        assert_eq!(keys("credit-decision", "break_even", En), [PERCENT, MINUS]);
        assert_eq!(keys("clv", "visits", Zh), [""; 0]);
    }
}
