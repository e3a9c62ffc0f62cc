//! The list of many parts of the book. A browser tells of each option that an arrow key passes, so while the focus stays in
//! the list all of them are one entry of the history: *back* leads to where one was before, even if the last choice is that
//! place again.

use abacus_deals::view::{Place, Scope, View};
use yew::prelude::*;

use crate::deals::views::scope_choices::Part;
use crate::shell::event::chosen;
use crate::shell::select::Select;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(super) struct ScopeListProps {
    pub(super) session: Session,
    pub(super) view: View,
    pub(super) title: AttrValue,
    pub(super) parts: Vec<Part>,
    /// The key of the part that is shown.
    pub(super) chosen: String,
    /// Goes to a place without a new history entry.
    pub(super) replace: Callback<Place>,
}

#[component]
pub(super) fn ScopeList(props: &ScopeListProps) -> Html {
    let ScopeListProps { session, view, title, parts, chosen: now, replace } = props;
    let place = |scope: &Scope| Place::View(*view, scope.clone()).fragment();
    // Where this list has led to since it has the focus.
    let led = use_mut_ref(|| None::<Place>);
    let onfocusout = {
        let led = led.clone();
        move |_: FocusEvent| drop(led.take())
    };
    let (host, replace) = (session.ports.host.clone(), replace.clone());
    let onchange = move |event: Event| {
        let fragment = chosen(&event);
        let goes_on = goes_on(led.replace(Some(Place::read(&fragment))).as_ref(), &host.fragment());
        if goes_on { replace.emit(Place::read(&fragment)) } else { host.go_to_fragment(&fragment) }
    };
    let option = |Part { key, label, scope }: &Part| {
        html! { <option key={key.as_str()} value={place(scope)} selected={key == now}>{ label }</option> }
    };
    html! {
        <label class="scopes__row" {onfocusout}>
            <span class="scopes__title">{ title }</span>
            <Select class="filters__select scopes__select" translate="no" {onchange}>{ for parts.iter().map(option) }</Select>
        </label>
    }
}

/// Whether the place in the address is the one that the list has led to, so that a further choice takes its entry.
fn goes_on(led: Option<&Place>, fragment: &str) -> bool {
    led.is_some_and(|led| *led == Place::read(fragment))
}

#[cfg(test)]
mod tests {
    use super::goes_on;
    use abacus_deals::view::Place;

    #[test]
    fn a_choice_goes_on_where_the_same_list_has_led_to() {
        let may = "view=funnel&month=2026-05";
        assert!(!goes_on(None, may), "the first choice has an entry of its own");
        assert!(goes_on(Some(&Place::read(may)), may));
        for other in ["view=funnel", "view=portfolio&month=2026-05", "view=funnel&month=2026-05&salesperson=x", "d1"] {
            assert!(!goes_on(Some(&Place::read(may)), other), "{other}: one has been elsewhere since");
        }
    }
}
