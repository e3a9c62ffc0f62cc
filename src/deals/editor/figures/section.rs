use abacus_core::calculator::share;
use abacus_core::calculators::find;
use abacus_core::number::format::{Style, machine};
use abacus_core::text::Locale;
use abacus_deals::{Deal, Edit, Snapshot};
use yew::prelude::*;

use crate::deals::controls::FoldingSection;
use crate::deals::editor::figures::words;

#[derive(PartialEq, Properties)]
pub struct FiguresProps {
    pub snapshots: Vec<Snapshot>,
    /// The addresses of the calculators, by their ids.
    pub calculators: Vec<(&'static str, AttrValue)>,
    pub style: Style,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let FiguresProps { snapshots, calculators, style, on_edit } = props;
    let locale = style.locale;
    let address = |tool: &str| calculators.iter().find(|(known, _)| *known == tool).map(|(_, address)| address);
    let item = |snapshot: &Snapshot| {
        let title = find(&snapshot.tool).map(|calculator| calculator.spec().title.get(locale));
        let on_remove = {
            let id = snapshot.id.clone();
            on_edit.reform(move |_: MouseEvent| Edit::RemoveSnapshot(id.clone()))
        };
        html! {
            <li class="figures__item" translate="no" key={snapshot.id.clone()}>
                <h3 class="figures__title">{ title.map_or_else(|| snapshot.tool.clone(), str::to_owned) }</h3>
                <p class="field__hint">{ words::noted(snapshot, locale) }</p>
                { figures(snapshot, style) }
                if snapshot.has_changed() {
                    <p class="field__error">{ words::CHANGED.get(locale) }</p>
                }
                <p class="deal-actions">
                    if let Some(address) = address(&snapshot.tool) {
                        <a class="button" href={format!("{address}#{}", snapshot.inputs)}>{ words::OPEN.get(locale) }</a>
                    }
                    <button type="button" class="button button--quiet" onclick={on_remove}>{ words::REMOVE.get(locale) }</button>
                </p>
            </li>
        }
    };
    html! {
        <FoldingSection id="figures" title={words::FIGURES.get(locale)} summary={words::summary(snapshots.len(), locale)}>
            <p class="field__hint">{ words::HOW.get(locale) }</p>
            <ul class="figures">{ for snapshots.iter().map(item) }</ul>
            <ul class="figures__tools" aria-label={words::TOOLS.get(locale)}>
                { for calculators.iter().filter_map(|(tool, address)| Some((find(tool)?.spec().title.get(locale), address))).map(|(title, address)| html! {
                    <li key={title}><a class="button" href={address}>{ title }</a></li>
                }) }
            </ul>
        </FoldingSection>
    }
}

/// Inputs and results of one snapshot, computed by the current version of the calculator.
pub fn figures(snapshot: &Snapshot, style: &Style) -> Html {
    let Some(calculator) = find(&snapshot.tool) else { return Html::default() };
    let locale = style.locale;
    let spec = calculator.spec();
    let inputs = share::decode(spec, &snapshot.inputs).inputs;
    let given = spec.fields.iter().filter_map(|field| Some((field, inputs.get(field.key)?)));
    let given = given
        .filter(|(field, value)| field.part == abacus_core::calculator::field::Part::Slide || *value != field.default);
    let given: Vec<String> = given
        .map(|(field, value)| format!("{} {}", spec.label(field, &inputs).get(locale), field.quote(value)))
        .collect();
    let outcomes = snapshot.outcomes();
    html! {
        <>
            <p class="figures__inputs">{ given.join(words::and(locale)) }</p>
            <dl class="figures__results">
                { for outcomes.iter().filter(|outcome| outcome.output.part == abacus_core::calculator::field::Part::Slide).map(|outcome| html! {
                    <div class="figures__result" key={outcome.output.key}>
                        <dt>{ outcome.output.label.get(locale) }</dt>
                        <dd>{ match outcome.value {
                            Ok(value) => html! { <data value={machine(value)}>{ outcome.output.quote(value, style) }</data> },
                            Err(undefined) => html! { undefined.words().get(locale) },
                        } }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

pub(crate) fn figures_section(
    deal: &Deal,
    calculators: Vec<(&'static str, AttrValue)>,
    style: Style,
    on_edit: &Callback<Edit>,
) -> Html {
    html! { <Figures snapshots={deal.snapshots.clone()} {calculators} {style} {on_edit} /> }
}

pub(crate) fn removed(snapshot: &Snapshot, locale: Locale) -> String {
    let title = find(&snapshot.tool).map_or(snapshot.tool.as_str(), |calculator| calculator.spec().title.get(locale));
    words::removed(title, locale)
}
