//! The stages: how parts are arranged.

use abacus_core::calculator::field::Part;
use abacus_core::calculator::picture::Picture;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::calculator::actions::actions;
use crate::calculator::chunks::ChunkName;
use crate::calculator::conventions::conventions;
use crate::calculator::extras::{Extras, ExtrasProps, Sections};
use crate::calculator::inputs::inputs;
use crate::calculator::parts::Parts;
use crate::calculator::result::results;
use crate::calculator::title::title;
use crate::calculator::words;
use crate::calculator::working::{in_short, working};
use crate::shell::element::{classed, content};
use crate::shell::link_problems::link_problems;

/// The ids of the headings of result and working.
pub(super) const RESULT: &str = "result-title";
pub(super) const WORKING: &str = "working-title";

/// The page of a calculator, and what it adds to the menu.
pub(super) struct PageStage {
    pub(super) settings: Html,
    pub(super) content: Html,
}

pub(super) fn page(parts: &Parts<'_>) -> PageStage {
    let (calculator, form) = (parts.calculator, parts.form);
    let extras = parts.chunks.extras.table();
    let props = extras.map(|extras| extras_props(parts, extras));
    let section = |section: fn(&Sections) -> fn(&ExtrasProps) -> Html| {
        extras.zip(props.as_ref()).map(|(extras, props)| section(extras.sections)(props)).unwrap_or_default()
    };
    // Room for it until it is there.
    let room = match calculator.spec().picture {
        Picture::Stack(rows) if rows.len() > 2 => "tool__picture tool__picture--tall",
        _ => "tool__picture",
    };
    let picture = classed("div", room, section(|sections| sections.picture));
    let slots = Slots {
        beneath: section(|sections| sections.beneath),
        beside: section(|sections| sections.beside),
        picture,
        ..Slots::default()
    };
    let content = html! {
        <article class="calculator">
            <div class="calculator__top">
                { title(parts) }
                { link_problems(calculator.spec(), form.problems(), parts.locale()) }
                { section(|sections| sections.head) }
            </div>
            { tool(parts, slots) }
            if extras.is_some() {
                { section(|sections| sections.body) }
            } else {
                { parts.placeholder(ChunkName::Extras, &parts.chunks.extras) }
            }
            { conventions(parts) }
            { section(|sections| sections.foot) }
        </article>
    };
    PageStage { settings: section(|sections| sections.settings), content }
}

fn extras_props(parts: &Parts<'_>, extras: &Extras) -> ExtrasProps {
    ExtrasProps {
        session: parts.session.with(extras.ports.clone()),
        calculator: parts.calculator,
        form: parts.form.clone(),
        act: parts.events.act.clone(),
        has_left_card: parts.has_left_card,
    }
}

/// What a customer sees, over the whole screen and with no way to anywhere else.
pub(super) fn card(parts: &Parts<'_>) -> Html {
    let content = match parts.chunks.extras.table() {
        Some(extras) => (extras.sections.card)(parts, &extras_props(parts, extras)),
        None => parts.placeholder(ChunkName::Extras, &parts.chunks.extras),
    };
    html! { <main class="customer" id="content" tabindex="-1">{ content }</main> }
}

/// One calculator alone, in other people's pages. It stores nothing.
pub(super) fn widget(parts: &Parts<'_>) -> Html {
    let (session, spec) = (parts.session, parts.calculator.spec());
    let page = session.link_to(session.page.calculator().map_or(Page::Home, Page::Calculator));
    html! {
        <main class="widget">
            <h1 class="widget__title">{ session.say(spec.title) }</h1>
            { link_problems(spec, parts.form.problems(), session.locale) }
            { tool(parts, Slots::default()) }
            <p class="widget__more">
                <a href={format!("{page}#{}", parts.form.shown_fragment())} target="_blank" rel="noopener">
                    { session.say(words::OPEN_FULL) }
                </a>
            </p>
        </main>
    }
}

/// What a stage adds to the tool.
#[derive(Default)]
pub(super) struct Slots {
    /// Below the results.
    pub(super) beneath: Html,
    /// At the end of the form.
    pub(super) beside: Html,
    /// Below the form.
    pub(super) picture: Html,
    /// After the working.
    pub(super) after: Html,
}

/// Result, form and working: what all stages share.
pub(super) fn tool(parts: &Parts<'_>, slots: Slots) -> Html {
    let Slots { beneath, beside, picture, after } = slots;
    let (events, locale) = (parts.events, parts.locale());
    let working_class = if parts.is_working_unfolded { "tool__steps" } else { "tool__steps tool__steps--folded" };
    html! {
        <div class={if parts.stale().is_some_and(|(_, is_told)| is_told) { "tool tool--stale" } else { "tool" }}>
            <section class="tool__result" aria-labelledby={RESULT}>
                { heading("visually-hidden", RESULT, words::RESULT, locale) }
                { results(parts) }
                { beneath }
            </section>
            <div class="tool__side">
                <form class="tool__form" aria-labelledby="form-title" novalidate=true data-kept="true" oninput={&events.on_input}
                    onchange={&events.on_change} onfocusin={&events.on_focus} onfocusout={&events.on_leave}
                    onkeydown={&events.on_key} onclick={&events.on_click} onsubmit={&events.on_submit}
                    onmousedown={&events.on_mouse_down} onpointerdown={&events.on_pointer_down}
                    onpointerup={&events.on_pointer_up} onpointercancel={&events.on_pointer_cancel}
                    onpaste={&events.on_paste}>
                    <div class="tool__head">
                        { heading("section-title", "form-title", words::INPUTS, locale) }
                        if !parts.form.is_for_customer() { { actions(parts) } }
                    </div>
                    { inputs(parts) }
                    { beside }
                </form>
                { picture }
            </div>
            <section class="tool__working" aria-labelledby={WORKING} hidden={parts.evaluations.is_empty()}
                onmouseover={&events.on_over} onmouseout={&events.on_out}>
                { detail(parts) }
                { heading("section-title", WORKING, words::WORKING, locale) }
                <h2 class="tool__fold">
                    <button type="button" class="tool__unfold" aria-controls="working" onclick={&events.on_working}
                        aria-expanded={if parts.is_working_unfolded { "true" } else { "false" }}>
                        <span class="tool__unfold-title">{ words::WORKING.get(locale) }</span>
                        { in_short(parts) }
                    </button>
                </h2>
                <div class={working_class} id="working">{ working(parts) }</div>
            </section>
            { after }
        </div>
    }
}

fn heading(class: &'static str, id: &'static str, title: Text, locale: Locale) -> Html {
    html! { <h2 {class} {id} tabindex="-1">{ content(title.get(locale)) }</h2> }
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
