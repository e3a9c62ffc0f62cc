use abacus_core::calculators::{LISTINGS, Listing};
use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::fields::Section;
use abacus_deals::view::{BookLocation, LogLocation, Origin};
use abacus_deals::{
    Cards, Coverage, Deal, DealAction, Edit, FunnelStage, Person, TextField, fields, match_cards, set_aside, tas,
    vcard_file,
};
use yew::prelude::*;

use crate::deals::assessment::AssessmentSection;
use crate::deals::book::{BookAction, DealBook, ShownDeal};
use crate::deals::controls::{FoldingSection, Restore, SameCustomerDeals, inputs, step_event};
use crate::deals::editor::advice::{AdviceCallbacks, advice_items};
use crate::deals::editor::collection::collection;
use crate::deals::editor::editing::use_editing;
use crate::deals::editor::exits::{self, exits};
use crate::deals::editor::fab::fab;
use crate::deals::editor::figures::figures_section;
use crate::deals::editor::head::head;
use crate::deals::editor::meetings::{UseMeetings, use_meetings};
use crate::deals::editor::neighbours::{use_colleagues, use_same_customer};
use crate::deals::editor::next_step::NextStepSection;
use crate::deals::editor::notes::Notes;
use crate::deals::editor::paper::DealPaper;
use crate::deals::editor::removal::{removed, section, takes_focus};
use crate::deals::editor::stage::{self, stage};
use crate::deals::editor::versions::versions;
use crate::deals::editor::words as editor_words;
use crate::deals::paper::Paper;
use crate::deals::people::People;
use crate::deals::route::Focus;
use crate::deals::saving::SaveStatus;
use crate::deals::{paper, people, words};
use crate::shell::event::{focus_inside, reveal_named};
use crate::shell::focus::use_focus;
use crate::shell::ports::Ports;
use crate::shell::printing::use_paper;
use crate::shell::session::Session;
use crate::shell::today::use_today;
use abacus_vault::Status;

const CONTACTS_FILE: &str = "sales-abacus-people.vcf";
const CONTACTS_TYPE: &str = "text/vcard;charset=utf-8";

#[derive(PartialEq, Properties)]
pub(crate) struct EditorProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) shown: ShownDeal,
    /// Whether the deal was just opened and takes the focus.
    pub(crate) focused: bool,
    /// The address of the list or view that the user came from.
    pub(crate) back: AttrValue,
    pub(crate) to_list: Callback<Focus>,
}

#[component]
pub(crate) fn Editor(props: &EditorProps) -> Html {
    let EditorProps { session, state, shown, focused, back, to_list } = props;
    let id = &shown.id;
    let locale = session.locale;
    // In a new deal the first field takes the focus, not the title.
    let is_new = *use_state(|| state.book().get(id).is_none());
    let title = use_focus(*focused && !is_new);
    let on_edit = use_editing(session, state, shown, is_new);
    let on_delete = use_callback(
        (state.dispatcher(), shown.clone(), to_list.clone()),
        |_: MouseEvent, (dispatcher, shown, to_list)| {
            dispatcher.dispatch(BookAction::Delete(shown.clone()));
            to_list.emit(Focus::Undo);
        },
    );
    let on_keep = use_callback((state.clone(), on_edit.clone()), |others: Vec<String>, (state, on_edit)| {
        others.iter().for_each(|id| state.dispatch(BookAction::Delete(state.shown(id))));
        on_edit.emit(Edit::OneVersion);
    });
    let form = use_node_ref();
    let on_restore = use_callback((state.clone(), id.clone(), form.clone()), |_: MouseEvent, (state, id, form)| {
        let section = state.removed(id).and_then(section);
        state.dispatch(BookAction::Restore);
        // The button disappears; the focus moves to the section with the restored item, or to the stage.
        match section {
            Some(section) => focus_inside(form, &format!("#{section} > summary")),
            None => reveal_named(form, stage::NOW),
        }
    });
    let (asked, print) = use_paper(&session.ports);
    let on_print = use_callback(print.clone(), |_: MouseEvent, print| print.emit(Paper::Form));
    let on_contacts = use_callback((session.ports.clone(), state.clone(), id.clone()), |(), (ports, state, id)| {
        let file = state.deal(id).map(vcard_file).unwrap_or_default();
        ports.host.save_file(CONTACTS_FILE, CONTACTS_TYPE, &file).is_ok()
    });
    let on_cards = use_callback((state.clone(), id.clone(), locale), |cards: Cards, (state, id, locale)| {
        state.deal(id).map(|deal| match_cards(deal, &cards.cards, *locale)).unwrap_or_default()
    });
    let colleagues = use_colleagues(state, id, true);
    let same = use_same_customer(state, id, is_new, locale);
    let on_same = use_callback(session.ports.clone(), |id: AttrValue, ports| ports.host.go_to_fragment(&id));
    let onsubmit = use_callback((), |event: SubmitEvent, ()| event.prevent_default());

    let logging = LogLocation { deal: Some(id.to_string()), entry: None, from: Origin::Deal };
    let add = AttrValue::from(format!("#{}", BookLocation::Log(logging).fragment()));
    // A read-only book does not offer logging.
    let offered = if state.is_read_only() { None } else { Some(add.clone()) };
    let UseMeetings { log, visits, plan } = use_meetings(session, state, state.deal(id), &offered, &on_edit, &print);
    let (added, on_add) = use_adding(state.deal(id), &form, &on_edit);
    let go = use_callback((form.clone(), plan, on_add.clone()), |deal_action: DealAction, (form, plan, on_add)| {
        match deal_action {
            DealAction::Visit => plan.emit(()),
            DealAction::Write(field) => reveal_named(form, &field.path()),
            DealAction::Tests(person) => reveal_named(form, &people::tests(&person)),
            DealAction::Open(person) => reveal_named(form, &people::card(&person)),
            DealAction::Add(person) => on_add.emit(*person),
            DealAction::Exits => reveal_named(form, exits::HEAD),
            // These change the deal or lead to another page.
            DealAction::Log | DealAction::Day(..) | DealAction::Apply(_) => {}
        }
    });
    let on_stage = use_callback(form.clone(), |_: MouseEvent, form| reveal_named(form, stage::NOW));
    let on_step =
        use_callback(go.clone(), |_: MouseEvent, go| go.emit(DealAction::Write(TextField::Deal(&fields::NEXT_ACTION))));
    let on_someone = use_callback(on_add.clone(), |_: MouseEvent, on_add| on_add.emit(Person::default()));
    let on = AdviceCallbacks { log: add.clone(), edit: on_edit.clone(), go: go.clone(), done: Callback::noop() };

    let Some(deal) = state.deal(id) else { return Html::default() };
    let coverage = Coverage::of(deal);
    let today = use_today(&session.ports.host);
    let advice = advice_items(deal, today, locale);
    // Only one button is primary: that of the most urgent advice.
    let is_calm = advice.is_empty();
    let aside: Vec<_> = set_aside(deal, today).into_iter().map(|(advice, note)| (advice, note.to_owned())).collect();
    let calculator =
        Listing::find("receivables").map(|tool| session.link_to(Page::Calculator(tool))).unwrap_or_default();
    let removed = state.removed(id).and_then(|edit| Some((removed(edit, locale)?, takes_focus(edit))));
    let others: Vec<_> = state.book().versions(deal).collect();
    // A deal without any input is not stored.
    let is_blank = state.status() == Status::Saved && state.book().get(id).is_none();
    let now = html! {
        <div key="now" class="deal__now">
            <NextStepSection step={deal.only(Section::NextStep)} {advice} set_aside={aside} is_open={deal.is_open()}
                event={step_event(deal, "", locale)} ports={session.ports.clone()} {today} {locale} {on} />
        </div>
    };
    let same = html! { <SameCustomerDeals {same} on_choose={on_same} verb={editor_words::OPEN} {locale} /> };
    let data = deal_section(deal, today, locale, &on_edit, same, (is_new, *focused && is_new));
    let people = html! {
        <People key="people" deal={people::part(deal)} {coverage} {added} {on_add} {colleagues} {on_contacts} offer={on_cards} {today} {locale} on_edit={on_edit.clone()} />
    };
    let form = html! {
        <form key="form" class="deal__form" ref={form} aria-label={words::name(deal, locale)} novalidate=true {onsubmit}>
            <div key="restore" class="deal__restore" role="status" translate="no">
                { removed.map(|(what, focused)| html! { <Restore {what} {focused} {locale} on_undo={on_restore} /> }) }
            </div>
            // An existing deal is read first; a new one is filled in first.
            if is_new { { data }{ people }{ log } } else { { log }{ people }{ data } }
            { exits(deal, locale, &on_edit) }
            { visits }
            { fab(deal, locale, &on_edit) }
            <AssessmentSection assessment={deal.assessment.clone()} expected_close={deal.expected_close} {today} {locale}
                proposed={tas::all_proposed(deal)} on_edit={on_edit.clone()} />
            { collection(deal, calculator, today, locale, &on_edit) }
            { figures_section(deal, calculators(session), session.style, &on_edit) }
            <Notes deal={deal.only(Section::Notes)} {today} {locale} on_edit={on_edit.clone()} />
            <DealPaper key="paper" session={session.clone()} state={state.clone()} {id} {asked} {today} />
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_print}>{ session.text(paper::PRINT) }</button>
            </p>
            if state.book().get(id).is_some() {
                <p class="deal__delete">
                    <button type="button" class="button button--quiet" onclick={on_delete}>{ session.text(editor_words::DELETE) }</button>
                </p>
            }
        </form>
    };
    let deal = html! {
        <article class="deal">
            <div class="deal__bar">
                <a class="deal__back" href={back}>{ session.text(words::BACK) }</a>
                if !session.ports.host.is_demo() && !is_blank { <SaveStatus status={state.status()} {locale} /> }
            </div>
            { head(deal, &title, versions(deal, &others, locale, &on_keep), locale, &go, &on_stage) }
            if is_new { { form }{ now } } else { { now }{ form } }
            <div class="deal__thumb" role="group" aria-label={session.text(editor_words::ACTIONS)}>
                if !state.is_read_only() {
                    <a class={classes!("button", is_calm.then_some("button--primary"))} href={add}>{ session.text(words::LOG_MEETING) }</a>
                }
                <button type="button" class="button" onclick={on_step}>{ session.text(editor_words::NEXT_STEP) }</button>
                <button type="button" class="button" onclick={on_someone}>{ session.text(editor_words::ADD_PERSON) }</button>
            </div>
        </article>
    };
    // The fields inside need the ports for their timers.
    html! { <ContextProvider<Ports> context={session.ports.clone()}>{ deal }</ContextProvider<Ports>> }
}

/// The person just added, whose name takes the focus, and the callback that adds one.
#[hook]
fn use_adding(deal: Option<&Deal>, form: &NodeRef, on_edit: &Callback<Edit>) -> (Option<AttrValue>, Callback<Person>) {
    let added = use_state_eq(|| None::<AttrValue>);
    let new_id = deal.map(Deal::free_person_id).unwrap_or_default();
    let on_add = use_callback((new_id, added.setter(), on_edit.clone()), |person: Person, (id, added, on_edit)| {
        added.set(Some(id.clone().into()));
        on_edit.emit(Edit::AddPerson(Box::new(Person { id: id.clone(), ..person })));
    });
    use_effect_with((added.clone(), form.clone()), |(added, form)| {
        added.iter().for_each(|id| reveal_named(form, &people::name_field(id)));
    });
    use_unnamed(deal, (*added).clone(), on_edit);
    ((*added).clone(), on_add)
}

/// Removes people who were added on this page but left blank, when the user leaves it.
#[hook]
fn use_unnamed(deal: Option<&Deal>, added: Option<AttrValue>, on_edit: &Callback<Edit>) {
    let unnamed = use_mut_ref(Vec::<AttrValue>::new);
    let is_nobody = |deal: &Deal, id: &str| {
        let was_met = deal.log.iter().any(|contact| contact.people.iter().any(|met| met == id));
        !was_met && deal.person(id).is_some_and(Person::is_placeholder)
    };
    unnamed.borrow_mut().retain(|id| Some(id) != added.as_ref());
    unnamed.borrow_mut().extend(added);
    unnamed.borrow_mut().retain(|id| deal.is_some_and(|deal| is_nobody(deal, id)));
    use_effect_with((), {
        let on_edit = on_edit.clone();
        move |()| move || unnamed.take().iter().for_each(|id| on_edit.emit(Edit::RemovePerson(id.to_string())))
    });
}

fn deal_section(
    deal: &Deal,
    today: Date,
    locale: Locale,
    on_edit: &Callback<Edit>,
    same: Html,
    (open, focused): (bool, bool),
) -> Html {
    let close = deal.expected_close.map(|day| format!("{} {day}", words::CLOSE.get(locale)));
    let summary = [Some(FunnelStage::of(deal).label().get(locale).to_owned()), close].into_iter().flatten();
    html! {
        <FoldingSection key="deal" id="deal" title={editor_words::DEAL.get(locale)} summary={summary.collect::<Vec<_>>().join(" · ")} {open}>
            { same }
            { inputs(Section::Deal, deal, today, locale, on_edit, focused) }
            { stage(deal, today, locale, on_edit) }
        </FoldingSection>
    }
}

fn calculators(session: &Session) -> Vec<(&'static str, AttrValue)> {
    LISTINGS.iter().map(|tool| (tool.id, session.link_to(Page::Calculator(*tool)).into())).collect()
}
