//! The results for professionals, and the picture of how they come about.

use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::components::result::figure;
use crate::components::waterfall::Waterfall;
use crate::text::form as words;

/// What the block needs.
#[derive(PartialEq, Properties)]
pub struct DetailsProps {
    /// Whose results.
    pub calculator: &'static dyn Calculator,
    /// The figures.
    pub inputs: Inputs,
    /// The results for professionals that are shown.
    pub evaluations: Vec<Evaluation>,
    /// All results, for the picture; none in front of a customer.
    pub chain: Vec<Evaluation>,
    /// How figures are shown.
    pub style: Style,
}

/// Results in detail.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let DetailsProps { calculator, inputs, evaluations, chain, style } = props;
    let locale = style.locale;
    html! {
        <>
            <Waterfall calculator={*calculator} inputs={inputs.clone()} evaluations={chain.clone()} style={*style} />
            <h3 class="section-title">{ words::DETAIL_RESULTS.get(locale) }</h3>
            <dl class="result__others result__others--details">
                { for evaluations.iter().map(|evaluation| html! {
                    <div class="result__other" key={evaluation.output.key}>
                        <dt>{ evaluation.output.label.get(locale) }</dt>
                        <dd>{ figure(evaluation, style) }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}
