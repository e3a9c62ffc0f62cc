//! The stages: how parts are arranged.

use abacus_core::calculator::audience::shared_outputs;
use abacus_core::calculator::field::Part;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::calculator::actions::actions;
use crate::calculator::chunks::ChunkName;
use crate::calculator::conventions::conventions;
use crate::calculator::extras::{ExtrasProps, Sections};
use crate::calculator::inputs::inputs;
use crate::calculator::parts::Parts;
use crate::calculator::result::results;
use crate::calculator::title::title;
use crate::calculator::words;
use crate::calculator::working::working;
use crate::shell::element::{classed, content};
use crate::shell::link_problems::link_problems;

/// The page of a calculator.
pub(super) fn page(parts: &Parts<'_>) -> Html {
    let (calculator, form) = (parts.calculator, parts.form);
    let for_customer = form.is_for_customer();
    // Some calculators have nothing for a customer, and then nothing surrounds them either.
    let is_empty = for_customer && shared_outputs(calculator).is_empty();
    let extras = parts.chunks.extras.table();
    let props = extras.map(|extras| ExtrasProps {
        session: parts.session.with(extras.ports.clone()),
        calculator,
        form: form.clone(),
        is_empty,
        act: parts.events.act.clone(),
    });
    let section = |section: fn(&Sections) -> fn(&ExtrasProps) -> Html| {
        extras.zip(props.as_ref()).map(|(extras, props)| section(extras.sections)(props)).unwrap_or_default()
    };
    html! {
        <article class="calculator">
            { title(parts) }
            // A part of the link may concern confidential figures.
            { link_problems(calculator.spec(), if for_customer { &[] } else { form.problems() }, parts.locale()) }
            { section(|sections| sections.head) }
            { tool(parts) }
            { conventions(parts, is_empty) }
            if extras.is_some() {
                { section(|sections| sections.body) }
            } else {
                { parts.placeholder(ChunkName::Extras, &parts.chunks.extras) }
            }
            { section(|sections| sections.foot) }
        </article>
    }
}

/// One calculator alone, in other people's pages. It stores nothing.
pub(super) fn widget(parts: &Parts<'_>) -> Html {
    let (session, spec) = (parts.session, parts.calculator.spec());
    let page = session.link_to(session.page.calculator().map_or(Page::Home, Page::Calculator));
    html! {
        <main class="widget">
            <h1 class="widget__title">{ session.say(spec.title) }</h1>
            { link_problems(spec, parts.form.problems(), session.locale) }
            { tool(parts) }
            <p class="widget__more">
                <a href={format!("{page}#{}", parts.form.shown_fragment())} target="_blank" rel="noopener">
                    { session.say(words::OPEN_FULL) }
                </a>
            </p>
        </main>
    }
}

/// Result, form and working: what page and widget share.
fn tool(parts: &Parts<'_>) -> Html {
    let (events, locale) = (parts.events, parts.locale());
    let title = if parts.entries.is_empty() { words::ACTIONS } else { words::INPUTS };
    html! {
        <div class={if parts.stale().is_some_and(|(_, is_told)| is_told) { "tool tool--stale" } else { "tool" }}>
            <section class="tool__result" aria-labelledby="result-title">
                { heading("visually-hidden", "result-title", words::RESULT, locale) }
                if parts.evaluations.is_empty() {
                    { classed("p", "notice", content(words::NOTHING_FOR_CUSTOMER.get(locale))) }
                }
                { results(parts) }
            </section>
            <form class="tool__form" aria-labelledby="form-title" novalidate=true oninput={&events.on_input}
                onchange={&events.on_change} onfocusin={&events.on_focus} onfocusout={&events.on_leave}
                onkeydown={&events.on_key} onclick={&events.on_click} onsubmit={&events.on_submit}
                onmousedown={&events.on_mouse_down} onpointerdown={&events.on_pointer_down}
                onpointerup={&events.on_pointer_up} onpointercancel={&events.on_pointer_cancel} onpaste={&events.on_paste}>
                { heading("section-title", "form-title", title, locale) }
                { inputs(parts) }
                { actions(parts) }
            </form>
            <section class="tool__working" aria-labelledby="working-title" hidden={parts.evaluations.is_empty()}
                onmouseover={&events.on_over} onmouseout={&events.on_out}>
                { detail(parts) }
                { heading("section-title", "working-title", words::WORKING, locale) }
                { working(parts) }
            </section>
        </div>
    }
}

fn heading(class: &'static str, id: &'static str, title: Text, locale: Locale) -> Html {
    html! { <h2 {class} {id}>{ content(title.get(locale)) }</h2> }
}

/// The professional results, while there are any to show.
fn detail(parts: &Parts<'_>) -> Html {
    let hidden = !parts.details || parts.evaluations(Part::Detail).is_empty();
    let content = match parts.chunks.detail.table() {
        Some(detail) => (detail.results)(parts),
        None if hidden => Html::default(),
        None => parts.placeholder(ChunkName::Detail, &parts.chunks.detail),
    };
    html! { <div class="tool__details" {hidden}>{ content }</div> }
}
