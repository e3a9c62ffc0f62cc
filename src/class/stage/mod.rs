//! The stage of a lesson, alone on the screen, and the window of its presenter. Both follow one
//! [`Run`](abacus_class::Run): the stage owns it and broadcasts it after each change; the presenter's window sends
//! keys.

mod absent;
mod foot;
mod guesses;
mod keys;
mod kinds;
mod live_lesson;
mod message;
mod panels;
mod presenter;
mod scene;
mod screen;
mod table;
mod unused;
mod view;
mod words;

use std::rc::Rc;

use yew::prelude::*;

use crate::class::chunks::Chunks;
use crate::class::stage::view::StageView;
use crate::shell::ports::Ports;
use crate::shell::presentation::Presentation;
use crate::shell::session::Session;

/// The chunk, with the ports that only it uses.
#[derive(Clone)]
pub struct StageRoom {
    pub view: fn(StageProps) -> Html,
    pub ports: Ports,
    pub presentation: Rc<dyn Presentation>,
}

#[derive(Clone, Properties)]
pub struct StageProps {
    pub session: Session,
    pub presentation: Rc<dyn Presentation>,
    pub chunks: Chunks,
    /// The lesson and the step, as in the address.
    pub fragment: AttrValue,
    /// How often the address was changed from outside.
    pub visits: u32,
    /// In the presenter's window: the channel of the stage.
    pub presents: Option<AttrValue>,
}

// Ports never change.
impl PartialEq for StageProps {
    fn eq(&self, other: &Self) -> bool {
        self.session == other.session
            && (&self.fragment, self.visits, &self.presents) == (&other.fragment, other.visits, &other.presents)
    }
}

/// A stage, or the presenter's window.
pub fn stage(props: StageProps) -> Html {
    // The presenter's window is reused, but another stage has another channel.
    let key = props.presents.as_deref().unwrap_or_default().to_owned();
    html! { <StageView {key} ..props /> }
}
