//! Several files in one import, with the same deal in two of them.

use abacus_deals::transfer::{
    BadFile, Export, Item, MOST_BYTES, MOST_ROWS, Mapping, Resolution, Source, check_rows, check_sizes, read_table,
};
use proptest::prelude::*;

use super::properties::{any_browser, contents};
use super::*;

/// Two colleagues who imported the same deal from the manager and changed its customer to these.
pub(super) fn colleagues(first: &str, second: &str) -> (Browser, [String; 2]) {
    let mut manager = Browser::new("manager");
    manager.customer("a", "华东");
    let file = manager.export();
    let changed = [("one", first), ("two", second)].map(|(name, customer)| {
        let mut colleague = Browser::new(name);
        colleague.import(&file);
        colleague.customer("a", customer);
        colleague.export()
    });
    (manager, changed)
}

pub(super) fn verdicts(preview: &Preview) -> Vec<Verdict> {
    preview.items().iter().map(|item| item.verdict).collect()
}

pub(super) fn places(items: &[Item]) -> Vec<(usize, &[usize])> {
    items.iter().map(|item| (item.file, &*item.elsewhere)).collect()
}

#[test]
fn three_files_are_one_import() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let files = [&[with_id("a", "华东"), with_id("b", "华南")][..], &[with_id("c", "华北")], &[with_id("d", "华中")]]
        .map(|deals| file(&deals.iter().map(String::as_str).collect::<Vec<_>>()));
    let preview = book.preview_all(&files);
    assert_eq!(verdicts(&preview), [Verdict::Identical, Verdict::New, Verdict::New, Verdict::New]);
    assert_eq!(places(preview.items()), [(0, &[][..]), (0, &[]), (1, &[]), (2, &[])]);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东", "华中", "华北", "华南"]);
}

#[test]
fn the_same_deal_in_two_files_is_imported_once() {
    let files = [file(&[&with_id("a", "华东")]), file(&[&with_id("b", "华北"), &with_id("a", "华东")])];
    let preview = Browser::new("mine").preview_all(&files);
    assert_eq!(verdicts(&preview), [Verdict::New, Verdict::New, Verdict::Repeated]);
    assert_eq!(preview.items()[2].elsewhere, [0]);
    assert_eq!(preview.write_count(), 2);
}

#[test]
fn the_equal_record_with_the_best_known_origin_counts() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let nameless = file(&[&with_id("a", "华北")]);
    let later = nameless
        .replace(r#""version":1"#, r#""version":1,"book":"mine""#)
        .replace(r#""revision":1"#, r#""revision":2"#);
    let preview = book.preview_all(&[nameless, later]);
    assert_eq!(verdicts(&preview), [Verdict::Repeated, Verdict::FileNewer]);
    assert_eq!(places(preview.items()), [(0, &[1][..]), (1, &[])]);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华北"]);
}

#[test]
fn a_version_superseded_by_another_file_is_left_out() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let old = rep.export();
    rep.customer("a", "华东机床");
    let new = rep.export();
    rep.customer("a", "华东机床厂");
    let newest = rep.export();
    let mut book = Browser::new("mine");
    let preview = book.preview_all(&[new.clone(), newest.clone(), old]);
    assert_eq!(verdicts(&preview), [Verdict::Superseded, Verdict::New, Verdict::Superseded]);
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::Take, ImportChoice::Leave]);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东机床厂"]);
    assert_eq!(verdicts(&book.preview_all(&[newest, new])), [Verdict::Identical, Verdict::BookNewer]);
}

#[test]
fn a_deletion_in_one_file_does_not_drop_anothers_change() {
    let (manager, files) = colleagues("华南", "华北");
    let deleted = files[0].replace(r#""deleted":false"#, r#""deleted":true"#);
    assert_ne!(deleted, files[0]);
    for files in [[deleted.clone(), files[1].clone()], [files[1].clone(), deleted]] {
        let mut book = manager.clone();
        book.import_all(&files);
        assert_eq!(book.customers(), ["华北"]);
        assert!(!book.deal("a").unwrap().deleted);
    }
}

#[test]
fn a_cycle_of_damaged_origins_loses_no_version() {
    let version = |customer: &str, book: &str, revision: u64, from: &str| {
        format!(
            r#"{{"format":"sales-abacus","version":1,"book":"{book}","deals":[{{"schema":2,"id":"a","revision":{revision},
            "customer":"{customer}","imported":{{"id":"a","book":"{from}","revision":9,"print":"none"}}}}]}}"#
        )
    };
    let files = [version("甲", "p", 5, "q"), version("乙", "q", 5, "r"), version("丙", "r", 5, "p")];
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&files);
    preview.resolve(0, Resolution::KeepAll);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["丙", "乙", "甲"]);
}

#[test]
fn very_many_versions_are_all_kept() {
    let versions: Vec<_> = (0..500).map(|number| with_id("a", &format!("{number:03}"))).collect();
    let mut book = Browser::new("mine");
    book.import(&file(&versions.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(book.customers().len(), 500);
}

#[test]
fn a_row_that_matches_a_deal_of_another_file_is_repeated() {
    let export = read_export(file(&[&with_id("a", "华东")]).as_bytes()).unwrap();
    let tables = ["客户,商机\n华东,\n华南,一期\n", "客户,商机,金额\n华南,一期,\n华南,一期,5\n"];
    let tables = tables.map(|text| read_table(text).unwrap());
    let mappings = [Mapping::of(&tables[0]), Mapping::of(&tables[1])];
    let sources =
        [Source::Table(&tables[0], &mappings[0]), Source::Export(&export), Source::Table(&tables[1], &mappings[1])];
    let preview = Preview::of_files(&sources, &[], None);
    let told: Vec<_> = preview.items().iter().map(|item| (item.file, item.row, item.verdict)).collect();
    assert_eq!(
        told,
        [
            (1, None, Verdict::New),
            (0, Some(2), Verdict::Repeated),
            (0, Some(3), Verdict::New),
            (2, Some(2), Verdict::Repeated),
            (2, Some(3), Verdict::New)
        ]
    );
    let elsewhere: Vec<_> = preview.items().iter().map(|item| &*item.elsewhere).collect();
    assert_eq!(elsewhere, [&[][..], &[0], &[], &[2], &[2]]);
}

#[test]
fn unusable_records_are_reported_with_their_file() {
    let files = [file(&[&with_id("a", "华东")]), file(&["7", &with_id("b", "华北")])];
    let preview = Browser::new("mine").preview_all(&files);
    let unusable: Vec<_> = preview.unusable().iter().map(|(file, unusable)| (*file, unusable.number)).collect();
    assert_eq!((unusable, preview.write_count()), (vec![(1, 1)], 2));
}

#[test]
fn own_figures_that_differ_between_files_are_left_out() {
    let with = |figures: &str| file(&[]).replace(r#""prefs":{}"#, &format!(r#""prefs":{{{figures}}}"#));
    let files =
        [with(r#""last:clv":"spend=3","usual":"rate=0.08""#), with(r#""last:clv":"spend=4","usual":"rate=0.08""#)];
    let preview = Browser::new("mine").preview_all(&files);
    assert_eq!((preview.user_figure_count(), preview.user_figures_differing()), (1, 1));
    assert_eq!(preview.writes()[0].key, "sales-abacus:usual");
}

#[test]
fn scenarios_of_two_books_are_kept_beside_each_other() {
    let with = |book: &str, name: &str, revision: u64| {
        format!(
            r#"{{"format":"sales-abacus","version":1,"book":"{book}","scenarios":[
            {{"id":"s","tool":"clv","name":"{name}","revision":{revision},"inputs":{{"spend":"12"}}}}]}}"#
        )
    };
    let book = Browser::new("mine");
    let told = |files: &[String]| verdicts(&book.preview_all(files));
    assert_eq!(told(&[with("p", "A", 1), with("q", "B", 2)]), [Verdict::Conflict, Verdict::Conflict]);
    assert_eq!(told(&[with("p", "A", 1), with("p", "B", 2)]), [Verdict::Conflict, Verdict::Conflict]);
    assert_eq!(told(&[with("mine", "A", 1), with("mine", "B", 2)]), [Verdict::Superseded, Verdict::New]);
    assert_eq!(book.preview_all(&[with("p", "A", 1), with("q", "B", 2)]).write_count(), 2);
}

#[test]
fn limits_apply_to_all_files_together() {
    let half = MOST_BYTES / 2;
    let together = Err(BadFile::TooLargeTogether);
    assert_eq!(check_sizes(&[half, half + 1, half]), [Ok(()), together.clone(), Ok(())], "the next may still fit");
    assert_eq!(check_sizes(&[0, MOST_BYTES, 1]), [Err(BadFile::Empty), Ok(()), together]);
    assert_eq!(check_sizes(&[MOST_BYTES + 1]), [Err(BadFile::TooLarge { bytes: MOST_BYTES + 1 })]);
    assert_eq!(check_rows(&[MOST_ROWS, 1, 0]), [Ok(()), Err(BadFile::TooManyRowsTogether), Ok(())]);
}

proptest! {
    #[test]
    fn the_order_of_the_files_does_not_matter(here in any_browser(), there in prop::collection::vec(any_browser(), 3), order in Just(vec![0_usize, 1, 2]).prop_shuffle()) {
        let files: Vec<String> = there.iter().map(Browser::export).collect();
        let shuffled: Vec<String> = order.iter().map(|place| files[*place].clone()).collect();
        let outcome = |files: &[String]| {
            let mut book = here.clone();
            book.import_all(files);
            // The place in a list is not content.
            let placeless = |text: String| (0..3).fold(text, |text, place| text.replace(&format!("&place={place}&"), "&"));
            let mut contents: Vec<_> = contents(&book).into_iter().map(placeless).collect();
            contents.sort();
            contents
        };
        prop_assert_eq!(outcome(&files), outcome(&shuffled));
    }

    #[test]
    fn importing_several_files_again_converges(mut here in any_browser(), there in prop::collection::vec(any_browser(), 3)) {
        let files: Vec<String> = there.iter().map(Browser::export).collect();
        // A file that agreed with the book may disagree with what another file put there, which is then kept beside it.
        here.import_all(&files);
        here.import_all(&files);
        let before = here.clone();
        here.import_all(&files);
        prop_assert_eq!(here, before);
    }

    #[test]
    fn nothing_in_several_files_is_lost(mut here in any_browser(), there in prop::collection::vec(any_browser(), 3)) {
        let files: Vec<String> = there.iter().map(Browser::export).collect();
        let preview = here.preview_all(&files);
        here.carry_out(&preview);
        let again = here.preview_all(&files);
        for (item, choice) in again.items().iter().zip(preview.choices()) {
            // The second version of a scenario or lesson is recognised by its key alone.
            let is_beside = item.record.deal().is_none() && item.verdict == Verdict::BookNewer;
            let is_there = is_beside || matches!(item.verdict, Verdict::Identical | Verdict::Repeated);
            // Open questions wait in the files.
            let waits = matches!(choice, ImportChoice::Leave | ImportChoice::Combine);
            prop_assert!(is_there || waits, "{:?}", item);
        }
    }

    #[test]
    fn each_choice_writes_a_key_at_most_once(here in any_browser(), there in prop::collection::vec(any_browser(), 3), turns in prop::collection::vec((0..20_usize, 0..4_usize, any::<bool>()), 12)) {
        let files: Vec<String> = there.iter().map(Browser::export).collect();
        let mut preview = here.preview_all(&files);
        for (index, choice, all) in turns {
            let choice = ImportChoice::ALL[choice];
            match preview.items().get(index).map(|item| item.verdict) {
                Some(verdict) if all => preview.choose_all(verdict, choice),
                _ => preview.choose(index, choice),
            }
            let conflict = index % preview.conflicts().len().max(1);
            let possible = preview.resolutions(conflict);
            possible.iter().cycle().nth(index).into_iter().for_each(|it| preview.resolve(conflict, *it));
            let alone = [ImportChoice::KeepBoth, ImportChoice::Take];
            let written = preview.choices().iter().filter(|choice| alone.contains(choice)).count();
            let is_combined = |place: &usize| preview.resolution(*place) == Some(Resolution::Combine) && preview.open_fields(*place) == 0;
            let combined = (0..preview.conflicts().len()).filter(is_combined).count();
            prop_assert_eq!(preview.write_count(), written + combined);
        }
    }
}

#[test]
fn no_file_and_an_empty_file_write_nothing() {
    assert_eq!(Preview::of_files(&[Source::Export(&Export::default())], &[], None).writes(), []);
    assert_eq!(Preview::of_files(&[], &[], None).writes(), []);
}
