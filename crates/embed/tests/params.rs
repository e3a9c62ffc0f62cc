use super::spec;
use abacus_core::calculators::CATALOG;
use abacus_core::number::dec;
use abacus_core::number::format::Currency;
use abacus_core::text::Locale;
use abacus_embed::color::Color;
use abacus_embed::params::{Figures, arranges};
use abacus_embed::theme::Ground;
use abacus_embed::{Arrangement, Code, Params, Part, Parts, Problem, Scheme, Theme};
use proptest::prelude::*;

const WHOLE: &str = "lang=en&currency=EUR&decimals=2&parts=title,inputs,result&lock=margin&hide=loss&customer=1&guess=1&host=https://intranet.example:8443&id=one-2&theme=dark&accent=ffaa00&ground=transparent&ink=ffffff&radius=0&scale=1.25";

#[test]
fn every_parameter_round_trips() {
    let (params, problems) = Params::read(WHOLE, spec("bad-debt"));
    assert_eq!(problems, []);
    assert_eq!(
        params.figures,
        Figures { locale: Some(Locale::En), currency: Currency::find("EUR"), decimals: Some(2) }
    );
    let parts = [Part::Title, Part::Inputs, Part::Result].into_iter().collect();
    let arrangement = Arrangement { parts, lock: vec!["margin"], hide: vec!["loss"], customer: true, guess: true };
    assert_eq!(params.arrangement, arrangement);
    assert_eq!((params.host.as_deref(), params.id.as_deref()), (Some("https://intranet.example:8443"), Some("one-2")));
    let theme = Theme {
        scheme: Scheme::Dark,
        accent: Color::read("ffaa00"),
        ground: Some(Ground::Transparent),
        ink: Some(Color::WHITE),
        radius: Some(0),
        scale: Some(dec(125, 2)),
    };
    assert_eq!(params.theme, theme);
    assert_eq!(params.query(), WHOLE);
}

#[test]
fn a_frame_without_parameters_shows_the_default_parts() {
    let (params, problems) = Params::read("", spec("clv"));
    assert_eq!((&params, problems), (&Params::default(), vec![]));
    assert_eq!(params.arrangement.parts.names(), "title,inputs,sliders,result,figures,working,link");
    assert_eq!(params.query(), "");
    assert_eq!(Parts::ALL.iter().count(), Part::ALL.len());
}

#[test]
fn unusable_parts_are_reported_and_the_rest_applies() {
    for (query, key, code) in [
        ("colour=red", "colour", Code::UnknownKey),
        ("lock=margn", "margn", Code::UnknownKey),
        ("hide=years", "years", Code::UnknownKey),
        ("parts=result,everything", "parts", Code::Unreadable),
        ("customer=yes", "customer", Code::Unreadable),
        ("guess=", "guess", Code::Unreadable),
        ("host=intranet.example", "host", Code::Unreadable),
        ("host=javascript://intranet.example", "host", Code::Unreadable),
        ("host=https://user@intranet.example", "host", Code::Unreadable),
        ("host=*", "host", Code::Unreadable),
        ("id=One", "id", Code::Unreadable),
        ("id=a23456789012345678901234567890123", "id", Code::Unreadable),
        ("lang=tlh", "lang", Code::Unreadable),
        ("currency=XXX", "currency", Code::Unreadable),
        ("decimals=3", "decimals", Code::OutOfBounds),
        ("decimals=many", "decimals", Code::Unreadable),
        ("theme=blue", "theme", Code::BadTheme),
        ("accent=red", "accent", Code::BadTheme),
        ("ground=%23ffffff", "ground", Code::BadTheme),
        ("radius=25", "radius", Code::BadTheme),
        ("radius=-1", "radius", Code::BadTheme),
        ("scale=0.7", "scale", Code::BadTheme),
        ("scale=2.01", "scale", Code::BadTheme),
    ] {
        let (params, problems) = Params::read(&format!("{query}&radius=7&radius=8"), spec("bad-debt"));
        assert_eq!(problems, [Problem::new(key, code)], "{query}");
        assert_eq!(params.theme.radius, (key != "radius").then_some(7), "{query}: the first of two applies");
        assert!(problems[0].text(Locale::En).contains(key) && problems[0].text(Locale::Zh).contains(key));
    }
}

#[test]
fn escapes_spaces_and_empty_lists_are_parsed() {
    let spec = spec("bad-debt");
    let (params, problems) = Params::read("?parts=inputs+result%2Clink&host=https%3A%2F%2Fa.example&lock=", spec);
    assert_eq!((params.arrangement.parts.names().as_str(), problems), ("inputs,result,link", vec![]));
    assert_eq!(params.host.as_deref(), Some("https://a.example"));
    assert_eq!(Params::read("parts=", spec).0.arrangement.parts, Parts::NONE);
    assert_eq!(Params::read(&Params::read("parts=", spec).0.query(), spec).0.arrangement.parts, Parts::NONE);
}

#[test]
fn a_language_alone_arranges_nothing() {
    for (query, arranged) in
        [("", false), ("?", false), ("?lang=en", false), ("?guess=1", true), ("?lang=en&id=a", true)]
    {
        assert_eq!(arranges(query), arranged, "{query}");
    }
}

#[test]
fn no_input_is_named_like_a_parameter() {
    let parameters = WHOLE.split('&').map(|pair| pair.split('=').next().unwrap());
    // The attributes that every element has, and the others of our element.
    let others = [
        "tool",
        "name",
        "readonly",
        "values",
        "results",
        "ready",
        "link",
        "sentence",
        "class",
        "style",
        "title",
        "dir",
        "hidden",
        "slot",
        "part",
        "is",
        "role",
        "tabindex",
        "translate",
        "nonce",
        "inert",
        "popover",
        "draggable",
        "autofocus",
        "spellcheck",
    ];
    let taken: Vec<&str> = parameters.chain(others).collect();
    for calculator in CATALOG {
        for field in calculator.spec().fields {
            assert!(!taken.contains(&field.key), "{}: `{}` is taken", calculator.spec().id, field.key);
        }
    }
}

proptest! {
    #[test]
    fn any_query_is_handled_and_its_output_round_trips(query in "([a-z]{1,9}=[a-z0-9,.%+-]{0,12}&){0,6}") {
        let spec = spec("clv");
        let (params, _) = Params::read(&query, spec);
        prop_assert_eq!(Params::read(&params.query(), spec), (params, vec![]));
    }

    #[test]
    fn any_value_of_a_known_parameter_is_handled(place in 0_usize..16, value in "\\PC{0,20}") {
        let key = WHOLE.split('&').nth(place).unwrap().split('=').next().unwrap();
        let (params, _) = Params::read(&format!("{key}={value}"), spec("clv"));
        prop_assert_eq!(Params::read(&params.query(), spec("clv")), (params, vec![]));
    }
}
