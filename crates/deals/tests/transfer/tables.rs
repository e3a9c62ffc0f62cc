//! Tables of other programs and our own.

use abacus_core::calculator::field::FieldError;
use abacus_core::date::DateError;
use abacus_core::number::format::Style;
use abacus_core::sheet::csv;
use abacus_core::text::Locale;
use abacus_deals::transfer::{CellProblem, CellReason, Item, Mapping, Row, Separator, Table, list, read_table};
use abacus_deals::{End, Stage};
use proptest::prelude::*;

use super::*;

#[track_caller]
pub(super) fn import(book: &mut Browser, text: &str) -> Preview {
    let table = read_table(text).unwrap();
    let preview = Preview::of_table(&table, &Mapping::of(&table), &book.entries());
    book.carry_out(&preview);
    preview
}

#[track_caller]
pub(super) fn one(text: &str) -> (Deal, Vec<CellProblem>) {
    let preview = import(&mut Browser::new("mine"), text);
    let item = preview.items().first().unwrap();
    (item.record.deal().unwrap().clone(), item.problems.clone())
}

fn cells(text: &str) -> Vec<Vec<String>> {
    read_table(text).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn cells_may_contain_anything() {
    assert_eq!(cells("a,b\n1,2\n"), [["1", "2"]]);
    assert_eq!(cells("a,b\r\n\"x,\"\"y\"\"\r\nz\",2"), [["x,\"y\"\r\nz", "2"]]);
    assert_eq!(cells("a;b\r1;\"2;\"\r\r3"), [vec!["1", "2;"], vec!["3"]]);
    assert_eq!(cells("a\tb\n 5\" \t\"q\"r"), [[" 5\" ", "qr"]]);
    assert_eq!(cells("a,b\n1,2,3\n,\n"), [["1", "2", "3"]], "blank rows are skipped");
    assert_eq!(cells("a,b\r\n1,2\r\n3,\r\n"), [["1", "2"], ["3", ""]]);
    assert_eq!(cells("a,b\n1,"), [["1", ""]], "the last line may lack a line end");
    for text in ["a,b\n\nx,y", "a,b\r\n\r\nx,y", "a,b\r\rx,y"] {
        assert_eq!(read_table(text).unwrap().rows[0].number, 3, "rows are counted as in a spreadsheet");
    }
}

#[test]
fn the_separator_is_detected() {
    for (text, expected) in [
        ("客户,金额\n1,2", Separator::Comma),
        ("\n客户;金额, net\n1;2", Separator::Semicolon),
        ("\u{feff}客户\t金额\n1\t2", Separator::Tab),
        ("\"a,b,c\";d\n1;2", Separator::Semicolon),
        ("customer\nA", Separator::Comma),
        ("sep=;\r\ncustomer,with comma;deal\nA;B", Separator::Semicolon),
        ("\"a,b,c\";\"d,e\"\n\"1,2\";3", Separator::Semicolon),
        ("a;b,c,d,e\n1;2", Separator::Semicolon),
        (&format!("{}{}", "a;b\n".repeat(10), "1,2,3\n".repeat(20)), Separator::Semicolon),
    ] {
        assert_eq!(read_table(text).unwrap().separator, Some(expected), "{text}");
    }
    assert_eq!(read_table("sep=;\ncustomer\nA").unwrap().header, ["customer"]);
}

#[test]
fn columns_are_recognised_by_labels_and_synonyms() {
    for column in Column::all() {
        assert_eq!(Column::from_code(column.code()), Some(column));
        for name in [column.label().zh, column.label().en, column.code()] {
            assert_eq!(Mapping::suggested(&[name.to_owned()]).columns(), [Some(column)], "{name}");
        }
    }
    let header =
        ["Account Name", " close_date ", "Deal-Owner", "金额（万元）", "AMOUNT", "Phone", ""].map(str::to_owned);
    assert_eq!(
        Mapping::suggested(&header).columns(),
        [
            Some(column("customer")),
            Some(column("expected_close")),
            Some(column("salesperson")),
            Some(column("amount")),
            None,
            None,
            None
        ]
    );
    let mut mapping = Mapping::suggested(&header);
    mapping.set(4, Some(column("amount")));
    mapping.set(5, Some(column("title")));
    mapping.set(0, None);
    mapping.set(99, Some(column("title")));
    let of = |index: usize| mapping.columns()[index];
    assert_eq!((of(0), of(3), of(4), of(5)), (None, None, Some(column("amount")), Some(column("title"))));
}

#[test]
fn a_row_becomes_a_deal() {
    let (deal, problems) = one(
        "客户,商机,金额,币种,预计成交日,负责人,下一步,下次联系\n华东机床,五轴,3万,usd,2026/6/30,陈晨,演示,2026年3月3日\n",
    );
    assert_eq!(problems, []);
    assert_eq!((&*deal.customer, &*deal.title, &*deal.salesperson), ("华东机床", "五轴", "陈晨"));
    assert_eq!((deal.amount, deal.currency.code()), (Some(30_000.into()), "USD"));
    assert_eq!(deal.expected_close.unwrap().to_string(), "2026-06-30");
    assert_eq!(deal.next_step.date.unwrap().to_string(), "2026-03-03");
    assert_eq!(deal.next_step.action, "演示");
}

#[test]
fn an_unreadable_cell_is_kept_as_typed() {
    let (deal, problems) = one("客户,金额,预计成交日,下一步日期\nA,大约三百万,2026-02-30,3/4/2026\n");
    let problem = |column, text: &str, reason| CellProblem { column, text: text.to_owned(), reason };
    assert_eq!(
        problems,
        [
            problem(column("expected_close"), "2026-02-30", CellReason::Date(DateError::DoesNotExist)),
            problem(column("next_step_date"), "3/4/2026", CellReason::Date(DateError::NotIso)),
            problem(
                column("amount"),
                "大约三百万",
                CellReason::Number(fields::AMOUNT.limits(), FieldError::NotANumber)
            ),
        ]
    );
    assert_eq!((deal.amount, deal.expected_close, deal.next_step.date), (None, None, None));
    assert_eq!(deal.unread[&"amount".to_owned()], "大约三百万");
    assert_eq!(deal.unread[&"expected_close".to_owned()], "2026-02-30");
    assert_eq!(deal.unread[&"next_step.date".to_owned()], "3/4/2026");
    assert_eq!(deal.customer, "A", "the row is still imported");
}

#[test]
fn an_amount_split_by_a_comma_is_not_read() {
    for (text, kept) in [
        ("客户,金额\n己,￥-3,000\n", "￥-3 / 000"),
        ("客户,金额,\n己,￥-3,000\n", "￥-3 / 000"),
        ("客户\t金额\n己\t3\t000\n", "3 / 000"),
        ("客户,金额,备注\n己,3,000,急\n", "3 / 000"),
        ("客户,金额,备注\n己,3,000,\n", "3 / 000"),
        ("客户,金额,备注,电话\n己,3,000\n", "3 / 000"),
        ("客户,金额,微信\n己,12,345.60,x\n", "12 / 345.60"),
    ] {
        let (deal, problems) = one(text);
        assert_eq!((deal.amount, deal.unread.get("amount").map(String::as_str)), (None, Some(kept)), "{text}");
        let amount = problems.iter().find(|problem| problem.reason == CellReason::Split).unwrap();
        assert_eq!((amount.column, &*amount.text), (column("amount"), kept), "{text}");
    }
    for text in ["客户,金额,备注\n己,500,123\n", "客户,金额,备注\n己,500\n", "客户,金额\n己,500,\n"]
    {
        let (deal, problems) = one(text);
        assert_eq!((deal.amount, problems), (Some(500.into()), vec![]), "{text}");
    }
}

#[test]
fn rows_without_a_customer_column_are_left_out() {
    let text = "甲方大名,跟单人,成交额（元）,签单时间,电话,微信,备注\n己,陈晨,5000,2026-06-30,1,w,急\n庚,,,,2,,\n";
    let table = read_table(text).unwrap();
    let mut mapping = Mapping::of(&table);
    assert!(!mapping.has_customer());
    assert_eq!(table.left_out(&mapping), ["甲方大名", "电话", "微信"]);
    let preview = Preview::of_table(&table, &mapping, &[]);
    assert_eq!(preview.choices(), [ImportChoice::Leave], "it is unknown whose deal it is");
    assert_eq!(preview.items()[0].choices().collect::<Vec<_>>(), [ImportChoice::Take, ImportChoice::Leave]);
    mapping.set(0, Some(column("customer")));
    let preview = Preview::of_table(&table, &mapping, &[]);
    assert_eq!((preview.choices(), table.left_out(&mapping)), (&[ImportChoice::Take; 2][..], vec!["电话", "微信"]));
    let deal = preview.items()[0].record.deal().unwrap();
    assert_eq!((&*deal.customer, &*deal.salesperson, deal.amount), ("己", "陈晨", Some(5000.into())));
}

#[test]
fn column_names_of_crm_systems_are_recognised() {
    for (names, code) in [
        (&["客户公司名", "公司", "客户全称", "甲方"][..], "customer"),
        (&["跟单人", "跟进人", "所有人"], "salesperson"),
        (&["成交额（元）", "签单金额", "合同额"], "amount"),
        (&["签单时间", "签约日期", "预计签单时间"], "expected_close"),
        (&["下次日期", "下次联系日期", "下次回访时间"], "next_step_date"),
        (&["商机主题"], "title"),
        (&["商机状态"], "stage"),
    ] {
        for name in names {
            assert_eq!(Mapping::suggested(&[(*name).to_owned()]).columns(), [Some(column(code))], "{name}");
        }
    }
}

#[test]
fn an_amount_beyond_the_limits_is_kept_as_typed() {
    for (header, cell, kept, currency) in [
        ("金额（CNY）", "1234567890123456000", "1234567890123456000", "CNY"),
        ("金额（USD）", "1234567890123456000", "1234567890123456000", "USD"),
        ("金额（万元）", "1234567890123456000", "1234567890123456000", "CNY"),
        // Without its unit it would be read as another amount.
        ("金额（万元）", "999999999999", "9999999999990000元", "CNY"),
    ] {
        let (deal, problems) = one(&format!("客户,{header}\n己,{cell}\n"));
        assert_eq!(
            (deal.amount, &*deal.unread[&"amount".to_owned()], &*problems[0].text),
            (None, kept, kept),
            "{header}"
        );
        assert_eq!(deal.currency.code(), currency);
    }
}

#[test]
fn a_cell_without_a_column_goes_to_the_notes() {
    let (deal, problems) = one("客户,备注\n己,急,请回电\n");
    assert_eq!((&*deal.notes, problems[0].reason, &*problems[0].text), ("急\n请回电", CellReason::Nameless, "请回电"));
    let (deal, problems) = one("客户,金额,备注\n己,3,000,急\n");
    assert_eq!((&*deal.notes, problems.len()), ("000\n急", 2), "nothing is lost");
    let row = |number, cells: &[&str]| Row { number, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
    let table = Table::of_rows(vec![row(1, &["客户", "金额"]), row(2, &["己", "500", "x"])], None).unwrap();
    let preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
    let item = preview.items().first().unwrap();
    let deal = item.record.deal().unwrap();
    assert_eq!((deal.amount, &*deal.notes), (Some(500.into()), "x"), "the cells of a workbook keep their places");
    assert_eq!(item.problems[0].reason, CellReason::Nameless);
}

#[test]
fn days_are_read_only_if_unambiguous() {
    for typed in [
        "2026-06-30",
        "2026/6/30",
        "2026.6.30",
        "2026年6月30日",
        "2026年6月30号",
        "20260630",
        "２０２６-０６-３０",
        " 2026-6-30 ",
        "2026-06-30 00:00:00",
        "2026-06-30T00:00:00.000Z",
        "2026/6/30 0:00",
        "2026-06-30\u{3000}00:00",
        "30.6.2026",
        "30/06/2026",
        "6/30/2026",
        "30-6-2026 14:30",
    ] {
        let (deal, problems) = one(&format!("customer\tclose date\nA\t{typed}\n"));
        assert_eq!(
            (deal.expected_close.map(|day| day.to_string()).as_deref(), problems.len()),
            (Some("2026-06-30"), 0),
            "{typed}"
        );
    }
    for typed in [
        "6/7/2026",
        "31/13/2026",
        "30/6/20261",
        "31/6/2026",
        "6/30/26",
        "26/6/30",
        "2026/006/30",
        "2026/6/030",
        "2026063",
        "2026-6",
        "June 30",
        "45838",
        "2026-06-31",
        "+026-06-30",
    ] {
        let (deal, problems) = one(&format!("customer\tclose date\nA\t{typed}\n"));
        assert_eq!((deal.expected_close, problems.len()), (None, 1), "{typed}");
        assert_eq!(deal.unread[&"expected_close".to_owned()], typed);
    }
    let (short, _) = one("customer\tclose date\nA\t2026-6-3\n");
    assert_eq!(short.expected_close.map(|day| day.to_string()).as_deref(), Some("2026-06-03"));
}

#[test]
fn times_and_weekdays_are_dropped_from_days() {
    for typed in [
        "2026-03-05 14:30",
        "2026/3/5 9:05:00",
        "2026-03-05T09:30:00+08:00",
        "2026-03-05T09:30:00.123+0800",
        "2026年3月5日 星期四",
        "2026年3月5日（周四）下午2点30分",
        "2026年3月5日 14时30分05秒",
        "2026 年 3 月 5 日",
        "2026-03-05(四)",
        "2026/3/5 Thu 2:30 PM",
        "2026-03-05, Thursday",
        "20260305 14:30",
        "2026-03-05 上午9:05",
        "2026-03-05 14:30 UTC+8",
        "2026-03-05T00:00:00Z",
        "2026-03-05 23:59:60",
    ] {
        let (deal, problems) = one(&format!("customer\tclose date\nA\t{typed}\n"));
        let day = deal.expected_close.map(|day| day.to_string());
        assert_eq!((day.as_deref(), problems), (Some("2026-03-05"), Vec::new()), "{typed}");
    }
    let not_iso = CellReason::Date(DateError::NotIso);
    for (typed, reason) in [
        ("2026-03-05T14:30:00Z", CellReason::OtherZone),
        ("2026-03-05T14:30:00.000Z", CellReason::OtherZone),
        ("2026-03-05T00:00:01Z", CellReason::OtherZone),
        ("2026-03-05 23:30 GMT", CellReason::OtherZone),
        ("2026-03-05T23:30+00:00", CellReason::OtherZone),
        ("2026年3月5日 星期五", CellReason::Weekday),
        ("2026-03-05 Fri", CellReason::Weekday),
        ("2026-03-05T09:30:00-05:00", CellReason::OtherZone),
        ("2026-03-05 9:30 UTC+9", CellReason::OtherZone),
        ("2026-03-05 24:00:01", not_iso),
        ("2026-03-05 14:60", not_iso),
        ("2026-03-05 14", not_iso),
        ("2026-03-05 14:30 15:00", not_iso),
        ("2026-03-05 - 2026-03-09", not_iso),
        ("2026-03-05 或 6 日", not_iso),
        ("2026-03-05 +08:00", not_iso),
        ("2026-03-05x", not_iso),
        ("202603051", not_iso),
        ("2026-03-051", not_iso),
    ] {
        let (deal, problems) = one(&format!("customer\tclose date\nA\t{typed}\n"));
        let reasons: Vec<_> = problems.iter().map(|problem| problem.reason).collect();
        assert_eq!((deal.expected_close, reasons), (None, vec![reason]), "{typed}");
        assert_eq!(deal.unread[&"expected_close".to_owned()], typed);
    }
}

#[test]
fn a_unit_in_the_header_is_applied() {
    let amount = |header: &str, typed: &str| {
        let (deal, _) = one(&format!("customer\t{header}\nA\t{typed}\n"));
        (deal.amount.map(|amount| amount.to_string()), deal.currency.code().to_owned())
    };
    let cny = |amount: &str| (Some(amount.to_owned()), "CNY".to_owned());
    assert_eq!(amount("金额（万元）", "12.5"), cny("125000"));
    assert_eq!(amount("金额(单位：万元)", "12"), cny("120000"));
    assert_eq!(amount("金额（元）", "12"), cny("12"));
    assert_eq!(amount("金额（元）", "¥12"), cny("12"));
    assert_eq!(amount("金额（含税）", "12"), cny("12"));
    assert_eq!(amount("Amount (USD)", "12"), (Some("12".to_owned()), "USD".to_owned()));
    assert_eq!(amount("Amount (k)", "12"), cny("12000"));
    for header in ["Amount (%)", "金额（吨）"] {
        let (deal, problems) = one(&format!("customer\t{header}\nA\t12\n"));
        assert_eq!((deal.amount, problems[0].reason), (None, CellReason::Unit), "{header}");
        assert_ne!(deal.unread[&"amount".to_owned()], "12", "what is kept does not read as an amount");
    }
    let (nothing, problems) = one("customer\t金额（万元）\nA\t\n");
    assert_eq!((nothing.amount, nothing.unread.len(), problems.len()), (None, 0, 0), "a unit alone is not an amount");
    // 12万 in a column of 万元 is ambiguous.
    assert_eq!(amount("金额（万元）", "12万"), (None, "CNY".to_owned()));
}

#[test]
fn a_stage_is_read_in_either_language_or_goes_to_notes() {
    for (typed, stage, end) in [
        ("挖掘需求", Stage::Needs, None),
        ("Win commitment", Stage::Commitment, None),
        ("", Stage::Analyse, None),
        ("丢单", Stage::Analyse, Some(End::Lost)),
        ("PAID", Stage::Analyse, Some(End::Paid)),
    ] {
        let (deal, problems) = one(&format!("customer,stage\nA,{typed}\n"));
        assert_eq!((deal.stage, deal.end, deal.notes.as_str(), problems.len()), (stage, end, "", 0), "{typed}");
    }
    let (deal, problems) = one("customer,Status,comment\nA,Negotiation,call them\n");
    assert_eq!((deal.stage, deal.notes.as_str()), (Stage::Analyse, "Status: Negotiation\ncall them"));
    assert_eq!(problems.first().map(|problem| problem.reason), Some(CellReason::Stage));
}

#[test]
fn stages_of_earlier_versions_are_still_read() {
    for (label, stage) in [
        ("Analyse", Stage::Analyse),
        ("Trust", Stage::Trust),
        ("Needs", Stage::Needs),
        ("Value", Stage::Value),
        ("Commit", Stage::Commitment),
        ("commit", Stage::Commitment),
        ("Collect", Stage::Collect),
    ] {
        let (deal, problems) = one(&format!("Customer,Stage\nA,{label}\n"));
        assert_eq!((deal.stage, deal.notes.as_str(), problems.len()), (stage, "", 0), "{label}");
    }
}

#[test]
fn the_labels_of_the_form_are_read_as_headers() {
    let header = ["Deal name", "What it is about", "我方负责人（营销人员）", "营销人员", "Stage", "阶段"];
    for (name, code) in header.iter().zip(["title", "title", "salesperson", "salesperson", "stage", "stage"]) {
        let mapping = Mapping::suggested(&[(*name).to_owned()]);
        let column = mapping.columns().first().copied().flatten().map(|column| column.code());
        assert_eq!(column, Some(code), "{name}");
    }
}

#[test]
fn unmapped_columns_may_go_to_the_notes() {
    let table = read_table("customer,phone,notes,tags\nA,123,\"x\ny\",\"VIP,华东\"\nB,,,\n").unwrap();
    let mut mapping = Mapping::of(&table);
    mapping.set(1, Some(column("notes")));
    let preview = Preview::of_table(&table, &mapping, &[]);
    let deals: Vec<_> = preview.items().iter().filter_map(|item| item.record.deal()).collect();
    assert_eq!(deals[0].notes, "phone: 123\nnotes: x\ny");
    assert_eq!(deals[0].tags, ["VIP", "华东"]);
    assert_eq!(deals[1].notes, "");
}

#[test]
fn an_amount_in_an_unknown_currency_is_not_read() {
    let (deal, problems) = one("customer,amount,currency\nA,500,金币\n");
    assert_eq!((deal.amount, deal.unread[&"amount".to_owned()].as_str()), (None, "500 金币"));
    assert_eq!(problems.len(), 1);
    for (cells, kept) in [("€,20260630", "€ / 20260630"), (",500", "/ 500")] {
        let (deal, _) = one(&format!("customer,amount,currency\nA,{cells}\n"));
        assert_eq!(
            (deal.amount, deal.unread[&"amount".to_owned()].as_str()),
            (None, kept),
            "both texts do not combine into an amount"
        );
    }
    for (typed, code) in [("usd", "USD"), ("人民币", "CNY"), ("€", "EUR"), ("", "CNY"), (" GBP ", "GBP")] {
        let (deal, problems) = one(&format!("customer,amount,currency\nA,500,{typed}\n"));
        assert_eq!((deal.amount, deal.currency.code(), problems.len()), (Some(500.into()), code, 0), "{typed}");
    }
}

#[test]
fn importing_a_table_twice_changes_nothing() {
    let mut book = Browser::new("mine");
    let text = "customer,amount\nA,1\nB,2\nA,1\n,\n";
    let first = import(&mut book, text);
    assert_eq!(
        first.items().iter().map(|item| item.verdict).collect::<Vec<_>>(),
        [Verdict::New, Verdict::New, Verdict::Repeated]
    );
    assert_eq!(book.customers(), ["A", "B"]);
    let before = book.clone();
    import(&mut book, text);
    assert_eq!(book, before);
    // Not even after the deals were changed.
    let ids: Vec<_> = book.stored.keys().filter_map(|key| id_of(key)).map(str::to_owned).collect();
    book.customer(&ids[0], "changed");
    book.write(&ids[1], |deal| deal.deleted = true);
    let before = book.clone();
    import(&mut book, text);
    assert_eq!(book, before);
}

#[test]
fn a_duplicate_row_is_imported_on_demand() {
    let mut book = Browser::new("mine");
    let table = read_table("customer\nA\nA\n").unwrap();
    let mut preview = Preview::of_table(&table, &Mapping::of(&table), &book.entries());
    preview.choose(1, ImportChoice::Take);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["A", "A"]);
}

#[test]
fn our_own_table_is_recognised_as_identical() {
    let mut book = Browser::new("mine");
    book.customer("a", "=1+1");
    book.write("b", |deal| {
        deal.customer = "'-x, \"y\"\nz".to_owned();
        deal.amount = Some("-12.345678".parse().unwrap());
        deal.unread.insert("expected_close".to_owned(), "-soon".to_owned());
    });
    for locale in Locale::ALL {
        let deals: Vec<_> = ["a", "b"].iter().map(|id| book.deal(id).unwrap()).collect();
        let text = csv::write(&list(&deals, Style::default_for(locale)));
        let before = book.clone();
        let preview = import(&mut book, &text);
        assert_eq!(preview.count(Verdict::Identical), 2, "{text}");
        assert_eq!(book, before);
        let mut empty = Browser::new("other");
        import(&mut empty, &text);
        assert_eq!(empty.customers(), book.customers());
    }
}

proptest! {
    #[test]
    fn any_text_is_a_table_or_an_error(text in any::<String>(), pieces in prop::collection::vec(prop::sample::select(
        &["\"", "\n", "\r", ",", ";", "\t", "客户", "1", "金额", "''=", "\u{feff}"][..]), 0..40,
    )) {
        for text in [text, pieces.concat()] {
            if let Ok(table) = read_table(&text) {
                let mut mapping = Mapping::of(&table);
                mapping.set(0, Some(column("customer")));
                let preview = Preview::of_table(&table, &mapping, &[]);
                prop_assert!(preview.items().len() <= table.rows.len());
                let stored: Vec<_> = preview.writes().into_iter().map(|write| (write.key, write.after)).collect();
                prop_assert_eq!(Preview::of_table(&table, &mapping, &stored).writes(), []);
            }
        }
    }

    #[test]
    fn a_written_list_reads_back_unchanged(customers in prop::collection::vec("[=+@'\"\\-,;\t\r\na客 ]{0,6}", 1..5)) {
        let deals: Vec<_> = customers.iter().map(|customer| Deal { customer: customer.trim().to_owned(), ..Deal::new("d") }).collect();
        let named = deals.iter().filter(|deal| !deal.customer.is_empty()).count();
        let table = read_table(&csv::write(&list(&deals, Style::default_for(Locale::Zh)))).unwrap();
        let mapping = Mapping::of(&table);
        let preview = Preview::of_table(&table, &mapping, &[]);
        let read: Vec<_> = preview.items().iter().filter_map(|item| item.record.deal()).map(|deal| deal.customer.clone()).collect();
        let expected: Vec<_> = deals.iter().map(|deal| deal.customer.clone()).filter(|customer| !customer.is_empty()).collect();
        prop_assert_eq!(read.len(), named);
        prop_assert_eq!(read, expected);
    }
}

#[test]
fn only_a_row_equal_to_a_deal_is_identical() {
    let mut book = Browser::new("mine");
    book.write("a", |deal| {
        deal.customer = "华东".to_owned();
        deal.title = "五轴".to_owned();
    });
    book.write("b", |deal| {
        deal.customer = "华中".to_owned();
        deal.deleted = true;
    });
    let verdicts =
        |book: &mut Browser, text: &str| import(book, text).items().iter().map(|item| item.verdict).collect::<Vec<_>>();
    let known = verdicts(&mut book.clone(), "客户\n华东\n华北\n华中\n");
    assert_eq!(
        known,
        [Verdict::Identical, Verdict::New, Verdict::New],
        "compared by the columns of the table, ignoring deleted deals"
    );
    let other = verdicts(&mut book, "客户,商机\n华东,三轴\n华东,五轴\n");
    assert_eq!(other, [Verdict::New, Verdict::Identical]);
}

#[test]
fn a_table_with_a_title_above_is_read_from_its_header() {
    for (text, expected) in [
        ("客户,金额\n甲,120", "120"),
        ("华东区商机表（单位：万元）,\n客户,金额\n甲,120", "1200000"),
        ("商机表,\n2026年三季度,单位：万元\n\n客户,商机名称,金额\n甲,线,120", "1200000"),
        ("Pipeline (USD k),,\nCustomer,Amount,Stage\nA,120,", "120000"),
        ("编制单位：某公司,,制表：万千\n客户,金额,备用\n甲,120,", "120"),
        ("编制单位：某公司,\n日期：2026-03,单位：万元\n客户,金额\n甲,120", "1200000"),
        ("商机表,单位：,万元\n客户,商机名称,金额\n甲,线,120", "1200000"),
        ("Business unit: Sales,\nCustomer,Amount\nA,120", "120"),
        // The header's own unit is nearer.
        ("单位：万元,\n客户,金额（元）\n甲,120", "120"),
        // A header with one known name, below a title of one cell.
        ("销售三部,\n客户,备用\n甲,x", ""),
    ] {
        let (deal, problems) = one(text);
        assert!(["甲", "A"].contains(&deal.customer.as_str()), "{text}: {deal:?}");
        assert_eq!(deal.amount.map(|amount| amount.normalize().to_string()).unwrap_or_default(), expected, "{text}");
        assert_eq!(problems, [], "{text}");
    }
    let (deal, problems) = one("商机表（单位：吨）,\n客户,金额\n甲,120");
    assert_eq!(deal.amount, None);
    assert!(matches!(problems.as_slice(), [CellProblem { reason: CellReason::Unit, .. }]), "{problems:?}");
    // Rows keep the numbers that a spreadsheet gives them.
    let table = read_table("商机表,\n\n客户,金额\n甲,120").unwrap();
    assert_eq!((table.rows.first().unwrap().number, table.header_row()), (4, 3));
    assert_eq!(table.titles().collect::<Vec<_>>(), ["商机表"]);
    // Without any known name, the first row is the header.
    assert_eq!(read_table("a,b\nc,d").unwrap().header, ["a", "b"]);
}

#[test]
fn a_row_with_the_name_of_a_stored_deal_is_reported() {
    let mut book = Browser::new("mine");
    import(&mut book, "客户,商机名称,金额\n华东,一期,100\n华北,,5\n");
    let table = read_table("客户,商机名称,金额\n 华东 ,一期,120\n华东,二期,3\n华北,,6\n华东,一期,100\n").unwrap();
    let preview = Preview::of_table(&table, &Mapping::of(&table), &book.entries());
    let amount = |item: &Item| item.namesake.as_ref().map(|deal| deal.amount.unwrap());
    let told: Vec<_> = preview.items().iter().map(|item| (item.verdict, amount(item))).collect();
    let hundred = Some(100.into());
    assert_eq!(
        told,
        [(Verdict::New, hundred), (Verdict::New, None), (Verdict::New, None), (Verdict::Identical, None)],
        "a deal without a title has no namesake"
    );
}

#[test]
fn the_same_deal_with_different_cells_is_reported() {
    let text = "客户,商机,金额\n甲,一期,100\n甲,二期,100\n甲 ,一期,120\n甲,一期,100\n乙,,5\n乙,,6\n";
    let preview = import(&mut Browser::new("mine"), text);
    let told: Vec<_> = preview.items().iter().map(|item| (item.verdict, &*item.elsewhere)).collect();
    let new = (Verdict::New, &[][..]);
    assert_eq!(told, [new, new, (Verdict::New, &[0]), (Verdict::Repeated, &[0]), new, new]);
    // Names are compared as everywhere else.
    let preview = import(&mut Browser::new("mine"), "客户,商机,金额\nAcme  Ltd,A1,100\nＡｃｍｅ ltd,a１,120\n");
    assert_eq!(preview.items().last().map(|item| &*item.elsewhere), Some(&[0][..]));
}

#[test]
fn another_row_can_be_the_header() {
    let table = read_table("a,b\nGesellschaft,Summe\nX,5\nY,6").unwrap();
    assert!(table.is_unknown());
    assert_eq!(table.header, ["a", "b"]);
    let choices: Vec<_> = table.header_choices().map(|row| row.number).collect();
    assert_eq!(choices, [1, 2, 3], "at least one row must remain below");
    let pointed = table.with_header(2);
    assert_eq!(
        (&*pointed.header, pointed.header_row(), pointed.rows.len()),
        (&["Gesellschaft".to_owned(), "Summe".to_owned()][..], 2, 2)
    );
    assert_eq!(pointed.titles().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(pointed.with_header(1), table);
    assert_eq!(table.with_header(4), table);
    assert_eq!(table.with_header(99), table);
}

#[test]
fn negative_amounts_round_trip() {
    let mut deal = Deal { amount: Some(dec("-1234.5")), customer: "甲".to_owned(), ..Deal::default() };
    for code in ["CNY", "USD"] {
        deal.currency = abacus_deals::Currency::new(code).unwrap();
        let text = csv::write(&list([&deal], Style::default_for(Locale::Zh)));
        let (read, problems) = one(&text);
        assert_eq!((read.amount, read.currency.code(), problems), (deal.amount, code, Vec::new()), "{text}");
    }
    for (header, typed, amount, currency) in [
        ("amount", "-500", "-500", "CNY"),
        ("amount", "−500", "-500", "CNY"),
        ("amount", "-$500", "-500", "USD"),
        ("金额（万元）", "-1.2", "-12000", "CNY"),
    ] {
        let (deal, problems) = one(&format!("customer\t{header}\nA\t{typed}\n"));
        assert_eq!((deal.amount, deal.currency.code(), problems), (Some(dec(amount)), currency, Vec::new()), "{typed}");
    }
    // Beyond the range of a record, or with too many decimals.
    for typed in ["-9999999999999999", "-0.0000001"] {
        let (deal, problems) = one(&format!("customer\tamount\nA\t{typed}\n"));
        assert_eq!((deal.amount, problems.len()), (None, 1), "{typed}");
    }
}

pub(super) fn dec(text: &str) -> abacus_core::Decimal {
    text.parse().unwrap()
}
