//! The choice of a salesperson and a month. Each scope of the book has an address: a few are links, more are a select.

use abacus_core::text::Text;
use abacus_deals::view::{BookLocation, Month, Rows, Scope, View, has_unassigned, months, salespeople};
use yew::prelude::*;

use crate::deals::views::scope_list::ScopeList;
use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::session::Session;

/// How many links fit one line of a phone.
const FEW: usize = 4;
/// The key of the deals without a salesperson. No real name is blank.
const NOBODY: &str = " ";

/// A scope to choose.
#[derive(Clone, PartialEq)]
pub(super) struct ScopeOption {
    /// What distinguishes it from the others; empty for the whole book.
    pub(super) key: String,
    pub(super) label: String,
    pub(super) scope: Scope,
}

/// The context of the choice.
pub(super) struct ScopeContext<'a> {
    pub(super) session: &'a Session,
    pub(super) view: View,
    /// Goes to a place without a new history entry.
    pub(super) replace: &'a Callback<BookLocation>,
}

/// Empty if there is nothing to choose from.
pub(super) fn scope_choices(context: &ScopeContext<'_>, rows: &Rows, scope: &Scope) -> Html {
    let months = month_choice(context, rows, scope);
    let count = rows.iter().filter(|row| scope.includes(&row.deal)).count();
    html! {
        <>
            <div class="scopes">{ salesperson_choice(context, rows, scope) }{ months }</div>
            // Announced, because a choice changes everything below while the focus stays.
            <p class="visually-hidden" role="status" translate="no">{ deal_words::count(count, context.session.locale) }</p>
        </>
    }
}

/// The choice of a salesperson only, for content without a month.
pub(super) fn salesperson_choice(context: &ScopeContext<'_>, rows: &Rows, scope: &Scope) -> Html {
    let of = |name: &str, label: &str| ScopeOption {
        key: name.to_owned(),
        label: label.to_owned(),
        scope: scope.of_salesperson(name),
    };
    let nobody = || {
        let label = context.session.text(deal_words::NO_SALESPERSON).to_owned();
        ScopeOption { key: NOBODY.to_owned(), label, scope: scope.of_nobody() }
    };
    let known = salespeople(rows);
    let parts = known.iter().map(|name| of(name, name)).chain(has_unassigned(rows).then(nobody)).collect();
    // The name in an address may be spelt differently.
    let asked = known.iter().find(|name| scope.names(name)).unwrap_or(&scope.salesperson);
    let asked = if scope.unassigned { Some(nobody()) } else { (!asked.is_empty()).then(|| of(asked, asked)) };
    choice(context, words::SALESPERSON, of("", context.session.text(words::EVERYBODY)), parts, asked)
}

fn month_choice(context: &ScopeContext<'_>, rows: &Rows, scope: &Scope) -> Html {
    let session = context.session;
    let of = |month: Month| {
        let scope = Scope { month: Some(month), ..scope.clone() };
        ScopeOption { key: month.to_string(), label: deal_words::month(month, session.locale), scope }
    };
    let parts = months(rows).into_iter().map(of).collect();
    let scope_of_all = Scope { month: None, ..scope.clone() };
    let all = ScopeOption { key: String::new(), label: session.text(words::ALWAYS).to_owned(), scope: scope_of_all };
    choice(context, words::MONTH, all, parts, scope.month.map(of))
}

/// `asked` is the scope in the address; the book may have nothing in it.
fn choice(
    context: &ScopeContext<'_>,
    title: Text,
    all: ScopeOption,
    parts: Vec<ScopeOption>,
    asked: Option<ScopeOption>,
) -> Html {
    if parts.len() < 2 && asked.is_none() {
        return Html::default();
    }
    let missing = asked.clone().filter(|asked| parts.iter().all(|part| part.key != asked.key));
    let chosen = asked.map(|asked| asked.key).unwrap_or_default();
    let parts: Vec<ScopeOption> = std::iter::once(all).chain(missing).chain(parts).collect();
    if parts.len() <= FEW {
        links(context, title, parts, &chosen)
    } else {
        let ScopeContext { session, view, replace } = *context;
        html! {
            <ScopeList session={session.clone()} {view} title={session.text(title)} {parts} {chosen} replace={replace.clone()} />
        }
    }
}

fn links(
    ScopeContext { session, view, .. }: &ScopeContext<'_>,
    title: Text,
    parts: Vec<ScopeOption>,
    chosen: &str,
) -> Html {
    let link = |ScopeOption { key, label, scope }: ScopeOption| {
        let current = (key == chosen).then_some("true");
        let href = format!("#{}", BookLocation::View(*view, scope).fragment());
        html! { <a class="scopes__link" {key} {href} aria-current={current} dir="auto">{ label }</a> }
    };
    html! {
        <nav class="scopes__row" aria-label={session.text(title)}>
            <span class="scopes__title" aria-hidden="true">{ session.text(title) }</span>
            { for parts.into_iter().map(link) }
        </nav>
    }
}
