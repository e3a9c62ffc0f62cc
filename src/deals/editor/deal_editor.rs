use abacus_core::calculators::{LISTINGS, Listing};
use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::view::{Logging, Origin, Place};
use abacus_deals::{Coverage, Deal, Doing, Edit, Person, VisitEdit, fields, set_aside};
use yew::prelude::*;

use crate::deals::assessment::AssessmentSection;
use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::{FoldingSection, Restore, inputs, name};
use crate::deals::editor::advice::{OnAdvice, advised};
use crate::deals::editor::collection::collection;
use crate::deals::editor::figures;
use crate::deals::editor::figures::figures_section;
use crate::deals::editor::gate::Gate;
use crate::deals::editor::meetings::use_meetings;
use crate::deals::editor::notes::Notes;
use crate::deals::editor::stage::stage;
use crate::deals::editor::versions::versions;
use crate::deals::editor::words as editor_words;
use crate::deals::paper::Paper;
use crate::deals::people::People;
use crate::deals::route::Focus;
use crate::deals::saving::SaveStatus;
use crate::deals::{meetings, paper, people, words};
use crate::shell::event::{focus_inside, reveal_named};
use crate::shell::focus::use_focus;
use crate::shell::printing::{AfterPrint, use_is_printing, use_paper};
use crate::shell::session::Session;
use crate::shell::today::use_today;
use crate::shell::words as common;
use abacus_vault::Status;

#[derive(PartialEq, Properties)]
pub(crate) struct EditorProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) id: AttrValue,
    /// Whether the deal was just opened and takes the focus.
    pub(crate) focused: bool,
    /// The address of the list or view that the user came from.
    pub(crate) back: AttrValue,
    pub(crate) to_list: Callback<Focus>,
}

#[component]
pub(crate) fn Editor(props: &EditorProps) -> Html {
    let EditorProps { session, state, id, focused, back, to_list } = props;
    let locale = session.locale;
    // In a new deal the first field takes the focus, not the title.
    let is_new = *use_state(|| state.book().get(id).is_none());
    let title = use_focus(*focused && !is_new);
    let on_edit = use_callback((state.dispatcher(), id.clone()), |edit: Edit, (dispatcher, id)| {
        dispatcher.dispatch(BookAction::Edit(id.to_string(), Box::new(edit)));
    });
    let on_delete =
        use_callback((state.dispatcher(), id.clone(), to_list.clone()), |_: MouseEvent, (dispatcher, id, to_list)| {
            dispatcher.dispatch(BookAction::Delete(id.to_string()));
            to_list.emit(Focus::Undo);
        });
    let on_keep = use_callback((state.dispatcher(), on_edit.clone()), |others: Vec<String>, (dispatcher, on_edit)| {
        others.into_iter().for_each(|id| dispatcher.dispatch(BookAction::Delete(id)));
        on_edit.emit(Edit::OneVersion);
    });
    let form = use_node_ref();
    let on_restore = use_callback((state.clone(), id.clone(), form.clone()), |_: MouseEvent, (state, id, form)| {
        let section = state.removed(id).and_then(section);
        state.dispatch(BookAction::Restore);
        // The button disappears; the focus moves to the section with the restored item.
        section.into_iter().for_each(|section| focus_inside(form, &format!("#{section} > summary")));
    });
    let (paper, print) = use_paper(&session.ports, AfterPrint::Stays);
    // Whoever prints a deal by the browser's command gets its form.
    let is_printing = use_is_printing(&session.ports.host);
    let paper = paper.or(is_printing.then_some(Paper::Form));
    let on_print = use_callback(print.clone(), |_: MouseEvent, print| print.emit(Paper::Form));
    let onsubmit = use_callback((), |event: SubmitEvent, ()| event.prevent_default());

    let logging = Logging { deal: Some(id.to_string()), entry: None, from: Origin::Deal };
    let add = AttrValue::from(format!("#{}", Place::Log(logging).fragment()));
    let (sections, plan) = use_meetings(session, state.deal(id), &add, &on_edit, &print);
    let (added, on_add) = use_adding(state.deal(id), &form, &on_edit);
    let go = use_callback((form.clone(), plan, on_add.clone()), |doing: Doing, (form, plan, on_add)| match doing {
        Doing::Visit => plan.emit(()),
        Doing::Write(field) => reveal_named(form, &field.path()),
        Doing::Tests(person) => reveal_named(form, &people::tests(&person)),
        Doing::Add(person) => on_add.emit(person),
        // These change the deal or lead to another page.
        Doing::Log | Doing::Day(..) | Doing::Apply(_) => {}
    });
    let on = OnAdvice { log: add.clone(), edit: on_edit.clone(), go, done: Callback::noop() };

    let Some(deal) = state.deal(id) else { return Html::default() };
    let coverage = Coverage::of(deal);
    let today = use_today(&session.ports.host);
    let advice = advised(deal, today, locale);
    let aside: Vec<_> = set_aside(deal, today).into_iter().map(|(advice, note)| (advice, note.to_owned())).collect();
    let calculator =
        Listing::find("receivables").map(|tool| session.link_to(Page::Calculator(tool))).unwrap_or_default();
    let removed = state.removed(id).and_then(|edit| removed(edit, locale));
    let others: Vec<_> = state.book().versions(deal).collect();
    // A deal without any entry is not stored.
    let is_blank = state.status() == Status::Saved && state.book().get(id).is_none();
    html! {
        <article class="deal">
            <div class="deal__bar">
                <a class="deal__back" href={back}>{ session.say(words::BACK) }</a>
                if !session.ports.host.is_demo() && !is_blank { <SaveStatus status={state.status()} {locale} /> }
            </div>
            <header class="deal__header">
                <h1 tabindex="-1" translate="no" ref={title}>{ name(deal, locale) }</h1>
                <p class="deal__amount" translate="no">{ words::amount(deal, locale) }</p>
                <p class="deal__log">
                    <a class="button button--primary" href={add}>{ session.say(words::LOG_MEETING) }</a>
                </p>
                { versions(deal, &others, locale, &on_keep) }
            </header>
            <div class="deal__gate"><Gate {coverage} {advice} set_aside={aside} is_open={deal.is_open()} next_step={deal.next_step.clone()} {today} {locale} {on} /></div>
            <form class="deal__form" ref={form} aria-label={words::name(deal, locale)} novalidate=true {onsubmit}>
                <div key="restore" class="deal__restore" role="status" translate="no">
                    { removed.map(|what| html! { <Restore {what} {locale} on_undo={on_restore} /> }) }
                </div>
                { deal_section(deal, today, locale, &on_edit, *focused && is_new) }
                { next_step(deal, locale, &on_edit) }
                <People deal={people::part(deal)} {coverage} {added} {on_add} {today} {locale} on_edit={on_edit.clone()} />
                { sections }
                <AssessmentSection assessment={deal.assessment.clone()} expected_close={deal.expected_close} {today} {locale}
                    on_edit={on_edit.clone()} />
                { collection(deal, calculator, today, locale, &on_edit) }
                { figures_section(deal, calculators(session), session.style, &on_edit) }
                <Notes deal={deal.only(fields::Section::Notes)} {locale} on_edit={on_edit.clone()} />
                <div key="paper" class="deal__paper">{ paper.and_then(|paper| paper.sheet(deal, today, locale)) }</div>
                <p class="deal-actions">
                    <button type="button" class="button" onclick={on_print}>{ session.say(paper::PRINT) }</button>
                </p>
                if state.book().get(id).is_some() {
                    <p class="deal__delete">
                        <button type="button" class="button button--quiet" onclick={on_delete}>{ session.say(editor_words::DELETE) }</button>
                    </p>
                }
            </form>
        </article>
    }
}

/// The person who was just added, whose name takes the focus, and how one is added.
#[hook]
fn use_adding(deal: Option<&Deal>, form: &NodeRef, on_edit: &Callback<Edit>) -> (Option<AttrValue>, Callback<Person>) {
    let added = use_state_eq(|| None::<AttrValue>);
    let new_id = deal.map(Deal::free_person_id).unwrap_or_default();
    let on_add = use_callback((new_id, added.setter(), on_edit.clone()), |person: Person, (id, added, on_edit)| {
        added.set(Some(id.clone().into()));
        on_edit.emit(Edit::AddPerson(Person { id: id.clone(), ..person }));
    });
    use_effect_with((added.clone(), form.clone()), |(added, form)| {
        added.iter().for_each(|id| reveal_named(form, &people::name_field(id)));
    });
    ((*added).clone(), on_add)
}

fn deal_section(deal: &Deal, today: Date, locale: Locale, on_edit: &Callback<Edit>, focused: bool) -> Html {
    html! {
        <FoldingSection id="deal" title={editor_words::DEAL.get(locale)} summary={deal.stage.label().get(locale)} open=true>
            { inputs(fields::Section::Deal, deal, locale, on_edit, focused) }
            { stage(deal, today, locale, on_edit) }
        </FoldingSection>
    }
}

fn next_step(deal: &Deal, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let summary = deal.next_step.action.trim().to_owned();
    html! {
        <FoldingSection id="next-step" title={editor_words::NEXT_STEP.get(locale)} {summary} open=true>
            { inputs(fields::Section::NextStep, deal, locale, on_edit, false) }
        </FoldingSection>
    }
}

const fn section(restoring: &Edit) -> Option<&'static str> {
    match restoring {
        Edit::AddPerson(_) => Some("people"),
        Edit::AddContact(..) => Some("log"),
        Edit::AddVisit(..) | Edit::Visit(..) => Some("visits"),
        Edit::AddSnapshot(_) => Some("figures"),
        _ => None,
    }
}

fn removed(restoring: &Edit, locale: Locale) -> Option<String> {
    match restoring {
        Edit::AddPerson(person) => Some(people::removed(person, locale)),
        Edit::AddContact(_, contact) => Some(common::deleted(&meetings::contact_name(contact, locale), locale)),
        Edit::AddVisit(_, visit) => Some(common::deleted(&meetings::visit_name(visit, locale), locale)),
        Edit::Visit(_, VisitEdit::AddQuestion(_, question)) => {
            Some(common::deleted(meetings::question_name(&question.text, locale), locale))
        }
        Edit::AddSnapshot(snapshot) => Some(figures::removed(snapshot, locale)),
        _ => None,
    }
}

fn calculators(session: &Session) -> Vec<(&'static str, AttrValue)> {
    LISTINGS.iter().map(|tool| (tool.id, session.link_to(Page::Calculator(*tool)).into())).collect()
}
