use std::rc::Rc;

use super::any::deal::any_deal;
use super::any::{any_date, any_text};
use super::*;
use abacus_deals::view::{
    BookLocation, DealStatus, DueItem, LogLocation, Month, Neglect, Origin, Query, Ratios, Rows, SavedView, Scope,
    Sort, View, agenda, funnel, has_unassigned, months, read_views, rhythm_fragment, write_views,
};
use abacus_deals::{ContactDays, FunnelStage, PortfolioOwner};

pub(super) fn rows(deals: &[Deal]) -> Rows {
    Rows::of(&book_of(deals), &Rows::default())
}

fn book_of(deals: &[Deal]) -> Book {
    let mut book = Book::default();
    deals.iter().for_each(|deal| book.insert(deal.clone()));
    book
}

pub(super) fn ids(query: &Query, rows: &Rows) -> String {
    query.answer(rows, date(TODAY)).iter().map(|row| row.deal.id.as_str()).collect()
}

/// Class 3, opening A.
fn judged() -> Assessment {
    let mut assessment = Assessment::default();
    for edit in [
        AssessmentEdit::Score(SubScore::OrderSize, Score::new(8)),
        AssessmentEdit::Score(SubScore::Morale, Score::new(3)),
        AssessmentEdit::Ground(Some(Ground::Ours)),
        AssessmentEdit::Lead(Some(Lead::They)),
    ] {
        assessment.apply(edit);
    }
    assessment
}

pub(super) fn some() -> Rows {
    let deal = |id: &str, customer: &str| Deal { customer: customer.to_owned(), ..Deal::new(id) };
    let eur = Currency::new("EUR").unwrap();
    rows(&[
        Deal { amount: Some(amount("5")), expected_close: Some(date("2026-05-01")), ..deal("a", "华东机床") },
        Deal { amount: Some(amount("9")), stage: Stage::Needs, tags: vec!["VIP".to_owned()], ..deal("b", "Acme") },
        Deal { amount: Some(amount("9")), currency: eur, next_step: step("Call", Some(TODAY)), ..deal("c", "beta") },
        Deal {
            assessment: judged(),
            people: numbered(vec![person("李雷", &[])]),
            expected_close: Some(date(TODAY)),
            ..deal("d", "Acme")
        },
        Deal { end: Some(End::Lost), ..deal("e", "Acme") },
        Deal { end: Some(End::Paid), ..deal("f", "Acme") },
        Deal { deleted: true, ..deal("g", "Acme") },
    ])
}

fn logging(deal: &str, entry: &str, from: Origin) -> LogLocation {
    let id = |id: &str| Some(id.to_owned()).filter(|id| !id.is_empty());
    LogLocation { deal: id(deal), entry: id(entry), from }
}

#[test]
fn a_phone_number_is_found_with_and_without_its_spaces() {
    let called = |id: &str, phone: &str| {
        let people = numbered(vec![Person { phone: phone.to_owned(), ..person("李雷", &[]) }]);
        Deal { people, ..Deal::new(id) }
    };
    let rows = rows(&[called("a", "+86 138 0000 1111"), called("b", "13800001111"), called("c", "021-6000-1234")]);
    for (typed, expected) in [
        ("13800001111", "ab"),
        ("+86 138 0000 1111", "a"),
        ("138 0000 1111", "ab"),
        ("02160001234", "c"),
        ("6000-1234", "c"),
    ] {
        assert_eq!(ids(&Query { search: typed.to_owned(), ..Query::default() }, &rows), expected, "{typed}");
    }
}

#[test]
fn a_query_filters_and_sorts_deals() {
    let rows = some();
    let plain = Query::default;
    let search = |words: &str| Query { search: words.to_owned(), ..plain() };
    let status = |status| Query { status, ..plain() };
    let sort = |sort, reversed| Query { sort, reversed, ..plain() };
    for (query, expected) in [
        (plain(), "cbda"),
        (sort(Sort::Due, true), "bdac"),
        (sort(Sort::Close, false), "dabc"),
        (sort(Sort::Close, true), "adbc"),
        (sort(Sort::Customer, false), "bdca"),
        (sort(Sort::Amount, false), "bacd"),
        (sort(Sort::Stage, false), "bdca"),
        (sort(Sort::NextStep, false), "cbda"),
        (search("ＡＣＭＥ"), "bd"),
        (search("acme vip"), "b"),
        (search("李雷"), "d"),
        (search(" call "), "c"),
        (search("nothing"), ""),
        (search("\u{200B}"), "cbda"),
        (status(DealStatus::Lost), "e"),
        (status(DealStatus::Paid), "f"),
        (status(DealStatus::All), "cbdaef"),
        (Query { stage: Some(FunnelStage::Stage(Stage::Needs)), ..plain() }, "b"),
        (Query { class: Some(ValueClass::Third), ..plain() }, "d"),
        (Query { class: Some(ValueClass::First), ..plain() }, ""),
        (Query { opening: Some(Letter::A), ..plain() }, "d"),
        (Query { opening: Some(Letter::G), ..plain() }, ""),
        (Query { tag: "ｖｉｐ".to_owned(), ..plain() }, "b"),
        (Query { tag: "vi".to_owned(), ..plain() }, ""),
        (Query { tag: "\u{200B}".to_owned(), ..plain() }, "cbda"),
        (Query { attention: true, ..plain() }, "cbda"),
        (Query { gate_open: true, ..plain() }, "cbda"),
    ] {
        assert_eq!(ids(&query, &rows), expected, "{query:?}");
    }
}

#[test]
fn the_list_begins_with_late_deals() {
    let due = |id: &str, day: &str| Deal { next_step: step("Call", Some(day)), ..Deal::new(id) };
    let invoice = Invoice { due: Some(date("2026-02-20")), ..Invoice::default() };
    let asked = Person { next_step: step("Send", Some("2026-02-25")), ..person("Li", &[]) };
    let rows = rows(&[
        due("z", "2026-03-09"),
        due("y", "2026-03-03"),
        Deal { next_step: step("Call", None), ..Deal::new("x") },
        due("w", TODAY),
        due("v", "2026-03-01"),
        Deal { people: numbered(vec![asked]), ..due("u", "2026-03-20") },
        Deal { invoice: invoice.clone(), ..due("t", "2026-03-20") },
        Deal { invoice: Invoice { paid: Some(date("2026-02-28")), ..invoice }, ..due("s", "2026-03-20") },
        Deal { end: Some(End::Lost), ..due("r", "2026-01-01") },
    ]);
    let all = Query { status: DealStatus::All, ..Query::default() };
    assert_eq!(ids(&all, &rows), "tuvwxyzsr");
    let tomorrow = all.answer(&rows, date("2026-03-03"));
    let ids: String = tomorrow.iter().map(|row| row.deal.id.as_str()).collect();
    assert_eq!(ids, "tuvwyxzsr", "the order depends on the day");
}

#[test]
fn unchanged_rows_are_reused() {
    let mut book = book_of(&[Deal::new("a"), Deal::new("b"), Deal::new("c")]);
    let before = Rows::of(&book, &Rows::default());
    apply(&mut book, "b", Edit::Text(TextField::Deal(&fields::TITLE), "x".to_owned())).unwrap();
    book.set_deleted("c", true).unwrap();
    book.create(Deal::new("aa")).unwrap();
    let after = Rows::of(&book, &before);
    let kept: Vec<_> =
        after.iter().map(|row| (row.deal.id.as_str(), before.iter().any(|old| Rc::ptr_eq(old, row)))).collect();
    assert_eq!(kept, [("a", true), ("aa", false), ("b", false)]);
    assert!(before != after && after == Rows::of(&book, &after));
}

#[test]
fn places_round_trip_through_their_fragments() {
    let asked =
        Query { search: "a&b=c 华东".to_owned(), stage: Some(FunnelStage::Stage(Stage::Value)), ..Query::default() };
    for (place, fragment) in [
        (BookLocation::List(Query::default()), ""),
        (BookLocation::Deal("k3q".to_owned()), "k3q"),
        (BookLocation::View(View::Today, Scope::default()), "view=today"),
        (BookLocation::View(View::Funnel, Scope::default()), "view=funnel"),
        (
            BookLocation::View(
                View::Funnel,
                Scope { salesperson: "陈 晨".to_owned(), month: "2026-11".parse().ok(), ..Scope::default() },
            ),
            "view=funnel&salesperson=%E9%99%88%20%E6%99%A8&month=2026-11",
        ),
        (BookLocation::Files, "view=files"),
        (BookLocation::Log(LogLocation::default()), "log="),
        (BookLocation::Log(logging("k3q", "", Origin::Book)), "log=k3q"),
        (BookLocation::Log(logging("", "", Origin::Home)), "log=&from=home"),
        (BookLocation::Log(logging("k3q", "7f3q", Origin::Deal)), "log=k3q&entry=7f3q&from=deal"),
        (BookLocation::Trash, "view=trash"),
        (BookLocation::View(View::Portfolio, Scope::default()), "view=portfolio"),
        (
            BookLocation::View(View::Portfolio, Scope { whose: Some(PortfolioOwner::Region), ..Scope::default() }),
            "view=portfolio&whose=region",
        ),
        (BookLocation::View(View::Resources, Scope::default()), "view=means"),
        (BookLocation::View(View::Cases, Scope::default()), "view=cases"),
        (BookLocation::List(asked), "view=list&search=a%26b%3Dc%20%E5%8D%8E%E4%B8%9C&stage=value"),
        (
            BookLocation::Take { tool: "bad-debt".to_owned(), inputs: "loss=700&margin=0.03".to_owned() },
            "take=bad-debt&loss=700&margin=0.03",
        ),
        (BookLocation::Take { tool: "clv".to_owned(), inputs: String::new() }, "take=clv"),
    ] {
        assert_eq!(place.fragment(), fragment);
        assert_eq!(BookLocation::read(fragment), place);
    }
    let portfolio = Query { class: Some(ValueClass::Second), opening: Some(Letter::C), ..Query::default() };
    assert_eq!(BookLocation::List(portfolio).fragment(), "view=list&class=2&opening=C");
    for odd in
        ["view=list&class=5&opening=Z", "view=", "view=nothing", "=", "search=x", "view=list&stage=won&sort=&status=?"]
    {
        assert_eq!(BookLocation::read(odd), BookLocation::List(Query::default()), "{odd}");
    }
}

#[test]
fn a_portfolio_is_read_as_one_sellers_or_a_regions() {
    let of = |id: &str, salesperson: &str| Deal { salesperson: salesperson.to_owned(), ..Deal::new(id) };
    let one = rows(&[of("a", "陈晨"), of("b", " 陈晨"), of("c", "")]);
    let two = rows(&[of("a", "陈晨"), of("b", "王芳"), Deal { end: Some(End::Lost), ..of("c", "李雷") }]);
    let everybody = Scope::default();
    assert_eq!(everybody.read_as(&Rows::default()), PortfolioOwner::Mine);
    assert_eq!((everybody.read_as(&one), everybody.read_as(&two)), (PortfolioOwner::Mine, PortfolioOwner::Region));
    let wang = Scope { salesperson: "王芳".to_owned(), ..Scope::default() };
    assert_eq!(wang.read_as(&two), PortfolioOwner::Mine);
    let chosen = Scope { whose: Some(PortfolioOwner::Mine), ..Scope::default() };
    assert_eq!(chosen.read_as(&two), PortfolioOwner::Mine, "an explicit choice wins");

    let switched = |scope: &Scope, whose, name, rows| scope.switched(whose, name, rows).salesperson;
    assert_eq!(switched(&everybody, PortfolioOwner::Mine, "陈晨 ", &two), "陈晨");
    assert_eq!(switched(&everybody, PortfolioOwner::Mine, "赵敏", &two), "", "nobody of that name");
    assert_eq!(switched(&everybody, PortfolioOwner::Mine, "", &two), "");
    assert_eq!(switched(&everybody, PortfolioOwner::Mine, "陈晨", &one), "", "all deals are theirs or unassigned");
    assert_eq!(switched(&wang, PortfolioOwner::Mine, "陈晨", &two), "王芳", "a chosen name is kept");
    assert_eq!(switched(&wang, PortfolioOwner::Region, "陈晨", &two), "");
    assert_eq!(everybody.switched(PortfolioOwner::Region, "", &two).whose, Some(PortfolioOwner::Region));
}

#[test]
fn unassigned_deals_can_be_selected() {
    let of = |id: &str, salesperson: &str| Deal { salesperson: salesperson.to_owned(), ..Deal::new(id) };
    let book = rows(&[of("a", "陈晨"), of("b", "\u{3000}"), of("c", "")]);
    assert!(has_unassigned(&book) && !has_unassigned(&rows(&[of("a", "陈晨")])));
    let ids = |scope: &Scope| {
        let query = Query { scope: scope.clone(), ..Query::default() };
        query.answer(&book, date(TODAY)).iter().map(|row| row.deal.id.clone()).collect::<Vec<_>>()
    };
    let chen = Scope::default().of_salesperson("陈晨");
    let nobody = chen.of_nobody();
    assert_eq!(
        (ids(&nobody), ids(&nobody.of_salesperson("陈晨"))),
        (vec!["b".to_owned(), "c".to_owned()], vec!["a".to_owned()])
    );
    assert_eq!((nobody.encode().as_str(), Scope::decode("unassigned=1")), ("unassigned=1", nobody.clone()));
    let switched = |whose| nobody.switched(whose, "陈晨", &book).unassigned;
    assert!(switched(PortfolioOwner::Mine) && !switched(PortfolioOwner::Region));
}

#[test]
fn the_agenda_groups_what_is_due_by_day() {
    let person =
        Person { next_step: step("Ask", Some("2026-03-05")), contact_days: ContactDays::new(7), ..person(" Li ", &[]) };
    let met = Contact { people: vec!["p1".to_owned()], ..Contact::new("c1", date("2026-02-20")) };
    let invoice = Invoice { due: Some(date("2026-02-01")), ..Invoice::default() };
    let rows = rows(&[
        Deal { next_step: step("Call", Some(TODAY)), people: numbered(vec![person]), log: vec![met], ..Deal::new("a") },
        Deal { invoice, stage: Stage::Collect, next_step: step("Call", Some("2026-03-10")), ..Deal::new("b") },
        Deal { expected_close: Some(date("2026-03-09")), next_step: step("Call", None), ..Deal::new("c") },
        Deal { end: Some(End::Lost), next_step: step("Call", Some(TODAY)), ..Deal::new("d") },
        Deal::new("e"),
    ]);
    let found = agenda(&rows, date(TODAY));
    let entries = |list: &[abacus_deals::view::Due]| {
        list.iter().map(|due| (due.deal.id.clone(), due.item.clone())).collect::<Vec<_>>()
    };
    let li = DueItem::PersonContact("Li".to_owned());
    assert_eq!(entries(&found.overdue), [("b".to_owned(), DueItem::Invoice), ("a".to_owned(), li)]);
    assert_eq!(entries(&found.today), [("a".to_owned(), DueItem::NextStep("Call".to_owned()))]);
    let ask = DueItem::Person { name: "Li".to_owned(), action: "Ask".to_owned() };
    assert_eq!(entries(&found.week), [("a".to_owned(), ask), ("c".to_owned(), DueItem::Close)]);
    let unplanned: Vec<_> = found.unplanned.iter().map(|(deal, advice)| (deal.id.as_str(), advice.id())).collect();
    assert_eq!(unplanned, [("c", "next-step-undated"), ("e", "no-next-step")]);
}

#[test]
fn a_clear_agenda_shows_what_comes_after_the_week() {
    let due = |id: &str, day: &str| Deal { next_step: step("Call", Some(day)), ..Deal::new(id) };
    let found = agenda(&rows(&[due("a", "2026-03-20"), due("b", "2026-03-10"), due("c", "2026-03-11")]), date(TODAY));
    assert!(found.is_clear());
    assert_eq!(found.later.map(|due| due.deal.id.clone()).as_deref(), Some("b"));
    let within = agenda(&rows(&[due("a", "2026-03-09"), due("b", "2026-03-10")]), date(TODAY));
    assert!(!within.is_clear() && within.later.is_some_and(|due| due.deal.id == "b"));
    assert!(!agenda(&rows(&[Deal::new("a")]), date(TODAY)).is_clear(), "it has to be planned");
    let ended = Deal { end: Some(End::Lost), ..due("a", "2026-03-20") };
    assert!(agenda(&rows(&[ended]), date(TODAY)).later.is_none());
}

#[test]
fn several_deals_of_a_customer_share_the_shortest_rhythm() {
    let graded = |id: &str, customer: &str, grade: Grade, stage: Stage| {
        let mut deal = Deal { customer: customer.to_owned(), stage, ..Deal::new(id) };
        deal.apply(Edit::Assess(AssessmentEdit::Grade(Some(grade))));
        deal
    };
    let book = [
        graded("a", "Acme", Grade::C, Stage::Trust),
        graded("b", "ＡＣＭＥ", Grade::A, Stage::Value),
        graded("c", "Acme", Grade::B, Stage::Collect),
        graded("d", "", Grade::D, Stage::Trust),
        graded("e", "", Grade::D, Stage::Trust),
    ];
    let fragment = rhythm_fragment(&rows(&book), &Scope::default(), date(TODAY));
    assert_eq!(fragment.as_deref(), Some("a=1&b=0&c=0&d=2&e=0"));
    let paid = graded("f", "Beta", Grade::B, Stage::Collect);
    assert_eq!(rhythm_fragment(&rows(&[paid]), &Scope::default(), date(TODAY)), None);
}

pub(super) fn held(id: &str, day: Date) -> Contact {
    Contact { outcome: Some(MeetingOutcome::Continuation), ..Contact::new(id, day) }
}

#[test]
fn ratios_come_from_the_deals_with_a_result() {
    let deal = |number: usize, end: Option<End>| Deal {
        stage: Stage::Collect,
        end,
        log: (0..4).map(|visit| held(&format!("c{visit}"), date(TODAY))).collect(),
        ..Deal::new(&format!("d{number:02}"))
    };
    let book = |won: usize| -> Vec<Deal> {
        let ended = (0..15).map(|number| deal(number, Some(if number < won { End::Paid } else { End::Lost })));
        // One with an unknown result, and one without a meeting.
        let neither =
            [Deal { stage: Stage::Value, ..deal(15, None) }, Deal { log: vec![], ..deal(16, Some(End::Paid)) }];
        ended.chain(neither).collect()
    };
    let five = Ratios::of(&rows(&book(5)), &Scope::default());
    assert_eq!(five, Ratios { prospects: 15, won: 5, visits: 60 });
    assert_eq!(five.per_deal_and_prospect(), Some((amount("3"), amount("4"))));
    assert_eq!(five.activity_fragment().as_deref(), Some(""), "equal to the defaults of the slide");
    let four = Ratios::of(&rows(&book(4)), &Scope::default());
    assert_eq!((four.are_enough(), four.activity_fragment()), (false, None));
    let six = Ratios::of(&rows(&book(6)), &Scope::default());
    assert_eq!(six.activity_fragment().as_deref(), Some("prospects=2.5"));
    let delivered = deal(0, None);
    assert_eq!(Ratios::of(&rows(&[delivered]), &Scope::default()).won, 1, "only the payment is left");
    let mut unpaid = deal(0, Some(End::Lost));
    unpaid.log[0].outcome = Some(MeetingOutcome::Order);
    assert_eq!(Ratios::of(&rows(&[unpaid]), &Scope::default()).won, 1, "with an order");
    assert_eq!(Ratios::of(&rows(&[]), &Scope::default()).per_deal_and_prospect(), None);
}

#[test]
fn the_month_of_a_deal_is_that_of_its_end() {
    let close = |day: &str| Deal { expected_close: Some(date(day)), ..Deal::new("d") };
    let mut ended = close("2026-05-02");
    ended.apply(Edit::End(Some(End::Lost), date("2026-03-31")));
    let paid = Invoice { paid: Some(date("2026-04-01")), ..Invoice::default() };
    let imported = Deal { end: Some(End::Paid), invoice: paid, id: "e".to_owned(), ..close("2026-02-02") };
    let mut ordered = close("2026-05-02");
    ordered.apply(Edit::Stage(Stage::Collect, date("2026-02-27")));
    let deals =
        [(close("2026-05-02"), "2026-05"), (ended.clone(), "2026-03"), (imported, "2026-04"), (ordered, "2026-02")];
    for (deal, month) in deals {
        assert_eq!(Month::of_deal(&deal).map(|month| month.to_string()).as_deref(), Some(month));
        let scope = |month: &str| Scope { month: month.parse().ok(), ..Scope::default() };
        assert!(scope(month).includes(&deal) && !scope("2026-01").includes(&deal));
    }
    assert_eq!(Month::of_deal(&Deal::new("d")), None);
    let late = Deal { id: "f".to_owned(), ..close("2027-01-31") };
    let shown: Vec<_> = months(&rows(&[ended, late])).into_iter().map(|month| month.to_string()).collect();
    assert_eq!(shown, ["2027-01", "2026-03"]);
    assert!(["2026-13", "2026", "2026-1", ""].iter().all(|odd| odd.parse::<Month>().is_err()));
}

#[test]
fn saved_views_round_trip() {
    let views = [
        SavedView { name: "华东\n?".to_owned(), query: Query { search: "华东".to_owned(), ..Query::default() } },
        SavedView { name: "All".to_owned(), query: Query { status: DealStatus::All, ..Query::default() } },
    ];
    assert_eq!(read_views(&write_views(&views)), views);
    for text in ["", "\n\n", "?", "no question", "%FF?", " %20 ?"] {
        assert_eq!(read_views(text), [], "{text:?}");
    }
}

proptest! {
    #[test]
    fn a_query_round_trips_through_its_address(
        search in any_text(), attention in any::<bool>(), gate_open in any::<bool>(), reversed in any::<bool>(),
        status in prop::sample::select(&DealStatus::ALL[..]), sort in prop::sample::select(&Sort::ALL[..]),
        stage in prop::option::of(prop::sample::select(FunnelStage::all().collect::<Vec<_>>())),
        class in prop::option::of(prop::sample::select(&ValueClass::ALL[..])),
        opening in prop::option::of(prop::sample::select(&Letter::ALL[..])),
        (neglected, salesperson, day, tag) in (prop::option::of(prop::sample::select(&Neglect::ALL[..])), any_text(), any_date(), any_text()),
        grade in prop::option::of(prop::sample::select(&Grade::ALL[..])),
        (whose, unassigned) in (prop::option::of(prop::sample::select(&PortfolioOwner::ALL[..])), any::<bool>()),
    ) {
        let scope = Scope { salesperson, unassigned, month: day.map(Month::of), whose };
        let query =
            Query { search, status, stage, attention, gate_open, neglected, scope, tag, grade, class, opening, sort, reversed };
        prop_assert_eq!(Query::decode(&query.encode()), query);
    }

    #[test]
    fn every_open_deal_is_found_in_any_order(deals in prop::collection::vec(any_deal(), 0..6)) {
        let named = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal });
        let deals: Vec<Deal> = named.collect();
        let rows = rows(&deals);
        let open = deals.iter().filter(|deal| deal.is_open()).count();
        for sort in Sort::ALL {
            prop_assert_eq!(Query { sort, ..Query::default() }.answer(&rows, date(TODAY)).len(), open);
        }
        let _spoken = (agenda(&rows, date(TODAY)), funnel(&rows, &Scope::default(), date(TODAY)));
    }
}
