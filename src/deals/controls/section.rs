use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FoldingSectionProps {
    /// The id in the page, which the style sheet uses as well.
    pub id: AttrValue,
    pub title: AttrValue,
    /// A one-line summary, shown while the section is folded.
    #[prop_or_default]
    pub summary: AttrValue,
    #[prop_or_default]
    pub open: bool,
    pub children: Html,
}

/// The browser keeps the open state, so that typing never folds the section.
#[component]
pub fn FoldingSection(props: &FoldingSectionProps) -> Html {
    let FoldingSectionProps { id, title, summary, open, children } = props;
    let open = *use_state(|| *open);
    html! {
        <details class="deal-section" id={id.clone()} {open}>
            <summary class="deal-section__head">
                <h2 class="deal-section__title">{ title }</h2>
                if !summary.is_empty() {
                    <span class="deal-section__summary" translate="no" dir="auto">{ summary }</span>
                }
            </summary>
            <div class="deal-section__body">{ children.clone() }</div>
        </details>
    }
}
