//! The buying climate's part of the tracking form: one card for each of the four roles.

use abacus_core::deals::{Bead, Coverage, Deal, Edit, PersonEdit, Role, Stance};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::text_input::TextInput;
use crate::state::deal_form::TextField;
use crate::text::deal_form as words;

/// The four cards.
pub(crate) fn climate(deal: &Deal, coverage: &Coverage, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    html! {
        <fieldset class="deal-section">
            <legend class="deal-section__title">{ words::CLIMATE.get(locale) }</legend>
            <p class="field__hint">{ words::CLIMATE_HINT.get(locale) }</p>
            <div class="climate">
                { for coverage.climate.into_iter().map(|(role, bead)| html! {
                    <PersonForm key={role.code()} {role} {bead} {locale} {on_edit}
                        name={TextField::PersonName(role).read(deal).to_owned()}
                        title={TextField::PersonTitle(role).read(deal).to_owned()}
                        stance={deal.person(role).map(|person| person.stance).unwrap_or_default()} />
                }) }
            </div>
        </fieldset>
    }
}

/// What a card needs.
#[derive(PartialEq, Properties)]
pub struct PersonFormProps {
    /// The role.
    pub role: Role,
    /// Whether it is covered.
    pub bead: Bead,
    /// Who plays it.
    pub name: AttrValue,
    /// That person's job title.
    pub title: AttrValue,
    /// Where that person stands.
    pub stance: Stance,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// The card of one role.
#[component]
pub fn PersonForm(props: &PersonFormProps) -> Html {
    let PersonFormProps { role, bead, name, title, stance, on_edit, .. } = props;
    let locale = props.locale;
    html! {
        <fieldset class={classes!("person", (*bead == Bead::Covered).then_some("person--covered"))}>
            <legend class="person__role">
                { role.label().get(locale) }
                { " " }
                <span class="person__state">{ words::role_state(*bead).get(locale) }</span>
            </legend>
            <div class="deal-section__pair deal-section__pair--short">
                <TextInput field={TextField::PersonName(*role)} value={name} {locale} {on_edit} />
                <TextInput field={TextField::PersonTitle(*role)} value={title} {locale} {on_edit} />
            </div>
            <fieldset class="stances">
                <legend class="field__label">{ words::STANCE.get(locale) }</legend>
                <div class="stances__choices">
                    { for Stance::ALL.into_iter().map(|choice| html! {
                        <StanceChoice key={choice.code()} role={*role} {choice} chosen={choice == *stance} {locale} {on_edit} />
                    }) }
                </div>
            </fieldset>
        </fieldset>
    }
}

/// What a choice needs.
#[derive(PartialEq, Properties)]
struct StanceChoiceProps {
    /// Whose stance.
    role: Role,
    /// Which one.
    choice: Stance,
    /// Whether it is chosen.
    chosen: bool,
    /// The language.
    locale: Locale,
    /// The deal changed.
    on_edit: Callback<Edit>,
}

/// One of the stances to choose from.
#[component]
fn StanceChoice(props: &StanceChoiceProps) -> Html {
    let StanceChoiceProps { role, choice, chosen, on_edit, .. } = props;
    let locale = props.locale;
    let onchange = use_callback((*role, *choice, on_edit.clone()), |_: Event, (role, choice, on_edit)| {
        on_edit.emit(Edit::Person(*role, PersonEdit::Stance(*choice)));
    });
    html! {
        <label class="choice choice--segment">
            <input class="choice__control" type="radio" name={format!("{}.stance", role.code())} value={choice.code()}
                checked={*chosen} {onchange} />
            <span>{ choice.label().get(locale) }</span>
        </label>
    }
}
