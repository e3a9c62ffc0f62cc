use super::{message, spec};
use abacus_embed::command::Present;
use abacus_embed::gate::{ANYONE, MAX_PER_SECOND};
use abacus_embed::message::Kind;
use abacus_embed::{Code, Command, Gate, GateDecision, Problem, Sender, TooLarge};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

const HOST: &str = "https://intranet.example";
const OTHER: &str = "https://elsewhere.example";

fn from(origin: &str, at: u64) -> Sender<'_> {
    Sender { is_parent: true, origin, at }
}

fn gate(host: Option<&str>) -> Gate {
    Gate::new("bad-debt", None, host.map(str::to_owned))
}

fn says(gate: &mut Gate, sender: Sender<'_>, name: &str) -> GateDecision {
    let text = format!(r#"{{"source":"sales-abacus","version":1,"type":"{name}"}}"#);
    gate.receive(sender, message(&text).as_ref().map_err(|too_large| *too_large), spec("bad-debt"), &Present::default())
}

fn is_done(verdict: &GateDecision) -> bool {
    matches!(verdict, GateDecision::Accepted(_))
}

#[test]
fn only_the_origin_of_the_first_hello_is_accepted() {
    let mut gate = gate(None);
    assert_eq!(says(&mut gate, from(HOST, 0), "get"), GateDecision::Ignored);
    assert_eq!(says(&mut gate, Sender { is_parent: false, ..from(HOST, 0) }, "hello"), GateDecision::Ignored);
    assert_eq!(says(&mut gate, from("null", 0), "hello"), GateDecision::Ignored);
    assert!(!gate.is_open());
    assert!(is_done(&says(&mut gate, from(HOST, 0), "hello")));
    assert!(is_done(&says(&mut gate, from(HOST, 0), "get")));
    for sender in [from(OTHER, 0), Sender { is_parent: false, ..from(HOST, 0) }] {
        assert_eq!(says(&mut gate, sender, "hello"), GateDecision::Ignored);
        assert_eq!(says(&mut gate, sender, "get"), GateDecision::Ignored);
    }
    assert!(is_done(&says(&mut gate, from(HOST, 0), "hello")), "a repeated hello is answered");
}

#[test]
fn a_frame_with_a_host_ignores_other_origins() {
    let mut gate = gate(Some(HOST));
    assert_eq!(says(&mut gate, from(OTHER, 0), "hello"), GateDecision::Ignored);
    assert_eq!(gate.target(Kind::Change), None);
    assert!(is_done(&says(&mut gate, from(HOST, 0), "hello")));
    assert_eq!(gate.target(Kind::Change), Some(HOST));
}

#[test]
fn no_values_are_sent_before_hello() {
    let mut gate = gate(None);
    for kind in Kind::ALL {
        let is_said = matches!(kind, Kind::Ready | Kind::Resize | Kind::Failed);
        assert_eq!(gate.target(kind), is_said.then_some(ANYONE), "{kind:?}");
    }
    says(&mut gate, from(HOST, 0), "hello");
    assert!(Kind::ALL.into_iter().all(|kind| gate.target(kind) == Some(HOST)));
}

#[test]
fn messages_over_a_limit_are_dropped_and_reported_once() {
    let told = GateDecision::Dropped(Some(Problem::new("", Code::TooLarge)));
    let mut gate = gate(None);
    let large = |gate: &mut Gate| gate.receive(from(HOST, 5), Err(TooLarge), spec("bad-debt"), &Present::default());
    assert_eq!(large(&mut gate), GateDecision::Ignored, "nothing is sent before hello");
    assert!(is_done(&says(&mut gate, from(HOST, 10), "hello")));
    for _ in 1..MAX_PER_SECOND {
        assert!(is_done(&says(&mut gate, from(HOST, 500), "undo")));
    }
    assert_eq!(says(&mut gate, from(HOST, 900), "undo"), told);
    assert_eq!(says(&mut gate, from(HOST, 950), "undo"), GateDecision::Dropped(None));
    assert!(is_done(&says(&mut gate, from(HOST, 1_010), "undo")), "a second later the limit is reset");
    assert_eq!(large(&mut gate), GateDecision::Dropped(None));
}

/// Messages that a host may send: half of them well-formed.
fn any_message() -> impl Strategy<Value = String> {
    let valid = prop_oneof![
        Just(r#""type":"hello""#.to_owned()),
        Just(r#""type":"get""#.to_owned()),
        Just(r#""type":"undo""#.to_owned()),
        Just(r#""type":"redo""#.to_owned()),
        Just(r#""type":"reset""#.to_owned()),
        (0_u32..2_000, 0_u32..12)
            .prop_map(|(loss, cents)| format!(r#""type":"set","inputs":{{"loss":"{loss}","margin":"0.{cents:02}"}}"#)),
        (1_u32..90_000)
            .prop_map(|wanted| format!(r#""type":"solve","input":"margin","output":"extra_sales","value":"{wanted}""#)),
        "[a-z]{1,6}".prop_map(|part| format!(r#""type":"show","parts":["result","{part}"]"#)),
    ];
    let broken = prop_oneof![
        "[a-z\"{}:,]{0,24}".prop_map(|junk| serde_json::Value::String(junk).to_string()),
        "[a-z]{1,9}".prop_map(|name| format!(r#"{{"source":"sales-abacus","version":1,"type":"{name}"}}"#)),
        "[0-9a-z.,%-]{0,70}".prop_map(|loss| format!(
            r#"{{"source":"sales-abacus","version":1,"type":"set","inputs":{{"loss":"{loss}"}}}}"#
        )),
        (0_u32..9).prop_map(|version| format!(r#"{{"source":"sales-abacus","version":{version},"type":"reset"}}"#)),
        Just(r#"{"source":"sales-abacus","version":1,"type":"set","inputs":[[[[[[]]]]]]}"#.to_owned()),
    ];
    prop_oneof![valid.prop_map(|members| format!(r#"{{"source":"sales-abacus","version":1,{members}}}"#)), broken]
}

fn any_sender() -> impl Strategy<Value = (bool, &'static str, u64)> {
    let origin = prop_oneof![8 => Just(HOST), 1 => Just(OTHER), 1 => Just("null")];
    (prop::bool::weighted(0.9), origin, 0_u64..60)
}

#[test]
fn only_accepted_messages_change_anything() {
    let sent = proptest::collection::vec((any_message(), any_sender()), 10_000);
    let sent = sent.new_tree(&mut TestRunner::deterministic()).unwrap().current();
    let (mut all, mut accepted_alone) = (gate(None), gate(None));
    let (mut at, mut accepted) = (0, 0);
    for (text, (is_parent, origin, pause)) in &sent {
        at += pause;
        let read = message(text);
        let read = read.as_ref().map_err(|too_large| *too_large);
        let sender = Sender { is_parent: *is_parent, origin, at };
        let was_open = all.is_open();
        match all.receive(sender, read, spec("bad-debt"), &Present::default()) {
            GateDecision::Accepted(request) => {
                accepted += 1;
                assert!(sender.is_parent && sender.origin == HOST || !was_open, "{text} from {sender:?}");
                assert!(was_open || request.command == Command::Hello, "{text}");
                // Spaced out, to stay within the rate limit.
                let alone = Sender { at: accepted * 1_000, ..sender };
                let same = accepted_alone.receive(alone, read, spec("bad-debt"), &Present::default());
                assert_eq!(same, GateDecision::Accepted(request), "{text}");
            }
            _ => assert_eq!(all.is_open(), was_open, "{text} opens nothing"),
        }
        assert_eq!(all.target(Kind::Change), accepted_alone.target(Kind::Change));
    }
    assert!(accepted > 2_000 && accepted < 6_000, "{accepted} of them were accepted");
}
