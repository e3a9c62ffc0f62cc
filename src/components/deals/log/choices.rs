//! The choices of a meeting: how it ended, and what the customer agreed to do.

use abacus_core::deals::{AgreedAction, Contact, ContactEdit, MeetingOutcome};
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::text::deal_log as words;

/// The four outcomes, as large as a thumb needs them.
pub(super) fn outcomes(contact: &Contact, locale: Locale, on_edit: &Callback<ContactEdit>) -> Html {
    let name = format!("log.{}.outcome", contact.id);
    let choice = |outcome: MeetingOutcome| {
        let expected = contact.expected == Some(outcome);
        html! {
            <RadioChoice key={outcome.code()} class="tile" name={name.clone()} value={outcome.code()} label={outcome.label()}
                help={if expected { words::AS_EXPECTED } else { outcome.meaning() }}
                checked={contact.outcome == Some(outcome)} edit={ContactEdit::Outcome(Some(outcome))} {locale} {on_edit} />
        }
    };
    html! {
        <fieldset class="contact-form__part">
            <legend class="field__label">{ words::OUTCOME.get(locale) }</legend>
            <div class="tiles">{ for MeetingOutcome::ALL.into_iter().map(choice) }</div>
        </fieldset>
    }
}

/// The five kinds of action, and none of them.
pub(super) fn actions(contact: &Contact, locale: Locale, on_edit: &Callback<ContactEdit>) -> Html {
    let name = format!("log.{}.action", contact.id);
    let choice = |(action, value, label): (Option<AgreedAction>, &'static str, Text)| {
        html! {
            <RadioChoice key={value} class="choice" name={name.clone()} {value} {label}
                checked={contact.action == action} edit={ContactEdit::Action(action)} {locale} {on_edit} />
        }
    };
    let kinds = AgreedAction::ALL.map(|action| (Some(action), action.code(), action.label()));
    html! {
        <fieldset class="contact-form__part">
            <legend class="field__label">{ words::ACTION.get(locale) }</legend>
            { for kinds.into_iter().chain([(None, "none", words::NO_ACTION)]).map(choice) }
        </fieldset>
    }
}

/// What a choice needs.
#[derive(PartialEq, Properties)]
struct RadioChoiceProps {
    /// How it looks.
    class: &'static str,
    /// The name that the choices share.
    name: String,
    /// Which one it is.
    value: &'static str,
    /// What it is called.
    label: Text,
    /// When to choose it.
    #[prop_or_default]
    help: Option<Text>,
    /// Whether it is chosen.
    checked: bool,
    /// What choosing it changes.
    edit: ContactEdit,
    /// The language.
    locale: Locale,
    /// The entry changed.
    on_edit: Callback<ContactEdit>,
}

/// One of several choices.
#[component]
fn RadioChoice(props: &RadioChoiceProps) -> Html {
    let RadioChoiceProps { class, name, value, label, help, checked, edit, on_edit, .. } = props;
    let locale = props.locale;
    let onchange = use_callback((edit.clone(), on_edit.clone()), |_: Event, (edit, on_edit)| on_edit.emit(edit.clone()));
    html! {
        <label class={*class}>
            <input class="choice__control" type="radio" name={name.clone()} value={*value} checked={*checked} {onchange} />
            <span class={format!("{class}__words")}>
                <span class={format!("{class}__label")}>{ label.get(locale) }</span>
                if let Some(help) = help {
                    <span class={format!("{class}__help")}>{ help.get(locale) }</span>
                }
            </span>
        </label>
    }
}
