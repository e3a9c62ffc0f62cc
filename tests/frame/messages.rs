//! The messages between a frame and its host page.

use std::rc::Rc;

use abacus_core::calculator::field::Part as FieldPart;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::message::Initiator;
use abacus_embed::{TooLarge, Value};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sales_abacus::calculator::form::{Form, FormAction, Solver};
use sales_abacus::calculator::frame::{Frame, FrameEvent, Framed, HOST_MESSAGING, open};
use sales_abacus::calculator::solve::SOLVE;
use sales_abacus::shell::chunk::Chunk;
use sales_abacus::shell::parent::{Incoming, Parent};
use sales_abacus::shell::ports::PagePorts;
use sales_abacus::shell::session::{PageSession, Session};
use sales_abacus::shell::theme::Theme;
use yew::Callback;

use super::{HOST, Host, calculator, listing, message};
use crate::support::{FixedHost, MemoryStore};

pub(crate) struct FramedPage {
    host: Rc<Host>,
    framed: Box<dyn Framed>,
    pub(crate) form: Form,
    session: PageSession,
}

impl FramedPage {
    pub(crate) fn at(tool: &str, query: &str, fragment: &str) -> Self {
        Self::with_solver(tool, query, fragment, Some(SOLVE.solver))
    }

    fn with_solver(tool: &str, query: &str, fragment: &str, solver: Option<Solver>) -> Self {
        let host = Rc::new(Host { query: query.to_owned(), ..Host::default() });
        let parent: Rc<dyn Parent> = host.clone();
        let store: Rc<dyn abacus_vault::Store> = Rc::new(MemoryStore::default());
        let session = Session {
            page: Page::Embed(listing(tool)),
            locale: Locale::En,
            ports: PagePorts { window: Rc::new(FixedHost::at(fragment)), settings: Rc::new(store) },
            style: Style::default_for(Locale::En),
            theme: Theme::System,
            set_style: Callback::noop(),
            set_locale: Callback::noop(),
            set_theme: Callback::noop(),
            base: None,
            lang_in_links: false,
        };
        let frame = Frame { open, parent, messaging: Chunk::Here(&HOST_MESSAGING) };
        let framed = open(session.page, calculator(tool), &frame, Callback::noop());
        let form = Form::open(calculator(tool), fragment, solver);
        let form = if framed.arrangement().customer { form.for_customer() } else { form };
        let mut framing = Self { host, framed, form, session };
        framing.dispatch(FrameEvent::Height(640));
        framing
    }

    pub(crate) fn dispatch(&mut self, event: FrameEvent) {
        self.framed.event(event, &mut self.form, &self.session);
        self.framed.rendered(&self.form, &self.session, false);
    }

    /// Half a second later, the reader types.
    pub(crate) fn type_text(&mut self, key: &'static str, text: &str) {
        self.host.now.set(self.host.now.get() + 500);
        self.form.act(FormAction::Type(key, text.to_owned()));
        self.framed.acted(Initiator::User);
        self.dispatch(FrameEvent::Due);
    }

    /// The parent sends messages, each a second after the last.
    fn receive(&mut self, members: &str) {
        self.receive_from(HOST, true, members);
    }

    fn receive_from(&mut self, origin: &str, is_parent: bool, members: &str) {
        self.receive_message(origin, is_parent, message(members));
    }

    pub(crate) fn receive_message(&mut self, origin: &str, is_parent: bool, message: Result<Value, TooLarge>) {
        let at = self.host.now.get() + 1_000;
        self.host.now.set(at);
        self.dispatch(FrameEvent::Came(Incoming { is_parent, origin: origin.to_owned(), at, message }));
    }

    /// The messages since the last call, each with its target origin.
    pub(crate) fn take_sent(&self) -> Vec<(Value, String)> {
        self.host.sent.take()
    }

    /// The only message of this type since the last call.
    #[track_caller]
    fn one(&self, kind: &str) -> Value {
        let sent = self.take_sent();
        let mut found = sent.iter().filter(|(message, _)| message.get("type") == Some(&kind.into()));
        let one = found.next().unwrap_or_else(|| panic!("no {kind} in {sent:?}")).0.clone();
        assert!(found.next().is_none(), "{sent:?}");
        one
    }
}

fn text(message: &Value, path: &[&str]) -> String {
    let found = path.iter().try_fold(message, |value, key| value.get(key));
    found.and_then(Value::text).unwrap_or_default()
}

#[test]
fn values_are_sent_only_after_hello_and_to_its_origin() {
    let mut frame = FramedPage::at("bad-debt", "?id=one&parts=oops", "loss=700");
    frame.dispatch(FrameEvent::Height(700));
    frame.form.act(FormAction::Type("loss", "800".to_owned()));
    frame.host.now.set(5_000);
    frame.dispatch(FrameEvent::Due);
    let sent = frame.take_sent();
    assert_eq!(sent.len(), 2, "{sent:?}");
    for (said, target) in &sent {
        assert_eq!(target, "*");
        for key in ["inputs", "outputs", "undefined", "solving"] {
            assert_eq!(said.get(key), None, "{said:?}");
        }
        assert_eq!((text(said, &["tool"]).as_str(), text(said, &["id"]).as_str()), ("bad-debt", "one"));
    }
    assert_eq!(["type", "height"].map(|key| text(&sent[1].0, &[key])), ["resize", "700"]);
    frame.receive(r#""type":"hello""#);
    let sent = frame.take_sent();
    assert!(sent.iter().all(|(_, target)| target == HOST), "{sent:?}");
    let types: Vec<_> = sent.iter().map(|(said, _)| text(said, &["type"])).collect();
    assert_eq!(types, ["ready", "problem"], "the address's problems are reported then");
    assert_eq!(text(&sent[0].0, &["inputs", "loss"]), "800");
    assert_eq!(text(&sent[0].0, &["outputs", "extra_sales"]), "40000");
}

#[test]
fn unnamed_hosts_and_other_windows_receive_nothing() {
    let mut frame = FramedPage::at("bad-debt", &format!("?host={HOST}"), "");
    frame.take_sent();
    frame.receive_from("https://elsewhere.example", true, r#""type":"hello""#);
    frame.receive_from(HOST, false, r#""type":"hello""#);
    frame.receive_from("https://elsewhere.example", true, r#""type":"get","nonce":"n""#);
    assert_eq!(frame.take_sent(), []);
    frame.receive(r#""type":"hello""#);
    frame.one("ready");
}

#[test]
fn problems_of_a_link_are_reported_once_after_hello() {
    let mut frame = FramedPage::at("bad-debt", "", "loss=700&colour=1&margin=7");
    assert!(frame.take_sent().iter().all(|(said, _)| text(said, &["type"]) != "problem"));
    frame.receive(r#""type":"hello""#);
    let sent = frame.take_sent();
    let problems = sent.iter().filter(|(said, _)| text(said, &["type"]) == "problem");
    let problems: Vec<_> = problems.map(|(said, _)| ["key", "code"].map(|key| text(said, &[key]))).collect();
    assert_eq!(problems, [["colour", "unknown-key"], ["margin", "out-of-bounds"]]);
    frame.receive(r#""type":"hello""#);
    frame.one("ready");
}

/// The solver is a chunk, which may fail to load.
#[test]
fn without_the_solver_a_solve_is_refused() {
    let mut frame = FramedPage::with_solver("bad-debt", "", "loss=700", None);
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    frame.receive(r#""type":"solve","nonce":"a","input":"margin","output":"extra_sales","value":"10000""#);
    frame.receive(r#""type":"get","nonce":"b""#);
    assert_eq!(frame.take_sent(), [], "it waits, and later commands wait behind it");
    assert!(frame.framed.needs_solver());
    frame.dispatch(FrameEvent::Solver);
    let sent = frame.take_sent();
    let said: Vec<_> = sent.iter().map(|(said, _)| [text(said, &["type"]), text(said, &["to"])].concat()).collect();
    assert_eq!(said, ["problem", "replya", "replyb"]);
    assert_eq!(text(&sent[0].0, &["code"]), "no-answer");
    assert_eq!(sent[1].0.get("ok"), Some(&false.into()));
    assert_eq!(text(&sent[2].0, &["inputs", "loss"]), "700", "the last good figures stay");
    assert!(!frame.framed.needs_solver() && frame.form.fragment() == "loss=700");

    // Asking again reloads it, and this time it succeeds.
    frame.receive(r#""type":"solve","nonce":"c","input":"margin","output":"extra_sales","value":"10000""#);
    assert!(frame.take_sent().is_empty() && frame.framed.needs_solver());
    frame.form.set_solver(SOLVE.solver);
    frame.dispatch(FrameEvent::Solver);
    assert_eq!(frame.one("reply").get("ok"), Some(&true.into()));
    assert_eq!(frame.form.inputs().get("margin"), Some(abacus_core::number::dec(7, 2)));
}

#[test]
fn a_link_that_cannot_be_solved_is_a_failure() {
    let mut frame = FramedPage::with_solver("bad-debt", "", "solve=margin&extra_sales=10000", None);
    assert_eq!(frame.take_sent(), [], "the solver may still load");
    frame.dispatch(FrameEvent::Solver);
    let failed = frame.one("failed");
    assert_eq!((text(&failed, &["code"]), text(&failed, &["tool"])), ("no-wasm".to_owned(), "bad-debt".to_owned()));
    assert_eq!(failed.get("inputs"), None);
    frame.dispatch(FrameEvent::Due);
    assert_eq!(frame.take_sent(), [], "it is sent once");
    frame.receive(r#""type":"hello""#);
    assert!(frame.take_sent().is_empty() && frame.framed.needs_solver(), "it is loaded again");
    frame.dispatch(FrameEvent::Solver);
    frame.one("failed");

    // The reader retries, and it loads.
    frame.form.set_solver(SOLVE.solver);
    frame.dispatch(FrameEvent::Solver);
    assert_eq!(text(&frame.one("ready"), &["inputs", "margin"]), "0.05");
    frame.receive(r#""type":"hello""#);
    frame.one("ready");
}

#[test]
fn commands_are_executed_and_answered() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    frame.receive(r#""type":"set","nonce":"a","inputs":{"loss":"600","margin":"0.03"}"#);
    let sent = frame.take_sent();
    let types: Vec<_> = sent.iter().map(|(said, _)| text(said, &["type"])).collect();
    assert_eq!(types, ["reply", "change"]);
    let (reply, change) = (&sent[0].0, &sent[1].0);
    assert_eq!((text(reply, &["to"]).as_str(), reply.get("ok")), ("a", Some(&true.into())));
    assert_eq!((text(change, &["by"]).as_str(), text(change, &["outputs", "extra_sales"]).as_str()), ("host", "20000"));

    frame.receive(r#""type":"undo""#);
    assert_eq!(frame.form.fragment(), "", "a set is one undo step");
    assert_eq!(text(&frame.one("change"), &["by"]), "host");
    frame.receive(r#""type":"redo""#);
    frame.receive(r#""type":"get","nonce":"b""#);
    let reply = frame.one("reply");
    assert_eq!(text(&reply, &["inputs", "margin"]), "0.03");
    assert_eq!(text(&reply, &["link"]), "https://abacus.example/bad-debt/?lang=en#loss=600&margin=0.03");
    assert!(text(&reply, &["sentence"]).contains("20,000"), "{reply:?}");

    frame.receive(r#""type":"solve","nonce":"c","input":"margin","output":"extra_sales","value":"10000""#);
    assert_eq!(frame.form.fragment(), "extra_sales=10000&loss=600&solve=margin");
    assert_eq!(text(&frame.one("change"), &["solving", "input"]), "margin");
    frame.receive(r#""type":"reset""#);
    assert_eq!(frame.form.fragment(), "");
}

#[test]
fn refused_commands_change_nothing_and_are_reported() {
    let mut frame = FramedPage::at("bad-debt", "", "loss=700");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    let before = frame.form.clone();
    for (members, key, code) in [
        (r#""type":"set","inputs":{"loss":"1","margin":"2"}"#, "margin", "out-of-bounds"),
        (r#""type":"set","inputs":{"loss":"1","margin":"x"}"#, "margin", "unreadable"),
        (r#""type":"solve","input":"margin","output":"extra_sales","value":"-5""#, "margin", "no-answer"),
        (r#""type":"theme","accent":"fefefe","theme":"light""#, "accent", "bad-theme"),
        (r#""type":"jump""#, "jump", "unknown-type"),
    ] {
        frame.receive(&format!(r#""nonce":"n",{members}"#));
        assert_eq!(frame.form, before, "{members}");
        let sent = frame.take_sent();
        let types: Vec<_> = sent.iter().map(|(said, _)| text(said, &["type"])).collect();
        assert_eq!(types, ["problem", "reply"], "{members}: {sent:?}");
        assert_eq!(["key", "code"].map(|part| text(&sent[0].0, &[part])), [key, code]);
        assert_eq!(sent[1].0.get("ok"), Some(&false.into()));
    }
    assert_eq!(*frame.host.theme.borrow(), []);
}

#[test]
fn changes_are_throttled_and_the_last_is_always_sent() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    for loss in 501..=595 {
        frame.host.now.set(frame.host.now.get() + 10);
        frame.form.act(FormAction::Type("loss", loss.to_string()));
        frame.framed.acted(Initiator::User);
        frame.dispatch(FrameEvent::Due);
    }
    let before_pause = frame.take_sent();
    assert!(before_pause.len() <= 10, "{} in a second", before_pause.len());
    frame.host.now.set(frame.host.now.get() + 100);
    frame.dispatch(FrameEvent::Due);
    let last = frame.one("change");
    assert_eq!((text(&last, &["inputs", "loss"]).as_str(), text(&last, &["by"]).as_str()), ("595", "user"));
    frame.dispatch(FrameEvent::Due);
    assert_eq!(frame.take_sent(), [], "nothing is reported twice");
}

#[test]
fn a_change_names_its_latest_author() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    // Nothing changes, so nothing is reported.
    frame.receive(r#""type":"reset""#);
    frame.take_sent();
    frame.type_text("loss", "700");
    assert_eq!(text(&frame.one("change"), &["by"]), "user");
    // Both within one debounce interval.
    frame.receive(r#""type":"set","inputs":{"loss":"800"}"#);
    frame.take_sent();
    frame.type_text("loss", "900");
    let change = frame.one("change");
    assert_eq!((text(&change, &["inputs", "loss"]).as_str(), text(&change, &["by"]).as_str()), ("900", "user"));
}

#[test]
fn an_unreadable_input_is_reported_once_and_results_stay() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    frame.form.act(FormAction::Type("loss", "abc".to_owned()));
    frame.dispatch(FrameEvent::Due);
    frame.dispatch(FrameEvent::Due);
    let problem = frame.one("problem");
    assert_eq!(["key", "code"].map(|part| text(&problem, &[part])), ["loss", "unreadable"]);
}

/// The remaining problems in a message: key, code, and whether the text is in a field.
fn remaining_problems(message: &Value) -> Vec<[String; 3]> {
    let Some(Value::List(problems)) = message.get("problems") else { return Vec::new() };
    let is_typed = |problem: &Value| (problem.get("typed") == Some(&true.into())).to_string();
    problems.iter().map(|problem| [text(problem, &["key"]), text(problem, &["code"]), is_typed(problem)]).collect()
}

#[test]
fn the_end_of_an_error_is_reported_without_new_results() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.type_text("loss", "abc");
    frame.type_text("margin", "200%");
    frame.take_sent();
    frame.type_text("loss", "500");
    let change = frame.one("change");
    assert_eq!((text(&change, &["by"]).as_str(), text(&change, &["inputs", "loss"]).as_str()), ("user", "500"));
    assert_eq!(remaining_problems(&change), [["margin", "out-of-bounds", "true"]], "the other is unchanged");
    // A repeated hello, such as from a script that was loaded later, gets it too.
    frame.receive(r#""type":"hello""#);
    assert_eq!(remaining_problems(&frame.one("ready")).len(), 1);
    frame.type_text("margin", "2%");
    assert_eq!(frame.one("change").get("problems"), None);
    frame.dispatch(FrameEvent::Due);
    assert_eq!(frame.take_sent(), []);
}

#[test]
fn an_error_of_another_kind_replaces_the_reported_one() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.type_text("margin", "abc");
    frame.take_sent();
    frame.type_text("margin", "200%");
    let problem = frame.one("problem");
    assert_eq!(["key", "code"].map(|part| text(&problem, &[part])), ["margin", "out-of-bounds"]);
}

#[test]
fn while_typing_only_the_end_of_an_error_is_reported() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.type_text("loss", "abc");
    frame.take_sent();
    let types = |frame: &mut FramedPage, text: &str| {
        frame.host.now.set(frame.host.now.get() + 500);
        frame.form.act(FormAction::Type("loss", text.to_owned()));
        frame.framed.acted(Initiator::User);
        frame.framed.rendered(&frame.form, &frame.session, true);
    };
    types(&mut frame, "500");
    frame.one("change");
    types(&mut frame, "500x");
    assert_eq!(frame.take_sent(), [], "it may be incomplete");
    frame.dispatch(FrameEvent::Due);
    frame.one("problem");
}

#[test]
fn an_unreadable_target_is_reported_until_it_is_fixed() {
    let mut frame = FramedPage::at("bad-debt", "", "");
    frame.receive(r#""type":"hello""#);
    frame.form.act(FormAction::SolveFor(Some("margin")));
    frame.dispatch(FrameEvent::Due);
    frame.take_sent();
    frame.form.act(FormAction::TypeWanted("much".to_owned()));
    frame.dispatch(FrameEvent::Due);
    let problem = frame.one("problem");
    assert_eq!(["key", "code"].map(|part| text(&problem, &[part])), ["extra_sales", "unreadable"]);
    frame.host.now.set(frame.host.now.get() + 500);
    frame.form.act(FormAction::SolveFor(None));
    frame.dispatch(FrameEvent::Due);
    assert_eq!(frame.one("change").get("problems"), None);
}

#[test]
fn a_field_and_the_link_can_both_have_a_problem_with_a_key() {
    let mut frame = FramedPage::at("bad-debt", "", "loss=abc");
    frame.receive(r#""type":"hello""#);
    frame.type_text("loss", "x");
    frame.take_sent();
    frame.type_text("loss", "500");
    assert_eq!(remaining_problems(&frame.one("change")), [["loss", "unreadable", "false"]], "the link is unchanged");
}

#[test]
fn problems_of_a_link_end_when_another_is_opened() {
    let mut frame = FramedPage::at("bad-debt", "", "colour=1");
    frame.receive(r#""type":"hello""#);
    frame.take_sent();
    frame.host.now.set(frame.host.now.get() + 500);
    frame.form.act(FormAction::Reset);
    frame.dispatch(FrameEvent::Due);
    let change = frame.one("change");
    assert_eq!((text(&change, &["by"]).as_str(), change.get("problems")), ("link", None));
}

#[test]
fn a_customer_frame_tells_its_host_only_what_it_shows() {
    let mut frame = FramedPage::at("clv", "?customer=1", "");
    frame.form.act(FormAction::ShowTo(abacus_core::calculator::share::Reader::Customer));
    frame.take_sent();
    frame.receive(r#""type":"hello""#);
    let ready = frame.one("ready");
    for field in calculator("clv").spec().fields.iter().filter(|field| field.confidential) {
        assert_eq!(ready.get("inputs").unwrap().get(field.key), None, "{}", field.key);
    }
    assert!(
        calculator("clv")
            .spec()
            .fields
            .iter()
            .any(|field| field.part == FieldPart::Slide && ready.get("inputs").unwrap().get(field.key).is_some())
    );
}

/// What a host may send: half of it valid in shape.
fn any_members() -> impl Strategy<Value = String> {
    let valid = prop_oneof![
        Just(r#""type":"undo""#.to_owned()),
        Just(r#""type":"redo""#.to_owned()),
        Just(r#""type":"reset""#.to_owned()),
        (1_u32..2_000, 1_u32..60)
            .prop_map(|(loss, cents)| format!(r#""type":"set","inputs":{{"loss":"{loss}","margin":"0.{cents:02}"}}"#)),
        (1_u32..90_000)
            .prop_map(|wanted| format!(r#""type":"solve","input":"loss","output":"extra_sales","value":"{wanted}""#)),
    ];
    let broken = prop_oneof![
        (1_u32..2_000, 100_u32..999)
            .prop_map(|(loss, margin)| format!(r#""type":"set","inputs":{{"loss":"{loss}","margin":"{margin}"}}"#)),
        "[a-z]{1,7}".prop_map(|name| format!(r#""type":"{name}""#)),
        (1_u32..2_000).prop_map(|loss| format!(r#""type":"set","inputs":{{"loss":"{loss}","margin":null}}"#)),
        Just(r#""type":"set","inputs":"loss""#.to_owned()),
        (1_u32..9_000)
            .prop_map(|wanted| format!(r#""type":"solve","input":"loss","output":"extra_sales","value":"-{wanted}""#)),
    ];
    prop_oneof![valid, broken]
}

#[test]
fn only_accepted_messages_change_state_and_address() {
    let sent = proptest::collection::vec((any_members(), prop::bool::weighted(0.8)), 10_000);
    let sent = sent.new_tree(&mut TestRunner::deterministic()).expect("messages").current();
    let (mut all, mut alone) = (FramedPage::at("bad-debt", "", ""), FramedPage::at("bad-debt", "", ""));
    all.receive(r#""type":"hello""#);
    alone.receive(r#""type":"hello""#);
    let mut accepted = 0;
    for (members, is_parent) in &sent {
        all.take_sent();
        let before = all.form.clone();
        all.receive_from(HOST, *is_parent, &format!(r#""nonce":"n",{members}"#));
        let sent = all.take_sent();
        let reply = sent.iter().find(|(said, _)| said.get("type") == Some(&"reply".into()));
        let is_done = reply.is_some_and(|(reply, _)| reply.get("ok") == Some(&true.into()));
        assert!(is_done || all.form == before, "{members}");
        if is_done {
            accepted += 1;
            alone.receive(members);
        }
        assert_eq!(all.form.fragment(), alone.form.fragment(), "{members}");
        assert_eq!(all.form.evaluations(), alone.form.evaluations(), "{members}");
    }
    assert!(accepted > 2_000 && accepted < 6_000, "{accepted} of them were accepted");
}
