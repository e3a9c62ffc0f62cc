//! The component of the class: the list in its frame, or the stage alone.

use std::rc::Rc;

use abacus_class::Lesson;
use abacus_class::paper::Sheet;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::class::chunks::Chunks;
use crate::class::extras::Extras;
use crate::class::list::{OnPrint, list};
use crate::class::own::{EditorMode, OwnProps};
use crate::class::paper::{PaperProps, PrintJob};
use crate::class::route::Route;
use crate::class::stage::{StageProps, StageRoom};
use crate::shell::chunk::{Loaded, NotLoaded};
use crate::shell::ports::{PagePorts, Subscription};
use crate::shell::state::{Change, SessionState};

#[derive(PartialEq, Properties)]
pub struct ClassViewProps {
    pub page: Page,
    /// The initial language.
    pub locale: Locale,
    pub ports: PagePorts,
    pub chunks: Chunks,
}

pub enum Message {
    Session(Change),
    AddressChanged,
    Load,
    Extras(Result<Extras, NotLoaded>),
    Stage(Result<StageRoom, NotLoaded>),
    Print(Sheet, Vec<Rc<Lesson>>),
    /// The print dialog has closed.
    Printed,
}

impl From<Change> for Message {
    fn from(change: Change) -> Self {
        Self::Session(change)
    }
}

pub struct ClassView {
    state: SessionState,
    fragment: AttrValue,
    /// How often the address was changed from outside.
    visits: u32,
    extras: Loaded<Extras>,
    stage: Loaded<StageRoom>,
    paper: Option<PrintJob>,
    on_print: OnPrint,
    /// How often something was printed.
    times: u32,
    _on_fragment: Subscription,
}

impl Component for ClassView {
    type Message = Message;
    type Properties = ClassViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ClassViewProps { page, locale, ports, chunks } = ctx.props();
        Self {
            state: SessionState::open(*page, *locale, ports, &chunks.offline, ctx.link()),
            fragment: ports.window.fragment().into(),
            visits: 0,
            extras: chunks.extras.at_first(),
            stage: chunks.stage.at_first(),
            paper: None,
            on_print: ctx.link().callback(|(sheet, lessons)| Message::Print(sheet, lessons)),
            times: 0,
            _on_fragment: ports.window.on_fragment(ctx.link().callback(|()| Message::AddressChanged)),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Session(change) => self.state.update(change),
            Message::AddressChanged => {
                self.fragment = ctx.props().ports.window.fragment().into();
                self.visits = self.visits.wrapping_add(1);
                // The lesson had changed the page title.
                self.state.announce_anew();
            }
            Message::Load => {
                let loading = self.stage.begin(&ctx.props().chunks.stage);
                let is_begun = loading.is_some();
                if let Some(loading) = loading {
                    ctx.link().send_future(async move { Message::Stage(loading.await) });
                }
                // An opened lesson waits only for the stage.
                let waits = matches!(Route::of(&self.fragment), Route::Stage | Route::Presenter(_)) && is_begun;
                return (!waits && self.load_extras(ctx)) || is_begun;
            }
            Message::Extras(arrived) => self.extras = Loaded::of(arrived),
            Message::Stage(arrived) => {
                self.stage = Loaded::of(arrived);
                self.load_extras(ctx);
            }
            Message::Print(sheet, lessons) => {
                self.times = self.times.wrapping_add(1);
                self.paper = Some(PrintJob { sheet, lessons, times: self.times });
                ctx.link().send_message(Message::Load);
            }
            Message::Printed => self.paper = None,
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        self.state.announce();
        // A lesson may be given offline, so everything it needs is loaded in advance.
        if is_first {
            ctx.link().send_message(Message::Load);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let session = &self.state.session;
        let stage = |presents: Option<String>| match &self.stage {
            Loaded::Here(room) => (room.view)(StageProps {
                session: session.with(room.ports.clone()),
                presentation: room.presentation.clone(),
                chunks: ctx.props().chunks.clone(),
                fragment: self.fragment.clone(),
                visits: self.visits,
                presents: presents.map(AttrValue::from),
            }),
            waiting => {
                let retry = ctx.link().callback(|_: MouseEvent| Message::Load);
                html! { <main class="content">{ waiting.placeholder("room", session.locale, &retry) }</main> }
            }
        };
        match Route::of(&self.fragment) {
            Route::List => {
                let paper = self.paper.as_ref().map(|job| self.paper(ctx, job));
                self.state.frame(Html::default(), list(session, &self.on_print, self.own(ctx, None), paper))
            }
            Route::Make(values) => {
                self.state.frame(Html::default(), self.own(ctx, Some(EditorMode::New(values.into()))))
            }
            Route::Keep(lesson) => {
                self.state.frame(Html::default(), self.own(ctx, Some(EditorMode::Linked(lesson.into()))))
            }
            Route::Change(id) => self.state.frame(Html::default(), self.own(ctx, Some(EditorMode::Change(id.into())))),
            Route::Stage => stage(None),
            Route::Presenter(channel) => stage(Some(channel)),
        }
    }
}

impl ClassView {
    /// Starts loading the chunk of the list, unless that has started.
    fn load_extras(&mut self, ctx: &Context<Self>) -> bool {
        let loading = self.extras.begin(&ctx.props().chunks.extras);
        let is_begun = loading.is_some();
        if let Some(loading) = loading {
            ctx.link().send_future(async move { Message::Extras(loading.await) });
        }
        is_begun
    }

    /// The user's own lessons, or the form that creates one.
    fn own(&self, ctx: &Context<Self>, mode: Option<EditorMode>) -> Html {
        let session = &self.state.session;
        match &self.extras {
            Loaded::Here(room) => (room.own)(OwnProps {
                session: session.with(room.ports.clone()),
                calculator: ctx.props().chunks.calculator,
                mode,
                on_print: self.on_print.clone(),
            }),
            waiting => {
                let retry = ctx.link().callback(|_: MouseEvent| Message::Load);
                waiting.placeholder("own", session.locale, &retry)
            }
        }
    }

    fn paper(&self, ctx: &Context<Self>, job: &PrintJob) -> Html {
        let session = &self.state.session;
        match &self.extras {
            Loaded::Here(room) => (room.paper)(PaperProps {
                session: session.with(room.ports.clone()),
                calculator: ctx.props().chunks.calculator,
                job: job.clone(),
                done: ctx.link().callback(|()| Message::Printed),
            }),
            waiting => {
                let retry = ctx.link().callback(|_: MouseEvent| Message::Load);
                waiting.placeholder("paper", session.locale, &retry)
            }
        }
    }
}
