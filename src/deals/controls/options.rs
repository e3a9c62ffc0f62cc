//! Choosing by tapping: one of several, or any of several.

use yew::prelude::*;

use crate::components::event::checked;

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionItem {
    /// The stable word.
    pub code: &'static str,
    /// What a person reads.
    pub label: AttrValue,
}

/// What the group needs.
#[derive(PartialEq, Properties)]
pub struct OptionsProps {
    /// The public name of the inputs.
    pub name: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// What can be chosen, in order.
    pub options: Vec<OptionItem>,
    /// The words of what is chosen.
    pub chosen: Vec<&'static str>,
    /// Whether more than one can be chosen.
    #[prop_or_default]
    pub several: bool,
    /// The option at this place is now chosen, or no longer.
    pub on_choose: Callback<(usize, bool)>,
}

/// A group of options.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let OptionsProps { name, legend, options, chosen, several, on_choose } = props;
    html! {
        <fieldset class="options">
            <legend class="field__label">{ legend }</legend>
            <div class="options__choices">
                { for options.iter().enumerate().map(|(index, option)| html! {
                    <OptionInput key={option.code} {index} name={name.clone()} option={option.clone()} several={*several}
                        chosen={chosen.contains(&option.code)} on_choose={on_choose.clone()} />
                }) }
            </div>
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct OptionInputProps {
    index: usize,
    name: AttrValue,
    option: OptionItem,
    chosen: bool,
    several: bool,
    on_choose: Callback<(usize, bool)>,
}

#[component]
fn OptionInput(props: &OptionInputProps) -> Html {
    let OptionInputProps { index, name, option, chosen, several, on_choose } = props;
    let onchange = use_callback((*index, on_choose.clone()), |event: Event, (index, on_choose)| {
        on_choose.emit((*index, checked(&event)));
    });
    let kind = if *several { "checkbox" } else { "radio" };
    html! {
        <label class="option">
            <input class="option__control" type={kind} name={name.clone()} value={option.code} checked={*chosen} {onchange} />
            <span class="option__label">{ option.label.clone() }</span>
        </label>
    }
}
