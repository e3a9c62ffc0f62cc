//! The select for many scopes of the book. A browser fires an event for each option that an arrow key passes, so all
//! changes made while the select keeps the focus share one history entry: *back* leads to the place before it, even if
//! the last choice is that place again.

use abacus_deals::view::{BookLocation, Scope, View};
use yew::prelude::*;

use crate::deals::views::scope_choices::ScopeOption;
use crate::shell::event::chosen;
use crate::shell::select::Select;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(super) struct ScopeListProps {
    pub(super) session: Session,
    pub(super) view: View,
    pub(super) title: AttrValue,
    pub(super) parts: Vec<ScopeOption>,
    /// The key of the scope that is shown.
    pub(super) chosen: String,
    /// Goes to a place without a new history entry.
    pub(super) replace: Callback<BookLocation>,
}

#[component]
pub(super) fn ScopeList(props: &ScopeListProps) -> Html {
    let ScopeListProps { session, view, title, parts, chosen: now, replace } = props;
    let place = |scope: &Scope| BookLocation::View(*view, scope.clone()).fragment();
    // Where this select has led since it got the focus.
    let last_choice = use_mut_ref(|| None::<BookLocation>);
    let onfocusout = {
        let last_choice = last_choice.clone();
        move |_: FocusEvent| drop(last_choice.take())
    };
    let (host, replace) = (session.ports.host.clone(), replace.clone());
    let onchange = move |event: Event| {
        let fragment = chosen(&event);
        let replaces_entry =
            replaces_entry(last_choice.replace(Some(BookLocation::read(&fragment))).as_ref(), &host.fragment());
        if replaces_entry { replace.emit(BookLocation::read(&fragment)) } else { host.go_to_fragment(&fragment) }
    };
    let option = |ScopeOption { key, label, scope }: &ScopeOption| {
        html! { <option key={key.as_str()} value={place(scope)} selected={key == now}>{ label }</option> }
    };
    html! {
        <label class="scopes__row" {onfocusout}>
            <span class="scopes__title">{ title }</span>
            <Select class="filters__select scopes__select" translate="no" {onchange}>{ for parts.iter().map(option) }</Select>
        </label>
    }
}

/// Whether the address is the place that the select led to, so that a further choice replaces its history entry.
fn replaces_entry(last_choice: Option<&BookLocation>, fragment: &str) -> bool {
    last_choice.is_some_and(|last_choice| *last_choice == BookLocation::read(fragment))
}

#[cfg(test)]
mod tests {
    use super::replaces_entry;
    use abacus_deals::view::BookLocation;

    #[test]
    fn a_further_choice_in_the_list_shares_its_history_entry() {
        let may = "view=funnel&month=2026-05";
        assert!(!replaces_entry(None, may), "the first choice gets its own entry");
        assert!(replaces_entry(Some(&BookLocation::read(may)), may));
        for other in ["view=funnel", "view=portfolio&month=2026-05", "view=funnel&month=2026-05&salesperson=x", "d1"] {
            assert!(
                !replaces_entry(Some(&BookLocation::read(may)), other),
                "{other}: the user has been elsewhere since"
            );
        }
    }
}
