use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::keys::words;

/// The id of the list, for the buttons that open and close it.
pub(in crate::calculator) const ID: &str = "keys";

/// The list of shortcut keys; the browser opens and closes it, and restores the focus.
pub(in crate::calculator) fn keys_list(list: &NodeRef, locale: Locale) -> Html {
    html! {
        <dialog class="dialog" id={ID} popover="auto" ref={list} aria-labelledby="keys-title">
            <h2 class="dialog__title" id="keys-title">{ words::TITLE.get(locale) }</h2>
            <dl class="keys">
                { for words::KEYS.iter().map(|(key, meaning)| html! {
                    <div class="keys__line"><dt><kbd>{ *key }</kbd></dt><dd>{ meaning.get(locale) }</dd></div>
                }) }
            </dl>
            <button type="button" class="button" popovertarget={ID} popovertargetaction="hide" autofocus=true>
                { words::CLOSE.get(locale) }
            </button>
        </dialog>
    }
}
