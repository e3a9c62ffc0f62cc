//! The embed code builder: choices, a preview in frames of this site, which are also used to measure the heights, and
//! the code.

pub mod appearance;
mod choices;
mod code;
mod preview;
pub mod state;
mod words;

use std::rc::Rc;

use abacus_core::page::BUILDER_TITLE;
use abacus_core::text::Locale;
use abacus_embed::host::FrameMessage;
use abacus_embed::snippet::{Kind, Snippet};
use abacus_embed::{Part, Value};
use yew::prelude::*;

use crate::builder::appearance::PROPERTIES;
use crate::builder::choices::choices;
use crate::builder::code::Codes;
use crate::builder::preview::{id, place_of, preview};
use crate::builder::state::{Access, Choice, Found, State};
use crate::shell::event::{checked, closest_attribute, entered_or_chosen, show_selected, typed};
use crate::shell::frames::Frames;
use crate::shell::outbox::Outbox;
use crate::shell::ports::Subscription;
use crate::shell::session::PageSession;

#[derive(Clone)]
pub struct BuilderPorts {
    pub frames: Rc<dyn Frames>,
    pub outbox: Rc<dyn Outbox>,
}

#[derive(Properties)]
pub struct BuilderPageProps {
    pub session: PageSession,
    pub ports: BuilderPorts,
}

/// The ports never change.
impl PartialEq for BuilderPageProps {
    fn eq(&self, other: &Self) -> bool {
        self.session == other.session
    }
}

pub enum Message {
    /// The page has rendered, and the preview can load.
    Begin,
    Choice(Choice),
    Came(String, Value),
    /// No frame has reported a new height for a while.
    Settled,
    /// Another fragment was entered.
    Fragment,
    Copy(Kind),
    Copied(Kind, bool),
}

pub struct BuilderPage {
    state: State,
    has_begun: bool,
    /// Which code was copied last, and whether that worked.
    copied: Option<(Kind, bool)>,
    choices: NodeRef,
    subscriptions: Vec<Subscription>,
    /// The timer until the heights count as settled.
    settling: Option<Subscription>,
}

/// A frame may load in parts, each changing its height.
const SETTLED_MS: u32 = 1_200;

impl Component for BuilderPage {
    type Message = Message;
    type Properties = BuilderPageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let state = State::open(&ctx.props().session.ports.window.fragment());
        let (copied, subscriptions, settling) = (None, Vec::new(), None);
        Self { state, has_begun: false, copied, choices: NodeRef::default(), subscriptions, settling }
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        if is_first {
            ctx.link().send_message(Message::Begin);
        }
        show_selected(&self.choices);
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let BuilderPageProps { session, ports } = ctx.props();
        let window = &session.ports.window;
        let posts = match message {
            Message::Begin => {
                let came = ctx.link().callback(|(id, message)| Message::Came(id, message));
                let changed = ctx.link().callback(|()| Message::Fragment);
                self.subscriptions = vec![ports.frames.on_message(came), window.on_fragment(changed)];
                self.has_begun = true;
                return true;
            }
            Message::Fragment => {
                self.state = self.state.reopen(&window.fragment());
                return true;
            }
            Message::Settled => {
                self.state.settle();
                return true;
            }
            Message::Copy(kind) => {
                let copied = ctx.link().callback(move |done| Message::Copied(kind, done));
                if let Some(code) = self.with_snippet(ctx, |snippet| snippet.code(kind)) {
                    ports.outbox.copy(&code, copied);
                }
                return false;
            }
            Message::Copied(kind, done) => {
                self.copied = Some((kind, done));
                return true;
            }
            Message::Came(id, message) => {
                let received = place_of(&id, self.state.round).zip(FrameMessage::read(&message, self.state.tool.id));
                let Some((place, received)) = received else { return false };
                self.state.choose(Choice::Received(place, received))
            }
            Message::Choice(choice) => self.state.choose(choice),
        };
        for (place, message) in posts {
            ports.frames.post(&id(place, self.state.round), &message);
        }
        if !self.state.is_settled() {
            self.settling = Some(window.after(SETTLED_MS, ctx.link().callback(|()| Message::Settled)));
        }
        self.copied = None;
        window.replace_fragment(&self.state.fragment(), None);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let session = &ctx.props().session;
        let locale = session.locale;
        let link = ctx.link();
        let shown = link.callback(|place| Message::Choice(Choice::Width(place)));
        let site = self.site(ctx);
        let codes = Codes {
            of: &|kind| self.with_snippet(ctx, |snippet| (snippet.code(kind), snippet.policy(kind))),
            has_failed: self.state.has_failed,
            copied: self.copied,
            copy: link.callback(Message::Copy),
        };
        html! {
            <article class="builder">
                <header>
                    <h1>{ session.text(BUILDER_TITLE) }</h1>
                    <p class="lead">{ session.text(words::LEAD) }</p>
                </header>
                <div class="builder__columns">
                    { choices(&self.choices, &self.state, locale, link.batch_callback(chosen), link.batch_callback(typing)) }
                    <div class="builder__outcome">
                        { preview(&self.state, &site, self.has_begun, locale, &shown) }
                        { code::section(&codes, locale) }
                    </div>
                </div>
            </article>
        }
    }
}

impl BuilderPage {
    /// The absolute address of the root of this site.
    fn site(&self, ctx: &Context<Self>) -> String {
        let BuilderPageProps { session, ports } = ctx.props();
        ports.outbox.public(&session.page.root()).unwrap_or_default()
    }

    fn with_snippet<T>(&self, ctx: &Context<Self>, make: impl FnOnce(&Snippet<'_>) -> T) -> Option<T> {
        let Found { address, frame_values, heights } = self.state.found()?;
        let own = ctx.props().session.locale;
        let title = self.state.tool.title.get(self.state.locale().unwrap_or(own));
        let site = self.site(ctx);
        Some(make(&Snippet { site: &site, address: &address, title, frame_values, heights: &heights, locale: own }))
    }
}

/// Input that is still being typed or pasted.
fn typing(event: InputEvent) -> Option<Message> {
    let (name, text) = (closest_attribute(&event, "name")?, typed(&event));
    let choice = match name.as_str() {
        "link" => Choice::Link(text, false),
        key if PROPERTIES.contains(&key) => Choice::Typing(name, text),
        _ => return None,
    };
    Some(Message::Choice(choice))
}

/// A committed choice, by the name of the control.
fn chosen(event: Event) -> Option<Message> {
    let (name, text) = (closest_attribute(&event, "name")?, entered_or_chosen(&event));
    let yes = || checked(&event);
    let choice = match name.as_str() {
        "tool" => Choice::Tool(text),
        "link" => Choice::Link(text, true),
        "lang" => Choice::Lang(Locale::from_tag(&text)),
        "part" => Choice::Part(Part::from_code(&text)?, yes()),
        "customer" => Choice::Customer(yes()),
        "guess" => Choice::Guess(yes()),
        "access" => {
            let access = match text.as_str() {
                "lock" => Access::Locked,
                "hide" => Access::Hidden,
                _ => Access::Open,
            };
            Choice::Access(closest_attribute(&event, "data-key")?, access)
        }
        _ => Choice::Appearance(name, text),
    };
    Some(Message::Choice(choice))
}
