//! The layouts: how parts are arranged.

use abacus_core::calculator::field::Part;
use abacus_core::calculator::picture::Picture;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use abacus_embed::{Arrangement, Part as Shown, Parts as Pieces};
use yew::prelude::*;

use crate::calculator::actions::actions;
use crate::calculator::chunks::ChunkName;
use crate::calculator::conventions::conventions;
use crate::calculator::events::{FORM, On, TERMS};
use crate::calculator::extras::{Extras, ExtrasProps, Sections};
use crate::calculator::form::Stale;
use crate::calculator::inputs::inputs;
use crate::calculator::parts::Parts;
use crate::calculator::problems::link_problems;
use crate::calculator::result::results;
use crate::calculator::title::title;
use crate::calculator::words;
use crate::shell::chunk::Loaded;
use crate::shell::element::{Tag, class_names, classed, tag};

/// The ids of the headings of result and working.
pub(super) const RESULT: &str = "result-title";
pub(super) const WORKING: &str = "working-title";

/// The page of a calculator shows all parts, at their own places.
pub(super) static PAGE: Arrangement = arrangement(Pieces::ALL);

/// A widget that is not arranged from outside shows the default parts.
pub(super) static WIDGET: Arrangement = arrangement(Pieces::DEFAULT);

const fn arrangement(parts: Pieces) -> Arrangement {
    Arrangement { parts, lock: Vec::new(), hide: Vec::new(), customer: false, guess: false }
}

/// The page of a calculator, and its additional menu items.
pub(super) struct PageLayout {
    pub(super) settings: Html,
    pub(super) content: Html,
}

pub(super) fn page(parts: &Parts<'_>) -> PageLayout {
    let calculator = parts.calculator;
    let extras = parts.chunks.extras.table();
    let props = extras.map(|extras| extras_props(parts, extras));
    // Around covered results, nothing may reveal them.
    let extras = extras.filter(|_| !parts.is_covered());
    let section = |section: fn(&Sections) -> fn(&ExtrasProps) -> Html| {
        extras.zip(props.as_ref()).map(|(extras, props)| section(extras.sections)(props)).unwrap_or_default()
    };
    // Reserves the space until it has loaded.
    let room = match calculator.spec().picture {
        Picture::Stack(rows) if rows.len() > 2 => "tool__picture tool__picture--tall",
        _ => "tool__picture",
    };
    let picture = classed("div", room, section(|sections| sections.picture));
    let framed = parts.framed.map(|framed| framed.slots(parts)).unwrap_or_default();
    let slots = Slots {
        beneath: Html::from_iter([framed.beneath, section(|sections| sections.beneath)]),
        beside: section(|sections| sections.beside),
        picture,
        ..framed
    };
    let top = tag("div")
        .class("calculator__top")
        .child(title(parts))
        .child(link_problems(parts))
        .child(section(|sections| sections.head));
    let body = if extras.is_some() || parts.is_covered() {
        section(|sections| sections.body)
    } else {
        parts.placeholder(ChunkName::Extras, &parts.chunks.extras)
    };
    let content = tag("article")
        .class("calculator")
        .child(top)
        .child(tool(parts, slots))
        .child(body)
        .child(conventions(parts))
        .child(section(|sections| sections.foot))
        .into();
    PageLayout { settings: section(|sections| sections.settings), content }
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

/// What a customer sees, over the whole screen and without links to anywhere else.
pub(super) fn card(parts: &Parts<'_>) -> Html {
    let content = match parts.chunks.extras.table() {
        Some(extras) => (extras.sections.card)(parts, &extras_props(parts, extras)),
        None => parts.placeholder(ChunkName::Extras, &parts.chunks.extras),
    };
    tag("main").class("customer").attr("id", "content").attr("tabindex", "-1").child(content).into()
}

/// One calculator alone, embedded in other sites. It stores nothing.
pub(super) fn widget(parts: &Parts<'_>) -> Html {
    let (session, spec) = (parts.session, parts.calculator.spec());
    let title = if parts.shows(Shown::Title) { "widget__title" } else { "visually-hidden" };
    let slots = parts.framed.map(|framed| framed.slots(parts)).unwrap_or_default();
    // Inside another page, that page has the landmark and the first heading.
    let (root, heading) = if session.base.is_some() { ("div", "h2") } else { ("main", "h1") };
    tag(root)
        .class("widget")
        .child(tag(heading).class(title).text(session.text(spec.title)))
        .child(link_problems(parts))
        .child(tool(parts, slots))
        .maybe(parts.shows(Shown::Conventions).then(|| conventions(parts)))
        .maybe(parts.shows(Shown::Link).then(|| link(parts)))
        .into()
}

/// The link from a widget to the page with the same figures.
fn link(parts: &Parts<'_>) -> Html {
    let session = parts.session;
    let page = session.link_to(session.page.calculator().map_or(Page::Home, Page::Calculator));
    let address = format!("{page}#{}", parts.form.shown_fragment());
    let link = tag("a").attr("href", address).attr("target", "_blank").attr("rel", "noopener");
    tag("p").class("widget__more").child(link.text(session.text(words::OPEN_FULL))).into()
}

/// What a layout adds to the tool.
#[derive(Default)]
pub struct Slots {
    /// Replaces the results.
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

/// Result, form and working: what all layouts share.
pub(super) fn tool(parts: &Parts<'_>, slots: Slots) -> Html {
    let Slots { instead, beneath, beside, picture, after } = slots;
    let (events, locale) = (parts.events, parts.locale());
    let has_result = instead.is_some() || parts.shows_results();
    let has_inputs = parts.shows_inputs();
    let has_form = has_inputs || parts.shows(Shown::Actions);
    let has_working = parts.shows(Shown::Working);
    let has_steps = !parts.evaluations.is_empty() && !parts.is_covered() && (has_working || parts.shows_details());
    let result = tag("section")
        .class("tool__result")
        .attr("aria-labelledby", RESULT)
        .flag("hidden", !has_result)
        .child(heading("visually-hidden", RESULT, words::RESULT, locale))
        .child(instead.unwrap_or_else(|| Html::from_iter([results(parts), beneath])));
    let form = || {
        let actions = !parts.form.is_for_customer() && parts.shows(Shown::Actions);
        let head = tag("div")
            .class("tool__head")
            .child(heading("section-title", "form-title", words::INPUTS, locale))
            .maybe(actions.then(|| self::actions(parts)));
        let form = tag("form")
            .class("tool__form")
            .attr("aria-labelledby", "form-title")
            .flag("novalidate", true)
            .attr("data-kept", "true");
        events.listen(form, &FORM).child(head).maybe(has_inputs.then(|| inputs(parts))).child(beside)
    };
    let steps = tag("section").class("tool__working").attr("aria-labelledby", WORKING).flag("hidden", !has_steps);
    let steps = events.listen(steps, &TERMS).child(detail(parts));
    let steps = if has_working && !parts.is_covered() { unfolded(parts, steps) } else { steps };
    let class = match parts.stale() {
        Some((Stale::Solving, _)) => "tool tool--stale tool--solving",
        Some((_, true)) => "tool tool--stale",
        _ => "tool",
    };
    tag("div")
        .class(class)
        .child(result)
        .child(tag("div").class("tool__side").maybe(has_form.then(form)).child(picture))
        .child(steps)
        .child(after)
        .into()
}

/// The working, folded to one line where it starts folded for lack of space.
fn unfolded(parts: &Parts<'_>, steps: Tag) -> Tag {
    let locale = parts.locale();
    // Until a new one is ready, the working of other values reserves its space invisibly.
    let (working, in_short, earlier) = match (&parts.chunks.working, parts.prerendered) {
        (Loaded::Here(working), _) => ((working.working)(parts), (working.in_short)(parts), ""),
        (_, Some((prerendered, true))) => (prerendered.working.clone(), prerendered.in_short.clone(), ""),
        (Loaded::Not | Loaded::Loading, Some((prerendered, false))) => {
            (prerendered.working.clone(), Html::default(), "tool__steps--earlier")
        }
        (later, _) => (parts.placeholder(ChunkName::Working, later), Html::default(), ""),
    };
    let (folded, expanded) = if parts.is_working_unfolded { ("", "true") } else { ("tool__steps--folded", "false") };
    let class = class_names(&["tool__steps", folded, earlier]);
    let button = tag("button")
        .class("tool__unfold")
        .attr("type", "button")
        .attr("aria-controls", "working")
        .attr("aria-expanded", expanded);
    let button = parts
        .events
        .listen(button, &[On::Working])
        .child(tag("span").class("tool__unfold-title").text(words::WORKING.get(locale)))
        .child(in_short);
    steps
        .child(heading("section-title", WORKING, words::WORKING, locale))
        .child(tag("h2").class("tool__fold").child(button))
        .child(tag("div").class(class).attr("id", "working").child(working))
}

fn heading(class: &'static str, id: &'static str, title: Text, locale: Locale) -> Tag {
    tag("h2").class(class).attr("id", id).attr("tabindex", "-1").text(title.get(locale))
}

/// The professional results, if there are any to show.
fn detail(parts: &Parts<'_>) -> Tag {
    let hidden = !parts.details || !parts.shows_details() || parts.evaluations(Part::Detail).is_empty();
    let content = match parts.chunks.detail.table() {
        _ if !parts.shows_details() || parts.is_covered() => Html::default(),
        Some(detail) => (detail.results)(parts),
        None if hidden => Html::default(),
        None => parts.placeholder(ChunkName::Detail, &parts.chunks.detail),
    };
    tag("div").class("tool__details").flag("hidden", hidden).child(content)
}
