//! The link as a full-screen QR code, so that a whole room can scan it from a projector.

use abacus_core::qr;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::share::words;
use crate::shell::event::show_dialog;

/// The QR code for a link, over everything else on the page.
pub(super) fn qr_dialog(
    dialog: &NodeRef,
    title: &'static str,
    link: String,
    locale: Locale,
    on_close: &Callback<()>,
) -> Html {
    // The browser closes it first, which returns the focus to the button that opened it.
    let onclick = {
        let dialog = dialog.clone();
        move |_: MouseEvent| show_dialog(&dialog, false)
    };
    let onclose = on_close.reform(|_: Event| ());
    html! {
        <dialog class="qr" aria-labelledby="qr-title" ref={dialog} {onclose}>
            <p class="qr__title" id="qr-title">{ title }</p>
            { match qr::draw(&link) {
                Some(drawing) => html! {
                    <>
                        { code(&drawing, words::QR_OF.get(locale)) }
                        <p class="qr__hint">{ words::QR_HINT.get(locale) }</p>
                    </>
                },
                None => html! { <p class="qr__hint">{ words::QR_TOO_LONG.get(locale) }</p> },
            } }
            <p class="qr__link">{ link }</p>
            <button type="button" class="button qr__close" {onclick}>{ words::CLOSE.get(locale) }</button>
        </dialog>
    }
}

/// The QR code alone, where other text explains it.
pub(crate) fn qr_code(link: &str, locale: Locale) -> Option<Html> {
    Some(code(&qr::draw(link)?, words::QR_OF.get(locale)))
}

fn code(drawing: &qr::Drawing, label: &'static str) -> Html {
    let size = drawing.size;
    html! {
        <svg class="qr__code" role="img" aria-label={label} viewBox={format!("0 0 {size} {size}")}
            shape-rendering="crispEdges">
            <path class="qr__paper" d={format!("M0 0h{size}v{size}h-{size}z")} />
            <path class="qr__ink" d={drawing.path.clone()} />
        </svg>
    }
}
