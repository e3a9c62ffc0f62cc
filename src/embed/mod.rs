//! The widget for other people's pages: one calculator alone in an iframe. It stores nothing.

use abacus_core::calculator::Calculator;
use abacus_core::page::Page;
use yew::prelude::*;

use crate::components::link_problems::link_problems;
use crate::components::tool::Tool;
use crate::state::form::use_form;
use crate::state::session::Session;
use crate::text::calculator as words;

#[derive(PartialEq, Properties)]
pub struct WidgetProps {
    pub session: Session,
    pub calculator: &'static dyn Calculator,
}

#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let WidgetProps { session, calculator } = props;
    let calculator = *calculator;
    let form = use_form(calculator, &session.ports, false);
    let spec = calculator.spec();
    let full_page = format!("{}#{}", session.link_to(Page::Calculator(calculator)), form.shown_fragment());
    html! {
        <main class="widget">
            <h1 class="widget__title">{ session.say(spec.title) }</h1>
            { link_problems(spec, form.problems(), session.locale) }
            <Tool {calculator} form={form.clone()} has_customer_view={false} style={session.style} />
            <p class="widget__more">
                <a href={full_page} target="_blank" rel="noopener">{ session.say(words::OPEN_FULL) }</a>
            </p>
        </main>
    }
}
