//! The declared fields of a deal as inputs: those of one form section, in order.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::{DealField, FieldRef, Section, in_section};
use abacus_deals::{Deal, Edit};
use yew::prelude::*;

use crate::deals::controls::date_input::DateInput;
use crate::deals::controls::number_input::NumberInput;
use crate::deals::controls::text_input::TextInput;

/// The inputs of a section, except fields with components of their own. The first may take the focus.
pub(crate) fn inputs(
    section: Section,
    deal: &Deal,
    today: Date,
    locale: Locale,
    on_edit: &Callback<Edit>,
    focused: bool,
) -> Html {
    let fields: Vec<DealField> = in_section(section).collect();
    let is_half = |field: &DealField| field.meta().half;
    let first = fields.first().copied();
    let input = |field: &DealField| input(*field, deal, today, locale, on_edit, focused && first == Some(*field));
    let row = |row: &[DealField]| {
        let inputs = row.iter().map(input);
        if row.iter().all(is_half) {
            html! { <div class="deal-section__pair">{ for inputs }</div> }
        } else {
            inputs.collect()
        }
    };
    fields.chunk_by(|one, next| is_half(one) == is_half(next)).map(row).collect()
}

/// The input of a field; empty for a field with a component of its own.
fn input(field: DealField, deal: &Deal, today: Date, locale: Locale, on_edit: &Callback<Edit>, focused: bool) -> Html {
    let value = AttrValue::from(field.typed(deal).into_owned());
    match field {
        DealField::Text(field) => {
            html! { <TextInput field={FieldRef::Deal(field)} {value} {focused} {locale} {on_edit} /> }
        }
        DealField::Date(field) => {
            let field = FieldRef::Deal(field);
            let warning = field.warning(deal, today);
            html! { <DateInput {field} {value} {warning} {locale} {on_edit} /> }
        }
        DealField::Number(field) => {
            html! { <NumberInput field={FieldRef::Deal(field)} {value} currency={deal.currency} {locale} {on_edit} /> }
        }
        DealField::Stage(_) | DealField::End(_) | DealField::Currency(_) | DealField::Tags(_) => Html::default(),
    }
}
