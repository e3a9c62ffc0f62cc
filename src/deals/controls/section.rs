//! A part of the deal page that sums itself up in one line and unfolds.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct SectionProps {
    /// Its id in the page, also the name of its part of the styles.
    pub id: AttrValue,
    pub title: AttrValue,
    /// What is in it, in one line; shown while it is folded.
    #[prop_or_default]
    pub summary: AttrValue,
    /// Whether it is unfolded at first.
    #[prop_or_default]
    pub open: bool,
    pub children: Html,
}

/// A section that folds. Whether it is unfolded is the browser's to remember, so that typing never folds it.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let SectionProps { id, title, summary, open, children } = props;
    let open = *use_state(|| *open);
    html! {
        <details class="deal-section" id={id.clone()} {open}>
            <summary class="deal-section__head">
                <h2 class="deal-section__title">{ title }</h2>
                if !summary.is_empty() {
                    <span class="deal-section__summary">{ summary }</span>
                }
            </summary>
            <div class="deal-section__body">{ children.clone() }</div>
        </details>
    }
}
