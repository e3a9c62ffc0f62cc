//! How long the browser keeps what is stored, as it says itself.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::upkeep::words;
use crate::state::ports::Lasting;

/// What the section needs.
#[derive(PartialEq, Properties)]
pub struct LastingSectionProps {
    /// What the browser says; none until it has.
    pub lasting: Option<Lasting>,
    /// The language.
    pub locale: Locale,
}

/// The section.
#[component]
pub fn LastingSection(props: &LastingSectionProps) -> Html {
    let LastingSectionProps { lasting, locale } = props;
    html! {
        <section class="files__part lasting" aria-labelledby="lasting-title">
            <h2 class="files__title" id="lasting-title">{ words::LASTING.get(*locale) }</h2>
            <p class="lasting__answer">{ lasting.map(|lasting| words::lasting(lasting).get(*locale)) }</p>
            <p class="import__hint">{ words::SEVEN_DAYS.get(*locale) }</p>
        </section>
    }
}
