//! The guide's part of the tracking form: who it is, and the three tests.

use abacus_core::deals::{Edit, Guide, GuideEdit, GuideTest};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::text_input::TextInput;
use crate::components::event::checked;
use crate::state::deal_form::TextField;
use crate::text::deal_form as words;

/// What the part needs.
#[derive(PartialEq, Properties)]
pub struct GuideFormProps {
    /// The guide.
    pub guide: Guide,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// The guide's part of the form.
#[component]
pub fn GuideForm(props: &GuideFormProps) -> Html {
    let GuideFormProps { guide, on_edit, .. } = props;
    let locale = props.locale;
    html! {
        <fieldset class="deal-section">
            <legend class="deal-section__title">{ words::GUIDE.get(locale) }</legend>
            <p class="field__hint">{ words::GUIDE_HINT.get(locale) }</p>
            <div class="deal-section__pair deal-section__pair--short">
                <TextInput field={TextField::GuideName} value={guide.name.clone()} {locale} {on_edit} />
                <TextInput field={TextField::GuideTitle} value={guide.title.clone()} {locale} {on_edit} />
            </div>
            <div class="deal-tests" role="group" aria-label={words::TESTS.get(locale)}>
                { for GuideTest::ALL.into_iter().map(|test| html! {
                    <Test key={code(test)} {test} passed={guide.passes(test)} {locale} {on_edit} />
                }) }
            </div>
            <p class="deal-verdict">{ words::guide_verdict(guide, locale) }</p>
        </fieldset>
    }
}

/// What a test needs.
#[derive(PartialEq, Properties)]
struct TestProps {
    /// Which test.
    test: GuideTest,
    /// Whether it is passed.
    passed: bool,
    /// The language.
    locale: Locale,
    /// The deal changed.
    on_edit: Callback<Edit>,
}

/// One of the three tests.
#[component]
fn Test(props: &TestProps) -> Html {
    let TestProps { test, passed, on_edit, .. } = props;
    let locale = props.locale;
    let onchange = use_callback((*test, on_edit.clone()), |event: Event, (test, on_edit)| {
        on_edit.emit(Edit::Guide(GuideEdit::Test(*test, checked(&event))));
    });
    html! {
        <label class="choice">
            <input class="choice__control" type="checkbox" name={format!("guide.{}", code(*test))} checked={*passed} {onchange} />
            <span>{ test.label().get(locale) }</span>
        </label>
    }
}

/// The test's field in the record.
const fn code(test: GuideTest) -> &'static str {
    match test {
        GuideTest::Credible => "credible",
        GuideTest::TrustsUs => "trusts_us",
        GuideTest::WantsUs => "wants_us",
    }
}
