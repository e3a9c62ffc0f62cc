//! The offline status in the footer of a page.

use std::rc::Rc;

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::event::focus;
use crate::shell::offline::{CacheStatus, InstallMethod, Offline, OfflineState, ReleaseNote, visits, words};
use crate::shell::session::PageSession;
use crate::shell::words::DISMISS;

/// The visit from which on the app offers to be installed.
const SECOND: u32 = 2;

/// The section, as a function for the table of its chunk.
pub fn view(session: &PageSession, port: &Rc<dyn Offline>) -> Html {
    html! { <View session={session.clone()} port={Port(port.clone())} /> }
}

#[derive(Clone)]
struct Port(Rc<dyn Offline>);

impl PartialEq for Port {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(PartialEq, Properties)]
struct ViewProps {
    session: PageSession,
    port: Port,
}

enum Message {
    Changed,
    Update,
    Install,
    Dismiss,
}

struct View {
    state: OfflineState,
    /// `None` until counted, and after the user declined.
    visits: Option<u32>,
    /// Whether an update was refused because something would have been lost.
    is_refused: bool,
    place: NodeRef,
}

impl Component for View {
    type Message = Message;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let port = &ctx.props().port.0;
        port.watch(ctx.link().callback(|()| Message::Changed));
        let mut view = Self { state: port.state(), visits: None, is_refused: false, place: NodeRef::default() };
        view.count(ctx);
        view
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let ViewProps { session, port } = ctx.props();
        match message {
            Message::Changed => {
                self.state = port.0.state();
                self.count(ctx);
            }
            Message::Update => self.is_refused = !port.0.update(),
            Message::Install => {
                port.0.install();
                self.leave();
            }
            Message::Dismiss => {
                let _for_this_visit = session.ports.settings.write(visits::KEY, visits::ENOUGH);
                self.leave();
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let session = &ctx.props().session;
        let said = words::status(&self.state.status).map(|text| session.text(text));
        let (status, news) = if let CacheStatus::New(_) = self.state.status { (None, said) } else { (said, None) };
        html! {
            <div class="offline" ref={self.place.clone()} tabindex="-1">
                <p>{ status }</p>
                // A live region for news only, which the status is not.
                <p role="status" translate="no">{ news }</p>
                if let CacheStatus::New(notes) = &self.state.status {
                    { self.newer(ctx, notes) }
                }
                if self.state.status == CacheStatus::Ready && self.visits >= Some(SECOND) {
                    { for self.state.install_method.map(|way| hint(ctx, way)) }
                }
            </div>
        }
    }
}

impl View {
    /// Counts this visit once the app is stored on the device: before that, there is nothing to install.
    fn count(&mut self, ctx: &Context<Self>) {
        if self.state.status != CacheStatus::Ready || self.visits.is_some() {
            return;
        }
        let settings = &ctx.props().session.ports.settings;
        if let Some((visits, text)) = visits::count(settings.read(visits::KEY).as_deref(), self.state.minute) {
            // If it cannot be stored, every visit counts as the first.
            self.visits = settings.write(visits::KEY, &text).then_some(visits);
        }
    }

    /// The hint disappears, and its button must not take the focus with it.
    fn leave(&mut self) {
        focus(&self.place);
        (self.state.install_method, self.visits) = (None, None);
    }

    fn newer(&self, ctx: &Context<Self>, notes: &[ReleaseNote]) -> Html {
        let session = &ctx.props().session;
        let line = |note: &ReleaseNote| match session.locale {
            Locale::Zh => note.zh.clone(),
            Locale::En => note.en.clone(),
        };
        html! {
            <>
                <ul class="offline__notes">{ for notes.iter().map(|note| html! { <li>{ line(note) }</li> }) }</ul>
                <button type="button" class="button" onclick={ctx.link().callback(|_| Message::Update)}>
                    { session.text(words::UPDATE) }
                </button>
                <p role="alert" translate="no">{ self.is_refused.then(|| session.text(words::UNFINISHED)) }</p>
            </>
        }
    }
}

fn hint(ctx: &Context<View>, way: InstallMethod) -> Html {
    let (session, link) = (&ctx.props().session, ctx.link());
    let (text, install) = match way {
        InstallMethod::Click => (words::BY_CLICK, true),
        InstallMethod::Menu => (words::BY_MENU, false),
    };
    html! {
        <p class="offline__hint">
            <span>{ session.text(text) }</span>
            if install {
                <button type="button" class="button" onclick={link.callback(|_| Message::Install)}>
                    { session.text(words::INSTALL) }
                </button>
            }
            <button type="button" class="button button--quiet" onclick={link.callback(|_| Message::Dismiss)}>
                { session.text(DISMISS) }
            </button>
        </p>
    }
}
