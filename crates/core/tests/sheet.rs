//! The sheet of a calculation: the formulas of every calculator, the text, the table.

use abacus_core::calculator::Output;
use abacus_core::calculator::share::decode;
use abacus_core::calculators::find;
use abacus_core::number::Undefined;
use abacus_core::number::format::{Currency, Style};
use abacus_core::sheet::excel::{KEPT, address, formula, keeps, number, number_format};
use abacus_core::sheet::{Cell, Format, Request, Sheet, TableAxes, csv};
use abacus_core::text::Locale;

fn request(id: &str, fragment: &str, locale: Locale) -> Request {
    let calculator = find(id).expect("a calculator");
    Request {
        calculator,
        inputs: decode(calculator.spec(), fragment).inputs,
        style: Style::default_for(locale),
        axes: TableAxes::of(calculator.spec()),
        date: "2026-11-22".to_owned(),
        link: format!("https://example.org/{id}/?lang={}#{fragment}", locale.tag()),
    }
}

/// The formulas of the results in order, followed by that of the table's first cell.
fn formulas(id: &str) -> Vec<String> {
    let sheet = Sheet::new(&request(id, "", Locale::En));
    let results = find(id).expect("a calculator").spec().outputs.len();
    let formulas = sheet.rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Formula(cell) => Some(formula(cell, &sheet.style)),
        _ => None,
    });
    formulas.take(results + 1).collect()
}

/// The formula of a result that may divide by zero, with its reason for that case.
fn guarded(formula: &str, output: &Output) -> String {
    match formula.strip_prefix("IFERROR(").and_then(|rest| rest.strip_suffix(",NONE)")) {
        Some(inner) => {
            let reason = output.none(Undefined::DivisionByZero).en;
            format!("IFERROR({inner},IF(ERROR.TYPE({inner})=2,\"{reason}\",{inner}))")
        }
        None => formula.to_owned(),
    }
}

#[test]
fn sheets_contain_these_formulas() {
    let known = [
        (
            "clv",
            [
                "IFERROR($B$24-$B$15,NONE)",
                "$B$21*$B$10",
                "$B$7*$B$8",
                "$B$20*$B$9",
                "$B$19*$B$11",
                "$B$21*$B$11*IF(OR($B$12=1,$B$10=0),$B$10,(1-$B$12^$B$10)/(1-$B$12))",
                "IFERROR($B$21*$B$11*IF(OR($B$12/(1+$B$13)=1,$B$10=0),$B$10,(1-($B$12/(1+$B$13))^$B$10)/(1-$B$12/(1+$B$13)))/(1+$B$13)^($B$14/2),NONE)",
                "IFERROR($B$21*$B$11*((1+$B$13)/(1+$B$13-$B$12)),NONE)",
                "IFERROR($B$21*$B$11*($B$12/(1+$B$13-$B$12)),NONE)",
                "IFERROR($B$21*$B$11*(1/(1+$B$13-$B$12)),NONE)",
                "IFERROR(1/(1-$B$12),NONE)",
                "IFERROR($B$7*B$31*$B$9*$B$11*IF(OR($B$12/(1+$B$13)=1,$A32=0),$A32,(1-($B$12/(1+$B$13))^$A32)/(1-$B$12/(1+$B$13)))/(1+$B$13)^($B$14/2)-$B$15,NONE)",
            ]
            .as_slice(),
        ),
        (
            "bad-debt",
            [
                "IFERROR($B$19/$B$8,NONE)",
                "IFERROR($B$15/$B$7,NONE)",
                "$B$7*(1-$B$10)",
                "$B$17+$B$11",
                "$B$18+$B$12",
                "IFERROR(($A23*(1-$B$10)+$B$11+$B$12)/B$22,NONE)",
            ]
            .as_slice(),
        ),
        (
            "receivables",
            [
                "IFERROR($B$7*12/$B$8,NONE)",
                "IFERROR($B$7*365/$B$8,NONE)",
                "$B$9*$B$8*$B$10/365",
                "$B$9*$B$7",
                "$B$16-$B$15",
                "IFERROR($B$15/$B$16,NONE)",
                "IFERROR(B$21*12/$A22,NONE)",
            ]
            .as_slice(),
        ),
        (
            "activity",
            [
                "IFERROR(ROUNDUP($B$17/$B$10*(1-1E-14),0),NONE)",
                "ROUNDUP($B$7*$B$8*(1-1E-14),0)",
                "ROUNDUP($B$16*$B$9*(1-1E-14),0)",
                "ROUNDUP($B$7*$B$11*(1-1E-14),0)",
                "ROUNDUP($B$7*$B$12*(1-1E-14),0)",
                "IFERROR(ROUNDUP(ROUNDUP(ROUNDUP($A23*B$22*(1-1E-14),0)*$B$9*(1-1E-14),0)/$B$10*(1-1E-14),0),NONE)",
            ]
            .as_slice(),
        ),
        (
            "early-payment",
            [
                "IFERROR($B$14*$B$9/$B$8,NONE)",
                "IFERROR($B$7/(1-$B$7),NONE)",
                "IFERROR(B$17/(1-B$17)*$B$9/$A18,NONE)",
            ]
            .as_slice(),
        ),
        (
            "loss-to-visits",
            [
                "IFERROR(ROUNDUP($B$19/$B$12*(1-1E-14),0),NONE)",
                "IFERROR($B$7/$B$8,NONE)",
                "IFERROR(ROUNDUP($B$16/$B$9*(1-1E-14),0),NONE)",
                "IFERROR(ROUNDUP($B$17*$B$10*(1-1E-14),0),NONE)",
                "IFERROR(ROUNDUP($B$18*$B$11*(1-1E-14),0),NONE)",
                "IFERROR(ROUNDUP(ROUNDUP(ROUNDUP($A23/B$22/$B$9*(1-1E-14),0)*$B$10*(1-1E-14),0)*$B$11*(1-1E-14),0),NONE)",
            ]
            .as_slice(),
        ),
    ];
    for (id, expected) in known {
        let spec = find(id).expect("a calculator").spec();
        let outputs = spec.outputs.iter().chain(spec.output(spec.what_if.output));
        let expected: Vec<_> = expected.iter().zip(outputs).map(|(formula, output)| guarded(formula, output)).collect();
        assert_eq!(formulas(id), expected, "{id}");
    }
}

/// The rows of the text, without the byte order mark.
fn lines(request: &Request) -> Vec<String> {
    let text = csv::write(&Sheet::new(request));
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn csv_contains_inputs_results_and_table() {
    let lines = lines(&request("bad-debt", "loss=700&margin_kind=gross", Locale::Zh));
    for line in [
        "坏账要多少销售额来弥补",
        "日期,2026-11-22",
        "链接,https://example.org/bad-debt/?lang=zh-CN#loss=700&margin_kind=gross",
        "坏账损失,700,",
        "毛利率,0.02,",
        "哪种利润率,毛利率",
        "额外销售额,35000,",
        "对照表 · 额外销售额：行是坏账损失，列是毛利率",
        ",0.02,0.03,0.04,0.05,0.06",
        "500,25000,16666.666666666667,12500,10000,8333.333333333333",
    ] {
        assert!(lines.iter().any(|known| known == line), "{line} is not in {lines:#?}");
    }
}

#[test]
fn a_link_that_begins_like_a_formula_is_escaped() {
    let mut request = request("clv", "", Locale::En);
    request.link = "=HYPERLINK(\"x\")".to_owned();
    assert!(lines(&request).contains(&"Link,\"'=HYPERLINK(\"\"x\"\")\"".to_owned()));
}

#[test]
fn uncertain_results_have_no_formula() {
    let request = request("clv", "spend=1000000000000000&visits=1000000000&weeks=1000000000&years=100", Locale::En);
    let sheet = Sheet::new(&request);
    let said =
        sheet.rows.iter().flatten().filter(|cell| matches!(cell, Cell::Text(words) if words.starts_with("Too large")));
    assert!(said.count() > 0);
}

#[test]
fn addresses_continue_after_z() {
    for (column, expected) in [(0, "$A1"), (25, "$Z1"), (26, "$AA1"), (701, "$ZZ1"), (702, "$AAA1")] {
        assert_eq!(address(0, column, false, true), expected);
    }
}

#[test]
fn a_spreadsheet_keeps_fifteen_digits() {
    for (value, expected) in [
        ("0", true),
        ("-0.000001", true),
        ("999999999999999", true),
        ("1000000000000000.000", true),
        ("-123456789012.345", true),
        ("1234567890123456", false),
        ("-999999999999999.999999", false),
        ("1000000000000000.1", false),
    ] {
        let value = value.parse().expect("a number");
        assert_eq!(keeps(value), expected, "{value}");
        // How Excel displays its binary number.
        let shown = format!("{:.*e}", KEPT - 1, number(value));
        assert_eq!(rust_decimal::Decimal::from_scientific(&shown).ok() == Some(value), expected, "{shown}");
    }
    for (locale, words) in [(Locale::Zh, "有效数字"), (Locale::En, "digits")] {
        let lines = lines(&request("clv", "", locale));
        let note = lines.iter().find(|line| line.contains(words)).expect("a note");
        assert!(note.contains(&KEPT.to_string()), "{note}");
    }
}

#[test]
fn numbers_look_as_on_the_page() {
    let style = |code, locale| Style { currency: Currency::find(code), ..Style::default_for(locale) };
    for (format, style, expected) in [
        (Format::Money(2), style("CNY", Locale::Zh), Some("\"¥\"#,##0.00")),
        (Format::Money(0), style("JPY", Locale::Zh), Some("\"JP¥\"#,##0")),
        (Format::Money(2), style("none", Locale::En), Some("#,##0.00")),
        (Format::Percent(2), style("USD", Locale::En), Some("0.00%")),
        (Format::Grouped(1), style("USD", Locale::En), Some("#,##0.0")),
        (Format::Plain, style("USD", Locale::En), None),
    ] {
        assert_eq!(number_format(format, &style).as_deref(), expected);
    }
}
