//! The component of a calculator: its state and its updates.

use std::rc::Rc;

use abacus_core::calculator::audience::has_card;
use abacus_core::calculator::working::Working as Step;
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::message::Initiator;
use yew::prelude::*;

use crate::calculator::address::Address;
use crate::calculator::chunks::{ChunkName, Chunks, LoadedChunks, begin};
use crate::calculator::detail::Detail;
use crate::calculator::events::Events;
use crate::calculator::extras::Extras;
use crate::calculator::field::put;
use crate::calculator::form::{Form, FormAction};
use crate::calculator::frame::{Frame, FrameEvent, Framed};
use crate::calculator::layouts::{PAGE, PageLayout, WIDGET, card, page, widget};
use crate::calculator::parts::{Parts, Prerendered, shown};
use crate::calculator::problems::Problems;
use crate::calculator::solve::Solve;
use crate::calculator::working::Working;
use crate::shell::chunk::{Loaded, NotLoaded};
use crate::shell::ports::{PagePorts, Subscription};
use crate::shell::state::{Change, SessionState};
use crate::shell::typing_timer::TypingTimer;

/// The prefix of the key that stores a calculator's slider ends; its id follows.
pub const SLIDERS: &str = "sales-abacus:sliders:";

#[derive(PartialEq, Properties)]
pub struct CalculatorViewProps {
    /// The page of a calculator, or its widget.
    pub page: Page,
    /// The initial language.
    pub locale: Locale,
    pub ports: PagePorts,
    pub calculator: &'static dyn Calculator,
    pub chunks: Chunks,
    /// The arrangement of the page, if its address or a page around it gives one.
    pub frame: Option<Frame>,
    /// What the prerendered page contains of it, if that was shown.
    #[prop_or_default]
    pub prerendered: Option<Prerendered>,
}

pub enum Message {
    Session(Change),
    Act(FormAction),
    Frame(FrameEvent),
    /// The input whose field has the focus, or whose term is pointed at.
    Point(Option<&'static str>),
    /// The field of this input has the focus.
    Enter(&'static str),
    /// The field of this input lost the focus.
    Leave(&'static str),
    /// Nothing was typed for a while.
    Pause,
    /// One of the keys beside this input's field.
    Put(&'static str, String),
    /// The professional inputs were unfolded or folded.
    Unfold(bool),
    /// The working was unfolded or folded, where it starts folded for lack of space.
    UnfoldWorking,
    AddressChanged,
    /// Loads a chunk unless it is loaded or loading.
    Load(ChunkName),
    /// Loads what the first view does not need.
    LoadRest,
    Working(Result<&'static Working, NotLoaded>),
    Problems(Result<&'static Problems, NotLoaded>),
    Solve(Result<&'static Solve, NotLoaded>),
    Detail(Result<&'static Detail, NotLoaded>),
    Extras(Result<Extras, NotLoaded>),
}

impl From<Change> for Message {
    fn from(change: Change) -> Self {
        Self::Session(change)
    }
}

pub struct CalculatorView {
    state: SessionState,
    /// Whether it is one of our own pages: then it remembers the ends of sliders, and has a customer view and the
    /// extras.
    is_page: bool,
    form: Rc<Form>,
    framed: Option<Box<dyn Framed>>,
    /// The working of these inputs, once the code that computes it has loaded.
    steps: Option<(Inputs, Vec<Step>)>,
    /// The inputs and the number style when the page was opened: those of the prerendered page.
    opened: (Inputs, Style),
    active: Option<&'static str>,
    focused: Option<&'static str>,
    typing: TypingTimer,
    is_unfolded: bool,
    is_working_unfolded: bool,
    /// Whether the customer's card was left since the page was opened.
    has_left_card: bool,
    chunks: LoadedChunks,
    events: Events,
    /// The stored slider ends, until the code that decodes them has loaded.
    stored_ends: Option<String>,
    address: Address,
    _subscriptions: [Subscription; 2],
}

impl Component for CalculatorView {
    type Message = Message;
    type Properties = CalculatorViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let CalculatorViewProps { page, locale, ports, calculator, chunks, frame, .. } = ctx.props();
        let (window, link, is_page) = (&ports.window, ctx.link(), !matches!(page, Page::Embed(_)));
        let address = Address::new(window);
        let state = SessionState::open(*page, *locale, ports, &chunks.offline, link);
        let chunks = LoadedChunks::at_first(chunks);
        let solver = chunks.solve.table().map(|solve| solve.solver);
        let form = match window.kept_fragment() {
            Some(kept) if has_card(*calculator) => Form::open(*calculator, &kept, solver).for_customer(),
            Some(kept) => Form::open(*calculator, &kept, solver),
            None => Form::open(*calculator, &window.fragment(), solver),
        };
        let framed = frame.as_ref().map(|frame| (frame.open)(*page, *calculator, frame, link.callback(Message::Frame)));
        let is_for_customer = framed.as_ref().is_some_and(|framed| framed.arrangement().customer);
        let form = if is_for_customer { form.for_customer() } else { form };
        let remembers = Some(sliders_key(*calculator)).filter(|_| is_page);
        let mut view = Self {
            opened: (form.inputs().clone(), state.session.style),
            state,
            is_page,
            steps: None,
            form: Rc::new(form),
            framed,
            active: None,
            focused: None,
            typing: TypingTimer::default(),
            is_unfolded: false,
            is_working_unfolded: false,
            has_left_card: false,
            chunks,
            events: Events::new(*calculator, link),
            stored_ends: remembers.and_then(|key| ports.settings.read(&key)).filter(|ends| !ends.is_empty()),
            _subscriptions: [window.on_fragment(link.callback(|()| Message::AddressChanged)), address.on_hide()],
            address,
        };
        view.show();
        view.read_ends(*calculator);
        view.work_out(*calculator);
        view
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let link = ctx.link();
        match message {
            Message::Session(change) => {
                self.state.update(change);
                self.show();
                self.follow(ctx);
            }
            Message::Act(action) => return self.act(ctx, action),
            Message::Frame(event) => return self.frame(ctx, event),
            // In front of a customer, going back in the history shows nothing else.
            Message::AddressChanged if self.form.is_for_customer() => {
                self.address.put(&self.form);
                return false;
            }
            Message::AddressChanged => {
                let window = &ctx.props().ports.window;
                // A history entry shown to a customer stores the rest beside its address.
                let fragment = window.kept_fragment().unwrap_or_else(|| window.fragment());
                return self.act(ctx, FormAction::Open(fragment));
            }
            Message::Point(active) => {
                let changed = self.active != active;
                self.active = active;
                return changed;
            }
            Message::Enter(key) => (self.active, self.focused) = (Some(key), Some(key)),
            Message::Pause => self.typing.end(),
            Message::Put(key, suffix) => {
                return self.act(ctx, FormAction::Type(key, put(self.form.text(key), &suffix)));
            }
            Message::Leave(key) => {
                (self.active, self.focused) = (None, None);
                self.typing.end();
                self.act(ctx, FormAction::Commit(key));
            }
            Message::Unfold(is_unfolded) => {
                self.is_unfolded = is_unfolded;
                link.send_message(Message::Load(ChunkName::Detail));
            }
            Message::UnfoldWorking => self.is_working_unfolded = !self.is_working_unfolded,
            Message::Load(name) => return self.load(ctx, name),
            Message::LoadRest => return self.load_rest(ctx),
            Message::Working(arrived) => {
                self.chunks.working = Loaded::of(arrived);
                self.work_out(ctx.props().calculator);
            }
            Message::Problems(arrived) => self.chunks.problems = Loaded::of(arrived),
            Message::Solve(arrived) => {
                self.chunks.solve = Loaded::of(arrived);
                if let Some(solve) = self.chunks.solve.table() {
                    Rc::make_mut(&mut self.form).set_solver(solve.solver);
                    self.follow(ctx);
                }
                link.send_message(Message::Frame(FrameEvent::Solver));
            }
            Message::Detail(arrived) => {
                self.chunks.detail = Loaded::of(arrived);
                self.read_ends(ctx.props().calculator);
            }
            Message::Extras(arrived) => {
                self.chunks.extras = Loaded::of(arrived);
                // The rest may be wanted at any time, including offline.
                link.send_message(Message::Load(ChunkName::Solve));
                link.send_message(Message::Load(ChunkName::Detail));
            }
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, is_first: bool) {
        self.state.announce();
        if let Some(framed) = &mut self.framed {
            framed.rendered(&self.form, &self.state.session, self.typing.is_on());
        }
        if is_first {
            ctx.link().send_message(Message::LoadRest);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let calculator = ctx.props().calculator;
        let form = self.form.shown();
        let (mut entries, evaluations) = shown(calculator, &form);
        let framed = self.framed.as_deref();
        let (inputs, style) = &self.opened;
        let is_as_opened = inputs == form.inputs() && *style == self.state.session.style;
        let arrangement = framed.map_or(if self.is_page { &PAGE } else { &WIDGET }, Framed::arrangement);
        entries.retain(|entry| !arrangement.hides(entry.field.key));
        let parts = Parts {
            session: &self.state.session,
            calculator,
            form: &form,
            entries,
            evaluations,
            steps: self.steps.as_ref().map_or(&[], |(_, steps)| steps),
            prerendered: ctx.props().prerendered.as_ref().map(|prerendered| (prerendered, is_as_opened)),
            active: self.active,
            focused: self.focused,
            is_typing: self.typing.is_on(),
            details: self.is_unfolded || form.uses_details(),
            is_working_unfolded: self.is_working_unfolded,
            has_left_card: self.has_left_card,
            arrangement,
            framed,
            chunks: &self.chunks,
            events: &self.events,
        };
        match self.is_page {
            true if form.is_for_customer() => card(&parts),
            true => {
                let PageLayout { settings, content } = page(&parts);
                self.state.frame(settings, content)
            }
            false => widget(&parts),
        }
    }
}

fn sliders_key(calculator: &dyn Calculator) -> String {
    format!("{SLIDERS}{}", calculator.spec().id)
}

impl CalculatorView {
    fn act(&mut self, ctx: &Context<Self>, action: FormAction) -> bool {
        let link = ctx.link();
        if matches!(action, FormAction::SolveFor(Some(_))) {
            self.load(ctx, ChunkName::Solve);
        }
        let moves_ends = matches!(action, FormAction::Ends(_));
        let shows = matches!(action, FormAction::ShowTo(_) | FormAction::ShowWith(_));
        self.has_left_card |= shows && self.form.is_for_customer();
        match action {
            FormAction::Type(..) | FormAction::TypeWanted(_) => {
                self.typing.begin(&*ctx.props().ports.window, link.callback(|()| Message::Pause));
            }
            FormAction::CommitWanted => self.typing.end(),
            _ => {}
        }
        let by = if matches!(action, FormAction::Open(_)) { Initiator::Link } else { Initiator::User };
        let changed = Rc::make_mut(&mut self.form).act(action);
        if moves_ends {
            self.store_ends(ctx);
        }
        if changed {
            self.framed.iter_mut().for_each(|framed| framed.acted(by));
            self.follow(ctx);
            // Retried if it failed to load.
            if self.form.entries().iter().any(|entry| entry.error.is_some()) {
                self.load(ctx, ChunkName::Problems);
            }
        }
        if shows {
            // Before the address can change in another way: the card adds a history entry above it.
            self.address.write();
        }
        changed
    }

    /// Applies the look of the arrangement.
    fn show(&mut self) {
        let look = self.framed.as_ref().and_then(|framed| framed.look(self.state.session.locale));
        if let Some((style, theme)) = look {
            self.state.show(style, theme);
        }
        Rc::make_mut(&mut self.form).set_currency(self.state.session.style.currency);
    }

    fn frame(&mut self, ctx: &Context<Self>, event: FrameEvent) -> bool {
        let Some(framed) = &mut self.framed else { return false };
        let outcome = framed.event(event, Rc::make_mut(&mut self.form), &self.state.session);
        self.show();
        if outcome.form {
            self.follow(ctx);
        }
        self.load_rest(ctx) || outcome.drawn
    }

    fn read_ends(&mut self, calculator: &dyn Calculator) {
        if let (Some(detail), Some(ends)) = (self.chunks.detail.table(), &self.stored_ends) {
            let ends = (detail.decode_ends)(calculator.spec(), ends);
            Rc::make_mut(&mut self.form).act(FormAction::Ends(ends));
            self.stored_ends = None;
        }
    }

    fn store_ends(&self, ctx: &Context<Self>) {
        let CalculatorViewProps { ports, calculator, .. } = ctx.props();
        if let Some(detail) = self.chunks.detail.table().filter(|_| self.is_page) {
            let ends = (detail.encode_ends)(self.form.entries());
            let _for_this_visit = ports.settings.write(&sliders_key(*calculator), &ends);
        }
    }

    /// Updates everything derived from the form.
    fn follow(&mut self, ctx: &Context<Self>) {
        self.work_out(ctx.props().calculator);
        // A link that was only opened keeps its form.
        if self.form.is_touched() {
            self.address.follow(&self.form);
        }
    }

    fn work_out(&mut self, calculator: &dyn Calculator) {
        let inputs = self.form.shown_inputs();
        if let Some(working) = self.chunks.working.table()
            && self.steps.as_ref().is_none_or(|(worked_out, _)| *worked_out != inputs)
        {
            self.steps = Some((inputs.clone(), (working.steps)(calculator, &inputs)));
        }
    }

    fn load_rest(&mut self, ctx: &Context<Self>) -> bool {
        let has_ends = self.stored_ends.is_some();
        let (needs_solver, needs_extras) =
            self.framed.as_ref().map_or((false, false), |framed| (framed.needs_solver(), framed.needs_extras()));
        let mut begins = false;
        let LoadedChunks { working, problems, solve, detail, extras } = &self.chunks;
        // A chunk that failed to load is not retried automatically: a frame would keep retrying.
        for (is_wanted, name) in [
            (working.is_unasked(), ChunkName::Working),
            (problems.is_unasked(), ChunkName::Problems),
            (needs_solver || self.form.solving().is_some() && solve.is_unasked(), ChunkName::Solve),
            ((self.form.uses_details() || has_ends) && detail.is_unasked(), ChunkName::Detail),
            ((self.is_page || needs_extras) && extras.is_unasked(), ChunkName::Extras),
        ] {
            begins |= is_wanted && self.load(ctx, name);
        }
        begins
    }

    /// Starts loading a chunk unless it is loaded or loading. Returns whether that changes what is shown.
    fn load(&mut self, ctx: &Context<Self>, name: ChunkName) -> bool {
        let (from, link) = (&ctx.props().chunks, ctx.link());
        match name {
            ChunkName::Working => begin(link, &mut self.chunks.working, &from.working, Message::Working),
            ChunkName::Problems => begin(link, &mut self.chunks.problems, &from.problems, Message::Problems),
            ChunkName::Solve => begin(link, &mut self.chunks.solve, &from.solve, Message::Solve),
            ChunkName::Detail => begin(link, &mut self.chunks.detail, &from.detail, Message::Detail),
            ChunkName::Extras => begin(link, &mut self.chunks.extras, &from.extras, Message::Extras),
        }
    }
}
