use abacus_core::Decimal;
use abacus_core::number::format::Style;
use abacus_core::sheet::{Cell, Format, List, csv, excel};
use abacus_core::text::Locale;
use abacus_deals::transfer::list;
use abacus_deals::{End, Stage};
use proptest::prelude::*;

use super::tables::one;
use super::*;

fn deal() -> Deal {
    let mut deal = Deal::new("d");
    deal.customer = "=HYPERLINK(\"x\")".to_owned();
    deal.title = "五轴,\"加工\"\n中心".to_owned();
    deal.amount = Some("1200000.50".parse().unwrap());
    deal.expected_close = Some("2026-06-30".parse().unwrap());
    deal.unread.insert("next_step.date".to_owned(), "+1天".to_owned());
    deal.stage = Stage::Needs;
    deal.tags = vec!["VIP".to_owned(), "华东".to_owned()];
    deal.notes = "a\nb".to_owned();
    deal
}

#[test]
fn a_list_has_the_documented_format() {
    let joined = |cell: fn(Column) -> &'static str| Column::all().map(cell).collect::<Vec<_>>().join(",");
    let row = joined(|column| match column.code() {
        "customer" => "\"'=HYPERLINK(\"\"x\"\")\"",
        "title" => "\"五轴,\"\"加工\"\"\n中心\"",
        "stage" => "挖掘需求",
        "amount" => "1200000.5",
        "currency" => "CNY",
        "expected_close" => "2026-06-30",
        "next_step_date" => "\"'+1天\"",
        "tags" => "\"VIP, 华东\"",
        "notes" => "\"a\nb\"",
        _ => "",
    });
    let header = joined(|column| column.label().zh);
    let known = ["客户", "商机名称", "阶段", "金额", "币种", "预计成交日", "我方负责人（营销人员）", "下一步"];
    let in_order: Vec<_> = header.split(',').filter(|name| known.contains(name)).collect();
    assert_eq!(in_order, known, "new columns may be added between these, but their order must stay: {header}");
    let text = csv::write(&list([&deal()], Style::default_for(Locale::Zh)));
    assert_eq!(text, format!("\u{feff}{header}\r\n{row}\r\n"));
    let english = csv::write(&list([], Style::default_for(Locale::En)));
    assert_eq!(english, format!("\u{feff}{}\r\n", joined(|column| column.label().en)));
    let lost = Deal { end: Some(End::Lost), ..deal() };
    assert!(csv::write(&list([&lost], Style::default_for(Locale::En))).contains(",Lost,"));
}

#[test]
fn numbers_and_days_keep_their_types() {
    let sheet = list([&deal()], Style::default_for(Locale::En));
    let place = |column| Column::all().position(|known| known == column).unwrap();
    let row = &sheet.rows[1];
    assert!(matches!(row[place(column("amount"))], Cell::Number(_, Format::Grouped(2))));
    assert!(matches!(row[place(column("expected_close"))], Cell::Date(_)));
    assert!(matches!(&row[place(column("next_step_date"))], Cell::Text(typed) if typed == "+1天"));
    let made = List { name: "Deals".to_owned(), sheet };
    let again = List::decode(&made.encode()).unwrap();
    assert_eq!(csv::write(&again.sheet), csv::write(&made.sheet), "the sheet round-trips to the XLSX writer");
}

fn amount_cell(amount: Decimal) -> Cell {
    let deal = Deal { customer: "甲".to_owned(), amount: Some(amount), ..Deal::new("d") };
    let place = Column::all().position(|known| known == column("amount")).unwrap();
    list([&deal], Style::default_for(Locale::Zh)).rows[1][place].clone()
}

proptest! {
    #[test]
    fn a_workbook_loses_no_digit_of_an_amount(units in -10_i128.pow(21)..=10_i128.pow(21), cut in 0..22_u32, scale in 0..=6_u32) {
        let mut amount = Decimal::from_i128_with_scale(units / 10_i128.pow(cut), scale);
        if amount.abs() > Decimal::from(10_i64.pow(15)) {
            amount = Decimal::from_i128_with_scale(amount.mantissa(), 6);
        }
        let typed = match amount_cell(amount) {
            Cell::Number(value, _) => {
                let shown = format!("{:.14e}", excel::number(value));
                prop_assert_eq!(Decimal::from_scientific(&shown).unwrap(), amount, "{}", shown);
                value.to_string()
            }
            Cell::Text(typed) => typed,
            other => panic!("{other:?}"),
        };
        let (read, problems) = one(&format!("客户\t金额\n甲\t{typed}"));
        prop_assert_eq!((read.amount, problems), (Some(amount), vec![]), "{}", typed);
    }
}

#[test]
fn only_an_amount_with_too_many_digits_is_text() {
    for amount in ["0", "1200000.5", "-99.000001", "999999999999999", "1000000000000000", "123456789.123456"] {
        assert!(matches!(amount_cell(amount.parse().unwrap()), Cell::Number(..)), "{amount}");
    }
    for amount in ["999999999999999.999999", "-999999999999999.9", "1234567890.123456"] {
        assert!(matches!(amount_cell(amount.parse().unwrap()), Cell::Text(typed) if typed == amount), "{amount}");
    }
}
