//! The home page: the tools with their live default figure, and the deals that need attention.

mod attention;

use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::CATALOG;
use abacus_core::page::Page;
use yew::prelude::*;

use crate::pages::home::attention::Attention;
use crate::state::session::Session;
use crate::text::shell as words;

#[derive(PartialEq, Properties)]
pub struct HomePageProps {
    pub session: Session,
}

#[component]
pub fn HomePage(props: &HomePageProps) -> Html {
    let session = &props.session;
    html! {
        <article class="home">
            <header>
                <h1>{ session.say(words::HOME_HEADLINE) }</h1>
                <p class="lead">{ session.say(words::HOME_LEAD) }</p>
            </header>
            <section aria-labelledby="tools-title">
                <h2 class="section-title" id="tools-title">{ session.say(words::TOOLS) }</h2>
                <ul class="tools">
                    { for CATALOG.iter().map(|calculator| tool(session, *calculator)) }
                </ul>
            </section>
            <Attention session={session.clone()} />
        </article>
    }
}

fn tool(session: &Session, calculator: &'static dyn Calculator) -> Html {
    let spec = calculator.spec();
    let evaluations = calculator.evaluate(&Inputs::defaults(spec));
    let Some(headline) = evaluations.first() else { return Html::default() };
    let figure = match headline.value {
        Ok(value) => headline.output.quote(value, &session.style),
        Err(reason) => session.say(headline.output.none(reason)).to_owned(),
    };
    html! {
        <li class="tools__item" key={spec.id}>
            <a class="tools__link" href={session.link_to(Page::Calculator(calculator))}>
                <span class="tools__title">{ session.say(spec.title) }</span>
                <span class="tools__purpose">{ session.say(spec.purpose) }</span>
                <span class="tools__figure">
                    { figure }{ " " }<span class="tools__unit">{ headline.output.unit.label(session.locale) }</span>
                </span>
            </a>
        </li>
    }
}
