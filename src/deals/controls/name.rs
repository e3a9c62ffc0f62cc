//! The name of a deal, which breaks between customer and deal before it breaks within either.

use abacus_core::text::Locale;
use abacus_deals::Deal;
use yew::prelude::*;

use crate::deals::words;

pub fn name(deal: &Deal, locale: Locale) -> Html {
    let parts = words::name_parts(deal, locale);
    let last = parts.len().saturating_sub(1);
    let part = |(index, part): (usize, &&str)| {
        let separator = if index < last { " ·" } else { "" };
        html! { <><span class="deal-name__part"><bdi>{ part }</bdi>{ separator }</span>{ " " }</> }
    };
    parts.iter().enumerate().map(part).collect()
}
