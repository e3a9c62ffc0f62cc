use abacus_core::text::Locale;
use abacus_deals::view::{Place, Query, Scope, View};
use yew::prelude::*;

use crate::deals::views::words;
use crate::deals::words::LIST;

#[derive(PartialEq, Properties)]
pub struct ViewsNavProps {
    pub place: Place,
    pub locale: Locale,
}

#[component]
pub fn ViewsNav(props: &ViewsNavProps) -> Html {
    let ViewsNavProps { place, locale } = props;
    let link = |target: Place, label: &'static str| {
        let is_here = match (place, &target) {
            (Place::List(_), Place::List(_)) => true,
            (Place::View(here, _), Place::View(target, _)) => here == target,
            (here, target) => here == target,
        };
        let href = format!("#{}", target.fragment());
        html! { <a class="views__link" key={href.clone()} {href} aria-current={is_here.then_some("page")}>{ label }</a> }
    };
    html! {
        <nav class="views" aria-label={words::VIEWS.get(*locale)}>
            { link(Place::List(Query::default()), LIST.get(*locale)) }
            { for View::ALL.into_iter().map(|view| link(Place::View(view, Scope::default()), view.label().get(*locale))) }
        </nav>
    }
}
