use super::{message, spec};
use abacus_core::number::{dec, int};
use abacus_core::text::Locale;
use abacus_embed::command::{Present, is_for, is_ours, read};
use abacus_embed::value::{MAX_CHARACTERS, MAX_KEYS};
use abacus_embed::{Code, Command, Part, Problem, Refusal, Request, TooLarge};

/// The outcome of a message with these members.
fn asked(tool: &str, members: &str) -> Result<Request, Refusal> {
    let text = format!(r#"{{"source":"sales-abacus","version":1,"nonce":"n",{members}}}"#);
    read(&message(&text).unwrap(), spec(tool), &Present::default())
}

#[track_caller]
fn command(tool: &str, members: &str) -> Command {
    let request = asked(tool, members).unwrap();
    assert_eq!((request.nonce.as_deref(), request.ignored), (Some("n"), vec![]));
    request.command
}

#[track_caller]
fn refused(tool: &str, members: &str, expected: &[(&str, Code)]) {
    let expected: Vec<Problem> = expected.iter().map(|(key, code)| Problem::new(*key, *code)).collect();
    assert_eq!(asked(tool, members), Err(Refusal { problems: expected, nonce: Some("n".to_owned()) }), "{members}");
}

#[test]
fn every_command_is_parsed() {
    for (name, expected) in [
        ("hello", Command::Hello),
        ("get", Command::Get),
        ("reset", Command::Reset),
        ("undo", Command::Undo),
        ("redo", Command::Redo),
        ("reveal", Command::Reveal),
    ] {
        assert_eq!(command("bad-debt", &format!(r#""type":"{name}""#)), expected);
    }
    let set = command("bad-debt", r#""type":"set","inputs":{"loss":"600","margin":"3%"}"#);
    assert_eq!(set, Command::Set(vec![("loss", int(600)), ("margin", dec(3, 2))]));
    let set = command("clv", r#""type":"set","inputs":{"timing":"end","years":12}"#);
    assert_eq!(set, Command::Set(vec![("timing", int(2)), ("years", int(12))]));
    let Command::Solve(input, output, value) =
        command("bad-debt", r#""type":"solve","input":"margin","output":"extra_sales","value":"10000""#)
    else {
        panic!("another command")
    };
    assert_eq!((input.key, output.key, value), ("margin", "extra_sales", int(10_000)));
    let Command::Show(shown) =
        command("bad-debt", r#""type":"show","parts":["result","link"],"lock":"loss margin","customer":true"#)
    else {
        panic!("another command")
    };
    assert_eq!((shown.parts.names().as_str(), shown.customer), ("result,link", true));
    assert!(shown.locks("loss") && shown.locks("margin") && shown.hide.is_empty() && !shown.parts.has(Part::Title));
    let Command::Theme(theme) = command("bad-debt", r#""type":"theme","theme":"dark","radius":3,"ink":null"#) else {
        panic!("another command")
    };
    assert_eq!((theme.scheme.code(), theme.radius, theme.ink), ("dark", Some(3), None));
    let Command::Lang(figures) =
        command("bad-debt", r#""type":"lang","locale":"en","currency":"EUR","decimals":"auto""#)
    else {
        panic!("another command")
    };
    assert_eq!((figures.locale, figures.currency.unwrap().code, figures.decimals), (Some(Locale::En), "EUR", None));
}

#[test]
fn values_are_accepted_all_or_none() {
    use Code::{OutOfBounds, Unreadable};
    refused("bad-debt", r#""type":"set","inputs":{"loss":"600","margin":"much"}"#, &[("margin", Unreadable)]);
    refused(
        "bad-debt",
        r#""type":"set","inputs":{"loss":"-1","margin":"2"}"#,
        &[("loss", OutOfBounds), ("margin", OutOfBounds)],
    );
    refused("bad-debt", r#""type":"set","inputs":{"loss":null}"#, &[("loss", Unreadable)]);
    refused("bad-debt", r#""type":"set","inputs":{"loss":{"value":"1"}}"#, &[("loss", Unreadable)]);
    refused("bad-debt", r#""type":"set","inputs":["600"]"#, &[("inputs", Unreadable)]);
    refused("bad-debt", r#""type":"set""#, &[("inputs", Unreadable)]);
    refused("clv", r#""type":"set","inputs":{"timing":"never"}"#, &[("timing", Unreadable)]);
}

#[test]
fn unknown_keys_are_ignored_and_reported() {
    let request = asked("bad-debt", r#""type":"set","inputs":{"loss":"600","colour":"red"},"later":1"#).unwrap();
    assert_eq!(request.command, Command::Set(vec![("loss", int(600))]));
    assert_eq!(request.ignored, ["colour", "later"].map(|key| Problem::new(key, Code::UnknownKey)));
    refused("bad-debt", r#""type":"set","inputs":{"colour":"red"}"#, &[("colour", Code::UnknownKey)]);
    refused("bad-debt", r#""type":"dance""#, &[("dance", Code::UnknownType)]);
    refused("bad-debt", r#""typ":"get""#, &[("", Code::UnknownType)]);
    refused("bad-debt", r#""type":"show","lock":["margn"]"#, &[("margn", Code::UnknownKey)]);
    refused("bad-debt", r#""type":"theme","accent":"fff9f9","theme":"light""#, &[("accent", Code::BadTheme)]);
    refused("bad-debt", r#""type":"lang","locale":"tlh""#, &[("locale", Code::Unreadable)]);
    refused(
        "bad-debt",
        r#""type":"solve","input":"x","output":"y","value":"1""#,
        &[("input", Code::UnknownKey), ("output", Code::UnknownKey)],
    );
    refused(
        "bad-debt",
        r#""type":"solve","input":"margin","output":"extra_sales","value":"all""#,
        &[("value", Code::Unreadable)],
    );
    refused("clv", r#""type":"solve","input":"timing","output":"value","value":"1""#, &[("input", Code::UnknownKey)]);
}

#[test]
fn messages_are_recognized_by_source_version_and_recipient() {
    let ours = |text| is_ours(&message(text).unwrap());
    assert!(ours(r#"{"source":"sales-abacus","version":1,"type":"get"}"#));
    assert!(
        !ours(r#"{"source":"webpack","version":1,"type":"get"}"#) && !ours(r#"{"source":"sales-abacus","type":"get"}"#)
    );
    assert!(!ours("\"get\"") && !ours("[]") && !ours("null"));
    for (names, expected) in [
        ("{}", true),
        (r#"{"tool":"clv"}"#, true),
        (r#"{"tool":"clv","id":"a"}"#, true),
        (r#"{"tool":"bad-debt"}"#, false),
        (r#"{"id":"b"}"#, false),
        (r#"{"id":null}"#, true),
        (r#"{"id":[]}"#, false),
    ] {
        assert_eq!(is_for(&message(names).unwrap(), "clv", Some("a")), expected, "{names}");
    }
    assert!(!is_for(&message(r#"{"id":"a"}"#).unwrap(), "clv", None));
}

#[test]
fn a_message_over_a_limit_is_not_read() {
    let text = |length: usize| format!("\"{}\"", "九".repeat(length));
    assert!(message(&text(MAX_CHARACTERS)).is_ok());
    assert_eq!(message(&text(MAX_CHARACTERS + 1)), Err(TooLarge));
    let keys =
        |count: usize| format!("{{{}}}", (0..count).map(|at| format!("\"k{at}\":1")).collect::<Vec<_>>().join(","));
    assert!(message(&keys(MAX_KEYS)).is_ok());
    assert_eq!(message(&keys(MAX_KEYS + 1)), Err(TooLarge));
    assert_eq!(message("[[[[[1]]]]]"), Err(TooLarge));
    assert!(message("[[[1]],[[2]]]").is_ok());
    // Sixty values of maximum length, with three bytes per character.
    let full = format!("[{}]", vec![text(MAX_CHARACTERS); 60].join(","));
    assert_eq!(message(&full), Err(TooLarge));
}
