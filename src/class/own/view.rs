//! The component of the user's own lessons: the kept ones, or the form that creates one.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_class::LessonRef;
use abacus_class::own::{Optional, OwnError, OwnLesson, Vault, link, read_file, read_link, to_file};
use abacus_core::calculator::sentence::sentence;
use abacus_core::calculator::share::decode;
use abacus_core::page::Page;
use abacus_deals::transfer::{BadFile, Encoding};
use abacus_vault::{Problem, Saved, Status, Store, sync_task};
use yew::prelude::*;

use crate::class::absent::absent;
use crate::class::calculators::{Calculators, LoadResult};
use crate::class::chunks::Source;
use crate::class::list::OnPrint;
use crate::class::own::draft::Draft;
use crate::class::own::form::{Unstored, form};
use crate::class::own::list::item;
use crate::class::own::{EditorMode, FoundLesson, LessonError, words};
use crate::class::words as class_words;
use crate::shell::event::show_selected;
use crate::shell::inbox::PickedFile;
use crate::shell::ports::Subscription;
use crate::shell::session::Session;
use crate::shell::words as shell_words;

#[derive(Clone, Properties)]
pub struct OwnProps {
    pub session: Session,
    pub calculator: Source,
    /// The purpose of the form; `None` shows the list.
    pub mode: Option<EditorMode>,
    pub on_print: OnPrint,
}

// The sources never change.
impl PartialEq for OwnProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.session, &self.mode, &self.on_print) == (&other.session, &other.mode, &other.on_print)
    }
}

pub enum Message {
    Title(String),
    Question(String),
    Lines(String),
    Toggle(Optional),
    Move(String),
    MoveTo(String),
    MoveLeft,
    Keep,
    Link(String),
    Copied(bool, String),
    File(String),
    Delete(String),
    Restore,
    Open,
    Picked(PickedFile),
    Calculator(String, LoadResult),
    /// Another tab wrote to the store: one key, or all of it.
    Changed(Option<String>),
    /// The page is shown again; changes while it was hidden were not reported.
    Shown,
    Saved,
    /// Stores everything, including records that someone else removed.
    SaveAll,
    Retry,
}

pub struct OwnView {
    vault: Rc<RefCell<Vault>>,
    calculators: Calculators,
    /// The contents of the form, once its calculator has loaded.
    draft: Option<Draft>,
    form: NodeRef,
    /// The last deleted lesson, while undo is offered.
    deleted: Option<String>,
    note: String,
    /// Whether the draft was kept and is waiting to be stored.
    is_kept: bool,
    _subscriptions: [Subscription; 2],
}

const FILE: &str = "lesson.json";

type Save = fn(&mut Vault, &dyn Store, &dyn Fn() -> String) -> Saved;

impl Component for OwnView {
    type Message = Message;
    type Properties = OwnProps;

    fn create(ctx: &Context<Self>) -> Self {
        let ports = &ctx.props().session.ports;
        let vault = Vault::load(&*ports.store);
        let changed = ctx.link().callback(Message::Changed);
        let subscriptions = [
            ports.store.on_change(Box::new(move |key| changed.emit(key))),
            ports.host.on_show(ctx.link().callback(|()| Message::Shown)),
        ];
        let mut view = Self {
            vault: Rc::new(RefCell::new(vault)),
            calculators: Calculators::default(),
            draft: None,
            form: NodeRef::default(),
            deleted: None,
            note: String::new(),
            is_kept: false,
            _subscriptions: subscriptions,
        };
        view.load(ctx);
        view.begin(ctx);
        view
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let Session { locale, ports, .. } = &ctx.props().session;
        match message {
            Message::Title(text) => self.draft(|draft| draft.title = text),
            Message::Question(text) => self.draft(|draft| draft.question = text),
            Message::Lines(text) => self.draft(|draft| draft.lines = text),
            Message::Toggle(step) => self.draft(|draft| draft.toggle(step)),
            Message::Move(input) => self.draft(|draft| draft.choose(&input)),
            Message::MoveTo(text) => self.draft(|draft| draft.move_to(text)),
            Message::MoveLeft => self.draft(|draft| draft.is_left = true),
            Message::Keep => self.keep(ctx),
            Message::Link(id) => self.link(ctx, &id),
            Message::Copied(true, _) => words::COPIED.get(*locale).clone_into(&mut self.note),
            Message::Copied(false, link) => self.note = format!("{}{link}", words::COPY_BY_HAND.get(*locale)),
            Message::File(id) => {
                let vault = self.vault.borrow();
                let file = vault.book().get(&id).map(|own| to_file(&[own]));
                let saved = file.map(|file| ports.host.save_file(FILE, "application/json", &file));
                self.note = match saved {
                    Some(Ok(())) => format!("{}{FILE}", shell_words::SAVED.get(*locale)),
                    _ => words::NO_FILE.get(*locale).to_owned(),
                };
            }
            Message::Delete(id) => {
                let _unknown = self.vault.borrow_mut().book_mut().set_deleted(&id, true);
                self.note.clear();
                self.deleted = Some(id);
                self.save(ctx);
            }
            Message::Restore => {
                if let Some(id) = self.deleted.take() {
                    let _unknown = self.vault.borrow_mut().book_mut().set_deleted(&id, false);
                    self.save(ctx);
                }
            }
            Message::Open => ports.inbox.pick(ctx.link().callback(Message::Picked)),
            Message::Picked(picked) => self.take(ctx, &picked),
            Message::Calculator(id, arrived) => {
                self.calculators.arrive(id, arrived);
                self.begin(ctx);
            }
            // The list reads from the store.
            Message::Saved if self.is_kept && self.vault.borrow().status() == Status::Saved => {
                self.is_kept = false;
                ports.host.go_to_fragment("");
            }
            Message::Saved => {}
            Message::Changed(key) => {
                let store = &*ports.store;
                self.vault.borrow_mut().follow(store, key.as_ref().map(std::slice::from_ref));
                self.load(ctx);
            }
            Message::Shown => {
                self.vault.borrow_mut().refresh(&*ports.store);
                self.load(ctx);
            }
            Message::SaveAll => self.store(ctx, Vault::save_all),
            Message::Retry => self.load(ctx),
        }
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        show_selected(&self.form);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let OwnProps { session, mode, on_print, .. } = ctx.props();
        let act = ctx.link().callback(|message: Message| message);
        match mode {
            Some(mode) => self.editor(ctx, mode, &act),
            None => self.kept(session, on_print, &act),
        }
    }
}

impl OwnView {
    /// Why not everything is stored.
    fn problem(&self, session: &Session) -> Option<&'static str> {
        match self.vault.borrow().status() {
            Status::NotSaved(Problem::Store(error)) => Some(session.text(shell_words::store_error(error))),
            Status::NotSaved(_) | Status::ReadOnly { .. } => Some(session.text(shell_words::NOT_SAVED)),
            Status::Saved | Status::Saving => None,
        }
    }

    fn kept(&self, session: &Session, on_print: &OnPrint, act: &Callback<Message>) -> Html {
        let vault = self.vault.borrow();
        let book = vault.book();
        let mut own: Vec<_> = book.shared().filter(|own| !own.deleted).collect();
        own.sort_by(|one, other| (&one.title, &one.id).cmp(&(&other.title, &other.id)));
        let problem = self.problem(session);
        let deleted = self.deleted.as_deref().and_then(|id| book.get(id));
        let unreadable = book.unreadable().next().map(|_| session.text(words::UNREADABLE));
        html! {
            <section class="own" aria-labelledby="own-lessons">
                <h2 class="section-title" id="own-lessons">{ session.text(words::OWN_LESSONS) }</h2>
                if own.is_empty() {
                    <p class="own__note">{ session.text(words::NONE_YET) }</p>
                } else {
                    <ul class="lessons">
                        { for own.into_iter().map(|own| item(session, own, &self.calculators, on_print, act)) }
                    </ul>
                }
                <p class="own__note" role="status" translate="no">
                    { &self.note }{ for unreadable }
                    if let Some(problem) = problem {
                        { problem }{ " " }
                        <button type="button" class="button" onclick={act.reform(|_: MouseEvent| Message::SaveAll)}>
                            { session.text(shell_words::TRY_AGAIN) }
                        </button>
                    }
                    if let Some(own) = deleted {
                        { shell_words::deleted(&own.title, session.locale) }{ " " }
                        <button type="button" class="button" onclick={act.reform(|_: MouseEvent| Message::Restore)}>
                            { session.text(shell_words::UNDO) }
                        </button>
                    }
                </p>
                <button type="button" class="button" onclick={act.reform(|_: MouseEvent| Message::Open)}>
                    { session.text(words::OPEN_FILE) }
                </button>
            </section>
        }
    }

    fn editor(&self, ctx: &Context<Self>, mode: &EditorMode, act: &Callback<Message>) -> Html {
        let session = &ctx.props().session;
        if let Some(draft) = &self.draft {
            let (spec, results) = (draft.calculator.spec(), draft.calculator.evaluate(&draft.inputs));
            let what = sentence(spec, &draft.inputs, &results, &session.style);
            let unstored = self.problem(session).map(|problem| Unstored { problem, note: &self.note });
            return form(&self.form, session, draft, mode, what, unstored, act);
        }
        match self.subject(mode, &*session.ports.store) {
            Err(why) => absent(session, &why),
            Ok((id, _)) => match self.calculators.missing(&id) {
                Some(missing) => {
                    let retry = act.reform(|_: MouseEvent| Message::Retry);
                    missing.placeholder("room", session.locale, &retry)
                }
                None => absent(session, &LessonError::UnknownCalculator),
            },
        }
    }

    /// The calculator that the form is about, and its values as in a link.
    fn subject(&self, mode: &EditorMode, store: &dyn Store) -> Result<(String, String), LessonError> {
        if let EditorMode::New(text) = mode {
            let (id, values) = text.split_once('&').unwrap_or((text, ""));
            return Ok((id.to_owned(), values.to_owned()));
        }
        let own = self.own(mode, store)?;
        Ok((own.calculator.id.to_owned(), own.fragment()))
    }

    /// The lesson being edited, or the one from a link.
    fn own(&self, mode: &EditorMode, store: &dyn Store) -> Result<OwnLesson, LessonError> {
        match mode {
            EditorMode::New(_) => Err(LessonError::Unknown),
            EditorMode::Linked(text) => read_link(text).map_err(LessonError::Unreadable),
            EditorMode::Change(id) => match self.vault.borrow().book().get(id).filter(|own| !own.deleted) {
                Some(own) => Ok(own.clone()),
                None => FoundLesson::find(&LessonRef::Own(id.to_string()), store).and(Err(LessonError::Unknown)),
            },
        }
    }

    /// Fills the form once, as soon as its calculator has loaded.
    fn begin(&mut self, ctx: &Context<Self>) {
        let OwnProps { session, mode, .. } = ctx.props();
        let Some(mode) = mode.as_ref().filter(|_| self.draft.is_none()) else { return };
        let store = &*session.ports.store;
        let Ok((id, values)) = self.subject(mode, store) else { return };
        let Some(calculator) = self.calculators.find(&id) else { return };
        let read = decode(calculator.spec(), &values);
        let own = self.own(mode, store).ok().or_else(|| OwnLesson::new(calculator, &read.inputs));
        self.draft = own.map(|own| Draft::of(own, calculator, read));
    }

    fn draft(&mut self, change: impl FnOnce(&mut Draft)) {
        self.draft.as_mut().map(change);
    }

    /// Loads the calculators of the draft and of the kept lessons.
    fn load(&mut self, ctx: &Context<Self>) {
        let OwnProps { session, calculator, mode, .. } = ctx.props();
        let mut ids: Vec<String> = match mode {
            Some(mode) => self.subject(mode, &*session.ports.store).into_iter().map(|(id, _)| id).collect(),
            None => self.vault.borrow().book().records().map(|own| own.calculator.id.to_owned()).collect(),
        };
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            if let Some(loading) = self.calculators.begin_one(*calculator, &id) {
                ctx.link().send_future(async move { Message::Calculator(id, loading.await) });
            }
        }
    }

    /// Keeps the contents of the form, and goes to the list once they are stored.
    fn keep(&mut self, ctx: &Context<Self>) {
        let session = &ctx.props().session;
        let Some(draft) = self.draft.as_mut() else { return };
        let mut vault = self.vault.borrow_mut();
        let book = vault.book_mut();
        let Some(own) = draft.ready(session.style.currency, book) else { return };
        let kept = match draft.merged(&own, book.get(&own.id)) {
            Some(merged) => {
                let _is_there = book.change(&own.id, |kept| merged.clone_into(kept));
                merged
            }
            None => {
                let new = OwnLesson { id: session.ports.host.fresh_id(), revision: 0, ..own };
                let _has_new_id = book.create(new.clone());
                new
            }
        };
        drop(vault);
        // If it cannot be stored, the form stays, and keeping it again edits this lesson.
        draft.rebase(kept);
        self.is_kept = true;
        self.save(ctx);
    }

    fn link(&mut self, ctx: &Context<Self>, id: &str) {
        let session = &ctx.props().session;
        let vault = self.vault.borrow();
        let Some(own) = vault.book().get(id) else { return };
        // A lesson is written in one language.
        let page = format!("{}?lang={}", session.page.link_to(Page::Class), session.locale.tag());
        let page = session.ports.outbox.public(&page);
        let no_link = if page.is_some() { words::TOO_LONG } else { class_words::NO_LINK };
        let Some(link) = page.and_then(|page| link(own, &page)) else {
            self.note = session.text(no_link).to_owned();
            return;
        };
        let shown = link.clone();
        let copied = ctx.link().callback(move |copied| Message::Copied(copied, shown.clone()));
        session.ports.outbox.copy(&link, copied);
    }

    /// Imports the lessons of a file under new ids: a lesson that already exists is duplicated.
    fn take(&mut self, ctx: &Context<Self>, picked: &PickedFile) {
        let Session { locale, ports, .. } = &ctx.props().session;
        let text = match &picked.bytes {
            Ok(bytes) => ports.inbox.decode(bytes, Encoding::Utf8).ok_or(OwnError::NotAFile),
            Err(BadFile::TooLarge { .. }) => Err(OwnError::TooLong),
            Err(_) => Err(OwnError::NotAFile),
        };
        let lessons = match text.and_then(|text| read_file(&text)) {
            Ok(lessons) => lessons,
            Err(why) => return self.note = words::not_taken(&picked.name, &why.message(*locale), *locale),
        };
        let (taken, refused): (Vec<_>, Vec<_>) = lessons.into_iter().partition(Result::is_ok);
        self.note = words::taken(taken.len(), *locale);
        for own in taken.into_iter().flatten() {
            let own = OwnLesson { id: ports.host.fresh_id(), revision: 0, deleted: false, ..own };
            let _has_new_id = self.vault.borrow_mut().book_mut().create(own);
        }
        if let Some(Err(why)) = refused.first() {
            self.note.push_str(&words::refused(refused.len(), &why.message(*locale), *locale));
        }
        self.save(ctx);
        self.load(ctx);
    }

    /// Stores unsaved changes.
    fn save(&self, ctx: &Context<Self>) {
        self.store(ctx, Vault::save);
    }

    /// Writes under the lock, after other tabs.
    fn store(&self, ctx: &Context<Self>, save: Save) {
        let ports = ctx.props().session.ports.clone();
        let (vault, link, store) = (self.vault.clone(), ctx.link().clone(), ports.store.clone());
        store.with_lock(sync_task(move || {
            save(&mut vault.borrow_mut(), &*ports.store, &|| ports.host.fresh_id());
            link.send_message(Message::Saved);
        }));
    }
}
