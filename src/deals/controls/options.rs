//! A group of options: a choice of one, or of any number.

use yew::prelude::*;

use crate::shell::event::checked;

#[derive(Clone, Debug, PartialEq)]
pub struct OptionItem {
    /// The code in markup and records. Must never change.
    pub code: &'static str,
    pub label: AttrValue,
}

#[derive(PartialEq, Properties)]
pub struct OptionsProps {
    pub name: AttrValue,
    pub legend: AttrValue,
    pub options: Vec<OptionItem>,
    pub chosen: Vec<&'static str>,
    #[prop_or_default]
    pub several: bool,
    /// The option at this index was chosen or cleared.
    pub on_choose: Callback<(usize, bool)>,
}

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
    // The first option carries the id, so that the group can take the focus.
    let id = (*index == 0).then(|| name.clone());
    html! {
        <label class="option">
            <input class="option__control" {id} type={kind} name={name.clone()} value={option.code} checked={*chosen} {onchange} />
            <span class="option__label">{ option.label.clone() }</span>
        </label>
    }
}
