//! The messages that our own pages receive from frames and send to them.

use abacus_core::calculator::Inputs;
use abacus_core::calculators::{CATALOG, find};
use abacus_core::text::Locale;
use abacus_embed::command::{self, Present};
use abacus_embed::host::{self, FrameMessage, FrameValues};
use abacus_embed::message::{Envelope, Figures, Initiator, values};
use abacus_embed::{Budget, Code, Command, Entries, Problem, TooLarge, Value};

use crate::spec;

const TOOL: Envelope<'_> = Envelope { tool: "bad-debt", id: None };

fn read(message: &Value) -> Option<FrameMessage> {
    FrameMessage::read(message, "bad-debt")
}

#[test]
fn a_frames_messages_are_understood() {
    let spec = spec("bad-debt");
    let inputs = Inputs::defaults(spec);
    let evaluations = find("bad-debt").unwrap().evaluate(&inputs);
    let revealed: Vec<_> = spec.fields.iter().collect();
    let figures = Figures { spec, inputs: &inputs, revealed: &revealed, evaluations: &evaluations, goal: None };
    let ready = |figures: Option<_>| {
        let mut ready = TOOL.ready(spec, |field| field.label, Locale::En, 900);
        figures.into_iter().for_each(|figures| ready.all(values(figures)));
        ready.into()
    };
    for (figures, is_greeted) in [(None, false), (Some(figures), true)] {
        let Some(FrameMessage::Ready(ready)) = read(&ready(figures)) else { panic!("no ready") };
        assert_eq!((ready.height, ready.locale.as_str(), ready.is_greeted), (900, "en", is_greeted));
        let keys: Vec<_> = ready.inputs.iter().map(|input| input.key.as_str()).collect();
        assert_eq!(keys, spec.fields.iter().map(|field| field.key).collect::<Vec<_>>());
        assert_eq!(ready.inputs[0].label, spec.fields[0].label.en);
    }
    assert_eq!(read(&TOOL.resize(640)), Some(FrameMessage::Height(640)));
    let problem = Problem::new("colour", Code::UnknownKey);
    let text = problem.text(Locale::En);
    let change = |by, problems: &[Problem]| read(&TOOL.change(figures, problems, by, Locale::En));
    assert_eq!(change(Initiator::User, &[]), Some(FrameMessage::Changed(Vec::new())));
    let wrong = [problem.clone(), Problem::new("ink", Code::BadTheme)];
    assert_eq!(
        change(Initiator::User, &wrong),
        Some(FrameMessage::Changed(vec![text.clone()])),
        "the fields show the theme's"
    );
    assert_eq!(change(Initiator::Host, &[]), None, "our own changes are not reported back");
    assert_eq!(read(&TOOL.problem(&problem, Locale::En)), Some(FrameMessage::Refused(Code::UnknownKey, text)));
    let mut answer = values(figures);
    answer.text("link", "https://abacus.example/bad-debt/?lang=en#loss=700");
    let reply = TOOL.reply("builder", true, &[], Locale::En, answer);
    let Some(FrameMessage::Values(FrameValues { fragment, inputs })) = read(&reply) else { panic!("no answer") };
    assert_eq!(fragment, "loss=700");
    assert_eq!(inputs[0], ("loss".to_owned(), "500".to_owned()));
}

/// Takes a message from a budget, as the browser code does while it reads one.
fn take(value: &Value, budget: &mut Budget) -> Result<(), TooLarge> {
    match value {
        Value::Null | Value::Bool(_) | Value::Whole(_) => {}
        Value::Text(text) => budget.text(text)?,
        Value::List(items) => {
            budget.enter()?;
            for item in items {
                budget.item()?;
                take(item, budget)?;
            }
            budget.leave();
        }
        Value::Map(entries) => {
            budget.enter()?;
            for (key, value) in entries {
                budget.key(key)?;
                take(value, budget)?;
            }
            budget.leave();
        }
    }
    Ok(())
}

#[test]
fn every_frame_message_is_within_its_budget() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let inputs = Inputs::defaults(spec);
        let (evaluations, revealed) = (calculator.evaluate(&inputs), spec.fields.iter().collect::<Vec<_>>());
        let figures = Figures { spec, inputs: &inputs, revealed: &revealed, evaluations: &evaluations, goal: None };
        for locale in Locale::ALL {
            let envelope = Envelope { tool: spec.id, id: None };
            let mut ready = envelope.ready(spec, |field| field.label, locale, 20_000);
            ready.all(values(figures));
            assert_eq!(take(&ready.into(), &mut Budget::of_frame()), Ok(()), "{}", spec.id);
        }
    }
    assert_eq!(take(&"x".repeat(5_000).into(), &mut Budget::of_frame()), Err(TooLarge));
}

#[test]
fn messages_for_others_give_none() {
    let resize = TOOL.resize(640);
    assert_eq!(FrameMessage::read(&resize, "clv"), None);
    let mut without_a_calculator = Entries::default();
    without_a_calculator.text("type", "resize");
    without_a_calculator.add("height", 7_u32.into());
    for message in [Value::Null, "resize".into(), without_a_calculator.into()] {
        assert_eq!(read(&message), None);
    }
    let reply = TOOL.reply("builder", false, &[], Locale::En, Entries::default());
    assert_eq!(read(&reply), None, "an answer without a link");
}

#[test]
fn a_frame_understands_the_hosts_messages() {
    let spec = spec("bad-debt");
    let understood = |message: &Value| {
        assert!(command::is_ours(message) && command::is_for(message, "bad-debt", None));
        command::read(message, spec, &Present::default()).unwrap()
    };
    assert_eq!(understood(&host::hello("bad-debt")).command, Command::Hello);
    let get = understood(&host::get("bad-debt"));
    assert_eq!((get.command, get.nonce.is_some()), (Command::Get, true));
    let inputs = [("loss".to_owned(), "700".to_owned()), ("margin".to_owned(), "0.03".to_owned())];
    let Command::Set(values) = understood(&host::set("bad-debt", &inputs)).command else { panic!("no values") };
    assert_eq!(
        values.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>(),
        ["loss=700", "margin=0.03"]
    );
}
