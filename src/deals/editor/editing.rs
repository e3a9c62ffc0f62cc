//! The callback that edits the deal on the page.

use abacus_deals::{Edit, TextField, fields};
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook, ShownDeal, keep_salesperson, salesperson};
use crate::shell::session::Session;

/// Applies edits to the deal. The salesperson entered in a new deal, or for the first time, is stored for the next one.
#[hook]
pub(super) fn use_editing(
    session: &Session,
    state: &UseReducerHandle<DealBook>,
    shown: &ShownDeal,
    is_new: bool,
) -> Callback<Edit> {
    let is_asked = *use_state(|| is_new || salesperson(&session.ports).is_none());
    use_callback(
        (state.dispatcher(), shown.clone(), session.ports.clone(), is_asked),
        |edit: Edit, (dispatcher, shown, ports, is_asked)| {
            match &edit {
                Edit::Text(TextField::Deal(field), name) if *is_asked && *field == &fields::SALESPERSON => {
                    keep_salesperson(ports, name);
                }
                _ => {}
            }
            dispatcher.dispatch(BookAction::edit(shown.clone(), edit));
        },
    )
}
