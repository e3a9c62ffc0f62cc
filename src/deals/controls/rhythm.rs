//! A select of contact intervals, and other selects whose first option leaves the decision to a rule.

use abacus_core::text::Locale;
use abacus_deals::ContactDays;
use yew::prelude::*;

use crate::deals::controls::words;
use crate::shell::event::chosen;
use crate::shell::select::Select;

/// The rhythms on offer: the five of the training document and some in between.
const RHYTHMS: [u16; 10] = [1, 2, 3, 7, 15, 30, 60, 90, 180, 365];

/// The contact interval; `by_rule` is the label of the option that leaves it to the rule.
pub(crate) fn rhythm_choice(
    name: impl Into<AttrValue>,
    label: &'static str,
    by_rule: String,
    days: Option<ContactDays>,
    locale: Locale,
    onchange: Callback<Event>,
) -> Html {
    let options = rhythms(days)
        .into_iter()
        .map(|one| (AttrValue::from(one.days().to_string()), words::rhythm(one, locale), days == Some(one)));
    select(name, label, by_rule, options, onchange)
}

/// The chosen interval; `None` leaves it to the rule.
pub(crate) fn chosen_days(event: &Event) -> Option<ContactDays> {
    chosen(event).parse().ok().and_then(ContactDays::new)
}

/// The rhythms on offer, plus the chosen one in order if it is not among them.
fn rhythms(chosen: Option<ContactDays>) -> Vec<ContactDays> {
    let mut all: Vec<ContactDays> = RHYTHMS.into_iter().filter_map(ContactDays::new).chain(chosen).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A select element whose first option leaves the decision to the rule.
pub(crate) fn select(
    name: impl Into<AttrValue>,
    label: &'static str,
    by_rule: String,
    options: impl Iterator<Item = (AttrValue, String, bool)>,
    onchange: Callback<Event>,
) -> Html {
    let name = name.into();
    let options: Vec<_> = options.collect();
    let ruled = !options.iter().any(|(.., chosen)| *chosen);
    html! {
        <div class="field">
            <label class="field__label" for={name.clone()}>{ label }</label>
            <div class="field__box">
                <Select class="field__input deal-field__choice" id={name.clone()} {name} {onchange}>
                    <option value="" selected={ruled}>{ by_rule }</option>
                    { for options.into_iter().map(|(value, label, chosen)| html! {
                        <option key={value.to_string()} {value} selected={chosen}>{ label }</option>
                    }) }
                </Select>
            </div>
        </div>
    }
}
