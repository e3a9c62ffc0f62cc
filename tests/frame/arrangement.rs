//! What a frame shows.

use abacus_core::calculators::CATALOG;
use abacus_core::page::Page;
use abacus_embed::{Part, Parts};

use super::{listing, page, widget, widget_at_first};

/// The markup that identifies each part.
const SEEN: [(Part, &str); 13] = [
    (Part::Title, "widget__title"),
    (Part::Inputs, "name=\"years\""),
    (Part::Sliders, "data-slider=\"years\""),
    (Part::Detail, "More detail"),
    (Part::Result, "result__headline"),
    (Part::Figures, "result__others"),
    (Part::Sentence, "result__sentence"),
    (Part::Picture, "class=\"picture\""),
    (Part::Working, "id=\"working\""),
    (Part::Table, "<table"),
    (Part::Chart, "class=\"chart"),
    (Part::Actions, "data-action=\"reset\""),
    (Part::Conventions, "conventions-title"),
];

#[test]
fn each_part_is_shown_only_if_requested() {
    let usual = widget("clv", "", "");
    for (part, mark) in SEEN {
        assert_eq!(usual.contains(mark), Parts::DEFAULT.has(part), "{part:?} of itself");
        // The fields show the sliders' values.
        let alone = widget("clv", &format!("?parts={}", part.code()), "");
        for (other, mark) in SEEN {
            // Professional results are a list like the other results.
            let comes_along = [(Part::Sliders, Part::Inputs), (Part::Detail, Part::Figures)].contains(&(part, other));
            let is_shown = other == part || comes_along;
            assert_eq!(alone.contains(mark), is_shown, "{other:?} with only {part:?} requested");
        }
    }
    assert!(
        usual.contains("Open in Sales Abacus") && !widget("clv", "?parts=result", "").contains("Open in Sales Abacus")
    );
}

#[test]
fn locked_inputs_are_shown_and_cannot_be_changed() {
    let html = widget("bad-debt", "?lock=margin&parts=inputs,sliders,result,actions", "");
    let field = |key: &str| {
        let at = html.find(&format!("id=\"{key}\"")).expect("a field");
        html[at..].split('>').next().unwrap().to_owned()
    };
    assert!(field("margin").contains("readonly") && !field("loss").contains("readonly"));
    assert_eq!(html.matches("data-action=\"solve\"").count(), 1, "a locked input is not solved for");
    let slider = html.split("data-slider=\"margin\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(slider.contains("disabled"), "{slider}");
}

#[test]
fn hidden_inputs_still_count() {
    let html = widget("bad-debt", "?hide=margin", "margin=0.05");
    assert!(!html.contains("name=\"margin\"") && html.contains("name=\"loss\""));
    assert!(html.contains("<data value=\"10000\""), "{html}");
}

#[test]
fn the_solver_has_a_place_in_every_arrangement() {
    let goal = "extra_sales=10000&solve=margin";
    for query in [
        "",
        "?parts=result",
        "?parts=figures,link",
        "?parts=title,working",
        "?parts=inputs,result&hide=margin",
        "?parts=inputs,result&customer=1",
        "?parts=sentence,picture,table",
    ] {
        // Its own placeholder, which contains the message and the button if loading fails.
        let rooms = |fragment| widget_at_first("bad-debt", query, fragment).matches("later--solve").count();
        assert_eq!((rooms(goal), rooms("loss=700")), (1, 0), "{query}");
    }
    // Retrying loads only what is missing.
    assert!(widget_at_first("bad-debt", "?parts=picture", "").contains("later--extras"));
    let hidden = widget_at_first("bad-debt", "?parts=title,working", goal);
    let (_, after) = hidden.split_once("tool__working").expect("the working");
    assert!(after.contains("later--solve"), "it is not among results that are hidden: {hidden}");
}

#[test]
fn professional_inputs_of_a_link_are_always_shown() {
    assert!(widget("clv", "", "retention=0.8").contains("name=\"retention\""));
    assert!(!widget("clv", "", "").contains("name=\"retention\""));
}

#[test]
fn a_customer_sees_nothing_confidential_in_any_frame() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let html = widget(spec.id, &format!("?customer=1&parts={}", Parts::ALL.names()), "");
        for field in spec.fields.iter().filter(|field| field.confidential) {
            assert!(!html.contains(&format!("name=\"{}\"", field.key)), "{}: {}", spec.id, field.key);
            assert!(!html.contains(&format!("data-slider=\"{}\"", field.key)), "{}: {}", spec.id, field.key);
        }
        assert!(html.contains("class=\"widget\""), "{}", spec.id);
    }
}

#[test]
fn covered_results_are_not_in_the_document() {
    for html in [
        widget("clv", "?guess=1&parts=title,inputs,result,figures,sentence,picture,working,table,chart", ""),
        page(Page::Calculator(listing("clv")), "?guess=1", ""),
    ] {
        assert!(html.contains("class=\"cover\"") && html.contains("name=\"years\""), "{html}");
        for figure in ["56,160", "56160", "1,872"] {
            assert!(!html.contains(figure), "{figure} in {html}");
        }
    }
    assert!(
        page(Page::Calculator(listing("clv")), "?parts=result&lock=years&hide=visits", "").contains("name=\"visits\""),
        "a page has no host to arrange it"
    );
}

#[test]
fn a_guess_has_the_unit_and_keypad_of_its_result() {
    let money = widget("bad-debt", "?guess=1&lang=zh-CN&currency=CNY", "");
    assert!(money.contains("id=\"guess-unit\"") && money.contains(">元</span>"), "{money}");
    assert!(money.contains("field__key") && money.contains(">亿</button>"), "{money}");
    let visits = widget("activity", "?guess=1&lang=en", "");
    assert!(visits.contains(">visits / day</span>") && !visits.contains("field__key"), "{visits}");
}

#[test]
fn a_frame_formats_figures_as_requested() {
    let html = widget("clv", "?lang=zh-CN&currency=EUR&decimals=2", "");
    assert!(html.contains("客户终生价值") && html.contains("€") && html.contains("56,160.00"), "{html}");
    assert!(!widget("clv", "", "").contains('$'), "the currency of the host page is unknown");
}
