//! Whose deals, and of which month. Each part of the book has an address: a few are links, more are a list that opens.

use abacus_core::text::Text;
use abacus_deals::view::{Month, Place, Rows, Scope, View, months, salespeople};
use yew::prelude::*;

use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::event;
use crate::shell::session::Session;

/// How many links fit one line of a phone.
const FEW: usize = 4;

/// A part of the book, and how it is called.
type Part = (String, Scope);

/// Empty where there is nothing to choose from.
pub(super) fn scope_choices(session: &Session, view: View, rows: &Rows, scope: &Scope) -> Html {
    let months = month_choice(session, view, rows, scope);
    html! { <div class="scopes">{ salesperson_choice(session, view, rows, scope) }{ months }</div> }
}

/// Whose deals alone, for what has no month.
pub(super) fn salesperson_choice(session: &Session, view: View, rows: &Rows, scope: &Scope) -> Html {
    let of = |name: &String| (name.clone(), Scope { salesperson: name.clone(), ..scope.clone() });
    let parts = salespeople(rows).iter().map(of).collect();
    let asked = (!scope.salesperson.is_empty()).then(|| of(&scope.salesperson));
    let all = Scope { salesperson: String::new(), ..scope.clone() };
    choice(session, view, words::SALESPERSON, (session.say(words::EVERYBODY).to_owned(), all), parts, asked)
}

fn month_choice(session: &Session, view: View, rows: &Rows, scope: &Scope) -> Html {
    let of = |month: Month| (deal_words::month(month, session.locale), Scope { month: Some(month), ..scope.clone() });
    let parts = months(rows).into_iter().map(of).collect();
    let all = Scope { month: None, ..scope.clone() };
    choice(session, view, words::MONTH, (session.say(words::ALWAYS).to_owned(), all), parts, scope.month.map(of))
}

/// `asked` is the part that the address names; the book may have nothing of it.
fn choice(session: &Session, view: View, title: Text, all: Part, parts: Vec<Part>, asked: Option<Part>) -> Html {
    if parts.len() < 2 && asked.is_none() {
        return Html::default();
    }
    let missing = asked.clone().filter(|asked| parts.iter().all(|(_, part)| *part != asked.1));
    let chosen = asked.unwrap_or_else(|| all.clone()).1;
    let parts: Vec<Part> = std::iter::once(all).chain(missing).chain(parts).collect();
    if parts.len() <= FEW {
        links(session, view, title, parts, &chosen)
    } else {
        list(session, view, title, parts, &chosen)
    }
}

fn links(session: &Session, view: View, title: Text, parts: Vec<Part>, chosen: &Scope) -> Html {
    let link = |(label, scope): Part| {
        let current = (scope == *chosen).then_some("true");
        let href = format!("#{}", Place::View(view, scope).fragment());
        html! { <a class="scopes__link" key={label.clone()} {href} aria-current={current} dir="auto">{ label }</a> }
    };
    html! {
        <nav class="scopes__row" aria-label={session.say(title)}>
            <span class="scopes__title" aria-hidden="true">{ session.say(title) }</span>
            { for parts.into_iter().map(link) }
        </nav>
    }
}

fn list(session: &Session, view: View, title: Text, parts: Vec<Part>, chosen: &Scope) -> Html {
    let option = |(label, scope): Part| {
        let selected = scope == *chosen;
        let value = Place::View(view, scope).fragment();
        html! { <option key={label.clone()} {value} {selected}>{ label }</option> }
    };
    let host = session.ports.host.clone();
    let onchange = Callback::from(move |event: Event| host.go_to_fragment(&event::chosen(&event)));
    html! {
        <label class="scopes__row">
            <span class="scopes__title">{ session.say(title) }</span>
            <select class="filters__select scopes__select" translate="no" {onchange}>{ for parts.into_iter().map(option) }</select>
        </label>
    }
}
