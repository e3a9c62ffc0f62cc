//! How figures are shown: currency and decimals; and the way to the list of keys.

mod words;

use abacus_core::number::format::{CURRENCIES, Currency, Style};
use yew::prelude::*;

use crate::calculator::keys;
use crate::shell::event::chosen;
use crate::shell::styles::MOST_DECIMALS;

#[derive(PartialEq, Properties)]
pub struct SettingsProps {
    pub style: Style,
    pub set_style: Callback<Style>,
    pub on_keys: Callback<()>,
}

#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let SettingsProps { style, set_style, on_keys } = props;
    let (style, locale) = (*style, style.locale);
    let on_currency =
        set_style.reform(move |event: Event| Style { currency: Currency::find(&chosen(&event)), ..style });
    let on_decimals = set_style.reform(move |event: Event| Style { decimals: chosen(&event).parse().ok(), ..style });
    let onclick = on_keys.reform(|_: MouseEvent| ());
    html! {
        <div class="settings">
            <label class="settings__label">
                { words::CURRENCY.get(locale) }
                <select class="settings__choice" onchange={on_currency}>
                    <option value="" selected={style.currency.is_none()}>{ words::NO_CURRENCY.get(locale) }</option>
                    { for CURRENCIES.iter().map(|currency| html! {
                        <option value={currency.code} selected={style.currency == Some(currency)}>
                            { format!("{} {}", currency.name.get(locale), currency.code) }
                        </option>
                    }) }
                </select>
            </label>
            <label class="settings__label">
                { words::DECIMALS.get(locale) }
                <select class="settings__choice" onchange={on_decimals}>
                    <option value="auto" selected={style.decimals.is_none()}>{ words::AUTO.get(locale) }</option>
                    { for (0..=MOST_DECIMALS).map(|decimals| html! {
                        <option value={decimals.to_string()} selected={style.decimals == Some(decimals)}>{ decimals }</option>
                    }) }
                </select>
            </label>
            <button type="button" class="button settings__keys" aria-keyshortcuts="?" {onclick}>{ keys::TITLE.get(locale) }</button>
        </div>
    }
}
