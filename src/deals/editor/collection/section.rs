//! Collecting the money: the invoice, and what waiting for it has cost so far.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Currency, DateField, Deal, Edit, Invoice, NumberField, Stage, TextField};
use yew::prelude::*;

use crate::deals::controls::{DateInput, NumberInput, Section, TextInput};
use crate::deals::editor::collection::words;

#[derive(PartialEq, Properties)]
pub struct CollectionProps {
    pub invoice: Invoice,
    /// The currency of the deal.
    pub currency: Currency,
    /// What the fields show: number fields in the order of [`NUMBERS`], then the two days.
    pub shown: Vec<AttrValue>,
    /// Whether the deal is at this step.
    pub open: bool,
    /// The address of the calculator that computes the cost.
    pub calculator: AttrValue,
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

const NUMBERS: [NumberField; 3] = [NumberField::InvoiceAmount, NumberField::InvoiceMargin, NumberField::InvoiceRate];
const DAYS: [DateField; 2] = [DateField::InvoiceDue, DateField::InvoicePaid];

#[component]
pub fn Collection(props: &CollectionProps) -> Html {
    let CollectionProps { invoice, currency, shown, open, calculator, today, on_edit, .. } = props;
    let locale = props.locale;
    let waiting = invoice.waiting(*today);
    let cost = waiting.and_then(|waiting| words::cost(&waiting, invoice, currency, locale));
    let fragment = invoice.fragment(*today).unwrap_or_default();
    let value = |place: usize| shown.get(place).cloned().unwrap_or_default();
    let number = |place: usize, field: NumberField| {
        html! { <NumberInput {field} value={value(place)} currency={*currency} {locale} {on_edit} /> }
    };
    let day = |place: usize, field: DateField| html! { <DateInput {field} value={value(place)} {locale} {on_edit} /> };
    let [amount, margin, rate] = NUMBERS;
    let [due, paid] = DAYS;
    html! {
        <Section id="collection" title={words::COLLECTION.get(locale)} summary={words::summary(invoice, *today, locale)} open={*open}>
            <div class="deal-section__pair">
                <TextInput field={TextField::InvoiceNumber} value={invoice.number.clone()} {locale} {on_edit} />
                { number(0, amount) }
                { day(3, due) }
                { day(4, paid) }
                { number(1, margin) }
                { number(2, rate) }
            </div>
            <div role="status">
                { cost.map(|cost| html! { <p class="collection__cost">{ cost }</p> }) }
            </div>
            <p><a class="button" href={format!("{calculator}#{fragment}")}>{ words::OPEN_CALCULATOR.get(locale) }</a></p>
        </Section>
    }
}

pub(crate) fn collection(
    deal: &Deal,
    calculator: String,
    today: Date,
    locale: Locale,
    on_edit: &Callback<Edit>,
) -> Html {
    let numbers = NUMBERS.into_iter().map(|field| field.show(deal));
    let shown: Vec<AttrValue> =
        numbers.chain(DAYS.into_iter().map(|field| field.show(deal))).map(AttrValue::from).collect();
    html! {
        <Collection invoice={deal.invoice.clone()} currency={deal.currency} {shown} {calculator}
            open={deal.stage == Stage::Collect} {today} {locale} {on_edit} />
    }
}
