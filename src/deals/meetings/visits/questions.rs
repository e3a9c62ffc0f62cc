//! The questions of a visit by kind (SPIN), with opening phrases.

use std::rc::Rc;

use abacus_core::isolate::isolated;
use abacus_core::text::Locale;
use abacus_deals::{Edit, Person, Question, Source, Spin, TextField, VisitEdit, fields};
use yew::prelude::*;

use crate::deals::controls::TextInput;
use crate::deals::meetings::visits::needs::people_of_visit;
use crate::deals::meetings::visits::words;
use crate::deals::people;
use crate::shell::event::{chosen, focus_named};
use crate::shell::select::Select;

#[derive(PartialEq, Properties)]
pub(crate) struct QuestionsProps {
    pub(crate) visit: AttrValue,
    pub(crate) questions: Vec<Question>,
    pub(crate) people: Rc<[Person]>,
    /// The ids of the people at the visit.
    pub(crate) met: Vec<String>,
    pub(crate) locale: Locale,
    pub(crate) fresh_id: Callback<(), String>,
    pub(crate) on_edit: Callback<Edit>,
    pub(crate) on_change: Callback<VisitEdit>,
}

#[component]
pub(crate) fn Questions(props: &QuestionsProps) -> Html {
    let QuestionsProps { visit, questions, people, met, fresh_id, on_edit, on_change, .. } = props;
    let locale = props.locale;
    let added = use_state_eq(|| None::<AttrValue>);
    let node = use_node_ref();
    let on_add = use_callback(
        (fresh_id.clone(), added.setter(), on_change.clone()),
        |(kind, text): (Spin, &'static str), (fresh_id, added, on_change)| {
            let id = fresh_id.emit(());
            let (question, text) = (id.clone(), text.to_owned());
            on_change
                .emit(VisitEdit::AddQuestion(usize::MAX, Question { id: question, kind, text, ..Question::default() }));
            added.set(Some(id.into()));
        },
    );
    let row = |question: &Question| {
        html! {
            <QuestionRow key={question.id.as_str()} visit={visit.clone()} question={question.clone()} {people}
                met={met.clone()} focused={added.as_deref() == Some(question.id.as_str())} {locale} {on_edit} {on_change} />
        }
    };
    // An opening phrase that is already used is not added again: its button leads to that question.
    let begun = |opening: &str| questions.iter().find(|question| question.text.contains(opening));
    let opening = |kind: Spin, opening: &'static str| {
        let begun = begun(opening).map(|question| question_field(visit, &question.id).path());
        let class = classes!("spin__opening", begun.is_some().then_some("spin__opening--used"));
        let mark = begun
            .is_some()
            .then(|| html! { <>{ "✓ " }<span class="visually-hidden">{ words::USED.get(locale) }</span></> });
        let (on_add, node) = (on_add.clone(), node.clone());
        let onclick = move |_: MouseEvent| match &begun {
            Some(field) => focus_named(&node, field),
            None => on_add.emit((kind, opening)),
        };
        html! { <li><button type="button" {class} {onclick}>{ mark }{ opening }</button></li> }
    };
    let kind = |kind: Spin| {
        let add = |text: &'static str| on_add.reform(move |_: MouseEvent| (kind, text));
        let of_kind = questions.iter().filter(|question| question.kind == kind);
        html! {
            <fieldset class="spin" key={kind.code()} data-kind={kind.code()}>
                <legend class="spin__kind">{ kind.label().get(locale) }</legend>
                <p class="field__hint">{ kind.prompt().get(locale) }</p>
                if kind == Spin::Situation {
                    <p class="field__hint">{ words::SITUATION_HINT.get(locale) }</p>
                }
                <div>{ for of_kind.map(row) }</div>
                <button type="button" class="button button--quiet" onclick={add("")}>
                    { "＋ " }{ words::ADD_QUESTION.get(locale) }
                </button>
                <details class="spin__openings">
                    <summary class="gate__summary">{ words::OPENINGS.get(locale) }</summary>
                    <ul>
                        { for kind.openings().map(|words| opening(kind, words.get(locale))) }
                    </ul>
                </details>
            </fieldset>
        }
    };
    html! {
        <section class="spins" aria-label={words::QUESTIONS.get(locale)} ref={node.clone()}>
            <h3 class="visit-form__title">{ words::QUESTIONS.get(locale) }</h3>
            { for Spin::ALL.into_iter().map(kind) }
        </section>
    }
}

fn question_field(visit: &str, question: &str) -> TextField {
    TextField::Question(visit.to_owned(), question.to_owned(), &fields::visit::QUESTION)
}

#[derive(PartialEq, Properties)]
struct QuestionRowProps {
    visit: AttrValue,
    question: Question,
    people: Rc<[Person]>,
    met: Vec<String>,
    focused: bool,
    locale: Locale,
    on_edit: Callback<Edit>,
    on_change: Callback<VisitEdit>,
}

#[component]
fn QuestionRow(props: &QuestionRowProps) -> Html {
    let QuestionRowProps { visit, question, people, met, focused, on_edit, on_change, .. } = props;
    let locale = props.locale;
    let id = question.id.clone();
    let onremove = use_callback((id.clone(), on_change.clone()), |_: MouseEvent, (id, on_change)| {
        on_change.emit(VisitEdit::RemoveQuestion(id.clone()));
    });
    let onchange = use_callback((id.clone(), on_change.clone()), |event: Event, (id, on_change)| {
        let person = Some(chosen(&event)).filter(|person| !person.is_empty());
        on_change.emit(VisitEdit::Asked(id.clone(), person));
    });
    let mut choices = people_of_visit(met, people);
    // The person of a question remains an option, even if they are not at the visit.
    let asked = people.iter().find(|person| question.person.as_ref() == Some(&person.id));
    choices.extend(asked.filter(|asked| choices.iter().all(|person| person.id != asked.id)));
    let select = format!("visits.{visit}.questions.{id}.person");
    let on_source = use_callback((id.clone(), on_change.clone()), |event: Event, (id, on_change)| {
        on_change.emit(VisitEdit::From(id.clone(), Source::from_code(&chosen(&event)).unwrap_or_default()));
    });
    let source = format!("visits.{visit}.questions.{id}.source");
    let is_situation = question.kind == Spin::Situation;
    let has_answer = is_situation && (question.source == Source::LookUp || !question.answer.is_empty());
    let answer = TextField::Question(visit.to_string(), id.clone(), &fields::visit::ANSWER);
    let field = question_field(visit, &id);
    html! {
        <div class="question">
            <TextInput {field} value={question.text.clone()} focused={*focused} {locale} {on_edit} />
            if has_answer {
                <TextInput field={answer} value={question.answer.clone()} {locale} {on_edit} />
            }
            <p class="question__row">
                if is_situation {
                    <label class="question__label" for={source.clone()}>{ words::SOURCE.get(locale) }</label>
                    <Select class="settings__choice" id={source.clone()} name={source} onchange={on_source}>
                        { for Source::ALL.into_iter().map(|one| html! {
                            <option key={one.code()} value={one.code()} selected={question.source == one}>{ one.label().get(locale) }</option>
                        }) }
                    </Select>
                }
                if !choices.is_empty() {
                    <label class="question__label" for={select.clone()}>{ words::ABOUT.get(locale) }</label>
                    <Select class="settings__choice" id={select.clone()} name={select} {onchange}>
                        <option value="" selected={asked.is_none()}>{ words::ANYONE.get(locale) }</option>
                        { for choices.iter().map(|person| html! {
                            <option key={person.id.as_str()} value={person.id.clone()}
                                selected={question.person.as_ref() == Some(&person.id)}>
                                { people::choice(person, locale) }
                            </option>
                        }) }
                    </Select>
                }
                <button type="button" class="button button--quiet question__remove"
                    aria-label={format!("{}: {}", words::REMOVE.get(locale), isolated(words::question(&question.text, locale)))}
                    onclick={onremove}>{ words::REMOVE.get(locale) }</button>
            </p>
        </div>
    }
}
