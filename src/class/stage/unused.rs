//! Notes which values of a lesson were not used: the trainer would otherwise show other figures than their own.

use abacus_core::calculator::share::{Linked, decode};
use yew::prelude::*;

use crate::class::stage::scene::Scene;
use crate::shell::link_problems::notice;

pub(super) fn unused(scene: &Scene<'_>) -> Option<Html> {
    let setting = scene.class.lesson.setting(scene.step)?;
    let spec = (scene.class.find)(&setting.calculator)?.spec();
    let Linked { inputs, problems, .. } = decode(spec, &setting.values);
    let notice = || html! { <div role="alert">{ notice(spec, &inputs, &problems, scene.session.locale) }</div> };
    (!problems.is_empty()).then(notice)
}
