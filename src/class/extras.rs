//! What stands beside the list of lessons: those of one's own, and paper.

use yew::prelude::*;

use crate::class::own::{Making, OwnProps, OwnView};
use crate::class::paper::PaperView;
pub use crate::class::paper::{Asked, PaperProps};
use crate::shell::ports::Ports;

/// The chunk, with the ports that only it uses.
#[derive(Clone)]
pub struct Extras {
    pub own: fn(OwnProps) -> Html,
    pub paper: fn(PaperProps) -> Html,
    pub ports: Ports,
}

impl Extras {
    pub fn new(ports: Ports) -> Self {
        Self { own, paper, ports }
    }
}

/// Lessons of one's own, or the form for one of them. Another lesson is another form.
fn own(props: OwnProps) -> Html {
    let key = props.making.as_ref().map(Making::key).unwrap_or_default();
    html! { <OwnView {key} ..props /> }
}

pub fn paper(props: PaperProps) -> Html {
    html! { <PaperView ..props /> }
}
