//! The needs of the people at the visit, from which questions follow.

use abacus_core::text::Locale;
use abacus_deals::{Person, Visit};
use yew::prelude::*;

use crate::deals::meetings::visits::words;
use crate::deals::people;

/// The people of a visit: those chosen, or all if none is chosen.
pub(crate) fn people_of_visit<'a>(visit: &[String], people: &'a [Person]) -> Vec<&'a Person> {
    let chosen: Vec<&Person> = people.iter().filter(|person| visit.contains(&person.id)).collect();
    if chosen.is_empty() { people.iter().collect() } else { chosen }
}

pub(crate) fn needs(visit: &Visit, people: &[Person], locale: Locale) -> Html {
    let involved = people_of_visit(&visit.people, people);
    if involved.is_empty() {
        return Html::default();
    }
    let any = involved.iter().any(|one| business(one, locale).is_some() || personal(one).is_some());
    html! {
        <section class="needs" aria-label={words::NEEDS.get(locale)}>
            <h3 class="needs__title">{ words::NEEDS.get(locale) }</h3>
            if any {
                <dl class="needs__list">{ for involved.into_iter().map(|person| needs_of(person, locale)) }</dl>
            } else {
                <p class="field__hint">{ words::NO_NEEDS.get(locale) }</p>
            }
        </section>
    }
}

pub(crate) fn needs_of(person: &Person, locale: Locale) -> Html {
    let unknown = || words::UNKNOWN.get(locale).to_owned();
    let need = |label: &'static str, need: Option<String>| {
        let class = classes!("needs__need", need.is_none().then_some("needs__need--unknown"));
        html! { <dd {class}><span class="needs__label">{ label }</span>{ " " }<bdi>{ need.unwrap_or_else(unknown) }</bdi></dd> }
    };
    html! {
        <div class="needs__person" key={person.id.as_str()}>
            <dt>{ people::with_roles(person, locale) }</dt>
            { need(words::BUSINESS.get(locale), business(person, locale)) }
            { need(words::PERSONAL.get(locale), personal(person)) }
        </div>
    }
}

fn business(person: &Person, locale: Locale) -> Option<String> {
    words::business_need(person, locale)
}

fn personal(person: &Person) -> Option<String> {
    let need = person.personal_need.trim();
    (!need.is_empty()).then(|| need.to_owned())
}
