//! The stage of a deal: six beads on a rod, the passed ones at the bar; at the first stage, whether it is still a
//! target customer; and how the deal ended.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::{self, Section};
use abacus_deals::{Deal, Edit, End, FunnelStage, Stage};
use yew::prelude::*;

use crate::deals::controls::{OptionItem, Options, inputs};
use crate::deals::editor::words;
use crate::shell::event::checked;

/// The id of the current step.
pub(crate) const NOW: &str = "stage-now";

#[derive(PartialEq, Properties)]
pub struct StageRodProps {
    pub stage: Stage,
    pub is_target: bool,
    pub end: Option<End>,
    /// The [part](Deal::only) of the deal about a lost deal.
    pub lost: Deal,
    /// The date recorded for a change.
    pub today: Date,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn StageRod(props: &StageRodProps) -> Html {
    let StageRodProps { stage, is_target, end, lost, on_edit, .. } = props;
    let (today, locale) = (props.today, props.locale);
    let on_end = use_callback((on_edit.clone(), today), |(index, _): (usize, bool), (on_edit, today)| {
        on_edit.emit(Edit::End(index.checked_sub(1).and_then(|index| End::ALL.get(index)).copied(), *today));
    });
    let on_target = use_callback((on_edit.clone(), today), |event: Event, (on_edit, today)| {
        on_edit.emit(Edit::Target(checked(&event), *today));
    });
    let going_on = OptionItem { code: "open", label: words::IS_OPEN.get(locale).into() };
    let ends = End::ALL.into_iter().map(|end| OptionItem { code: end.code(), label: end.label().get(locale).into() });
    html! {
        <div class="stage">
            <fieldset class="stage__rod">
                <legend class="field__label">{ fields::STAGE.meta.label.get(locale) }</legend>
                <div class="stage__beads">
                    { for Stage::ALL.into_iter().map(|step| html! {
                        <StageBead key={step.code()} {step} is_now={step == *stage} is_done={step < *stage || *end == Some(End::Paid)}
                            {today} {locale} {on_edit} />
                    }) }
                </div>
            </fieldset>
            <div class="stage__target">
                if *stage == Stage::Analyse && end.is_none() {
                    <label class="option">
                        <input class="option__control" type="checkbox" name="target" checked={*is_target} onchange={on_target} />
                        <span class="option__label">{ words::IS_TARGET.get(locale) }</span>
                    </label>
                }
            </div>
            <Options name="end" legend={fields::END.meta.label.get(locale)} options={std::iter::once(going_on).chain(ends).collect::<Vec<_>>()}
                chosen={vec![end.map_or("open", End::code)]} on_choose={on_end} />
            if *end == Some(End::Lost) {
                { inputs(Section::Lost, lost, today, locale, on_edit, false) }
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct StageBeadProps {
    step: Stage,
    is_now: bool,
    is_done: bool,
    today: Date,
    locale: Locale,
    on_edit: Callback<Edit>,
}

#[component]
fn StageBead(props: &StageBeadProps) -> Html {
    let StageBeadProps { step, is_now, is_done, today, locale, on_edit } = props;
    let onchange = use_callback((*step, *today, on_edit.clone()), |_: Event, (step, today, on_edit)| {
        on_edit.emit(Edit::Stage(*step, *today));
    });
    html! {
        <label class={classes!("stage__step", is_done.then_some("stage__step--done"))}>
            <input class="stage__control" id={is_now.then_some(NOW)} type="radio" name="stage" value={step.code()} checked={*is_now} {onchange} />
            <span class="stage__label">{ step.label().get(*locale) }</span>
        </label>
    }
}

pub(crate) fn stage(deal: &Deal, today: Date, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    html! {
        <StageRod stage={deal.stage} is_target={FunnelStage::of(deal) == FunnelStage::Target} end={deal.end} lost={deal.only(Section::Lost)} {today} {locale} {on_edit} />
    }
}
