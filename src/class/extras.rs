//! The content beside the list of lessons: the user's own lessons, and paper.

use yew::prelude::*;

use crate::class::own::{EditorMode, OwnProps, OwnView};
use crate::class::paper::PaperView;
pub use crate::class::paper::{PaperProps, PrintJob};
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

/// The user's own lessons, or the form for one of them. The key gives each lesson a form of its own.
fn own(props: OwnProps) -> Html {
    let key = props.mode.as_ref().map(EditorMode::key).unwrap_or_default();
    html! { <OwnView {key} ..props /> }
}

pub fn paper(props: PaperProps) -> Html {
    html! { <PaperView ..props /> }
}
