//! People of the same customer from other deals. A tap adds one to this deal.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::Person;
use yew::prelude::*;

use crate::deals::people::words;

/// How many are offered.
const MAX: usize = 8;

#[derive(PartialEq, Properties)]
pub(crate) struct ColleaguesProps {
    pub(crate) people: Rc<Vec<Person>>,
    pub(crate) locale: Locale,
    pub(crate) on_choose: Callback<Person>,
}

#[component]
pub(crate) fn Colleagues(props: &ColleaguesProps) -> Html {
    let ColleaguesProps { people, locale, on_choose } = props;
    if people.is_empty() {
        return Html::default();
    }
    let colleague = |person: &Person| {
        let (person, on_choose) = (person.clone(), on_choose.clone());
        let label = words::colleague(&person);
        let onclick = move |_: MouseEvent| on_choose.emit(person.clone());
        html! { <button key={label.clone()} type="button" class="button" dir="auto" {onclick}>{ label }</button> }
    };
    html! {
        <div class="people__colleagues" role="group" aria-labelledby="colleagues">
            <p class="field__label" id="colleagues">{ words::COLLEAGUES.get(*locale) }</p>
            <div class="options__choices" translate="no">{ for people.iter().take(MAX).map(colleague) }</div>
        </div>
    }
}
