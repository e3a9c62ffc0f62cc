//! Rows with the totals of other rows.

use abacus_deals::transfer::{Mapping, read_table};
use proptest::prelude::*;

use super::tables::import;
use super::*;

/// The verdict on a row below this header.
fn verdict(header: &str, row: &str) -> Verdict {
    let table = read_table(&format!("{header}\n{row}\n")).unwrap();
    Preview::of_table(&table, &Mapping::of(&table), &[]).items()[0].verdict
}

const HEADER: &str = "customer,deal,amount,currency";

#[test]
fn totals_are_marked_and_left_out() {
    let text = "商机表,,\n客户,商机,金额\n甲,一期,100\n乙,二期,200\n华东区小计,,300\n丙,三期,50\n合计,,350\n总 计：3 单,-,¥350";
    let mut book = Browser::new("mine");
    let preview = import(&mut book, text);
    let rows: Vec<_> = preview.items().iter().map(|item| (item.row.unwrap(), item.verdict)).collect();
    let (new, total) = (Verdict::New, Verdict::Total);
    assert_eq!(rows, [(3, new), (4, new), (5, total), (6, new), (7, total), (8, total)]);
    assert_eq!(book.customers(), ["丙", "乙", "甲"]);
    // Unless the user takes one.
    let table = read_table(text).unwrap();
    let mut preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
    preview.choose(2, ImportChoice::Take);
    assert_eq!(preview.write_count(), 4);
}

#[test]
fn a_row_named_total_with_only_figures_is_a_total() {
    for name in [
        "合计",
        "小计",
        "总计",
        "总 计",
        "合计：",
        "本页合计",
        "合计（3）",
        "Total",
        "TOTAL:",
        "Grand total",
        "Sub-total",
        "Subtotal (3 deals)",
        "North total",
        "Sum",
    ] {
        for rest in [
            "",
            ",1",
            ",1,CNY",
            ",1,usd",
            ",1,KRW",
            ",1,人民币",
            ",1,￥",
            ",1,万元",
            ",1,（万元）",
            ",1,USD k",
            "-,1,ＣＮＹ",
        ] {
            assert_eq!(verdict(HEADER, &format!("{name},{rest}")), Verdict::Total, "{name},{rest}");
        }
        assert_eq!(verdict("no.,customer,deal,amount", &format!("１2,{name},,1")), Verdict::Total, "{name}");
    }
    for row in ["Totalenergies,,1", "Summit,,1", "总计科技,,1", "累计3D打印,一期,1", "12,Totalenergies,1", "12,34,56"]
    {
        assert_eq!(verdict(HEADER, row), Verdict::New, "{row}");
    }
    assert_eq!(verdict(HEADER, ",合计,1"), Verdict::Total);
}

#[test]
fn a_customer_named_total_can_have_a_deal() {
    // Three capital letters are a currency only in the currency column.
    for row in ["Total,Refinery,1", "Total,ERP,1", "Total,Refinery,1,USD", "华东小计,一期,1", "North total,Phase,1"]
    {
        assert_eq!(verdict(HEADER, row), Verdict::New, "{row}");
    }
    assert_eq!(verdict("no.,customer,deal,amount", "12,Total,Refinery,1"), Verdict::New);
}

proptest! {
    #[test]
    fn rows_named_with_the_word_for_a_total_are_totals(
        word in prop::sample::select(vec!["合计", "小计", "总计", "累计", "共计", "合 计", "小　计"]),
        count in prop::sample::select(vec!["", "：", ":3", "（3）", "（共 12 单）", " 3 笔", "（万元）", "：¥1,200.50", "（３）"]),
        number in prop_oneof![Just(String::new()), "[0-9]{1,4},"],
        rest in "[a-z张三一期]{0,6}",
        amount in "[0-9]{0,5}",
    ) {
        let count = count.replace("1,200", "1200");
        let row = format!("{number}{word}{count},{rest},{amount},x");
        prop_assert_eq!(verdict("a,b,c,customer,amount", &row), Verdict::Total, "{}", row);
    }

    #[test]
    fn a_currency_or_unit_beside_a_total_changes_nothing(
        name in prop::sample::select(vec!["Total", "North total", "合计", "华东区小计", "总计科技", "Summit"]),
        deal in prop::sample::select(vec!["", "-", "Refinery", "一期"]),
        beside in prop::sample::select(vec!["CNY", "usd", "EUR", "美元", "元", "万", "千元", "万美元", "US$", "million"]),
    ) {
        let bare = verdict("customer,deal,amount,x", &format!("{name},{deal},12"));
        let marked = verdict("customer,deal,amount,x", &format!("{name},{deal},12,{beside}"));
        prop_assert_eq!(bare, marked);
    }
}
