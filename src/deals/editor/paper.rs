use abacus_core::date::Date;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::paper::Paper;
use crate::shell::printing::use_is_printing;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct DealPaperProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) id: AttrValue,
    /// The sheet requested by one of our buttons.
    pub(crate) asked: Option<Paper>,
    pub(crate) today: Date,
}

/// What is printed of a deal: the sheet a button asks for, or the form for the browser's own print command.
#[component]
pub(crate) fn DealPaper(props: &DealPaperProps) -> Html {
    let DealPaperProps { session, state, id, asked, today } = props;
    let is_printing = use_is_printing(&session.ports.host);
    let paper = asked.clone().or(is_printing.then_some(Paper::Form));
    let sheet = paper.and_then(|paper| paper.sheet(state.deal(id)?, *today, session.locale));
    html! { <div class="deal__paper">{ sheet }</div> }
}
