//! The list as a table.

use abacus_core::number::format::Style;
use abacus_core::sheet::{Cell, Format, List, csv};
use abacus_core::text::Locale;
use abacus_deals::transfer::list;
use abacus_deals::{End, Stage};

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
fn a_list_looks_like_this() {
    let text = csv::write(&list([&deal()], Style::usual(Locale::Zh)));
    let (header, row) = text.split_once("\r\n").unwrap();
    assert_eq!(header, "\u{feff}客户,商机名称,阶段,金额,币种,预计成交日,营销人员,下一步,下一步日期,标签,丢单原因,备注");
    assert_eq!(
        row,
        "\"'=HYPERLINK(\"\"x\"\")\",\"五轴,\"\"加工\"\"\n中心\",挖掘需求,1200000.5,CNY,2026-06-30,,,\"'+1天\",\"VIP, 华东\",,\"a\nb\"\r\n"
    );
    let english = csv::write(&list([], Style::usual(Locale::En)));
    let header = "\u{feff}Customer,Deal,Stage,Amount,Currency,Expected close,Salesperson,Next step,Next step date,Tags,Why lost,Notes\r\n";
    assert_eq!(english, header);
    let lost = Deal { end: Some(End::Lost), ..deal() };
    assert!(csv::write(&list([&lost], Style::usual(Locale::En))).contains(",Lost,"));
}

#[test]
fn figures_and_days_are_what_they_are() {
    let sheet = list([&deal()], Style::usual(Locale::En));
    let place = |column| Column::all().position(|known| known == column).unwrap();
    let row = &sheet.rows[1];
    assert!(matches!(row[place(column("amount"))], Cell::Number(_, Format::Grouped(2))));
    assert!(matches!(row[place(column("expected_close"))], Cell::Date(_)));
    assert!(matches!(&row[place(column("next_step_date"))], Cell::Text(typed) if typed == "+1天"));
    let made = List { name: "Deals".to_owned(), sheet };
    let again = List::decode(&made.encode()).unwrap();
    assert_eq!(csv::write(&again.sheet), csv::write(&made.sheet), "it survives the way to the maker of workbooks");
}
