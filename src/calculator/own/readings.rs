//! The headline under each known margin, because practitioners disagree on which one counts.

use abacus_core::calculator::usual_figures::{KEY, Reading, readings as known};
use yew::prelude::*;

use crate::calculator::extras::ExtrasProps;
use crate::calculator::own::words;

/// The line below the results; empty unless there are two readings.
pub fn readings(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, .. } = props;
    let stored = session.ports.store.read(KEY).ok().flatten().unwrap_or_default();
    let known = known(*calculator, form.inputs(), &stored);
    let reading = |reading: &Reading| {
        let (output, locale) = (reading.headline.output, session.locale);
        let value = match reading.headline.value {
            Ok(value) => output.quote(value, &session.style),
            Err(reason) => output.none(reason).get(locale).to_owned(),
        };
        let (option, figure) = (session.text(reading.option.label), reading.field.quote(reading.value));
        words::reading(option, &figure, &value, locale)
    };
    let said: Vec<_> = known.iter().map(reading).collect();
    let Some(first) = known.first() else { return Html::default() };
    let line = words::both(session.text(first.headline.output.label), &said, session.locale);
    html! { <p class="own__readings" translate="no" key={line.clone()}>{ line }</p> }
}
