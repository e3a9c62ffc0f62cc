//! State shared by the contact log and the visits of a deal: which meeting is open, and how a visit becomes a meeting.

use std::rc::Rc;

use abacus_deals::{Deal, Edit, SuccessCase, Visit, VisitEdit, complete_cases, tas};
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::meetings::{ContactLog, Visits, log_gate, log_part, visits_part};
use crate::deals::paper::Paper;
use crate::shell::session::Session;
use crate::shell::today::use_today;

pub(crate) struct UseMeetings {
    pub(crate) log: Html,
    pub(crate) visits: Html,
    /// Starts a new visit.
    pub(crate) plan: Callback<()>,
}

/// The sections of the log and of the visits. `add` is the address for logging a new meeting, if that is possible.
#[hook]
pub(crate) fn use_meetings(
    session: &Session,
    state: &UseReducerHandle<DealBook>,
    deal: Option<&Deal>,
    add: &Option<AttrValue>,
    on_edit: &Callback<Edit>,
    print: &Callback<Paper>,
) -> UseMeetings {
    let (today, locale) = (use_today(&session.ports.host), session.locale);
    let open = use_state_eq(|| None::<AttrValue>);
    let on_open = use_callback(open.setter(), |id: Option<AttrValue>, open| open.set(id));
    let fresh_id = use_callback(session.ports.clone(), |(), ports| ports.host.fresh_id());

    let on_log = use_callback(
        (today, fresh_id.clone(), on_open.clone(), on_edit.clone()),
        |visit: Visit, (today, fresh_id, on_open, on_edit)| {
            let id = fresh_id.emit(());
            on_edit.emit(Edit::AddContact(usize::MAX, visit.to_contact(&id, *today)));
            on_edit.emit(Edit::Visit(visit.id, VisitEdit::Logged(Some(id.clone()))));
            on_open.emit(Some(id.into()));
        },
    );

    // The visit that is open as a form.
    let visiting = use_state_eq(|| None::<AttrValue>);
    let on_visit = use_callback(visiting.setter(), |id: Option<AttrValue>, visiting| visiting.set(id));
    let plan =
        use_callback((fresh_id.clone(), on_visit.clone(), on_edit.clone()), |(), (fresh_id, on_visit, on_edit)| {
            let id = fresh_id.emit(());
            on_edit.emit(Edit::AddVisit(usize::MAX, Box::new(Visit::new(&id))));
            on_visit.emit(Some(id.into()));
        });

    // Computed when a visit is opened, not on every keystroke: there may be thousands of deals.
    let book = state.clone();
    let told = use_memo((*visiting).clone(), move |visiting| -> Rc<[SuccessCase]> {
        let deals = visiting.iter().flat_map(|_| book.book().records());
        complete_cases(deals).into()
    });
    let told = (*told).clone();

    let on_print = use_callback(print.clone(), |id: AttrValue, print| print.emit(Paper::Visit(id)));

    let log = deal.map(|deal| {
        html! {
            <ContactLog key="log" deal={log_part(deal)} gate={log_gate(deal, today, locale)} open={(*open).clone()}
                {today} {locale} {add} {on_open} {on_edit} />
        }
    });
    let visits = deal.map(|deal| {
        html! {
            <Visits key="visits" deal={visits_part(deal)} {told} goal={tas::goal(deal, locale).map(AttrValue::from)} {today} {locale} open={(*visiting).clone()} {fresh_id} {on_edit} {on_print} {on_log}
                on_open={on_visit} on_add={&plan} />
        }
    });
    UseMeetings { log: log.unwrap_or_default(), visits: visits.unwrap_or_default(), plan }
}
