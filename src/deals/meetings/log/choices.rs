//! The choices of a meeting: its outcome, and what the customer agreed to do.

use abacus_core::text::{Locale, Text};
use abacus_deals::{AgreedAction, Contact, ContactEdit, MeetingOutcome};
use yew::prelude::*;

use crate::deals::controls::{OptionItem, Options};
use crate::deals::meetings::log::words;

/// The four outcomes, as tiles large enough for a thumb.
pub(crate) fn outcomes(contact: &Contact, locale: Locale, on_edit: &Callback<ContactEdit>) -> Html {
    let name = AttrValue::from(format!("log.{}.outcome", contact.id));
    let choice = |outcome: MeetingOutcome| {
        let help = if contact.expected == Some(outcome) { words::AS_EXPECTED } else { outcome.meaning() };
        html! {
            <Tile key={outcome.code()} name={&name} {outcome} {help} checked={contact.outcome == Some(outcome)} {locale} {on_edit} />
        }
    };
    html! {
        <fieldset class="contact-form__part">
            <legend class="field__label">{ words::OUTCOME.get(locale) }</legend>
            <div class="tiles">{ for MeetingOutcome::ALL.into_iter().map(choice) }</div>
        </fieldset>
    }
}

pub(crate) fn actions(contact: &Contact, locale: Locale, on_choose: &Callback<(usize, bool)>) -> Html {
    let kinds = AgreedAction::ALL.map(|action| (action.code(), action.label()));
    let item = |(code, label): (&'static str, Text)| OptionItem { code, label: label.get(locale).into() };
    html! {
        <Options name={format!("log.{}.action", contact.id)} legend={words::ACTION.get(locale)}
            options={kinds.into_iter().chain([("none", words::NO_ACTION)]).map(item).collect::<Vec<_>>()}
            chosen={vec![contact.action.map_or("none", AgreedAction::code)]} {on_choose} />
    }
}

#[derive(PartialEq, Properties)]
struct TileProps {
    name: AttrValue,
    outcome: MeetingOutcome,
    help: Text,
    checked: bool,
    locale: Locale,
    on_edit: Callback<ContactEdit>,
}

#[component]
fn Tile(props: &TileProps) -> Html {
    let TileProps { name, outcome, help, checked, on_edit, .. } = props;
    let locale = props.locale;
    let onchange = use_callback((*outcome, on_edit.clone()), |_: Event, (outcome, on_edit)| {
        on_edit.emit(ContactEdit::Outcome(Some(*outcome)));
    });
    tile(name, *outcome, *help, *checked, locale, onchange)
}

pub(crate) fn tile(
    name: &AttrValue,
    outcome: MeetingOutcome,
    help: Text,
    checked: bool,
    locale: Locale,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="tile" key={outcome.code()}>
            <input class="option__control" type="radio" {name} value={outcome.code()} {checked} {onchange} />
            <span class="tile__words">
                <span class="tile__label">{ outcome.label().get(locale) }</span>
                <span class="tile__help">{ help.get(locale) }</span>
            </span>
        </label>
    }
}
