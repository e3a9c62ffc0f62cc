//! The most urgent advice, with the rest below it.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::editor::advice::buttons::AdviceButtons;
use crate::deals::editor::advice::{AdviceCallbacks, AdviceItem, words};

/// `None` if there is no advice.
pub(crate) fn advice_list(advice: &[AdviceItem], on: &AdviceCallbacks, today: Date, locale: Locale) -> Option<Html> {
    let (first, others) = advice.split_first()?;
    let acts = |advised: &AdviceItem, is_first: bool| {
        html! { <AdviceButtons key={advised.advice.key()} advised={advised.clone()} {is_first} on={on.clone()} {today} {locale} /> }
    };
    Some(html! {
        <>
            <div class="gate__first" data-advice={first.advice.id()}>
                <h3 class="gate__label">{ words::DO_NEXT.get(locale) }</h3>
                <p class="gate__suggestion">{ first.advice.suggestion().get(locale) }</p>
                <p class="gate__reason">{ first.advice.reason(locale) }</p>
                { acts(first, true) }
            </div>
            if !others.is_empty() {
                <details class="gate__more">
                    <summary class="gate__summary">{ words::also(others.len(), locale) }</summary>
                    <ul class="gate__others">
                        { for others.iter().map(|advised| html! {
                            <li key={advised.advice.id()} data-advice={advised.advice.id()}>
                                <p>{ advised.advice.suggestion().get(locale) }</p>
                                <p class="gate__reason">{ advised.advice.reason(locale) }</p>
                                { acts(advised, false) }
                            </li>
                        }) }
                    </ul>
                </details>
            }
        </>
    })
}
