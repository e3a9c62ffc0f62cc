//! Whose deals, and of which month: links, so that a part of the book has an address.

use abacus_core::text::{Locale, Text};
use abacus_deals::view::{Month, Place, Rows, Scope, View, months, salespeople};
use yew::prelude::*;

use crate::deals::views::words;
use crate::deals::words as deal_words;

/// How many months are offered. The list of deals finds older ones by their days.
const MONTHS: usize = 12;

/// Empty where there is nothing to choose from.
pub(super) fn scope_links(view: View, rows: &Rows, scope: &Scope, locale: Locale) -> Html {
    let months = month_links(view, rows, scope, locale);
    html! { <div class="scopes">{ salesperson_links(view, rows, scope, locale) }{ months }</div> }
}

/// Whose deals alone, for what has no month.
pub(super) fn salesperson_links(view: View, rows: &Rows, scope: &Scope, locale: Locale) -> Html {
    let people = salespeople(rows);
    let everybody = Scope { salesperson: String::new(), ..scope.clone() };
    let of = |name: &String| (name.clone(), Scope { salesperson: name.clone(), ..scope.clone() });
    choices(view, words::SALESPERSON, words::EVERYBODY, everybody, people.iter().map(of), scope, locale)
}

fn month_links(view: View, rows: &Rows, scope: &Scope, locale: Locale) -> Html {
    let mut months = months(rows);
    months.truncate(MONTHS);
    let always = Scope { month: None, ..scope.clone() };
    let of = |month: Month| (deal_words::month(month, locale), Scope { month: Some(month), ..scope.clone() });
    choices(view, words::MONTH, words::ALWAYS, always, months.into_iter().map(of), scope, locale)
}

fn choices(
    view: View,
    title: Text,
    all: Text,
    everything: Scope,
    parts: impl ExactSizeIterator<Item = (String, Scope)>,
    chosen: &Scope,
    locale: Locale,
) -> Html {
    if parts.len() < 2 && everything == *chosen {
        return Html::default();
    }
    let link = |(label, scope): (String, Scope)| {
        let current = (scope == *chosen).then_some("true");
        let href = format!("#{}", Place::View(view, scope).fragment());
        html! { <a class="scopes__link" key={href.clone()} {href} aria-current={current} dir="auto">{ label }</a> }
    };
    let everything = (all.get(locale).to_owned(), everything);
    html! {
        <nav class="scopes__row" aria-label={title.get(locale)}>
            <span class="scopes__title" aria-hidden="true">{ title.get(locale) }</span>
            { for std::iter::once(everything).chain(parts).map(link) }
        </nav>
    }
}
