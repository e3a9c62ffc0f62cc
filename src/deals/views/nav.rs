use abacus_core::text::Locale;
use abacus_deals::view::{BookLocation, Query, Scope, View};
use yew::prelude::*;

use crate::deals::views::words;
use crate::deals::words::LIST;

#[derive(PartialEq, Properties)]
pub struct ViewsNavProps {
    pub location: BookLocation,
    pub locale: Locale,
}

#[component]
pub fn ViewsNav(props: &ViewsNavProps) -> Html {
    let ViewsNavProps { location, locale } = props;
    let link = |target: BookLocation, label: &'static str| {
        let is_here = match (location, &target) {
            (BookLocation::List(_), BookLocation::List(_)) => true,
            (BookLocation::View(here, _), BookLocation::View(target, _)) => here == target,
            (here, target) => here == target,
        };
        let href = format!("#{}", target.fragment());
        html! { <a class="views__link" key={href.clone()} {href} aria-current={is_here.then_some("page")}>{ label }</a> }
    };
    html! {
        <nav class="views" aria-label={words::VIEWS.get(*locale)}>
            { link(BookLocation::List(Query::default()), LIST.get(*locale)) }
            { for View::ALL.into_iter().map(|view| link(BookLocation::View(view, Scope::default()), view.label().get(*locale))) }
        </nav>
    }
}
