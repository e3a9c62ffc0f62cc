//! A query of the list: which deals, in which order. It can be encoded in an address, to be linked and saved.

use std::rc::Rc;

use super::super::advice::needs_attention;
use super::super::assessment::{Grade, Letter, Opening, ValueClass};
use super::super::coverage::Coverage;
use super::super::deal::Deal;
use super::super::funnel_stage::FunnelStage;
use super::super::normalize::{is_blank, name_key};
use super::super::stage::End;
use super::address::{pairs, word};
use super::neglect::Neglect;
use super::row::{LACKING, Row, Rows};
use super::scope::Scope;
use super::search_term::search_terms;
use super::sort::Sort;
use crate::Variants;
use abacus_core::closed_enum;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

/// A query of the list.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// Words that a deal must all contain in its [searched](crate::fields::FieldMeta::searched) fields.
    pub search: String,
    /// The end of the deals.
    pub status: DealStatus,
    /// Only those at this funnel stage.
    pub stage: Option<FunnelStage>,
    /// Only those that need attention today.
    pub attention: bool,
    /// Only those whose 1+2+1 gate is open.
    pub gate_open: bool,
    /// Only those that lack contact in this way.
    pub neglected: Option<Neglect>,
    /// Whose deals, and of which month.
    pub scope: Scope,
    /// Only those with this tag; blank for any. Width and case of letters make no difference.
    pub tag: String,
    /// Only those of this grade.
    pub grade: Option<Grade>,
    /// Only those of this value class.
    pub class: Option<ValueClass>,
    /// Only those with this opening.
    pub opening: Option<Letter>,
    /// The order.
    pub sort: Sort,
    /// Whether the order is reversed; deals without a value to sort by stay last.
    pub reversed: bool,
}

closed_enum! {
    /// A filter by the end of a deal. Two of the labels are those of the ends.
    #[derive(Default)]
    pub enum DealStatus {
        /// Open deals.
        #[default]
        Open = "open",
        /// Paid deals.
        Paid = "paid",
        /// Lost deals.
        Lost = "lost",
        /// All of them.
        All = "all",
    }
}

impl Query {
    /// The deals that match the query, in its order.
    pub fn answer(&self, rows: &Rows, today: Date) -> Vec<Rc<Row>> {
        self.answer_in(rows, None, today)
    }

    /// The same, but words also match in simplified and traditional characters, if `variants` is given.
    #[must_use]
    pub fn answer_in(&self, rows: &Rows, variants: Option<Variants>, today: Date) -> Vec<Rc<Row>> {
        let words = search_terms(&self.search, variants);
        let fits = |row: &Row| self.fits(&row.deal, today) && words.iter().all(|word| word.is_in(row.words()));
        let order = rows.in_order(self.sort, today);
        let picked = |rows: &[(usize, Rc<Row>)]| {
            rows.iter().filter(|(_, row)| fits(row)).map(|(_, row)| Rc::clone(row)).collect::<Vec<_>>()
        };
        if self.reversed {
            let (rest, lacking) = order.split_at(order.partition_point(|(number, _)| *number != LACKING));
            let turned = rest.chunk_by(|(one, _), (other, _)| one == other).rev();
            turned.chain([lacking]).flat_map(picked).collect()
        } else {
            picked(&order)
        }
    }

    /// How many ended deals also match, if only open ones were asked for: the one that is sought may have ended.
    #[must_use]
    pub fn ended_that_fit(&self, rows: &Rows, variants: Option<Variants>, today: Date) -> usize {
        if self.status != DealStatus::Open {
            return 0;
        }
        let all = Self { status: DealStatus::All, ..self.clone() };
        let words = search_terms(&self.search, variants);
        let fits = |row: &&Rc<Row>| all.fits(&row.deal, today) && words.iter().all(|word| word.is_in(row.words()));
        rows.iter().filter(|row| !row.deal.is_open()).filter(fits).count()
    }

    fn fits(&self, deal: &Deal, today: Date) -> bool {
        let status = match self.status {
            DealStatus::Open => deal.end.is_none(),
            DealStatus::Paid => deal.end == Some(End::Paid),
            DealStatus::Lost => deal.end == Some(End::Lost),
            DealStatus::All => true,
        };
        status
            && self.stage.is_none_or(|funnel_stage| FunnelStage::of(deal) == funnel_stage)
            && (self.class.is_none() || deal.assessment.value_class() == self.class)
            && (self.opening.is_none() || deal.assessment.opening().map(Opening::letter) == self.opening)
            && (!self.attention || needs_attention(deal, today))
            && self.scope.includes(deal)
            && (is_blank(&self.tag) || deal.tags.iter().any(|tag| name_key(tag) == name_key(&self.tag)))
            && (self.grade.is_none() || deal.assessment.graded(deal.expected_close, today).grade() == self.grade)
            && (self.neglected.is_none() || Neglect::of(deal, today) == self.neglected)
            && (!self.gate_open || !Coverage::of(deal).passed())
    }

    /// Whether it selects all open deals.
    pub fn is_plain(&self) -> bool {
        let anything = Self { sort: self.sort, reversed: self.reversed, ..Self::default() };
        *self == anything
    }

    /// The query as part of an address: keys and escaped values; empty for the default.
    pub fn encode(&self) -> String {
        let yes = |key: &str, is: bool| is.then(|| word(key, "1"));
        let parts = [
            (!self.search.is_empty()).then(|| word("search", &self.search)),
            (self.status != DealStatus::default()).then(|| word("status", self.status.code())),
            self.stage.map(|funnel_stage| word("stage", funnel_stage.code())),
            yes("attention", self.attention),
            yes("gate_open", self.gate_open),
            self.neglected.map(|neglect| word("neglected", neglect.code())),
            Some(self.scope.encode()).filter(|scope| !scope.is_empty()),
            (!self.tag.is_empty()).then(|| word("tag", &self.tag)),
            self.grade.map(|grade| word("grade", grade.code())),
            self.class.map(|class| word("class", class.code())),
            self.opening.map(|opening| word("opening", opening.code())),
            (self.sort != Sort::default()).then(|| word("sort", self.sort.code())),
            yes("reversed", self.reversed),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }

    /// The query in an address. Unreadable parts are ignored.
    pub fn decode(text: &str) -> Self {
        let mut query = Self { scope: Scope::decode(text), ..Self::default() };
        for (key, value) in pairs(text) {
            match key {
                "search" => query.search = value.into_owned(),
                "status" => query.status = DealStatus::from_code(&value).unwrap_or_default(),
                "stage" => query.stage = FunnelStage::from_code(&value),
                "attention" => query.attention = value == "1",
                "gate_open" => query.gate_open = value == "1",
                "neglected" => query.neglected = Neglect::from_code(&value),
                "tag" => query.tag = value.into_owned(),
                "grade" => query.grade = Grade::from_code(&value),
                "class" => query.class = ValueClass::from_code(&value),
                "opening" => query.opening = Letter::from_code(&value),
                "sort" => query.sort = Sort::from_code(&value).unwrap_or_default(),
                "reversed" => query.reversed = value == "1",
                _ => {}
            }
        }
        query
    }
}

impl DealStatus {
    /// The label.
    pub const fn label(self) -> Text {
        match self {
            Self::Open => text("进行中", "Open"),
            Self::Paid => End::Paid.label(),
            Self::Lost => End::Lost.label(),
            Self::All => text("全部", "All"),
        }
    }
}
