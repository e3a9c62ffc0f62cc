use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{
    Attitude, Bead, CardPerson, Cards, Convergence, Coverage, DateField, Deal, Edit, Person, Role, fields, log,
    named_people,
};
use yew::prelude::*;

use crate::deals::controls::{FoldingSection, NO_FILE};
use crate::deals::people::cards::FromCards;
use crate::deals::people::colleagues::Colleagues;
use crate::deals::people::names::several;
use crate::deals::people::paging::{PAGE_SIZE, use_paging};
use crate::deals::people::person_card::PersonCard;
use crate::deals::people::support_map::SupportMap;
use crate::deals::people::words as deal_people;

#[derive(PartialEq, Properties)]
pub struct PeopleProps {
    /// The [part](part) of the deal that is shown.
    pub deal: Deal,
    pub coverage: Coverage,
    /// The person just added, whose card is open.
    pub added: Option<AttrValue>,
    pub on_add: Callback<Person>,
    /// People of the same customer from other deals.
    pub colleagues: Rc<Vec<Person>>,
    /// Saves the people as a contacts file; returns whether that worked.
    pub on_contacts: Callback<(), bool>,
    /// Matches the people on contact cards with the deal.
    pub offer: Callback<Cards, Vec<CardPerson>>,
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

/// The part of a deal that the section shows. Passing only this avoids rendering on unrelated edits.
pub fn part(deal: &Deal) -> Deal {
    Deal {
        people: deal.people.clone(),
        log: deal.log.clone(),
        end: deal.end,
        unread: deal.unread.clone(),
        ..Deal::new(&deal.id)
    }
}

#[component]
pub fn People(props: &PeopleProps) -> Html {
    let PeopleProps { deal, coverage, added, on_add, colleagues, on_contacts, offer, today, on_edit, .. } = props;
    let locale = props.locale;
    let adding = |person: fn() -> Person| on_add.reform(move |_: MouseEvent| person());
    let is_refused = use_state_eq(|| false);
    let on_save =
        use_callback((on_contacts.clone(), is_refused.setter()), |_: MouseEvent, (on_contacts, is_refused)| {
            is_refused.set(!on_contacts.emit(()));
        });
    let next_date = |person: &Person| DateField::Person(person.id.clone(), &fields::person::NEXT_DATE);
    let paging = use_paging();
    // The person just added is at the end.
    let is_shown =
        |(place, person): &(usize, &Person)| *place < paging.shown || added.as_deref() == Some(person.id.as_str());
    let people = deal.people.iter().enumerate().filter(is_shown).map(|(_, person)| person);
    html! {
        <FoldingSection id="people" title={deal_people::PEOPLE.get(locale)} summary={deal_people::summary(deal, coverage, locale)} open={deal.people.len() <= PAGE_SIZE}>
            <p class="field__hint">{ deal_people::CLIMATE_HINT.get(locale) }</p>
            <ul class="roles">
                { for coverage.climate.into_iter().map(|(role, bead)| html! {
                    <RoleRow key={role.code()} {role} {bead} names={several(deal.in_role(role), locale)} {locale} add={on_add.clone()} />
                }) }
            </ul>
            <div class="people">
                { for people.map(|person| html! {
                    <PersonCard key={person.id.clone()} person={person.clone()} added={added.as_deref() == Some(person.id.as_str())}
                        next_date={next_date(person).show(deal)} next_warning={next_date(person).warning(deal, *today)} last_contact={last_contact(deal, person, *today, locale)}
                        today={*today} {locale} on_edit={on_edit.clone()} />
                }) }
            </div>
            { paging.more(deal.people.len(), locale) }
            <p class="deal-actions">
                <button type="button" class="button" onclick={adding(Person::as_guide)}>{ deal_people::ADD_GUIDE.get(locale) }</button>
                <button type="button" class="button" onclick={adding(Person::default)}>{ deal_people::ADD_OTHER.get(locale) }</button>
                if named_people(deal).next().is_some() {
                    <button type="button" class="button button--quiet people__save" onclick={on_save}>{ deal_people::TO_CONTACTS.get(locale) }</button>
                }
            </p>
            <FromCards {locale} {offer} {on_edit} />
            <p class="people__status" role="status" translate="no">{ is_refused.then(|| NO_FILE.get(locale)) }</p>
            <Colleagues people={colleagues.clone()} {locale} on_choose={on_add} />
            <div role="status" translate="no">
                { for convergence(deal, *today, locale).map(|line| html! { <p class="people__convergence">{ line }</p> }) }
            </div>
            <SupportMap people={deal.people.clone()} {locale} />
        </FoldingSection>
    }
}

/// How many of the four key people are for us, and how that was a month ago; `None` while nobody has taken a side.
pub fn convergence(deal: &Deal, today: Date, locale: Locale) -> Option<String> {
    let now = Convergence::of(deal);
    let any = now.attitudes.iter().any(|(_, attitude)| *attitude != Attitude::Open);
    any.then(|| deal_people::convergence(&now, Convergence::before(deal, today).as_ref(), locale))
}

fn last_contact(deal: &Deal, person: &Person, today: Date, locale: Locale) -> Option<AttrValue> {
    let date = log::last_with(&deal.log, &person.id, today)?;
    let met = deal_people::last_met(date, today, locale);
    let late = deal.person_late(person, today);
    Some(late.map_or_else(|| met.clone(), |days| format!("{met} · {}", deal_people::due(days, locale))).into())
}

#[derive(PartialEq, Properties)]
struct RoleRowProps {
    role: Role,
    bead: Bead,
    /// Who plays the role; `None` if nobody does.
    names: Option<Html>,
    locale: Locale,
    add: Callback<Person>,
}

#[component]
fn RoleRow(props: &RoleRowProps) -> Html {
    let RoleRowProps { role, bead, names, add, .. } = props;
    let locale = props.locale;
    let onclick = use_callback((*role, add.clone()), |_: MouseEvent, (role, add)| add.emit(Person::in_role(*role)));
    html! {
        <li class={classes!("role", (*bead == Bead::Covered).then_some("role--covered"))} data-role={role.code()}>
            <span class="role__label">{ role.label().get(locale) }</span>
            <span class="role__names" dir="auto">{ names.clone() }</span>
            <span class="role__state">{ deal_people::role_state(*bead).get(locale) }</span>
            <button type="button" class="button role__add" aria-label={deal_people::add_in_role(*role, locale)} {onclick}>
                { deal_people::ADD.get(locale) }
            </button>
        </li>
    }
}
