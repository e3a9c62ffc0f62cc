//! The support map: the people of a deal in a table of influence and stance.

use abacus_core::text::Locale;
use abacus_deals::{Influence, Person, Stance};
use yew::prelude::*;

use crate::deals::people::paging::PAGE_SIZE;
use crate::deals::people::words;

/// From opponents to supporters, left to right.
const STANCES: [Stance; 4] = [Stance::Opposes, Stance::Unknown, Stance::Neutral, Stance::Supports];
const INFLUENCES: [Option<Influence>; 4] = [Some(Influence::High), Some(Influence::Medium), Some(Influence::Low), None];

#[derive(PartialEq, Properties)]
pub struct SupportMapProps {
    pub people: Vec<Person>,
    pub locale: Locale,
}

/// The map, without empty rows.
#[component]
pub fn SupportMap(props: &SupportMapProps) -> Html {
    let SupportMapProps { people, locale } = props;
    let locale = *locale;
    let named: Vec<&Person> = people.iter().filter(|person| person.is_named()).collect();
    let with = |influence: Option<Influence>| named.iter().filter(move |person| person.influence == influence);
    let cell = |influence: Option<Influence>, stance: Stance| {
        let here = with(influence).filter(move |person| person.stance == stance);
        html! {
            <td key={stance.code()} class={format!("support__cell support__cell--{}", stance.code())}>
                { for here.clone().take(PAGE_SIZE).map(|person| html! { <span class="support__person" dir="auto" key={person.id.clone()}>{ words::name(person, locale) }</span> }) }
                if let Some(more) = here.count().checked_sub(PAGE_SIZE).filter(|more| *more > 0) {
                    <span class="support__person">{ format!("+{more}") }</span>
                }
            </td>
        }
    };
    let row = |influence: Option<Influence>| {
        let label = influence.map_or(Stance::Unknown.label(), Influence::label);
        html! {
            <tr key={influence.map_or("none", Influence::code)}>
                <th scope="row">{ label.get(locale) }</th>
                { for STANCES.into_iter().map(|stance| cell(influence, stance)) }
            </tr>
        }
    };
    if named.is_empty() {
        return Html::default();
    }
    html! {
        // With large text the table is wider than a phone.
        <div class="support__scroll" tabindex="0" role="region" aria-label={words::MAP.get(locale)}>
        <table class="support">
            <caption class="field__label">{ words::MAP.get(locale) }</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">{ words::INFLUENCE.get(locale) }</span></th>
                    { for STANCES.into_iter().map(|stance| html! { <th scope="col" key={stance.code()}>{ stance.label().get(locale) }</th> }) }
                </tr>
            </thead>
            <tbody>{ for INFLUENCES.into_iter().filter(|influence| with(*influence).next().is_some()).map(row) }</tbody>
        </table>
        </div>
    }
}
