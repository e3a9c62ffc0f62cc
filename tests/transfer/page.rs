//! The files page on the first render, and the components of an import.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::BOOK_KEY;
use abacus_deals::transfer::{BadFile, Export, Mapping, Preview, Resolution, Side, Source, read_export, read_table};
use abacus_vault::journal::Journal;
use sales_abacus::deals::files::import::state::{CommitError, CompletedImport, FileContent, UndoneImport};
use sales_abacus::deals::files::import::{
    Columns, ColumnsProps, FileLabel, ImportPreview, ImportPreviewProps, Outcome, OutcomeProps, result_words, words,
};
use support::{MemoryStore, render};
use yew::{BaseComponent, LocalServerRenderer};

use super::*;

pub fn html<C>(props: C::Properties) -> String
where
    C: BaseComponent,
{
    pollster::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

#[track_caller]
fn assert_shows(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "{text:?} is missing in:\n{html}");
    }
}

fn preview(preview: Preview, locale: Locale) -> String {
    preview_of(&["x.json"], preview, locale)
}

fn preview_of(files: &[&'static str], preview: Preview, locale: Locale) -> String {
    let label = |name: &&'static str| FileLabel { name: (*name).into(), whose: (*name).into(), day: None };
    preview_from(files.iter().map(label).collect(), preview, locale)
}

pub fn preview_from(files: Rc<[FileLabel]>, preview: Preview, locale: Locale) -> String {
    html::<ImportPreview>(ImportPreviewProps {
        preview,
        files,
        locale,
        on_action: Callback::noop(),
        on_import: Callback::noop(),
        on_cancel: Callback::noop(),
    })
}

#[test]
fn the_files_page_offers_import_and_export() {
    let page = |locale, fragment| render(Page::Deals, locale, fragment, MemoryStore::default());
    assert_shows(&page(Locale::Zh, "view=files"), &["导入与导出", "完整备份（JSON）", "选择文件…", "什么都不会写入"]);
    assert_shows(&page(Locale::En, "view=files"), &["Import and export", "Full backup (JSON)", "Choose files…"]);
    assert_shows(&page(Locale::En, ""), &["href=\"#view=files\""]);
}

#[test]
fn conflicts_show_both_versions_and_their_choices() {
    let stored = [(key("a"), encode(&deal("a", "华东", 1))), (BOOK_KEY.to_owned(), "mine".to_owned())];
    let file = r#"{"format":"sales-abacus","version":1,"deals":[
        {"schema":2,"id":"a","customer":"华南 <b>","amount":"5","people":[{"name":"x"}]},
        {"schema":2,"id":"n","customer":"华北","amount":"30000"},{"schema":9,"id":"f"}]}"#;
    let chosen = Preview::of_export(&read_export(file.as_bytes()).expect("a file"), &stored, Some("mine"));
    let zh = preview(chosen.clone(), Locale::Zh);
    assert_shows(
        &zh,
        &[
            "冲突（1）",
            "本机",
            "x.json",
            "用哪一份",
            "逐项选",
            "aria-label=\"客户：用哪一份 · 本机 · ",
            "华东",
            "华南 &lt;b&gt;",
            "scope=\"row\">人员</th>",
            "两份都留",
            "用文件里的",
            "只留本机的",
            "新的（1）",
            "¥30,000",
            "读不出来的",
            "由新版本写成",
            "导入 2 条",
        ],
    );
    let en = preview(chosen, Locale::En);
    assert_shows(
        &en,
        &[
            "Conflicts (1)",
            "Keep both",
            "Choose field by field",
            "aria-label=\"People: Which to use · ",
            "Deal 3: Written by a newer version",
            "Import 2",
        ],
    );
}

#[test]
fn a_table_shows_its_columns_and_unreadable_cells() {
    let table = read_table("客户,金额,Phone\nA,大约,123\nA,大约,123\n").expect("a table");
    let mapping = Mapping::of(&table);
    let columns = html::<Columns>(ColumnsProps {
        table: Rc::new(table.clone()),
        mapping: mapping.clone(),
        place: 0,
        skipped: 0,
        locale: Locale::Zh,
        on_read: Callback::noop(),
    });
    assert_shows(&columns, &["for=\"column-0-2\"", "例：", "123", "不导入", "商机名称"]);
    assert_shows(&columns, &["列名在哪一行", "第 1 行：客户 · 金额 · Phone", "第 2 行：A · 大约 · 123"]);
    let chosen = preview(Preview::of_table(&table, &mapping, &[]), Locale::Zh);
    assert_shows(&chosen, &["第 2 行 · A", "金额“大约”：这不是数字", "2 行里有读不出来的格子", "重复的（1）"]);
    let chosen = preview(Preview::of_table(&table, &mapping, &[]), Locale::En);
    assert_shows(&chosen, &["Row 2 · A", "Amount “大约”: This is not a number", "Repeated (1)"]);
}

#[test]
fn totals_and_similar_deals_are_reported() {
    let table = read_table("客户,商机,金额\n甲,一期,1\n甲,一期,2\n合计,,3\n").expect("a table");
    let html = |locale| preview(Preview::of_table(&table, &Mapping::of(&table), &[]), locale);
    assert_shows(&html(Locale::Zh), &["新的（2）", "和第 2 行的是同一个客户、同一个商机", "合计行（1）", "导入 2 条"]);
    assert_shows(&html(Locale::En), &["Totals (1)", "The same customer and deal as in row 2", "Import 2"]);
}

#[test]
fn a_table_of_unknown_columns_says_so() {
    let table = read_table("a,b\nc,d\n").expect("a table");
    let columns = |locale| {
        let (mapping, on_read) = (Mapping::of(&table), Callback::noop());
        html::<Columns>(ColumnsProps { table: Rc::new(table.clone()), mapping, place: 0, skipped: 1, locale, on_read })
    };
    assert_shows(&columns(Locale::Zh), &["没有一列的名称认得出来", "2 列没有导入：a、b。", "1 行没有导入"]);
    assert_shows(
        &columns(Locale::En),
        &["None of these names is known", "2 columns are left out: a, b.", "1 row is left out"],
    );
}

#[test]
fn a_table_without_customers_is_not_called_matched() {
    let table = read_table("甲方大名,备注,\n己,急,x\n").expect("a table");
    let columns = |locale| {
        let (mapping, on_read) = (Mapping::of(&table), Callback::noop());
        html::<Columns>(ColumnsProps { table: Rc::new(table.clone()), mapping, place: 0, skipped: 2, locale, on_read })
    };
    let zh = columns(Locale::Zh);
    assert_shows(&zh, &["没有找到“客户”这一列", "2 列没有导入：甲方大名、（没有标题）。", "2 行没有导入"]);
    assert!(!zh.contains("已按标题对好"));
    assert_shows(&columns(Locale::En), &["No column holds the customer", "2 rows are left out"]);
}

/// Three colleagues' versions of one deal.
fn three() -> [Export; 3] {
    [("张三", r#""customer":"华东","amount":"5""#), ("李四", r#""customer":"华北","amount":"7""#), ("王五", r#""customer":"华东","amount":"7""#)]
        .map(|(who, deal)| {
            let text = format!(
                r#"{{"format":"sales-abacus","version":1,"prefs":{{"salesperson":"{who}"}},"deals":[{{"schema":2,"id":"a",{deal}}}]}}"#
            );
            read_export(text.as_bytes()).expect("a file")
        })
}

fn labels(exports: &[Export]) -> Rc<[FileLabel]> {
    let label = |(number, export): (usize, &Export)| {
        FileLabel::of(&format!("{number}.json"), &FileContent::Export(Rc::new(export.clone())))
    };
    exports.iter().enumerate().map(label).collect()
}

#[test]
fn a_row_naming_an_existing_deal_says_so() {
    let mut here = deal("a", "华东", 1);
    (here.title, here.amount) = ("一期".to_owned(), Some(100.into()));
    let table = read_table("客户,商机名称,金额\n华东,一期,120\n").expect("a table");
    let shown = |locale| preview(Preview::of_table(&table, &Mapping::of(&table), &[(key("a"), encode(&here))]), locale);
    assert_shows(
        &shown(Locale::Zh),
        &["有 1 行，本机已有同一客户、同一名称的商机", "本机已有同一客户、同一名称的商机（¥100"],
    );
    assert_shows(&shown(Locale::En), &["1 row names a customer and a deal", "has a deal of this customer and name ("]);
}

#[test]
fn three_files_are_one_table_with_a_column_each() {
    let exports = three();
    let sources = exports.each_ref().map(Source::Export);
    let shown = |preview: &Preview, locale| preview_from(labels(&exports), preview.clone(), locale);
    let mut chosen = Preview::of_files(&sources, &[], Some("mine"));
    let zh = shown(&chosen, Locale::Zh);
    assert_shows(
        &zh,
        &[
            "冲突（1）",
            "scope=\"col\" translate=\"no\" dir=\"auto\">张三</th>",
            "dir=\"auto\">王五</th>",
            "还有 2 项没选，选完才能导入。",
            "还没选",
            "全部用这一份：",
            "aria-label=\"客户：用哪一份 · 张三、王五 · 华东\"",
            "aria-label=\"金额：用哪一份 · 李四、王五 · ¥7\"",
            "同“张三”",
            "<option value=\"combine\" selected=\"selected\">逐项选</option>",
            "各存一份",
            "导入 1 条",
        ],
    );
    assert_eq!((zh.matches("<table").count(), zh.matches("type=\"radio\"").count()), (1, 4));
    assert!(!zh.contains("checked"), "nobody has chosen");
    assert!(!zh.contains("本机</th>"), "this device has none");
    assert_shows(
        &shown(&chosen, Locale::En),
        &[
            "2 fields are still to be chosen",
            "Not chosen yet",
            "same as “张三”",
            "Keep separate copies",
            "Use everything from:",
        ],
    );
    chosen.choose_field(0, "customer", Side::File(2));
    assert_shows(&shown(&chosen, Locale::En), &["1 field is still to be chosen"]);
    chosen.choose_field(0, "amount", Side::File(2));
    let done = shown(&chosen, Locale::En);
    assert!(!done.contains("Not chosen yet") && !done.contains("still to be chosen"), "{done}");
    assert_eq!(done.matches("checked").count(), 2, "王五’s choices are those of the identical version");
}

#[test]
fn a_version_on_this_device_adds_a_column() {
    let exports = three();
    let sources = exports.each_ref().map(Source::Export);
    let stored = [(key("a"), encode(&deal("a", "华东", 1)))];
    let mut chosen = Preview::of_files(&sources, &stored, Some("mine"));
    let shown = |preview: &Preview, locale| preview_from(labels(&exports), preview.clone(), locale);
    assert_shows(
        &shown(&chosen, Locale::Zh),
        &["import-versions--wide", "本机</th>", "用“李四”的，其余的另存", "客户：用哪一份 · 本机、张三、王五 · 华东"],
    );
    assert_shows(&shown(&chosen, Locale::En), &["Use “李四”, keep the others as copies", "Keep separate copies"]);
    assert_shows(&shown(&chosen, Locale::En), &["2 fields are still to be chosen"]);
    chosen.choose_version(0, Side::Book);
    chosen.choose_field(0, "amount", Side::File(1));
    let en = shown(&chosen, Locale::En);
    assert_eq!(en.matches("checked").count(), 2, "one of each field");
    chosen.resolve(0, Resolution::Take(1));
    assert!(!shown(&chosen, Locale::En).contains("checked"));
}

#[test]
fn versions_that_agree_with_this_device_share_its_column() {
    let exports = three();
    let sources = exports.each_ref().map(Source::Export);
    let Some(here) = exports[0].records[0].deal() else { panic!("a deal") };
    let chosen = Preview::of_files(&sources, &[(key("a"), encode(here))], Some("mine"));
    assert_shows(&preview_from(labels(&exports), chosen, Locale::Zh), &["冲突（1）", "本机、张三</th>"]);
}

#[test]
fn an_older_version_says_which_one_was_chosen() {
    let stored = [(key("a"), encode(&deal("a", "华东", 3))), (BOOK_KEY.to_owned(), "mine".to_owned())];
    let older = read_export(
        br#"{"format":"sales-abacus","version":1,"book":"mine","deals":[{"schema":2,"id":"a","revision":1}]}"#,
    )
    .expect("a file");
    let other = three()[1].clone();
    let mut chosen = Preview::of_files(&[Source::Export(&older), Source::Export(&other)], &stored, Some("mine"));
    chosen.choose_field(0, "customer", Side::File(1));
    let shown = |locale| preview_from(labels(&[older.clone(), other.clone()]), chosen.clone(), locale);
    assert_shows(&shown(Locale::Zh), &["本机较新（1）", "选了用“李四”的"]);
    assert_shows(&shown(Locale::En), &["the version of “李四” was chosen"]);
}

#[test]
fn many_records_are_shown_in_steps() {
    let rows: String = (0..5_000).map(|row| format!("Customer {row}\n")).collect();
    let table = read_table(&format!("customer\n{rows}")).expect("a table");
    let html = preview(Preview::of_table(&table, &Mapping::of(&table), &[]), Locale::En);
    assert_shows(&html, &["New (5000)", "Import 5000", "Show 50 more"]);
    assert_eq!(html.matches("import-item__name").count(), 20);
}

#[test]
fn a_file_with_nothing_to_import_says_so() {
    let empty = read_export(br#"{"format":"sales-abacus","version":1}"#).expect("a file");
    let html = preview(Preview::of_export(&empty, &[], None), Locale::En);
    assert_shows(&html, &["There is nothing to import in this file."]);
    let same =
        read_export(br#"{"format":"sales-abacus","version":1,"deals":[{"schema":2,"id":"a"}]}"#).expect("a file");
    let html = preview(Preview::of_export(&same, &[(key("a"), encode(&Deal::new("a")))], None), Locale::En);
    assert_shows(&html, &["Nothing to import", "Identical (1)"]);
}

#[test]
fn a_finished_import_offers_to_undo() {
    let outcome = |done: Option<usize>, undone_import, locale| {
        let done = done.map(|count| {
            let writes = vec![write("a", None, &Deal::new("a")); count];
            CompletedImport { journal: Rc::new(Journal::of(&writes, "x.json", "2026-11-21".parse().expect("a day"))) }
        });
        html::<Outcome>(OutcomeProps {
            done,
            undone_import,
            elsewhere: true,
            locale,
            on_undo: Callback::noop(),
            on_dismiss: Callback::noop(),
        })
    };
    let undone = |restored, changed| Some(UndoneImport { restored, changed, left: 0 });
    assert_shows(&outcome(Some(2), None, Locale::Zh), &["已从“x.json”导入 2 条。", "撤销导入", "看商机"]);
    assert_shows(&outcome(Some(1), None, Locale::En), &["Imported 1 record from “x.json”.", "Undo import"]);
    assert_shows(&outcome(None, undone(2, 1), Locale::Zh), &["已撤销导入，2 条都撤回了。1 条在导入之后改过，没有动。"]);
    assert_shows(
        &outcome(None, undone(1, 2), Locale::En),
        &["1 record was taken back. 2 were changed since and stay."],
    );
    assert_shows(
        &outcome(Some(2), Some(UndoneImport { restored: 0, changed: 0, left: 1 }), Locale::En),
        &["Nothing was undone. 1 could not be undone"],
    );
    assert!(!outcome(None, None, Locale::En).contains("undo"));
}

#[test]
fn every_failure_has_a_sentence_in_both_languages() {
    use sales_abacus::shell::ports::StoreError::{Ceiling, Corrupted, Denied, Full, Newer, NotKept};
    let stuck = [CommitError::Changed, CommitError::Stuck(NotKept, 2)].into_iter();
    for failure in stuck.chain([Denied, Full, Ceiling, Corrupted, Newer, NotKept].map(CommitError::Store)) {
        assert!(result_words::failure(failure, Locale::Zh).ends_with('。'), "{failure:?}");
        assert!(result_words::failure(failure, Locale::En).ends_with('.'), "{failure:?}");
    }
    assert!(
        result_words::failure(CommitError::Store(Full), Locale::En).contains(": the browser’s storage is full. What")
    );
    let refused = words::refused("x", &BadFile::Truncated.message(Locale::Zh), Locale::Zh);
    assert!(refused.starts_with("“x”没有导入。文件只有一半"));
}

#[test]
fn own_figures_are_announced_before_they_are_imported() {
    let file =
        r#"{"format":"sales-abacus","version":1,"deals":[],"prefs":{"last:clv":"spend=12","usual":"rate=0.08"}}"#;
    let chosen =
        |stored: &[(String, String)]| Preview::of_export(&read_export(file.as_bytes()).expect("a file"), stored, None);
    assert_shows(&preview(chosen(&[]), Locale::Zh), &["本机还没有的，也一并导入（2 项）", "导入 2 条"]);
    assert_shows(&preview(chosen(&[]), Locale::En), &["where this device has none (2)", "Import 2"]);
    let here = ["last:clv", "usual"].map(|name| (format!("sales-abacus:{name}"), "?".to_owned()));
    assert_shows(&preview(chosen(&here), Locale::En), &["There is nothing to import in this file"]);
}

#[test]
fn several_files_are_listed_by_name() {
    let names = ["one.json", "two.json", "three.csv"];
    let deals = |deals: &str| {
        let text = format!(r#"{{"format":"sales-abacus","version":1,"deals":[{deals}]}}"#);
        read_export(text.as_bytes()).expect("a file")
    };
    let exports = [
        deals(r#"{"schema":2,"id":"a","customer":"华东"},{"schema":2,"id":"n","customer":"华北"},{"schema":9}"#),
        deals(r#"{"schema":2,"id":"a","customer":"华南"},{"schema":2,"id":"n","customer":"华北"}"#),
    ];
    let table = read_table("客户\n华北\n").expect("a table");
    let mapping = Mapping::of(&table);
    let sources = [Source::Export(&exports[0]), Source::Export(&exports[1]), Source::Table(&table, &mapping)];
    let shown = |locale| preview_of(&names, Preview::of_files(&sources, &[], None), locale);
    let zh = shown(Locale::Zh);
    assert_shows(
        &zh,
        &[
            "冲突（1）",
            ">one.json</th>",
            ">two.json</th>",
            "重复的（2）",
            "和“one.json”里的一样。",
            "第 2 行 · 华北",
            "导入 2 条",
        ],
    );
    assert!(!zh.contains("本机的这条记录读不出来"), "there is none on this device");
    assert_shows(&shown(Locale::En), &["Conflicts (1)", "The same as in “one.json”.", "Leave out"]);
    assert_shows(&words::place(Some(2), Some("a.csv"), Locale::En), &["row 2 of “a.csv”"]);
}

#[test]
fn a_version_superseded_by_another_file_says_so() {
    let version = |revision: u64, customer: &str| {
        let text = format!(
            r#"{{"format":"sales-abacus","version":1,"book":"rep","deals":[{{"schema":2,"id":"a","revision":{revision},"customer":"{customer}"}}]}}"#
        );
        read_export(text.as_bytes()).expect("a file")
    };
    let exports = [version(1, "华东"), version(2, "华东机床")];
    let sources = [Source::Export(&exports[0]), Source::Export(&exports[1])];
    let shown = |locale| preview_of(&["one.json", "two.json"], Preview::of_files(&sources, &[], None), locale);
    assert_shows(&shown(Locale::Zh), &["另一份文件里较新（1）", "新的（1）", "导入 1 条"]);
    assert_shows(&shown(Locale::En), &["Newer in another file (1)", "New (1)", "Import 1"]);
}

#[test]
fn differing_own_figures_are_reported() {
    let figures = |spend: &str| {
        let text = format!(r#"{{"format":"sales-abacus","version":1,"prefs":{{"last:clv":"spend={spend}"}}}}"#);
        read_export(text.as_bytes()).expect("a file")
    };
    let exports = [figures("3"), figures("4")];
    let sources = [Source::Export(&exports[0]), Source::Export(&exports[1])];
    let shown = |locale| preview_of(&["one.json", "two.json"], Preview::of_files(&sources, &[], None), locale);
    assert_shows(&shown(Locale::Zh), &["各文件不一样的，不导入（1 项）"]);
    assert_shows(&shown(Locale::En), &["left out where the files differ (1)"]);
}

#[test]
fn a_conflict_says_whose_version_is_from_which_day() {
    let stored = [(key("a"), encode(&deal("a", "华东", 1)))];
    let export = |more: &str| {
        let text = format!(
            r#"{{"format":"sales-abacus","version":1{more},"deals":[{{"schema":2,"id":"a","customer":"华南","log":[{{"id":"c1","date":"2026-03-02"}}]}}]}}"#
        );
        read_export(text.as_bytes()).expect("a file")
    };
    let shown = |more: &str, locale, choose: bool| {
        let export = Rc::new(export(more));
        let mut preview = Preview::of_export(&export, &stored, Some("mine"));
        if choose {
            preview.choose_field(0, "log", Side::File(0));
        }
        preview_from([FileLabel::of("x.json", &FileContent::Export(export))].into(), preview, locale)
    };
    let known = r#","day":"2026-11-20","prefs":{"salesperson":"陈晨"}"#;
    assert_shows(&shown(known, Locale::Zh, false), &["陈晨（2026-11-20）", "会面记录", "本机"]);
    assert_shows(&shown(known, Locale::En, false), &["陈晨 (2026-11-20)", "Contact log", "On this device"]);
    assert_shows(&shown("", Locale::En, false), &[">x.json</th>"]);
    assert_shows(&shown(r#","day":"2026-11-20""#, Locale::En, false), &["x.json (2026-11-20)"]);
    let same = Rc::new(export(known));
    let labels = ["x.json", "y.json"].map(|name| FileLabel::of(name, &FileContent::Export(same.clone())));
    let twice = Preview::of_files(&[Source::Export(&same), Source::Export(&same)], &stored, Some("mine"));
    assert_shows(&preview_from(labels.into(), twice, Locale::En), &[">x.json, y.json</th>"]);
    let chosen = shown(known, Locale::En, true);
    assert_shows(
        &chosen,
        &[
            "aria-label=\"Contact log: Which to use · 陈晨 (2026-11-20) · 2026-03-02\"",
            "checked",
            "<option value=\"combine\" selected=\"selected\">",
        ],
    );
}
