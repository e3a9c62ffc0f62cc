//! What the contact log and the visits of a deal share: which meeting is open, and how a visit becomes a meeting.

use abacus_deals::{Deal, Edit, Visit, VisitEdit};
use yew::prelude::*;

use crate::deals::meetings::{ContactLog, Visits, log_gate, log_part, visits_part};
use crate::deals::paper::Paper;
use crate::shell::session::Session;
use crate::shell::today::use_today;

/// The sections of the log and of the visits. A new meeting is told at the address `add`.
#[hook]
pub(crate) fn use_meetings(
    session: &Session,
    deal: Option<&Deal>,
    add: &AttrValue,
    on_edit: &Callback<Edit>,
    print: &Callback<Paper>,
) -> Html {
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

    let on_print = use_callback(print.clone(), |id: AttrValue, print| print.emit(Paper::Visit(id)));

    let sections = deal.map(|deal| {
        html! {
            <>
                <ContactLog key="log" deal={log_part(deal)} gate={log_gate(deal, today, locale)} open={(*open).clone()}
                    {today} {locale} {add} {on_open} {on_edit} />
                <Visits key="visits" deal={visits_part(deal)} {locale} {fresh_id} {on_edit} {on_print} {on_log} />
            </>
        }
    });
    sections.unwrap_or_default()
}
