//! The professional results, and the waterfall of their steps.

use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::components::result::figure;
use crate::components::waterfall::Waterfall;
use crate::text::form as words;

#[derive(PartialEq, Properties)]
pub struct DetailsProps {
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    /// The professional results to show.
    pub evaluations: Vec<Evaluation>,
    /// All results, for the waterfall; none for a customer.
    pub chain: Vec<Evaluation>,
    pub style: Style,
}

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
