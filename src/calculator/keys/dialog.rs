use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::keys::words;
use crate::shell::event::show_dialog;

#[derive(PartialEq, Properties)]
pub struct KeysProps {
    pub open: bool,
    pub locale: Locale,
    pub on_close: Callback<()>,
}

/// The dialog; the browser holds the focus inside and gives it back.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let KeysProps { open, locale, on_close } = props;
    let dialog = use_node_ref();
    use_effect_with((*open, dialog.clone()), |(open, dialog)| show_dialog(dialog, *open));
    let onclose = on_close.reform(|_: Event| ());
    let onclick = on_close.reform(|_: MouseEvent| ());
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby="keys-title" {onclose}>
            <h2 class="dialog__title" id="keys-title">{ words::TITLE.get(*locale) }</h2>
            <dl class="keys">
                { for words::KEYS.iter().map(|(key, meaning)| html! {
                    <div class="keys__line"><dt><kbd>{ *key }</kbd></dt><dd>{ meaning.get(*locale) }</dd></div>
                }) }
            </dl>
            <button type="button" class="button" {onclick}>{ words::CLOSE.get(*locale) }</button>
        </dialog>
    }
}
