//! The ends of a slider, for users whose figures have other magnitudes than those of the slide.

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

#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Field(FieldError),
    Order,
}

/// A rejected slider end: its text exactly as typed, and the reason.
#[derive(Clone, PartialEq)]
struct Refused {
    text: AttrValue,
    why: Wrong,
}

/// Two inputs, from and to, applied on blur or Enter.
#[component]
pub fn SliderEnds(props: &SliderEndsProps) -> Html {
    let SliderEndsProps { field, range, style, .. } = props;
    let (locale, currency) = (style.locale, style.currency);
    let refused = use_state_eq(|| [const { None::<Refused> }; 2]);
    let error_id = AttrValue::from(format!("{}-ends-error", field.key));
    let end = |is_low: bool, value: Decimal| {
        let (field, range, act, both) = (*field, *range, props.act.clone(), refused.clone());
        let name = words::slider_end(props.label.get(locale), is_low, locale);
        let [low, high] = &*refused;
        let kept = if is_low { low } else { high }.as_ref();
        let onchange = move |event: Event| {
            let text = entered(&event);
            let read = read(field, &text, currency, is_low).and_then(|value| {
                let (low, high) = if is_low { (value, range.high) } else { (range.low, value) };
                if low < high { Ok((low, high)) } else { Err(Wrong::Order) }
            });
            let now = read.err().map(|why| Refused { text: text.into(), why });
            let [low, high] = (*both).clone();
            both.set(if is_low { [now, high] } else { [low, now] });
            if let Some(slider) = read.ok().and_then(|(low, high)| between(field, low, high)) {
                act.emit(FormAction::Ends(vec![(field, slider)]));
            }
        };
        let text = kept.map_or_else(|| field.show(value).into(), |refused| refused.text.clone());
        html! {
            <input class="field__input ends__input" type="text" inputmode="decimal" autocomplete="off" enterkeyhint="next"
                aria-label={name} aria-invalid={kept.map(|_| "true")} aria-describedby={kept.map(|_| error_id.clone())}
                value={text} {onchange} />
        }
    };
    let why = refused.iter().flatten().next().map(|refused| refused.why);
    html! {
        <div class="ends" role="group" aria-label={props.label.get(locale)}>
            <span class="ends__label">{ props.label.get(locale) }</span>
            <span class="field__box ends__box">{ end(true, range.low) }</span>
            <span aria-hidden="true">{ "–" }</span>
            <span class="field__box ends__box">{ end(false, range.high) }</span>
            <span class="ends__unit">{ unit(field, style) }</span>
            <p class="field__error ends__error" id={error_id.clone()} role="alert" translate="no" hidden={why.is_none()}>
                { match why {
                    Some(Wrong::Field(error)) => field_error(&Field { label: props.label, ..**field }, error, locale),
                    Some(Wrong::Order) => words::ENDS_ORDER.get(locale).to_owned(),
                    None => String::new(),
                } }
            </p>
        </div>
    }
}

/// A slider may start at zero even if the field does not allow zero.
fn read(field: &Field, typed: &str, currency: Option<&Currency>, is_low: bool) -> Result<Decimal, Wrong> {
    match field.parse_in(typed, currency) {
        Err(FieldError::OutOfRange(value)) if is_low && value.is_zero() => Ok(value),
        read => read.map_err(Wrong::Field),
    }
}
