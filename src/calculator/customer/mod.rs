//! What a customer sees: one calculator over the whole screen with nothing private in it, and at the bottom a strip
//! with links to its pages, the QR code and a lock.

mod lock;

use abacus_core::calculator::Evaluation;
use abacus_core::calculator::card::{Against, Card, bars, figure, lines, own_line};
use abacus_core::calculator::field::Field;
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::sentence::for_customer;
use abacus_core::number::format::machine;
use abacus_core::sheet::TableAxes;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::calculator::customer::lock::Lock;
use crate::calculator::extras::ExtrasProps;
use crate::calculator::layouts::{RESULT, Slots, WORKING, tool};
use crate::calculator::paper::{print_foot, print_head};
use crate::calculator::parts::Parts;
use crate::calculator::picture::picture;
use crate::calculator::result::{caveat, said};
use crate::calculator::share::{Share, Strip};
use crate::calculator::title::title;
use crate::calculator::what_if::SharedWhatIf;
use crate::calculator::words;
use crate::shell::event::{focus_beside, focus_named};
use crate::shell::focus::use_focus;

/// The id of the heading above table and chart.
const WHAT_IF: &str = "shared-title";

pub(super) fn card(parts: &Parts<'_>, props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let what_if = Plan::shared(*calculator, form.inputs(), form.allowed()).map(|plan| {
        html! {
            <section class="customer__what-if" aria-labelledby={WHAT_IF}>
                <h2 class="section-title" id={WHAT_IF} tabindex="-1">{ session.text(words::WHAT_IF) }</h2>
                <SharedWhatIf {plan} inputs={form.inputs().clone()} style={session.style} act={act.clone()} />
            </section>
        }
    });
    let pages = [
        (CardPage { id: RESULT, title: words::RESULT, short: words::RESULT }, true),
        (CardPage { id: WORKING, title: words::WORKING, short: words::WORKING_SHORT }, !parts.evaluations.is_empty()),
        (CardPage { id: WHAT_IF, title: words::WHAT_IF, short: words::WHAT_IF_SHORT }, what_if.is_some()),
    ];
    let pages: Vec<_> = pages.into_iter().filter(|(_, is_there)| *is_there).map(|(page, _)| page).collect();
    let ids: Vec<_> = pages.iter().map(|page| page.id).collect();
    let on_key = move |event: KeyboardEvent| focus_beside(&event, &ids);
    let pages = (pages.len() > 1).then(|| html! { <CardPages {pages} locale={session.locale} /> });
    let lock = html! { <Lock session={session.clone()} act={act.clone()} /> };
    html! {
        <article class="calculator customer__card" onkeydown={on_key}>
            <Top>{ title(parts) }</Top>
            { print_head(session, *calculator, form) }
            { tool(parts, Slots { beneath: summary(parts), after: what_if.unwrap_or_default(), ..Slots::default() }) }
            <Share session={session.clone()} calculator={*calculator} inputs={form.inputs().clone()}
                evaluations={form.evaluations().to_vec()} fragment={form.shown_fragment()}
                axes={TableAxes::of(calculator.spec())} allowed={form.allowed()} stale={form.stale()}
                strip={Strip { pages: pages.unwrap_or_default(), lock }} />
            { print_foot(session, *calculator, form) }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct TopProps {
    children: Html,
}

/// Takes the focus when the card appears: the button that led here is gone, and the page may be scrolled down to it.
#[component]
fn Top(props: &TopProps) -> Html {
    let node = use_focus(true);
    html! { <div class="customer__top" tabindex="-1" ref={node}>{ props.children.clone() }</div> }
}

/// A page of the card, filling the screen.
#[derive(Clone, Copy, PartialEq)]
struct CardPage {
    id: &'static str,
    title: Text,
    /// A word of the title, short enough for a phone.
    short: Text,
}

#[derive(PartialEq, Properties)]
struct CardPagesProps {
    pages: Vec<CardPage>,
    locale: Locale,
}

/// The pages of the card, which can also be swiped or turned with the arrow keys.
#[component]
fn CardPages(props: &CardPagesProps) -> Html {
    let CardPagesProps { pages, locale } = props;
    let around = use_node_ref();
    let page = |&CardPage { id, title, short }: &CardPage| {
        let around = around.clone();
        let onclick = move |_: MouseEvent| focus_named(&around, id);
        html! {
            <button key={id} type="button" class="button" aria-label={title.get(*locale)} {onclick}>{ short.get(*locale) }</button>
        }
    };
    html! {
        <div class="customer__leaves" role="group" aria-label={words::CARD_PAGES.get(*locale)} ref={around.clone()}>
            { for pages.iter().map(page) }
        </div>
    }
}

/// The content below the results: the summary sentence a customer may hear, with the usual values or the chart it
/// refers to.
pub(super) fn summary(parts: &Parts<'_>) -> Html {
    let (spec, inputs, style) = (parts.calculator.spec(), parts.form.inputs(), parts.style());
    let sentence = html! {
        <>
            { for for_customer(parts.calculator, inputs, &parts.evaluations, &style, parts.form.allowed()).map(said) }
            { caveat(parts.wording().caveat.get(parts.locale())) }
        </>
    };
    match spec.card {
        Card::Against(Against { input, .. }) => {
            html! { <>{ for spec.field(input).map(|field| against(parts, field)) }{ sentence }</> }
        }
        _ => html! { <>{ sentence }{ picture(spec, inputs, &parts.evaluations, &style) }</> },
    }
}

/// One result for the usual values of a private input, each with a bar relative to the largest.
fn against(parts: &Parts<'_>, field: &Field) -> Html {
    let (style, locale) = (parts.style(), parts.locale());
    let (inputs, allowed) = (parts.form.inputs(), parts.form.allowed());
    let mut lines = lines(parts.calculator, inputs, allowed);
    let usual = lines.len();
    lines.extend(own_line(parts.calculator, inputs, allowed));
    let bars = bars(&lines);
    let shown = |line: &Evaluation| line.value.map(|value| (machine(value), figure(line.output, value, &style)));
    let letters = |line: &Evaluation| shown(line).map_or(0, |(_, text)| text.chars().count());
    let class = if lines.iter().any(|(_, line)| letters(line) > 13) { "against against--long" } else { "against" };
    let why = parts.stale().filter(|(_, is_told)| *is_told).map(|(why, _)| words::stale(why).get(locale));
    html! {
        <>
            <p class="against__title">{ for lines.first().map(|(_, first)| first.output.label.get(locale)) }</p>
            <dl {class}>
                { for lines.iter().zip(bars).enumerate().map(|(place, ((value, line), length))| html! {
                    <div class={classes!("against__line", (place >= usual).then_some("against__line--own"))} key={place}>
                        <dt>{ if place < usual { field.label.get(locale).to_owned() } else { words::ours(field.label, locale) } }{ " " }<span translate="no">{ field.quote(*value) }</span></dt>
                        <dd translate="no">
                            { match shown(line) {
                                Ok((exact, text)) => html! { <data value={exact}>{ text }</data> },
                                Err(reason) => html! { line.output.none(reason).get(locale) },
                            } }
                        </dd>
                        <svg class="against__bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect width={length.to_string()} height="10" />
                        </svg>
                    </div>
                }) }
            </dl>
            <p class="result__stale" role="status" translate="no">{ why }</p>
        </>
    }
}
