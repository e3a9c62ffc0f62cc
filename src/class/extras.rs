//! What stands beside the list of lessons: those of one's own, and paper.

use yew::prelude::*;

use crate::class::own::{OwnProps, OwnView};
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
    /// The chunk with these ports.
    pub fn new(ports: Ports) -> Self {
        Self { own: |props| html! { <OwnView ..props /> }, paper, ports }
    }
}

/// Lessons on paper.
pub fn paper(props: PaperProps) -> Html {
    html! { <PaperView ..props /> }
}
