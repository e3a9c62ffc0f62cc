//! The list before the first deal: the 1+2+1 pattern explained, and how to begin.

use abacus_core::text::Locale;
use abacus_deals::{Bead, Coverage, Role};
use yew::prelude::*;

use crate::deals::controls::Beads;
use crate::deals::list::words;
use crate::deals::paper::PRINT_BLANK;
use crate::deals::words as deal_words;

/// A rod with the complete pattern: one, two of four, one.
const EXAMPLE: Coverage = Coverage {
    guide: Bead::Covered,
    climate: [
        (Role::Purchaser, Bead::Open),
        (Role::User, Bead::Covered),
        (Role::Gatekeeper, Bead::Open),
        (Role::DecisionMaker, Bead::Covered),
    ],
    salesperson: Bead::Covered,
};

#[derive(PartialEq, Properties)]
pub struct EmptyListProps {
    pub demo: AttrValue,
    pub locale: Locale,
    /// The user wants to print the blank form.
    pub on_blank: Callback<MouseEvent>,
    pub on_restore: Callback<MouseEvent>,
}

#[component]
pub fn EmptyList(props: &EmptyListProps) -> Html {
    let EmptyListProps { demo, on_blank, on_restore, .. } = props;
    let locale = props.locale;
    html! {
        <section class="deals__empty card" aria-labelledby="empty-title">
            <h2 class="section-title" id="empty-title">{ words::EMPTY.get(locale) }</h2>
            <p class="deal-actions">
                <a class="button" href={demo}>{ deal_words::DEMO.get(locale) }</a>
                <button type="button" class="button" onclick={on_restore}>{ words::RESTORE_BACKUP.get(locale) }</button>
                <button type="button" class="button button--quiet" onclick={on_blank}>{ PRINT_BLANK.get(locale) }</button>
            </p>
            <div class="deals__example" aria-hidden="true"><Beads coverage={EXAMPLE} {locale} /></div>
            <p>{ words::PATTERN.get(locale) }</p>
            <dl class="start">
                { for words::PARTS.iter().map(|(term, meaning)| html! {
                    <div class="start__part" key={term.en}>
                        <dt class="start__term">{ term.get(locale) }</dt>
                        <dd>{ meaning.get(locale) }</dd>
                    </div>
                }) }
            </dl>
            <p>{ words::THEN.get(locale) }</p>
        </section>
    }
}
