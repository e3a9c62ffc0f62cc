//! The stages: how parts are arranged.

use abacus_core::calculator::field::Part;
use abacus_core::calculator::picture::Picture;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use abacus_embed::{Arrangement, Part as Shown, Parts as Pieces};
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

/// The page of a calculator shows all parts, at their own places.
pub(super) static PAGE: Arrangement = arrangement(Pieces::ALL);

/// A widget that nothing arranges shows the usual ones.
pub(super) static WIDGET: Arrangement = arrangement(Pieces::USUAL);

const fn arrangement(parts: Pieces) -> Arrangement {
    Arrangement { parts, lock: Vec::new(), hide: Vec::new(), customer: false, guess: false }
}

/// The page of a calculator, and what it adds to the menu.
pub(super) struct PageStage {
    pub(super) settings: Html,
    pub(super) content: Html,
}

pub(super) fn page(parts: &Parts<'_>) -> PageStage {
    let (calculator, form) = (parts.calculator, parts.form);
    let extras = parts.chunks.extras.table();
    let props = extras.map(|extras| extras_props(parts, extras));
    // Around covered results, nothing tells them.
    let extras = extras.filter(|_| !parts.is_covered());
    let section = |section: fn(&Sections) -> fn(&ExtrasProps) -> Html| {
        extras.zip(props.as_ref()).map(|(extras, props)| section(extras.sections)(props)).unwrap_or_default()
    };
    // Room for it until it is there.
    let room = match calculator.spec().picture {
        Picture::Stack(rows) if rows.len() > 2 => "tool__picture tool__picture--tall",
        _ => "tool__picture",
    };
    let picture = classed("div", room, section(|sections| sections.picture));
    let framed = parts.framed.map(|framed| framed.slots(parts)).unwrap_or_default();
    let slots = Slots {
        beneath: html! { <>{ framed.beneath }{ section(|sections| sections.beneath) }</> },
        beside: section(|sections| sections.beside),
        picture,
        ..framed
    };
    let content = html! {
        <article class="calculator">
            <div class="calculator__top">
                { title(parts) }
                { link_problems(calculator.spec(), form.problems(), parts.locale()) }
                { section(|sections| sections.head) }
            </div>
            { tool(parts, slots) }
            if extras.is_some() || parts.is_covered() {
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

pub(super) fn extras_props(parts: &Parts<'_>, extras: &Extras) -> ExtrasProps {
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
    let title = if parts.shows(Shown::Title) { "widget__title" } else { "visually-hidden" };
    let slots = parts.framed.map(|framed| framed.slots(parts)).unwrap_or_default();
    // Inside another page, that page has the landmark and the first heading.
    let (root, heading) = if session.base.is_some() { ("div", "h2") } else { ("main", "h1") };
    html! {
        <@{root} class="widget">
            { classed(heading, title, content(session.say(spec.title))) }
            { link_problems(spec, parts.form.problems(), session.locale) }
            { tool(parts, slots) }
            if parts.shows(Shown::Conventions) { { conventions(parts) } }
            if parts.shows(Shown::Link) { { link(parts) } }
        </@>
    }
}

/// The way from a widget to the page with the same figures.
fn link(parts: &Parts<'_>) -> Html {
    let session = parts.session;
    let page = session.link_to(session.page.calculator().map_or(Page::Home, Page::Calculator));
    html! {
        <p class="widget__more">
            <a href={format!("{page}#{}", parts.form.shown_fragment())} target="_blank" rel="noopener">
                { session.say(words::OPEN_FULL) }
            </a>
        </p>
    }
}

/// What a stage adds to the tool.
#[derive(Default)]
pub struct Slots {
    /// In place of the results.
    pub(super) instead: Option<Html>,
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
    let Slots { instead, beneath, beside, picture, after } = slots;
    let (events, locale) = (parts.events, parts.locale());
    let has_result =
        instead.is_some() || [Shown::Result, Shown::Figures, Shown::Sentence].into_iter().any(|part| parts.shows(part));
    let has_inputs = [Shown::Inputs, Shown::Sliders, Shown::Detail].into_iter().any(|part| parts.shows(part));
    let has_form = has_inputs || parts.shows(Shown::Actions);
    let has_working = parts.shows(Shown::Working);
    let has_steps = !parts.evaluations.is_empty() && !parts.is_covered() && (has_working || parts.shows_details());
    let working_class = if parts.is_working_unfolded { "tool__steps" } else { "tool__steps tool__steps--folded" };
    html! {
        <div class={if parts.stale().is_some_and(|(_, is_told)| is_told) { "tool tool--stale" } else { "tool" }}>
            <section class="tool__result" aria-labelledby={RESULT} hidden={!has_result}>
                { heading("visually-hidden", RESULT, words::RESULT, locale) }
                if let Some(instead) = instead {
                    { instead }
                } else {
                    { results(parts) }
                    { beneath }
                }
            </section>
            <div class="tool__side">
                if has_form {
                    <form class="tool__form" aria-labelledby="form-title" novalidate=true data-kept="true" oninput={&events.on_input}
                        onchange={&events.on_change} onfocusin={&events.on_focus} onfocusout={&events.on_leave}
                        onkeydown={&events.on_key} onclick={&events.on_click} onsubmit={&events.on_submit}
                        onmousedown={&events.on_mouse_down} onpointerdown={&events.on_pointer_down}
                        onpointerup={&events.on_pointer_up} onpointercancel={&events.on_pointer_cancel}
                        onpaste={&events.on_paste}>
                        <div class="tool__head">
                            { heading("section-title", "form-title", words::INPUTS, locale) }
                            if !parts.form.is_for_customer() && parts.shows(Shown::Actions) { { actions(parts) } }
                        </div>
                        if has_inputs { { inputs(parts) } }
                        { beside }
                    </form>
                }
                { picture }
            </div>
            <section class="tool__working" aria-labelledby={WORKING} hidden={!has_steps}
                onmouseover={&events.on_over} onmouseout={&events.on_out}>
                { detail(parts) }
                if has_working && !parts.is_covered() {
                    { heading("section-title", WORKING, words::WORKING, locale) }
                    <h2 class="tool__fold">
                        <button type="button" class="tool__unfold" aria-controls="working" onclick={&events.on_working}
                            aria-expanded={if parts.is_working_unfolded { "true" } else { "false" }}>
                            <span class="tool__unfold-title">{ words::WORKING.get(locale) }</span>
                            { in_short(parts) }
                        </button>
                    </h2>
                    <div class={working_class} id="working">{ working(parts) }</div>
                }
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
    let hidden = !parts.details || !parts.shows_details() || parts.evaluations(Part::Detail).is_empty();
    let content = match parts.chunks.detail.table() {
        _ if !parts.shows_details() || parts.is_covered() => Html::default(),
        Some(detail) => (detail.results)(parts),
        None if hidden => Html::default(),
        None => parts.placeholder(ChunkName::Detail, &parts.chunks.detail),
    };
    html! { <div class="tool__details" {hidden}>{ content }</div> }
}
