//! deals
use crate::state::session::Session;
use yew::prelude::*;
/// p
#[derive(PartialEq, Properties)]
pub struct DealsPageProps {
    /// s
    pub session: Session,
}
/// d
#[component]
pub fn DealsPage(props: &DealsPageProps) -> Html {
    html! {<h1>{props.session.say(abacus_core::page::DEALS_TITLE)}</h1>}
}
