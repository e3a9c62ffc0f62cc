//! The rendered page of the builder.

use abacus_core::calculators::LISTINGS;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::{Part, Scheme};
use sales_abacus::builder::appearance::{Appearance, Fault};

use crate::support::{MemoryStore, render};

fn page(locale: Locale, fragment: &str) -> String {
    render(Page::Builder, locale, fragment, MemoryStore::default())
}

#[test]
fn every_calculator_and_every_part_can_be_chosen() {
    for locale in Locale::ALL {
        let html = page(locale, "tool=bad-debt");
        for listing in LISTINGS {
            assert!(html.contains(&format!("<option value=\"{}\"", listing.id)), "{}", listing.id);
        }
        for part in Part::ALL {
            assert!(html.contains(&format!("value=\"{}\"", part.code())) && html.contains(part.label().get(locale)));
        }
        assert!(!html.contains("<iframe"), "a frame comes with the app, and not before");
        assert_eq!(html.matches("<summary").count(), 4);
    }
}

#[test]
fn unusable_values_are_reported_beside_their_field() {
    let html = page(Locale::En, "tool=bad-debt&accent=ffff00&theme=light&ground=ffffff&ink=1b2428");
    let (_, rest) = html.split_once("id=\"accent-error\"").expect("the message of the accent");
    assert!(rest.split("</p>").next().is_some_and(|message| message.contains("below 4.5 : 1")), "{rest}");
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 1);
}

/// Texts by key, and the problem with one of them.
fn fault(texts: &[(&str, &str)], key: &str) -> Option<Fault> {
    let mut appearance = Appearance::default();
    texts.iter().for_each(|(key, text)| appearance.set(key, text));
    appearance.fault(key)
}

#[test]
fn a_theme_is_refused_as_in_a_frame() {
    for (texts, key, expected) in [
        (&[("accent", "#A8321F"), ("theme", "light")][..], "accent", None),
        (&[("accent", "red")], "accent", Some(Fault::Unreadable)),
        (&[("accent", "a8321f")], "accent", Some(Fault::InDark)),
        (&[("accent", "ffb000")], "accent", Some(Fault::InLight)),
        (&[("accent", "777777"), ("ground", "808080")], "accent", Some(Fault::Contrast)),
        (&[("ground", "transparent")], "ground", None),
        (&[("ground", "clear")], "ground", Some(Fault::Unreadable)),
        (&[("radius", "24")], "radius", None),
        (&[("radius", "25")], "radius", Some(Fault::Unreadable)),
        (&[("scale", "1.5")], "scale", None),
        (&[("scale", "3")], "scale", Some(Fault::Unreadable)),
        (&[("width", "480")], "width", None),
        (&[("width", "20")], "width", Some(Fault::Unreadable)),
        (&[("width", "")], "width", None),
    ] {
        assert_eq!(fault(texts, key), expected, "{texts:?}");
    }
}

#[test]
fn unreadable_values_are_left_out() {
    let mut appearance = Appearance::default();
    for (key, text) in
        [("ground", "ffffff"), ("ink", "eeeeee"), ("accent", "#0B57D0"), ("radius", "x"), ("theme", "dark")]
    {
        appearance.set(key, text);
    }
    let theme = appearance.theme();
    assert_eq!((theme.scheme, theme.ink, theme.radius), (Scheme::Dark, None, None));
    assert_eq!(theme.tokens().len(), 3, "{:?}", theme.tokens());
    assert_eq!(appearance.color("accent").as_deref(), Some("#0b57d0"));
    assert_eq!(appearance.color("ground").as_deref(), Some("#ffffff"));
    assert_eq!(appearance.color("radius"), None);
    // It is used again as soon as it can be parsed.
    appearance.set("ground", "000000");
    assert!(appearance.theme().ink.is_some());
}
