use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct FoldingSectionProps {
    /// Its id in the page, which its style sheet uses as well.
    pub id: AttrValue,
    pub title: AttrValue,
    /// The content in one line, shown while the section is folded.
    #[prop_or_default]
    pub summary: AttrValue,
    #[prop_or_default]
    pub open: bool,
    pub children: Html,
}

/// The browser keeps whether it is open, so that typing never folds it.
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
