//! The ends of a slider, for users whose figures have other magnitudes than the slide's.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, FieldError, Slider};
use abacus_core::calculator::sliders::between;
use abacus_core::number::format::{Currency, Style};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::words;
use crate::shell::event::entered;
use crate::shell::field_errors::field_error;
use crate::shell::unit::unit;

#[derive(PartialEq, Properties)]
pub struct SliderEndsProps {
    pub field: &'static Field,
    pub label: Text,
    pub range: Slider,
    pub style: Style,
    pub act: Callback<FormAction>,
}

/// Why an end is not accepted.
#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Field(FieldError),
    Order,
}

/// Two inputs, from and to, which apply when one is left or Enter is pressed.
#[component]
pub fn SliderEnds(props: &SliderEndsProps) -> Html {
    let SliderEndsProps { field, range, style, .. } = props;
    let (locale, currency) = (style.locale, style.currency);
    let wrong = use_state_eq(|| None::<Wrong>);
    let end = |is_low: bool, value: Decimal| {
        let (field, range, act, wrong) = (*field, *range, props.act.clone(), wrong.setter());
        let name = words::slider_end(props.label.get(locale), is_low, locale);
        let onchange = move |event: Event| {
            let read = read(field, &entered(&event), currency, is_low).and_then(|value| {
                let (low, high) = if is_low { (value, range.high) } else { (range.low, value) };
                if low < high { Ok((low, high)) } else { Err(Wrong::Order) }
            });
            wrong.set(read.err());
            if let Some(slider) = read.ok().and_then(|(low, high)| between(field, low, high)) {
                act.emit(FormAction::Ends(vec![(field, slider)]));
            }
        };
        html! {
            <input class="field__input ends__input" type="text" inputmode="decimal" autocomplete="off" aria-label={name}
                value={field.show(value)} {onchange} />
        }
    };
    html! {
        <div class="ends" role="group" aria-label={props.label.get(locale)}>
            <span class="ends__label">{ props.label.get(locale) }</span>
            <span class="field__box ends__box">{ end(true, range.low) }</span>
            <span aria-hidden="true">{ "–" }</span>
            <span class="field__box ends__box">{ end(false, range.high) }</span>
            <span class="ends__unit">{ unit(field, style) }</span>
            <p class="field__error ends__error" role="alert" translate="no" hidden={wrong.is_none()}>
                { match *wrong {
                    Some(Wrong::Field(error)) => field_error(&Field { label: props.label, ..**field }, error, locale),
                    Some(Wrong::Order) => words::ENDS_ORDER.get(locale).to_owned(),
                    None => String::new(),
                } }
            </p>
        </div>
    }
}

/// A slider may begin at zero even if the field does not allow zero.
fn read(field: &Field, typed: &str, currency: Option<&Currency>, is_low: bool) -> Result<Decimal, Wrong> {
    match field.parse_in(typed, currency) {
        Err(FieldError::OutOfRange(value)) if is_low && value.is_zero() => Ok(value),
        read => read.map_err(Wrong::Field),
    }
}
