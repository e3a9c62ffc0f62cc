//! The additional menu items of a calculator's page: currency, decimals, the list of shortcut keys.

mod words;

use abacus_core::number::format::{CURRENCIES, Currency, Style};
use yew::prelude::*;

use crate::calculator::keys;
use crate::shell::event::chosen;
use crate::shell::session::Session;
use crate::shell::styles::MAX_DECIMALS;

/// `own` is the link to the user's own values.
pub(super) fn settings(session: &Session, own: Html) -> Html {
    let (style, locale, set_style) = (session.style, session.locale, &session.set_style);
    let on_currency =
        set_style.reform(move |event: Event| Style { currency: Currency::find(&chosen(&event)), ..style });
    let on_decimals = set_style.reform(move |event: Event| Style { decimals: chosen(&event).parse().ok(), ..style });
    html! {
        <div class="settings">
            { own }
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
                    { for (0..=MAX_DECIMALS).map(|decimals| html! {
                        <option value={decimals.to_string()} selected={style.decimals == Some(decimals)}>{ decimals }</option>
                    }) }
                </select>
            </label>
            <button type="button" class="button" aria-keyshortcuts="?" popovertarget={keys::ID}>{ keys::TITLE.get(locale) }</button>
        </div>
    }
}
