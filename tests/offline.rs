//! The offline status in a page's footer.

use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_vault::Store;
use sales_abacus::shell::offline::{CacheStatus, InstallMethod, OfflineState, ReleaseNote, visits};

use crate::support::{MemoryStore, render_offline};

const MINUTE: u32 = 29_400_000;

fn ready(install_method: Option<InstallMethod>, minute: u32) -> OfflineState {
    OfflineState { status: CacheStatus::Ready, install_method, minute }
}

fn foot(page: Page, locale: Locale, state: OfflineState, store: &Rc<MemoryStore>) -> String {
    let html = render_offline(page, locale, state, store.clone());
    let (_, foot) = html.split_once("<footer").expect("a foot");
    foot.to_owned()
}

fn with_status(status: CacheStatus) -> OfflineState {
    OfflineState { status, ..OfflineState::default() }
}

#[test]
fn every_status_is_shown_on_every_page_but_widgets() {
    let standings = [
        (CacheStatus::Saving, "正在存到这台设备上", "Saving the app on this device"),
        (CacheStatus::Ready, "离线可用 ✓", "Works offline ✓"),
        (CacheStatus::Failed, "没能全部存到这台设备上", "Not all of the app could be saved"),
        (CacheStatus::Insecure, "网址不是 https 开头", "not https"),
        (CacheStatus::Unsupported, "浏览器不让本应用存到设备上", "does not let the app be saved"),
        (CacheStatus::Off, "本站目前不提供离线使用", "does not offer offline use"),
        (CacheStatus::New(Vec::new()), "有新版本", "There is a new version"),
    ];
    for page in Page::all() {
        for (status, zh, en) in &standings {
            for (locale, expected) in [(Locale::Zh, zh), (Locale::En, en)] {
                let html = render_offline(page, locale, with_status(status.clone()), Rc::default());
                assert_eq!(html.contains(expected), !matches!(page, Page::Embed(_)), "{page:?} {status:?}");
                let is_checked = html.contains('✓');
                assert!(
                    !is_checked || *status == CacheStatus::Ready,
                    "{page:?} {status:?}: a promise that is not kept"
                );
            }
        }
    }
}

#[test]
fn nothing_is_shown_before_the_status_is_known() {
    let store = Rc::default();
    let html = foot(Page::Home, Locale::Zh, OfflineState::default(), &store);
    assert!(html.contains("<p></p><p role=\"status\" translate=\"no\"></p>"), "{html}");
    assert_eq!(store.keys(), Ok(Vec::new()));
}

#[test]
fn a_new_version_comes_with_its_notes_and_a_button() {
    let note = ReleaseNote { zh: "新功能 <b>".to_owned(), en: "Something new".to_owned() };
    let new = with_status(CacheStatus::New(vec![note]));
    let zh = foot(Page::Home, Locale::Zh, new.clone(), &Rc::default());
    assert!(zh.contains("<li>新功能 &lt;b&gt;</li>") && zh.contains("现在更新</button>"), "{zh}");
    let en = foot(Page::Home, Locale::En, new, &Rc::default());
    assert!(en.contains("<li>Something new</li>") && en.contains("Update now</button>"), "{en}");
    assert!(en.contains("<p role=\"status\" translate=\"no\">There is a new version"), "{en}");
    // Nothing was requested yet, so nothing is refused.
    assert!(en.contains("<p role=\"alert\" translate=\"no\"></p>"), "{en}");
}

#[test]
fn installing_is_offered_from_the_second_visit_on() {
    let store = Rc::default();
    let foot = |install_method, minute| foot(Page::Home, Locale::En, ready(install_method, minute), &store);
    assert!(!foot(Some(InstallMethod::Click), MINUTE).contains("You can install"));
    assert!(!foot(Some(InstallMethod::Click), MINUTE + 20).contains("You can install"), "still the first visit");
    assert!(foot(Some(InstallMethod::Click), MINUTE + 100).contains("Install</button>"));
    let menu = foot(Some(InstallMethod::Menu), MINUTE + 101);
    assert!(menu.contains("Add to Home Screen") && !menu.contains("Install</button>"), "{menu}");
    assert!(!foot(None, MINUTE + 102).contains("offline__hint"), "it is installed, or cannot be");
    store.write(visits::KEY, visits::ENOUGH).expect("a write");
    assert!(!foot(Some(InstallMethod::Click), MINUTE + 999).contains("offline__hint"), "the user declined");
    assert_eq!(store.read(visits::KEY), Ok(Some(visits::ENOUGH.to_owned())));
}

#[test]
fn visits_are_counted_only_if_the_app_is_cached() {
    for status in [CacheStatus::Saving, CacheStatus::Failed, CacheStatus::Unsupported, CacheStatus::New(Vec::new())] {
        let store = Rc::default();
        foot(Page::Home, Locale::En, OfflineState { minute: MINUTE, ..with_status(status) }, &store);
        assert_eq!(store.keys(), Ok(Vec::new()));
    }
    let denied = Rc::new(MemoryStore { denied: true, ..MemoryStore::default() });
    for minute in [MINUTE, MINUTE + 100, MINUTE + 200] {
        let html = foot(Page::Home, Locale::En, ready(Some(InstallMethod::Click), minute), &denied);
        assert!(html.contains("Works offline ✓") && !html.contains("offline__hint"), "{html}");
    }
}

/// The count of visits after these pages.
fn visits_after(pages: &[u32]) -> u32 {
    let (mut stored, mut visits) = (None::<String>, 0);
    for minute in pages {
        let (counted, text) = visits::count(stored.as_deref(), *minute).expect("a count");
        (visits, stored) = (counted, Some(text));
    }
    visits
}

#[test]
fn pages_opened_in_quick_succession_are_one_visit() {
    assert_eq!(visits_after(&[MINUTE]), 1);
    assert_eq!(visits_after(&[MINUTE, MINUTE + 30, MINUTE + 60]), 1);
    assert_eq!(visits_after(&[MINUTE, MINUTE + 31]), 2);
    assert_eq!(visits_after(&[MINUTE, MINUTE - 1000]), 2, "a clock that was set back");
}

#[test]
fn an_unreadable_count_of_visits_starts_over() {
    for stored in ["", "1", "one two", "1 2 3", "-1 5", "99999999999 5"] {
        assert_eq!(visits::count(Some(stored), 7), Some((1, "1 7".to_owned())), "{stored}");
    }
    assert_eq!(visits::count(Some("4294967295 0"), 99), Some((u32::MAX, "4294967295 99".to_owned())));
}
