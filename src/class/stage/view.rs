//! The component of the stage, and of the presenter's window, which follows the run of its stage.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_class::{Address, Command, Effect, Key, Lesson, LessonContext, LessonRef, Run, command};
use yew::prelude::*;

use crate::calculator::lesson_view::CalculatorCase;
use crate::class::calculators::{Calculators, LoadResult};
use crate::class::deal::DealRoom;
use crate::class::own::{FoundLesson, LessonError};
use crate::class::route::Route;
use crate::class::stage::absent::{Missing, absent, waiting};
use crate::class::stage::keys::on_key;
use crate::class::stage::live_lesson::LiveLesson;
use crate::class::stage::message::{SavedStage, StageMessage, written};
use crate::class::stage::presenter::presenter;
use crate::class::stage::scene::Scene;
use crate::class::stage::screen::{screen, sizes};
use crate::class::stage::unused::unused;
use crate::class::stage::{StageProps, words};
use crate::shell::chunk::{Loaded, NotLoaded};
use crate::shell::ports::Subscription;

pub enum Message {
    Do(Command),
    /// A key pressed in the presenter's window.
    Send {
        name: String,
        shift: bool,
    },
    Heard(String),
    /// The presenter's window checks again whether its stage is there.
    Ask,
    /// The clock advanced.
    Tick,
    Calculator(String, LoadResult),
    Deal(Result<DealRoom, NotLoaded>),
    Retry,
}

pub struct StageView {
    live: Rc<RefCell<LiveLesson>>,
    /// Why no lesson is shown.
    missing: Option<Missing>,
    channel: String,
    /// The state kept from before the reload, until the lesson is loaded.
    kept: Option<SavedStage>,
    calculators: Calculators,
    deal: Loaded<DealRoom>,
    /// In the presenter's window: the last message of the stage.
    heard: Option<String>,
    /// In the presenter's window: how often it has asked since the stage last answered.
    unanswered: u32,
    ask: Option<Subscription>,
    /// Whether the browser refused to open the presenter's window.
    is_refused: bool,
    /// Whether nothing has been done since the lesson was opened.
    is_new: bool,
    tick: Option<Subscription>,
    _subscriptions: [Subscription; 3],
}

impl Component for StageView {
    type Message = Message;
    type Properties = StageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let StageProps { session, presentation, chunks, presents, .. } = ctx.props();
        let (link, host) = (ctx.link(), &session.ports.host);
        let kept = presentation.saved().as_deref().and_then(SavedStage::read).filter(|_| presents.is_none());
        let channel = match (presents, &kept) {
            (Some(channel), _) => channel.to_string(),
            (None, Some(kept)) => kept.channel.clone(),
            (None, None) => host.fresh_id(),
        };
        let live = Rc::<RefCell<LiveLesson>>::default();
        let subscriptions = [
            host.on_key(on_key(ctx, &live)),
            presentation.on_message(&channel, link.callback(Message::Heard)),
            host.keep_awake(),
        ];
        let mut view = Self {
            live,
            missing: None,
            channel,
            kept,
            calculators: Calculators::default(),
            deal: chunks.deal.at_first(),
            heard: None,
            unanswered: 0,
            ask: None,
            is_refused: false,
            is_new: false,
            tick: None,
            _subscriptions: subscriptions,
        };
        match presents {
            Some(_) => view.poll(ctx),
            None => view.open(ctx),
        }
        view
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &StageProps) -> bool {
        let props = ctx.props();
        if props.visits != old.visits && props.presents.is_none() {
            self.kept = None;
            self.open(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Do(command) => self.perform(ctx, &command),
            Message::Send { name, shift } => self.send(ctx, &StageMessage::Key { name, shift }),
            Message::Heard(words) => return self.receive(ctx, &words),
            Message::Ask => {
                self.unanswered = self.unanswered.saturating_add(1);
                self.poll(ctx);
                return self.unanswered == MAX_UNANSWERED;
            }
            Message::Tick => self.tick = None,
            Message::Calculator(id, arrived) => {
                self.calculators.arrive(id, arrived);
                // The user's own lessons depend on their calculator.
                let waits = self.live.borrow().lesson.is_none();
                if waits {
                    self.open_again(ctx);
                }
            }
            Message::Deal(arrived) => self.deal = Loaded::of(arrived),
            Message::Retry if self.live.borrow().lesson.is_none() => self.open_again(ctx),
            Message::Retry => self.load(ctx),
        }
        self.wait(ctx);
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        let (session, live) = (&ctx.props().session, self.live.borrow());
        let lesson = live.lesson.as_ref().map(|(_, lesson)| lesson.title.get(session.locale));
        if let Some(title) = lesson {
            session.ports.host.announce(session.locale, &words::title(title, session.locale), false);
        }
        let sizes = sizes(live.run.size);
        drop(live);
        if ctx.props().presents.is_none() {
            ctx.props().presentation.fit(&sizes);
        }
        if is_first {
            self.wait(ctx);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let StageProps { session, presents, .. } = ctx.props();
        let live = self.live.borrow();
        let retry = ctx.link().callback(|_: MouseEvent| Message::Retry);
        let Some((_, lesson)) = &live.lesson else {
            return match &self.missing {
                Some(Missing::Calculator(id)) => {
                    let awaited = self.calculators.missing(id);
                    html! { <main class="content">{ for awaited.map(|found| found.placeholder("room", session.locale, &retry)) }</main> }
                }
                _ if presents.is_some() => waiting(session),
                Some(Missing::Lesson(why)) => absent(session, why),
                None => absent(session, &LessonError::Unknown),
            };
        };
        let find = |id: &str| self.calculators.find(id);
        let (class, run) = (LessonContext { lesson, find: &find }, &live.run);
        let Some(step) = class.step(run.step) else { return Html::default() };
        if let Some(missing) = lesson.setting(step).and_then(|setting| self.calculators.missing(&setting.calculator)) {
            return html! { <main class="content">{ missing.placeholder("room", session.locale, &retry) }</main> };
        }
        let case = class.calculator(run.step).zip(run.inputs(class, run.step)).zip(run.results(class, run.step));
        let case = case.map(|((calculator, inputs), evaluations)| CalculatorCase {
            calculator,
            inputs,
            evaluations,
            style: session.style,
        });
        let act = match presents {
            None => ctx.link().callback(Message::Do),
            // Its buttons act like those of a clicker.
            Some(_) => ctx.link().callback(|command| {
                let name = if command == Command::Back { "PageUp" } else { "PageDown" };
                Message::Send { name: name.to_owned(), shift: false }
            }),
        };
        let now = ctx.props().presentation.now();
        let scene = Scene { session, class, run, step, case, deal: &self.deal, act: &act, retry: &retry, now };
        if presents.is_some() {
            return presenter(&scene, self.unanswered >= MAX_UNANSWERED);
        }
        let refused =
            || html! { <p class="stage__notice" role="alert">{ words::presenter_refused(session.locale) }</p> };
        let unused = || if self.is_new { unused(&scene) } else { None };
        screen(&scene, if self.is_refused { refused() } else { unused().unwrap_or_default() })
    }
}

impl StageView {
    /// Opens the lesson of the address: where it was left, at the step of the address, or else at the beginning.
    fn open(&mut self, ctx: &Context<Self>) {
        let StageProps { fragment, presentation, .. } = ctx.props();
        let now = presentation.now();
        let address = Address::read(fragment);
        let begins = !fragment.contains("step=");
        let unknown = Missing::Lesson(LessonError::Unknown);
        let found = address.ok_or(unknown).and_then(|address| Ok((self.find(ctx, &address.lesson)?, address)));
        let mut live = self.live.borrow_mut();
        let (lesson, address) = match found {
            Ok(found) => found,
            Err(missing) => {
                *live = LiveLesson::default();
                self.missing = Some(missing);
                return;
            }
        };
        let name = written(&address.lesson);
        let was_open = live.lesson.as_ref().is_some_and(|(lesson_ref, _)| *lesson_ref == address.lesson);
        if let Some(kept) = self.kept.as_ref().filter(|kept| kept.lesson == name && !begins) {
            live.run = Run::from_text(&lesson, &kept.run);
        } else if begins || !was_open {
            live.run = Run::begin(&lesson, now);
        }
        // A step beyond the end means the last one.
        let step = address.step.min(lesson.steps.len().saturating_sub(1));
        live.lesson = Some((address.lesson, lesson));
        let is_there = live.run.step == step;
        drop(live);
        self.load(ctx);
        if is_there || begins {
            self.follow(ctx);
        } else {
            self.perform(ctx, &Command::Jump(step));
        }
        self.is_new |= !was_open;
    }

    /// The lesson with this name, if it is available; if it depends on a calculator, that is loaded.
    fn find(&mut self, ctx: &Context<Self>, lesson_ref: &LessonRef) -> Result<Rc<Lesson>, Missing> {
        let StageProps { session, chunks, .. } = ctx.props();
        let found = FoundLesson::find(lesson_ref, &*session.ports.store).map_err(Missing::Lesson)?;
        let id = found.needs().unwrap_or_default();
        if let Some(loading) = self.calculators.begin_one(chunks.calculator, id) {
            ctx.link().send_future(async move { Message::Calculator(id.to_owned(), loading.await) });
        }
        found.lesson(|id| self.calculators.find(id)).map(Rc::new).ok_or(Missing::Calculator(id))
    }

    /// Opens what was waiting for its calculator.
    fn open_again(&mut self, ctx: &Context<Self>) {
        match self.heard.clone() {
            Some(words) => drop(self.receive(ctx, &words)),
            None => self.open(ctx),
        }
    }

    /// Loads the calculators that the lesson uses, and the demo deal if it has one.
    fn load(&mut self, ctx: &Context<Self>) {
        let chunks = &ctx.props().chunks;
        let live = self.live.borrow();
        let Some((_, lesson)) = &live.lesson else { return };
        for (id, loading) in self.calculators.begin(chunks.calculator, lesson) {
            ctx.link().send_future(async move { Message::Calculator(id, loading.await) });
        }
        let has_deal = lesson.steps.iter().any(|step| matches!(step.kind, abacus_class::Kind::Deal { .. }));
        if has_deal && let Some(loading) = self.deal.begin(&chunks.deal) {
            ctx.link().send_future(async move { Message::Deal(loading.await) });
        }
    }

    fn perform(&mut self, ctx: &Context<Self>, command: &Command) {
        let StageProps { session, presentation, .. } = ctx.props();
        let effect = {
            let mut live = self.live.borrow_mut();
            let LiveLesson { lesson: Some((_, lesson)), run } = &mut *live else { return };
            let find = |id: &str| self.calculators.find(id);
            run.apply(LessonContext { lesson, find: &find }, command, presentation.now())
        };
        (self.is_refused, self.is_new) = (false, false);
        match effect {
            None => {}
            Some(Effect::FullScreen) => presentation.toggle_full_screen(),
            Some(Effect::Presenter) => self.is_refused = !presentation.open_presenter(&Route::presenter(&self.channel)),
            Some(Effect::Leave) => {
                // The presenter's window stays connected to this tab, whatever lesson is given next.
                let (lesson, run) = Default::default();
                presentation.save(&SavedStage { channel: self.channel.clone(), lesson, run }.written());
                // A lesson from a link is in no list.
                let next = match &self.live.borrow().lesson {
                    Some((LessonRef::Linked(lesson), _)) => Route::keep(lesson),
                    _ => String::new(),
                };
                return session.ports.host.go_to_fragment(&next);
            }
        }
        self.follow(ctx);
    }

    /// Writes what is on the stage to the address, keeps it for a reload, and sends it to the presenter's window.
    fn follow(&self, ctx: &Context<Self>) {
        let StageProps { session, presentation, .. } = ctx.props();
        let live = self.live.borrow();
        let Some((lesson_ref, _)) = &live.lesson else { return };
        let address = Address { lesson: lesson_ref.clone(), step: live.run.step };
        session.ports.host.replace_fragment(&address.to_string(), None);
        let (lesson, run) = (written(lesson_ref), live.run.to_text());
        presentation.save(&SavedStage { channel: self.channel.clone(), lesson, run }.written());
        drop(live);
        self.send_run(ctx);
    }

    /// Sends what is on the stage to the presenter's window.
    fn send_run(&self, ctx: &Context<Self>) {
        let live = self.live.borrow();
        if let Some((lesson_ref, _)) = &live.lesson {
            self.send(ctx, &StageMessage::Run { lesson: written(lesson_ref), run: live.run.to_text() });
        }
    }

    /// Asks the stage whether it is there, and keeps asking.
    fn poll(&mut self, ctx: &Context<Self>) {
        self.send(ctx, &StageMessage::Hello);
        let then = ctx.link().callback(|()| Message::Ask);
        self.ask = Some(ctx.props().session.ports.host.after(POLL_MS, then));
    }

    fn send(&self, ctx: &Context<Self>, message: &StageMessage) {
        ctx.props().presentation.send(&self.channel, &message.written());
    }

    /// Returns whether a new render is needed.
    fn receive(&mut self, ctx: &Context<Self>, words: &str) -> bool {
        let is_presenter = ctx.props().presents.is_some();
        match (StageMessage::read(words), is_presenter) {
            (Some(StageMessage::Hello), false) => {
                self.send_run(ctx);
                return false;
            }
            (Some(StageMessage::Key { name, shift }), false) => {
                let command = {
                    let live = self.live.borrow();
                    let Some((_, lesson)) = &live.lesson else { return false };
                    command(Key { name: &name, shift, chord: false }, lesson, &live.run)
                };
                command.iter().for_each(|command| self.perform(ctx, command));
            }
            (Some(StageMessage::Run { lesson: name, run }), true) => {
                let was_silent = self.unanswered >= MAX_UNANSWERED;
                self.unanswered = 0;
                if self.heard.as_deref() == Some(words) && self.live.borrow().lesson.is_some() {
                    return was_silent;
                }
                self.heard = Some(words.to_owned());
                let Some(Address { lesson: lesson_ref, .. }) = Address::read(&name) else { return was_silent };
                let lesson = match self.find(ctx, &lesson_ref) {
                    Ok(lesson) => lesson,
                    Err(missing) => {
                        self.missing = Some(missing);
                        return true;
                    }
                };
                {
                    let mut live = self.live.borrow_mut();
                    live.run = Run::from_text(&lesson, &run);
                    live.lesson = Some((lesson_ref, lesson));
                }
                self.load(ctx);
            }
            _ => return false,
        }
        self.wait(ctx);
        true
    }

    /// Schedules a render for when the clock has advanced.
    fn wait(&mut self, ctx: &Context<Self>) {
        let live = self.live.borrow();
        let runs = live.run.clock.is_some_and(|clock| clock.since.is_some());
        let milliseconds = if runs { SECOND_MS } else { MINUTES_MS };
        if live.lesson.is_some() && (self.tick.is_none() || runs) {
            let then = ctx.link().callback(|()| Message::Tick);
            self.tick = Some(ctx.props().session.ports.host.after(milliseconds, then));
        }
    }
}

/// How often a running clock is updated, and one that shows minutes.
const SECOND_MS: u32 = 250;
const MINUTES_MS: u32 = 10_000;

/// How often the presenter's window asks, and after how many unanswered questions it reports that.
const POLL_MS: u32 = 2_000;
const MAX_UNANSWERED: u32 = 3;
