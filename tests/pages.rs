//! Every page renders without a browser, in both languages, and keeps the contract of its markup.

use crate::support;

use std::collections::BTreeSet;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::audience::{has_card, shared_fields};
use abacus_core::calculator::field::{Kind, Part};
use abacus_core::calculator::share::decode;
use abacus_core::calculator::working::workings;
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::format::{Style, machine};
use abacus_core::page::Page;
use abacus_core::text::Locale;
use sales_abacus::calculator::SLIDERS;
use sales_abacus::shell::field_errors::field_error;
use sales_abacus::shell::styles::DECIMALS;
use support::{KEPT, MemoryStore, render};

fn page(page: Page, locale: Locale, fragment: &str) -> String {
    render(page, locale, fragment, MemoryStore::default())
}

fn calculator(id: &str, locale: Locale, fragment: &str) -> String {
    page(Page::from_path(&format!("{id}/")).expect("a page"), locale, fragment)
}

/// The result with this key in the markup: exact value and text.
fn result(html: &str, key: &str) -> (String, String) {
    let (_, output) = element(html, &format!("<output name=\"{key}\""), "</output>");
    let (data, text) = element(output, "<data ", "</data>");
    (between(data, "value=\"", "\"").to_owned(), text.to_owned())
}

/// The attributes and the content of the element that begins with `start`.
#[track_caller]
fn element<'a>(html: &'a str, start: &str, end: &str) -> (&'a str, &'a str) {
    between(html, start, end).split_once('>').unwrap_or_else(|| panic!("{start} is not an element"))
}

#[track_caller]
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start}")).0
}

#[test]
fn every_page_has_one_heading_and_unique_ids() {
    for locale in Locale::ALL {
        for shown in Page::all() {
            let html = page(shown, locale, "");
            assert_eq!(html.matches("<h1").count(), 1, "{shown:?}");
            assert_eq!(html.matches("<main").count(), 1, "{shown:?}");
            let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{shown:?}: {ids:?}");
            assert!(!html.contains(" style="), "{shown:?}: the policy forbids style attributes");
            for missing in ["NaN", "∞", "undefined"] {
                assert!(!html.contains(missing), "{shown:?}: {missing}");
            }
        }
    }
}

/// A browser that translates a page replaces its text nodes, and later updates to them are invisible.
#[test]
fn live_regions_are_not_translated() {
    for shown in Page::all() {
        let html = page(shown, Locale::En, "");
        let tags = html.split('<').filter_map(|tag| tag.split('>').next());
        let changing = |tag: &&str| {
            tag.contains("role=\"status\"") || tag.contains("role=\"alert\"") || tag.starts_with("output ")
        };
        let changing: Vec<_> = tags.filter(changing).collect();
        assert!(!changing.is_empty(), "{shown:?}");
        let translated: Vec<_> = changing.iter().filter(|tag| !tag.contains("translate=\"no\"")).collect();
        assert!(translated.is_empty(), "{shown:?}: {translated:?}");
    }
}

#[test]
fn english_pages_are_free_of_chinese_text() {
    let is_han = |character: &char| ('\u{4e00}'..='\u{9fff}').contains(character);
    for shown in Page::all() {
        let html = page(shown, Locale::En, "").replace("中文", "");
        let han: String = html.chars().filter(is_han).collect();
        assert_eq!(han, "", "{shown:?}");
    }
}

#[test]
fn the_worked_examples_are_shown_in_both_languages() {
    for locale in Locale::ALL {
        for (id, fragment, expected) in [
            (
                "clv",
                "#spend=9&visits=4&weeks=52&years=30",
                [("weekly", "36"), ("yearly", "1,872"), ("value", "56,160")].as_slice(),
            ),
            ("bad-debt", "loss=500&margin=0.02", &[("extra_sales", "25,000"), ("multiple", "50")]),
            ("bad-debt", "margin=2%25", &[("extra_sales", "25,000")]),
            ("receivables", "margin=0.1&rate=0.05", &[("months", "24.0"), ("days_to_zero", "730")]),
            ("activity", "", &[("total_prospects", "30"), ("total_visits", "120"), ("per_day", "6")]),
        ] {
            let html = calculator(id, locale, fragment);
            for (key, text) in expected {
                assert_eq!(result(&html, key).1, *text, "{id} {key}");
            }
        }
    }
}

#[test]
fn results_carry_their_exact_decimal() {
    for tool in CATALOG {
        let html = calculator(tool.spec().id, Locale::En, "");
        let inputs = Inputs::defaults(tool.spec());
        for evaluation in tool.evaluate(&inputs) {
            let key = evaluation.output.key;
            match evaluation.value {
                Ok(value) => assert_eq!(result(&html, key).0, machine(value)),
                Err(reason) => {
                    let (_, text) = element(&html, &format!("<output name=\"{key}\""), "</output>");
                    assert_eq!(text, evaluation.output.none(reason).en);
                }
            }
        }
    }
    let html = calculator("bad-debt", Locale::Zh, "margin=0.03");
    assert_eq!(result(&html, "extra_sales"), ("16666.666666666667".to_owned(), "16,666.67".to_owned()));
}

#[test]
fn the_longer_a_figure_the_smaller_its_type() {
    for (spend, class) in [
        ("1", "\"result__headline\""),
        ("900", "result__headline--wide"),
        ("99999999999", "result__headline--long\""),
        ("999999999999999", "result__headline--longest"),
    ] {
        let html = calculator("clv", Locale::Zh, &format!("spend={spend}"));
        assert!(html.contains(class), "{spend}");
    }
}

#[test]
fn inputs_are_named_labelled_and_described() {
    for tool in CATALOG {
        let spec = tool.spec();
        let html = calculator(spec.id, Locale::Zh, "");
        for field in spec.fields {
            let controls = html.split('<').filter(|tag| tag.starts_with("input ") || tag.starts_with("select "));
            let named = format!(" name=\"{}\"", field.key);
            let input = controls.into_iter().find(|control| control.contains(&named)).expect("an input");
            let is_number = input.contains("inputmode=\"decimal\"") && input.contains("type=\"text\"");
            assert_eq!(is_number, !matches!(field.kind, Kind::Choice(_)), "{input}");
            let described_by = between(input, "aria-describedby=\"", "\"");
            for id in described_by.split(' ') {
                assert!(html.contains(&format!(" id=\"{id}\"")), "{id} is not on the page");
            }
            let (_, label) = element(&html, &format!("<label for=\"{}\"", field.key), "</label>");
            assert_eq!(label, spec.label(field, &Inputs::defaults(spec)).zh);
        }
    }
}

#[test]
fn formula_and_working_use_the_users_figures() {
    let html = calculator("activity", Locale::En, "deals=7&prospects=2.5&visits=3&days=21");
    let working = between(&html, "class=\"working\">", "</ol>");
    assert_eq!(working.matches("working__formula").count(), 3);
    for figure in ["class=\"term\">Monthly deals</mi>", "class=\"term\">2.5</mn>", "<mn>17.5</mn>", "<mn>2.5714…</mn>"]
    {
        assert!(working.contains(figure), "{figure} is missing in {working}");
    }
    assert_eq!(result(&html, "total_visits").1, "54");
}

#[test]
fn the_bad_debt_table_marks_the_current_cell_and_misprints() {
    for (locale, explanation) in [
        (Locale::Zh, "600、6%：资料印的是 9,999，应为 10,000（少印了 1）。"),
        (Locale::En, "600 at 6%: the slide prints 9,999; it should be 10,000 (printed one too low)."),
    ] {
        let html = calculator("bad-debt", locale, "loss=750&margin=0.04");
        assert!(html.contains(explanation), "{explanation}");
        assert_eq!(html.matches("table__misprint").count(), 3);
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
        assert!(between(&html, "aria-current=\"true\"", "</td>").contains("18,750"));
    }
}

#[test]
fn other_figures_hide_misprints_and_show_the_current_case() {
    let html = calculator("bad-debt", Locale::En, "loss=550&insured=0.5");
    assert_eq!(html.matches("table__misprint").count(), 0);
    assert_eq!(between(&html, "Now: <strong>", "</strong>"), "Loss 550, Net margin 2% → $13,750");
}

#[test]
fn a_customer_sees_only_shared_figures() {
    for tool in CATALOG.iter().filter(|tool| has_card(**tool)) {
        let (spec, shared) = (tool.spec(), shared_fields(*tool, None));
        for locale in Locale::ALL {
            let html = calculator(spec.id, locale, &format!("{KEPT}margin=0.035"));
            for field in spec.fields {
                let named = format!(" name=\"{}\"", field.key);
                assert_eq!(html.contains(&named), shared.contains(&field), "{} {}", spec.id, field.key);
            }
            assert!(!html.contains("3.5%"));
            assert_eq!(html.matches("print-inputs__input").count(), shared.len(), "{}", spec.id);
            assert!(html.contains("<data value="), "{}: something is shown", spec.id);
            assert!(html.contains("result__sentence") && html.contains("customer__lock"), "{}", spec.id);
            // Nothing links anywhere else.
            assert!(!html.contains("<a ") && !html.contains("<nav"), "{}", spec.id);
        }
    }
}

#[test]
fn the_page_says_why_there_is_nothing_for_a_customer() {
    for tool in CATALOG {
        let html = calculator(tool.spec().id, Locale::En, "");
        assert_eq!(html.contains("id=\"why-not\""), !has_card(*tool), "{tool:?}");
        assert_eq!(html.contains("aria-describedby=\"why-not\""), !has_card(*tool), "{tool:?}");
    }
}

#[test]
fn the_lifetime_value_caveat_fits_every_audience() {
    for fragment in ["", "margin=0.3&retention=0.9&discount=0.1", "kept:margin=0.3"] {
        let html = calculator("clv", Locale::En, fragment);
        let (_, caveat) = element(&html, "class=\"result__caveat\"", "</p>");
        assert!(caveat.starts_with("Without further steps this is revenue only"), "{caveat}");
        assert!(!caveat.contains("More detail") && !caveat.contains("slide"), "{caveat}");
    }
}

#[test]
fn only_decimals_that_are_shown_are_offered() {
    for decimals in 0..=9_usize {
        let store = MemoryStore::default();
        store.records.borrow_mut().insert(DECIMALS.to_owned(), decimals.to_string());
        let html = render(Page::from_path("clv/").expect("a page"), Locale::En, "spend=9.1234", store);
        let text = result(&html, "value").1;
        let shown = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        assert_eq!(shown, decimals.min(2), "{text}");
        assert!(!html.contains("<option value=\"3\""), "no option without effect");
    }
}

#[test]
fn every_calculator_on_home_has_its_small_picture() {
    let html = page(Page::Home, Locale::Zh, "");
    for tool in CATALOG {
        let (_, tile) = html.split_once(&format!("href=\"./{}/\"", tool.spec().id)).expect("a tile");
        let sketch = between(tile, "class=\"tools__sketch\"", "</svg>");
        assert!(sketch.contains("class=\"tools__marked\"") && sketch.contains("d=\"M"), "{tool:?}");
    }
    assert_eq!(html.matches("class=\"tools__sketch\"").count(), CATALOG.len());
}

#[test]
fn a_picture_has_its_figures_as_text() {
    for (id, texts) in [
        ("clv", ["每次消费", "¥9", "¥36", "¥1,872", "¥56,160", "每一格等于上面一整行"].as_slice()),
        ("bad-debt", &["坏账损失", "¥500", "额外销售额", "¥25,000"]),
        ("activity", &["每月拜访", "120", "每月准客户", "30", "每月成交", "10"]),
        ("receivables", &["利息 ¥123.29，是原有利润 ¥1,000 的 12.3%", "利润归零：24.0 个月，一格一个月"]),
        ("delivered-value", &["¥30", "¥20"]),
    ] {
        let html = calculator(id, Locale::Zh, "");
        let picture = between(&html, "class=\"picture\"", "</figure>");
        assert!(picture.split("<svg").skip(1).all(|svg| between(svg, "", ">").contains("aria-hidden")), "{id}");
        for text in texts {
            assert!(picture.contains(text), "{id}: {text}");
        }
    }
}

#[test]
fn a_chart_names_three_lines_and_the_current_one() {
    for tool in CATALOG {
        let html = calculator(tool.spec().id, Locale::En, "");
        let picture = between(&html, "class=\"chart__picture\"", "</svg>");
        let lines = tool.spec().what_if.rows.values.len();
        let named = picture.matches("chart__leader").count();
        assert!((1..=3).contains(&named) && named <= lines, "{tool:?}: {named}");
        let name = "class=\"chart__text chart__text--current\"";
        let beside = picture.split("chart__bubble").next().map(|lines| lines.matches(name).count());
        assert_eq!(beside, Some(1), "{tool:?}: the current line");
    }
}

#[test]
fn the_bubble_has_the_figures_of_both_axes() {
    for (fragment, texts) in [
        ("", [">$25,000<", ">2%<"]),
        ("loss=550&margin=0.025", [">$22,000<", ">2.5%<"]),
        ("margin=0.2", [">$2,500<", ">20%<"]),
    ] {
        let html = calculator("bad-debt", Locale::En, fragment);
        let bubble = between(&html, "class=\"chart__bubble\"", "</svg>");
        assert!(texts.iter().all(|text| bubble.contains(text)), "{fragment}: {bubble}");
    }
}

/// The text of a working's sentences, without elements.
fn said(id: &str, locale: Locale, fragment: &str) -> Vec<String> {
    let html = calculator(id, locale, fragment);
    let sentences = html.split(" class=\"working__said\">").skip(1);
    let text =
        |html: &str| html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    sentences.map(|rest| text(rest.split("</p>").next().unwrap_or_default())).collect()
}

#[test]
fn each_step_of_a_working_has_a_sentence_too() {
    for tool in CATALOG {
        for (locale, stop) in [(Locale::Zh, '。'), (Locale::En, '.')] {
            let sentences = said(tool.spec().id, locale, "");
            let steps = workings(*tool, &Inputs::defaults(tool.spec()));
            assert_eq!(sentences.len(), steps.iter().filter(|step| step.part == Part::Slide).count());
            for (sentence, step) in sentences.iter().zip(&steps) {
                let style = Style::default_for(locale);
                let evaluations = tool.evaluate(&Inputs::defaults(tool.spec()));
                let result = evaluations.iter().find(|it| it.output == step.output).and_then(|it| it.value.ok());
                let result = result.map(|value| step.output.quote(value, &style)).unwrap_or_default();
                assert!(sentence.contains(&format!("{result}{stop}")), "{sentence}");
                assert!(sentence.ends_with(stop) && !sentence.contains("  "), "{sentence}");
            }
        }
    }
}

#[test]
fn a_sentence_of_a_working_keeps_the_order_of_its_operations() {
    for (id, locale, fragment, told) in [
        ("bad-debt", Locale::Zh, "insured=0.9", "坏账损失 ¥500 乘以(1 − 保险赔付比例 90%)，得 ¥50。"),
        ("bad-debt", Locale::Zh, "premium=20", "坏账损失 ¥500 加保费 ¥20，得 ¥520。"),
        ("slow-collection", Locale::Zh, "", "年赊销额 ¥36,500,000 乘以慢了几天 5 除以 365，得 ¥500,000。"),
        ("activity", Locale::En, "", "Monthly deals 10 times Prospects per deal 3 is 30."),
        (
            "activity",
            Locale::En,
            "visits=3.3&days=21",
            "Monthly visits 99 divided by Monthly working days 21 is 4.7142…, rounded up to 5.",
        ),
        (
            "credit-decision",
            Locale::En,
            "recovered=0.5",
            "Amount $10,000 × (Margin 10% − Chance of default 2% × (1 − Recovered 50%)) minus Amount $10,000 × Cost of \
             borrowing 5% × Credit period 90 ÷ 365 is about $776.71.",
        ),
    ] {
        let sentences: Vec<_> =
            said(id, locale, fragment).iter().map(|sentence| sentence.replace('\u{a0}', " ")).collect();
        assert!(sentences.iter().any(|sentence| sentence == told), "{told} is none of {sentences:#?}");
    }
}

#[test]
fn a_conditional_exponent_is_explained() {
    let html = calculator("clv", Locale::En, "discount=0.1&timing=end");
    let note = "Paid: 0 = At the start of the year; 1 = In the middle of the year; 2 = At the end of the year";
    assert_eq!(html.matches(note).count(), 1, "only at the step that contains it");
    assert!(
        !calculator("clv", Locale::En, "discount=0.1").contains("working__note"),
        "only if the formula contains it"
    );
}

#[test]
fn a_waterfall_below_zero_shows_the_zero_line_and_currency() {
    let html = calculator("clv", Locale::En, "margin=0.3&acquisition=20000");
    assert!(html.contains("Acquisition cost $20,000"));
    assert_eq!(html.matches("waterfall__zero").count(), 3);
    assert_eq!(calculator("clv", Locale::En, "margin=0.3").matches("waterfall__zero").count(), 0);
}

#[test]
fn a_rate_states_its_period_once() {
    for (locale, twice) in [(Locale::En, "a year (per year)"), (Locale::Zh, "年借款成本（每年）")] {
        assert!(!calculator("receivables", locale, "").contains(twice));
    }
}

#[test]
fn only_full_pages_remember_slider_ranges() {
    for (path, low) in [("bad-debt/", "0.0001"), ("embed/bad-debt/", "0.001")] {
        let store = MemoryStore::default();
        store.records.borrow_mut().insert(format!("{SLIDERS}bad-debt"), "margin=0.0001,0.0005".to_owned());
        let html = render(Page::from_path(path).expect("a page"), Locale::En, "", store);
        assert!(html.contains(&format!("min=\"{low}\"")), "{path}");
    }
}

#[test]
fn the_current_case_is_always_marked_in_table_and_chart() {
    for (fragment, figure, heads, is_beyond) in [
        ("margin=0.028", "17,857", 1, false),
        ("loss=550&margin=0.039", "14,103", 2, false),
        ("margin=0.2", "2,500", 1, true),
        ("loss=100000&margin=0.05", "2,000,000", 1, true),
    ] {
        let html = calculator("bad-debt", Locale::En, fragment);
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1, "{fragment}");
        assert!(between(&html, "aria-current=\"true\"", "</td>").contains(figure), "{fragment}");
        assert_eq!(html.matches("table__beside").count(), heads, "{fragment}");
        let picture = between(&html, "class=\"chart__picture\"", "</svg>");
        assert_eq!(picture.matches("chart__now").count(), 1, "{fragment}");
        assert_eq!((picture.contains("rotate("), html.contains("where the arrow points")), (is_beyond, is_beyond));
    }
}

#[test]
fn table_and_chart_are_one_labelled_tab_stop_each() {
    for tool in CATALOG {
        for locale in Locale::ALL {
            let html = calculator(tool.spec().id, locale, "");
            // On a desktop the chart comes first.
            let curve = format!("<section aria-label=\"{}\"", ["走势图", "Chart"][usize::from(locale == Locale::En)]);
            let section = between(&html, &curve, "<section aria-labelledby=\"scenarios-title\"");
            assert_eq!(section.matches("tabindex=\"0\"").count(), 2, "{tool:?}");
            assert!(section.contains("role=\"grid\"") && section.contains("role=\"application\""));
            let (_, summary) = element(section, "<p id=\"chart-summary\"", "</p>");
            let (spec, table) = (tool.spec(), &tool.spec().what_if);
            let inputs = abacus_core::calculator::Inputs::defaults(spec);
            let input = |key| spec.label(spec.field(key).expect("a field"), &inputs);
            let output = spec.output(table.output).expect("an output");
            for label in [output.label, input(table.rows.key), input(table.columns.key)] {
                assert!(summary.contains(label.get(locale)), "{summary}");
            }
            assert_eq!(section.matches("<polyline").count(), table.rows.values.len(), "{tool:?}");
            let texts = section.split("<polyline").skip(1).map(|line| between(line, "points=\"", "\""));
            assert!(texts.into_iter().all(|points| points.split(' ').count() <= 2 * 64), "{tool:?}");
        }
    }
}

#[test]
fn problems_of_a_link_are_reported_and_the_rest_applies() {
    let html = calculator("bad-debt", Locale::En, "loss=700&margin=-1&colour=red&loss=9");
    for told in [
        "“colour”: this calculator has no such input.",
        "“loss” appears twice; only the first is used.",
        "Net margin “-1” was not used: Enter a value above 0% and up to 100%. Now it is -100%.",
    ] {
        assert!(html.contains(told), "{told}");
    }
    assert_eq!(result(&html, "extra_sales").1, "35,000");
    let html = calculator("clv", Locale::Zh, "years=304");
    assert!(html.contains("持续年数要在 0 到 100 之间，现在是 304。"), "{html}");
}

#[test]
fn an_error_names_the_field_as_its_label_does() {
    let spec = find("bad-debt").expect("a calculator").spec();
    let margin = spec.field("margin").expect("an input");
    let error = margin.parse("0").expect_err("no margin at all");
    for (convention, label) in [("net", "净利率"), ("gross", "毛利率")] {
        let (fragment, inputs) =
            (format!("margin_kind={convention}&margin=2"), decode(spec, &format!("margin_kind={convention}")).inputs);
        let said = field_error(&spec.named(margin, &inputs), error, Locale::Zh);
        assert!(said.starts_with(&format!("{label}要大于 0%")), "{said}");
        let html = calculator("bad-debt", Locale::Zh, &fragment);
        assert!(html.contains(&format!(">{label}</label>")), "{convention}");
        assert!(html.contains(&format!("{label}“2”没有用上：{label}要大于 0%")), "{convention}");
    }
}

#[test]
fn markup_in_a_link_is_escaped() {
    let html = calculator("clv", Locale::En, "#%3Cscript%3Ealert(1)%3C/script%3E=1&spend=%3Cimg%20src=x%3E");
    assert!(!html.contains("<script") && !html.contains("<img"));
}

#[test]
fn a_result_too_large_for_exact_arithmetic_is_refused() {
    for (locale, reason) in [(Locale::Zh, "数字太大"), (Locale::En, "Too large")] {
        let html = calculator("clv", locale, "spend=1000000000000000&visits=1000000000&weeks=1000000000&years=100");
        let (_, output) = element(&html, "<output name=\"value\"", "</output>");
        assert!(output.starts_with(reason) && !output.contains("<data"), "{output}");
    }
}

#[test]
fn pages_link_to_each_other_relatively() {
    for shown in Page::all() {
        let html = page(shown, Locale::Zh, "");
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let relative = link.starts_with("./") || link.starts_with("../") || link.starts_with('#');
            assert!(relative, "{shown:?} links to {link}");
        }
    }
}

#[test]
fn a_link_of_many_unknown_keys_makes_one_short_notice() {
    let fragment = (0..3_000).map(|number| format!("x{number}=1")).collect::<Vec<_>>().join("&");
    let html = calculator("clv", Locale::En, &fragment);
    let notice = between(&html, "notice__title", "</ul>");
    assert_eq!(notice.matches("<li>").count(), 11);
    assert!(notice.contains("And 2990 more."), "{notice}");
    let long = calculator("clv", Locale::En, &format!("{}=1", "x".repeat(5_000)));
    assert!(between(&long, "notice__title", "</ul>").len() < 400);
}

#[test]
fn a_missing_result_gives_its_reason_not_its_formula() {
    let html = calculator("clv", Locale::En, "margin=0.5");
    let step = between(&html, "working__name\">No end date: first payment now", "</li>");
    assert!(!step.contains(">0<") && !step.contains("÷ 0"), "{step}");
    let figures = between(step, "working__figures", "</div>");
    assert!(figures.contains("<mtext>") && !figures.contains("<mfrac"), "{figures}");
}
