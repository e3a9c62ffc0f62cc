//! One rule for all parsers of numbers and days: ambiguous text is refused, and nothing is dropped.

use abacus_core::Decimal;
use abacus_core::calculator::axis;
use abacus_core::calculator::field::Field;
use abacus_core::calculator::share::decode;
use abacus_core::calculator::{Output, Spec};
use abacus_core::calculators::find;
use abacus_core::date::Date;
use abacus_core::number::format::Currency;
use abacus_core::number::int;
use abacus_deals::fields::{FieldRef, INVOICE_AMOUNT, NumberField};
use abacus_deals::transfer::{Mapping, Preview, read_table};
use abacus_deals::{Edit, decode as decode_deal, number_edits};
use abacus_embed::Command;
use abacus_embed::command::{self, Present};

use crate::frame::message;

type Parse = fn(&str) -> Option<Decimal>;

/// Every parser of amounts, among amounts in yuan if it supports currencies.
const PARSERS: [(&str, Parse); 8] = [
    ("a field", |typed| loss().parse_in(typed, yuan()).ok()),
    ("a wanted result", |typed| sales().wanted().parse_in(typed, yuan()).ok()),
    ("the values of a table", |typed| match axis::read(loss(), typed, yuan()).ok()?.values.as_slice() {
        [one] => Some(*one),
        _ => None,
    }),
    ("a link", |typed| {
        let linked = decode(debt(), &format!("loss={}", escaped(typed)));
        if linked.problems.is_empty() { linked.inputs.get("loss") } else { None }
    }),
    ("a wanted result of a link", |typed| {
        Some(decode(debt(), &format!("solve=margin&extra_sales={}", escaped(typed))).goal?.wanted)
    }),
    ("a message", |typed| {
        let typed = typed.replace('\t', "\\t").replace('\n', "\\n");
        let message = message(&format!(r#""type":"set","inputs":{{"loss":"{typed}"}}"#)).ok()?;
        match command::read(&message, debt(), &Present::default()).ok()?.command {
            Command::Set(values) => Some(values.first()?.1),
            _ => None,
        }
    }),
    ("an amount of a deal", |typed| {
        let edits = number_edits(
            &NumberField::from(FieldRef::Deal(&INVOICE_AMOUNT)),
            typed,
            &abacus_deals::Currency::default(),
        );
        match edits.as_slice() {
            [Edit::Number(_, Ok(value))] => *value,
            _ => None,
        }
    }),
    ("a cell of a table", |typed| {
        let table = read_table(&format!("customer,amount\nA,\"{typed}\"\n")).ok()?;
        let preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
        preview.items().first()?.record.deal()?.amount
    }),
];

fn debt() -> &'static Spec {
    find("bad-debt").expect("a calculator").spec()
}

fn loss() -> &'static Field {
    debt().field("loss").expect("an input")
}

fn sales() -> &'static Output {
    debt().output("extra_sales").expect("a result")
}

fn yuan() -> Option<&'static Currency> {
    Currency::find("CNY")
}

fn escaped(typed: &str) -> String {
    typed.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn all_parsers_agree() {
    for (typed, value) in [
        ("500", 500),
        ("1,200", 1_200),
        ("1'200", 1_200),
        ("1’200.00", 1_200),
        ("1'200万", 12_000_000),
        ("１２００", 1_200),
        ("1.2万", 12_000),
        ("1.2w", 12_000),
        ("1.2萬", 12_000),
        ("5百", 500),
        ("3千5", 3_500),
        ("3万5千", 35_000),
        ("十二万五", 125_000),
        ("20k", 20_000),
        ("2 million", 2_000_000),
    ] {
        for (reader, read) in PARSERS {
            // There a space separates two values.
            if reader == "the values of a table" && typed.contains(' ') {
                continue;
            }
            assert_eq!(read(typed), Some(int(value)), "{reader}: {typed}");
        }
    }
}

#[test]
fn all_parsers_refuse_ambiguous_numbers() {
    for typed in [
        "",
        "much",
        "500\t600",
        "500\n600",
        "1,2",
        "1.2.3",
        "3千50",
        "万",
        "1m",
        "5--",
        "$€5",
        "1'2",
        "1’200’30",
        "1'200,300",
        "12x",
        "1e3",
        "(-5)",
        "(5",
        "€500",
    ] {
        for (reader, read) in PARSERS {
            // A deal's amount may be in another currency, which then becomes the deal's.
            if ["an amount of a deal", "a cell of a table"].contains(&reader) && typed == "€500" {
                continue;
            }
            assert_eq!(read(typed), None, "{reader}: {typed:?}");
        }
    }
}

#[test]
fn an_amount_in_brackets_is_negative() {
    for typed in ["(500)", "（500）", "¥(500)", "(¥500)"] {
        for (reader, read) in PARSERS {
            let read = read(typed);
            assert!(read.is_none_or(|amount| amount == Decimal::from(-500)), "{reader}: {typed} as {read:?}");
            assert!(read.is_some() || reader != "a cell of a table", "{typed}");
        }
    }
}

type ParseDay = fn(&str) -> Option<Date>;

/// Every parser of days. The first handles the browser's date field.
const DAY_PARSERS: [(&str, ParseDay); 3] = [
    ("a field", |typed| typed.parse().ok()),
    ("a record", |typed| {
        decode_deal("d", &format!(r#"{{"schema":2,"id":"d","expected_close":{}}}"#, quoted(typed))).ok()?.expected_close
    }),
    ("a cell of a table", |typed| {
        let table = read_table(&format!("customer,expected_close\nA,\"{typed}\"\n")).ok()?;
        let preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
        preview.items().first()?.record.deal()?.expected_close
    }),
];

fn quoted(typed: &str) -> String {
    format!("{typed:?}")
}

#[test]
fn all_parsers_agree_on_days() {
    for typed in ["2026-03-05", "2024-02-29"] {
        for (reader, read) in DAY_PARSERS {
            assert_eq!(read(typed).map(|day| day.to_string()).as_deref(), Some(typed), "{reader}");
        }
    }
    // Only people write these, and only in tables.
    for typed in [
        "2026/3/5",
        "2026.3.5",
        "20260305",
        "2026年3月5日",
        "2026年3月5日 星期四",
        "2026-03-05 14:30",
        "2026/3/5 9:05:00",
        "2026-03-05T09:30:00+08:00",
        "2026-03-05T09:30:00+0800",
        "2026-03-05 09:30 GMT+8",
        "2026-03-05 24:00",
        "2026-03-05T24:00:00+08:00",
        "2026年3月5日 24时",
        "2026-03-05T00:00:00Z",
        "Mar 5, 2026",
        "March 5, 2026",
        "MAR. 5, 2026",
        "5 Mar 2026",
        "5-Mar-2026",
        "05 March 2026",
        "5th March, 2026",
        "March 5th 2026 9:30 am",
        "2026 Mar 5",
        "Thursday, March 5, 2026",
        "Thu Mar 05 2026 00:00:00 GMT+0800",
        "星期四 2026年3月5日",
    ] {
        for (reader, read) in DAY_PARSERS {
            let day = (reader == "a cell of a table").then_some("2026-03-05");
            assert_eq!(read(typed).map(|day| day.to_string()).as_deref(), day, "{reader}: {typed}");
        }
    }
}

#[test]
fn all_parsers_refuse_ambiguous_days() {
    for typed in [
        "",
        "soon",
        "2026-02-29",
        "2026-13-01",
        "2026-03",
        "3月5日",
        "3/4/2026",
        "2026-03-05T23:30:00Z",
        "2026-03-05T09:30:00-05:00",
        "2026-03-05T09:30:00+09:00",
        "2026-03-05T09:30:00-0800",
        "2026-03-05T09:30:00+08:30",
        "2026-03-05T00:00:00-05:00",
        "2026-03-05T24:00:00Z",
        "2026-03-05 24:01",
        "2026-03-05 25:00",
        "Mar 2026",
        "Mar 5",
        "5 Mar 26",
        "Mar 5 6, 2026",
        "Maro 5, 2026",
        "Feb 30, 2026",
        "Friday, March 5, 2026",
        "mar may 2026",
        "2026年3月5日 星期五",
        "2026-03-05 x",
        "46086",
    ] {
        for (reader, read) in DAY_PARSERS {
            assert_eq!(read(typed), None, "{reader}: {typed:?}");
        }
    }
}
