//! One person on the customer's side: who they are, what they want, their stance, and our next step with them.

use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::fields::{DateWarning, Field, person};
use abacus_deals::{DateField, Edit, TextField, mail_link, phone_link};
use abacus_deals::{Degree, GuideTest, Influence, NeedKind, Person, PersonEdit, Quadrant, Role, Stance};
use yew::prelude::*;

use crate::deals::controls::{DateInput, OptionItem, Options, TextInput, chosen_days, rhythm_choice};
use crate::deals::people::words as deal_people;

#[derive(PartialEq, Properties)]
pub struct PersonCardProps {
    pub person: Person,
    /// The value of the field for the date of the next step.
    pub next_date: AttrValue,
    pub next_warning: Option<DateWarning>,
    /// When this person was last met, in words.
    pub last_contact: Option<AttrValue>,
    /// Whether the card was just added; then it is open and its name takes the focus.
    pub added: bool,
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn PersonCard(props: &PersonCardProps) -> Html {
    let PersonCardProps { person, next_date, next_warning, last_contact, added, on_edit, .. } = props;
    let locale = props.locale;
    let open = *use_state(|| *added);
    let id = &person.id;
    let change = use_callback((id.clone(), on_edit.clone()), |edit: PersonEdit, (id, on_edit)| {
        on_edit.emit(Edit::Person(id.clone(), edit));
    });
    let on_role = use_callback(change.clone(), |(index, is): (usize, bool), change| {
        Role::ALL.get(index).into_iter().for_each(|role| change.emit(PersonEdit::Role(*role, is)));
    });
    let on_stance = use_callback((change.clone(), props.today), |(index, _): (usize, bool), (change, today)| {
        Stance::ALL.get(index).into_iter().for_each(|stance| change.emit(PersonEdit::Stance(*stance, *today)));
    });
    let on_need = use_callback(change.clone(), |(index, is): (usize, bool), change| {
        NeedKind::ALL.get(index).into_iter().for_each(|kind| change.emit(PersonEdit::NeedKind(*kind, is)));
    });
    let on_influence = use_callback(change.clone(), |(index, _): (usize, bool), change| {
        change.emit(PersonEdit::Influence(Influence::ALL.get(index).copied()));
    });
    let on_expression = use_callback(change.clone(), |(index, _): (usize, bool), change| {
        change.emit(PersonEdit::Expression(Degree::ALL.get(index).copied()));
    });
    let on_emotion = use_callback(change.clone(), |(index, _): (usize, bool), change| {
        change.emit(PersonEdit::Emotion(Degree::ALL.get(index).copied()));
    });
    let on_quadrant = use_callback(change.clone(), |(index, _): (usize, bool), change| {
        change.emit(PersonEdit::Listens(Quadrant::ALL.get(index).copied()));
    });
    let on_rhythm = use_callback(change.clone(), |event: Event, change| {
        change.emit(PersonEdit::ContactDays(chosen_days(&event)));
    });
    let on_guide = use_callback(change.clone(), |(_, is): (usize, bool), change| change.emit(PersonEdit::Guide(is)));
    let on_test = use_callback(change, |(index, is): (usize, bool), change| {
        GuideTest::ALL.get(index).into_iter().for_each(|test| change.emit(PersonEdit::Test(*test, is)));
    });
    let on_remove = use_callback((id.clone(), on_edit.clone()), |_: MouseEvent, (id, on_edit)| {
        on_edit.emit(Edit::RemovePerson(id.clone()));
    });

    let text = |field: &'static Field<Person, String>, focused: bool| {
        let value = field.get(person).clone();
        html! { <TextInput field={TextField::Person(id.clone(), field)} {value} {focused} {locale} {on_edit} /> }
    };
    let options = |name: &str,
                   legend: Text,
                   options: Vec<OptionItem>,
                   chosen: Vec<&'static str>,
                   several: bool,
                   on_choose: &Callback<(usize, bool)>| {
        html! {
            <Options name={format!("people.{id}.{name}")} legend={legend.get(locale)} {options} {chosen} {several} {on_choose} />
        }
    };
    html! {
        <details class="person" {open}>
            <summary class="person__head" id={card(id)} translate="no">
                <span class="person__name" dir="auto">{ deal_people::name(person, locale) }</span>
                <span class="person__facts" dir="ltr">{ deal_people::facts(person, locale) }</span>
                if let Some(last) = last_contact {
                    <span class="person__facts">{ last }</span>
                }
            </summary>
            <div class="person__body">
                <div class="deal-section__pair deal-section__pair--short">
                    { text(&person::NAME, *added) }
                    { text(&person::TITLE, false) }
                </div>
                { text(&person::DEPARTMENT, false) }
                <div class="deal-section__pair">
                    { text(&person::PHONE, false) }
                    { text(&person::EMAIL, false) }
                </div>
                { reach(person, locale) }
                { text(&person::NOTE, false) }
                { options("roles", deal_people::ROLES, items(&Role::ALL, Role::code, Role::label, locale),
                    person.roles.iter().map(|role| role.code()).collect(), true, &on_role) }
                { options("stance", deal_people::STANCE, items(&Stance::ALL, Stance::code, Stance::label, locale),
                    vec![person.stance.code()], false, &on_stance) }
                if let Some(history) = deal_people::stance_history(person, locale) {
                    <p class="field__hint">{ history }</p>
                }
                { options("is_guide", deal_people::GUIDE, vec![OptionItem { code: "guide", label: deal_people::MAY_GUIDE.get(locale).into() }],
                    person.guide.is_some().then_some("guide").into_iter().collect(), true, &on_guide) }
                if let Some(tests) = &person.guide {
                    <p class="field__hint">{ deal_people::GUIDE_HINT.get(locale) }</p>
                    { options("guide", deal_people::TESTS, items(&GuideTest::ALL, GuideTest::code, GuideTest::label, locale),
                        GuideTest::ALL.into_iter().filter(|test| tests.passes(*test)).map(GuideTest::code).collect(), true, &on_test) }
                    <p class="deal-verdict">{ deal_people::guide_verdict(person, tests, locale) }</p>
                }
                { text(&person::BUSINESS_NEED, false) }
                { options("need_kinds", deal_people::NEED_KINDS, items(&NeedKind::ALL, NeedKind::code, NeedKind::label, locale),
                    person.need_kinds.iter().map(|kind| kind.code()).collect(), true, &on_need) }
                { text(&person::PERSONAL_NEED, false) }
                { options("influence", deal_people::INFLUENCE, items(&Influence::ALL, Influence::code, Influence::label, locale),
                    person.influence.map(Influence::code).into_iter().collect(), false, &on_influence) }
                <details class="person__manner">
                    <summary class="gate__summary" translate="no">{ deal_people::manner(person, locale) }</summary>
                    { options("expression", deal_people::EXPRESSION, items(&Degree::ALL, Degree::code, Degree::label, locale),
                        person.expression.map(Degree::code).into_iter().collect(), false, &on_expression) }
                    { options("emotion", deal_people::EMOTION, items(&Degree::ALL, Degree::code, Degree::label, locale),
                        person.emotion.map(Degree::code).into_iter().collect(), false, &on_emotion) }
                    <p class="field__hint" role="status" translate="no">{ person.style().map(|style| style.suggestion().get(locale)) }</p>
                    { options("quadrant", deal_people::LISTENS, items(&Quadrant::ALL, Quadrant::code, Quadrant::label, locale),
                        person.quadrant.map(Quadrant::code).into_iter().collect(), false, &on_quadrant) }
                    { rhythm_choice(format!("people.{id}.contact_days"), deal_people::RHYTHM.get(locale),
                        deal_people::AS_DEAL.get(locale).to_owned(), person.contact_days, locale, on_rhythm) }
                </details>
                { text(&person::NEXT_ACTION, false) }
                <DateInput field={DateField::Person(id.clone(), &person::NEXT_DATE)} value={next_date} warning={*next_warning} {locale} {on_edit} />
                <p class="person__remove">
                    <button type="button" class="button button--quiet" onclick={on_remove}>{ deal_people::remove(person, locale) }</button>
                </p>
            </div>
        </details>
    }
}

/// Links to call and to write, if a number or an address is known.
fn reach(person: &Person, locale: Locale) -> Html {
    let links = [(phone_link(&person.phone), deal_people::CALL), (mail_link(&person.email), deal_people::WRITE)];
    let link = |(href, label): (Option<String>, Text)| {
        let href = href?;
        Some(html! { <a key={href.clone()} class="button" {href}>{ label.get(locale) }</a> })
    };
    html! { <p class="person__reach">{ for links.into_iter().filter_map(link) }</p> }
}

/// The id of the control for the name of the person with this id.
pub(crate) fn name_field(id: &str) -> String {
    TextField::Person(id.to_owned(), &person::NAME).path()
}

/// The id of the header of the card of the person with this id.
pub(crate) fn card(id: &str) -> String {
    format!("person-{id}")
}

/// The id of the first of the three guide tests of the person with this id.
pub(crate) fn tests(id: &str) -> String {
    format!("people.{id}.guide")
}

/// All values of an enum as options.
fn items<T: Copy>(all: &[T], code: fn(T) -> &'static str, label: fn(T) -> Text, locale: Locale) -> Vec<OptionItem> {
    all.iter().map(|item| OptionItem { code: code(*item), label: label(*item).get(locale).into() }).collect()
}
