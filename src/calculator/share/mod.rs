//! Sharing a result: link, QR code, share sheet, sentence, workbook, CSV, paper. The same for every
//! calculator.

mod content;
mod notice;
pub(super) mod qr;
pub(super) mod words;

use abacus_core::calculator::audience::Allowed;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::page::Page;
use abacus_core::sheet::TableAxes;
use abacus_core::text::Text;
use abacus_deals::view::take_fragment;
use yew::prelude::*;

use crate::calculator::form::Stale;
use crate::calculator::share::content::SharedContent;
use crate::calculator::share::notice::{Notice, Notices};
use crate::calculator::share::qr::{qr_code, qr_dialog};
use crate::shell::event::{select_all, show_dialog};
use crate::shell::session::Session;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Page,
    /// An exercise sheet with what is given and asked, and blanks for the answers.
    Practice,
    /// The same sheet with the answers filled in.
    Answers,
}

#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    pub session: Session,
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    pub evaluations: Vec<Evaluation>,
    /// The fragment of the link: all figures, or those that a customer may see.
    pub fragment: AttrValue,
    /// The what-if table as currently shown on the page.
    pub axes: TableAxes,
    /// Why the figures do not match what is typed, if so; nothing is shared then.
    pub stale: Option<Stale>,
    #[prop_or_default]
    pub on_print: Callback<Paper>,
    /// In front of a customer, the strip at the bottom: only the link is offered, and what a customer may hear.
    #[prop_or_default]
    pub strip: Option<Strip>,
    /// What the customer may also see this time.
    #[prop_or_default]
    pub allowed: Allowed,
}

/// The elements around the QR code at the bottom.
#[derive(Clone, PartialEq)]
pub struct Strip {
    /// The links to the pages of the card.
    pub pages: Html,
    /// The exit.
    pub lock: Html,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let notices = use_reducer(Notices::default);
    let shows_qr = use_state_eq(|| false);
    // A notice about figures disappears when they change.
    use_effect_with((props.fragment.clone(), props.session.locale, props.stale), {
        let dispatcher = notices.dispatcher();
        move |_| dispatcher.dispatch(None)
    });

    let (by_hand, dialog) = (use_node_ref(), use_node_ref());
    use_effect_with((notices.count(), by_hand.clone()), |(_, by_hand)| select_all(by_hand));
    use_effect_with((*shows_qr, dialog.clone()), |(shown, dialog)| show_dialog(dialog, *shown));

    let session = &props.session;
    let tell = {
        let dispatcher = notices.dispatcher();
        Callback::from(move |notice: Notice| dispatcher.dispatch(Some(notice)))
    };
    let content = SharedContent::new(props.clone(), tell);
    let button = |label: Text, act: fn(&SharedContent)| {
        let content = content.clone();
        html! { <button type="button" class="button" onclick={move |_| content.unless_stale(act)}>{ session.text(label) }</button> }
    };
    let show_qr = {
        let (shows_qr, content) = (shows_qr.setter(), content.clone());
        move |_: MouseEvent| content.unless_stale(|content| content.with_link(|_, _| shows_qr.set(true)))
    };
    let qr = |label: Text| {
        html! {
            <button type="button" class="button" aria-haspopup="dialog" aria-label={session.text(words::QR)} onclick={show_qr.clone()}>
                { session.text(label) }
            </button>
        }
    };
    let for_customer = props.strip.is_some();
    let notices = notices.view(&by_hand, session.locale);
    let (in_section, in_strip) = if for_customer { (Html::default(), notices) } else { (notices, Html::default()) };
    let strip = props.strip.as_ref().map(|Strip { pages, lock }| {
        html! {
            <div class="customer__strip">
                { in_strip }
                { pages.clone() }
                { qr(words::QR_SHORT) }
                { lock.clone() }
            </div>
        }
    });
    let hide_qr = use_callback(shows_qr.setter(), |(), shows_qr| shows_qr.set(false));
    let section = html! {
        <section class="share" aria-labelledby="share-title">
            <h2 class="section-title" id="share-title">{ session.text(words::TITLE) }</h2>
            <div class="share__actions">
                { button(words::COPY_LINK, SharedContent::copy_link) }
                if !for_customer { { qr(words::QR) } }
                if session.ports.outbox.can_share() { { button(words::SHARE, SharedContent::share) } }
                if !for_customer {
                    { button(words::COPY_SENTENCE, SharedContent::copy_sentence) }
                    { button(words::WORKBOOK, SharedContent::save_workbook) }
                    { button(words::CSV, SharedContent::save_csv) }
                    { button(words::PRINT, |content| content.print(Paper::Page)) }
                    { button(words::PRACTICE, |content| content.print(Paper::Practice)) }
                    { button(words::ANSWERS, |content| content.print(Paper::Answers)) }
                    if props.stale.is_none() {
                        <a class="button" href={to_a_deal(props)}>{ session.text(words::TO_A_DEAL) }</a>
                        <a class="button" href={to_a_lesson(props)}>{ session.text(words::TO_A_LESSON) }</a>
                    }
                }
            </div>
            if for_customer && props.stale.is_none() {
                <div class="share__code">{ content.link().and_then(|link| qr_code(&link, session.locale)) }</div>
            }
            { in_section }
            if let Some(link) = content.link().filter(|_| *shows_qr) {
                { qr_dialog(&dialog, session.text(props.calculator.spec().title), link, session.locale, &hide_qr) }
            }
        </section>
    };
    html! { <>{ section }{ strip }</> }
}

/// The class page that makes a lesson of these values.
fn to_a_lesson(props: &ShareProps) -> String {
    let spec = props.calculator.spec();
    let values = share::encode(spec, &props.inputs, None, Reader::Colleague);
    let mark = if values.is_empty() { "" } else { "&" };
    format!("{}#make={}{mark}{values}", props.session.link_to(Page::Class), spec.id)
}

/// The page of the deal book that asks which deal this result belongs to.
fn to_a_deal(props: &ShareProps) -> String {
    let spec = props.calculator.spec();
    // The unknown is included with the value that was found.
    let inputs = share::encode(spec, &props.inputs, None, Reader::Colleague);
    format!("{}#{}", props.session.link_to(Page::Deals), take_fragment(spec.id, &inputs))
}
