use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Deal, Edit, Stage, fields};
use yew::prelude::*;

use crate::deals::controls::{FoldingSection, inputs};
use crate::deals::editor::collection::words;

#[derive(PartialEq, Properties)]
pub struct CollectionProps {
    /// The [part](Deal::only) of the deal that is shown.
    pub deal: Deal,
    /// Whether the deal is at this stage.
    pub open: bool,
    /// The address of the calculator that computes the cost.
    pub calculator: AttrValue,
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn Collection(props: &CollectionProps) -> Html {
    let CollectionProps { deal, open, calculator, today, on_edit, .. } = props;
    let (locale, invoice) = (props.locale, &deal.invoice);
    let cost = invoice.late_payment_cost(*today);
    let cost = cost.and_then(|cost| words::cost(&cost, invoice, &deal.currency, locale));
    let fragment = invoice.fragment(*today).unwrap_or_default();
    html! {
        <FoldingSection id="collection" title={words::COLLECTION.get(locale)} summary={words::summary(invoice, *today, locale)} open={*open}>
            { inputs(fields::Section::Invoice, deal, *today, locale, on_edit, false) }
            <div role="status" translate="no">
                { cost.map(|cost| html! { <p class="collection__cost">{ cost }</p> }) }
            </div>
            <p><a class="button" href={format!("{calculator}#{fragment}")}>{ words::OPEN_CALCULATOR.get(locale) }</a></p>
        </FoldingSection>
    }
}

pub(crate) fn collection(
    deal: &Deal,
    calculator: String,
    today: Date,
    locale: Locale,
    on_edit: &Callback<Edit>,
) -> Html {
    html! {
        <Collection deal={deal.only(fields::Section::Invoice)} {calculator} open={deal.stage == Stage::Collect} {today}
            {locale} {on_edit} />
    }
}
