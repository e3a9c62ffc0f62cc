//! Whose deals, and of which month: what the funnel and the list can be narrowed to.

use std::fmt;
use std::str::FromStr;

use super::address::{pairs, word};
use super::ranks::Ranks;
use super::row::Rows;
use crate::assessment::PortfolioOwner;
use crate::deal::Deal;
use crate::normalize::{is_blank, name_key};
use crate::stage::Stage;
use abacus_core::date::Date;

/// A part of the deals. The default is all of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    /// Only those of this salesperson; blank for everybody's. Width and case of letters make no difference.
    pub salesperson: String,
    /// Only those without a salesperson, whatever name is in `salesperson`.
    pub unassigned: bool,
    /// Only those of this month; see [`Month::of_deal`].
    pub month: Option<Month>,
    /// As whose deals a portfolio is read, if that was chosen; see [`read_as`](Self::read_as). It excludes no deal.
    pub whose: Option<PortfolioOwner>,
}

impl Scope {
    /// Whether it includes this deal.
    pub fn includes(&self, deal: &Deal) -> bool {
        let is_theirs = if self.unassigned {
            is_blank(&deal.salesperson)
        } else {
            is_blank(&self.salesperson) || self.names(&deal.salesperson)
        };
        is_theirs && (self.month.is_none() || Month::of_deal(deal) == self.month)
    }
}

impl Scope {
    /// The same scope for this salesperson; for everybody if the name is blank.
    pub fn of_salesperson(&self, name: &str) -> Self {
        Self { salesperson: name.to_owned(), unassigned: false, ..self.clone() }
    }

    /// The same scope for deals without a salesperson.
    pub fn of_nobody(&self) -> Self {
        Self { salesperson: String::new(), unassigned: true, ..self.clone() }
    }

    /// Whether this is its salesperson, whatever the spelling.
    pub fn names(&self, salesperson: &str) -> bool {
        name_key(salesperson) == name_key(&self.salesperson)
    }

    /// As whose deals a portfolio of this scope is read: as was chosen, else as those of a region if several
    /// salespeople are named in it.
    pub fn read_as(&self, rows: &Rows) -> PortfolioOwner {
        self.whose.unwrap_or_else(|| {
            let named = rows.iter().filter(|row| row.deal.is_open() && self.includes(&row.deal));
            let several = each_once(named.map(|row| row.deal.salesperson.trim())).len() > 1;
            if several { PortfolioOwner::Region } else { PortfolioOwner::Mine }
        })
    }

    /// The same scope, to be read as the deals of one seller, or of a region. For one seller, it is limited to `name`
    /// if that is one of several salespeople; for a region, it becomes everybody's.
    pub fn switched(&self, whose: PortfolioOwner, name: &str, rows: &Rows) -> Self {
        let known = salespeople(rows);
        let named = |known: &&String| name_key(known) == name_key(name);
        let part = match whose {
            PortfolioOwner::Region => self.of_salesperson(""),
            PortfolioOwner::Mine if self.unassigned || !is_blank(&self.salesperson) => self.clone(),
            PortfolioOwner::Mine => {
                let mine = known.iter().find(named).filter(|_| known.len() > 1);
                self.of_salesperson(mine.map_or("", String::as_str))
            }
        };
        Self { whose: Some(whose), ..part }
    }

    /// The scope as part of an address; empty for everything.
    pub fn encode(&self) -> String {
        let salesperson = (!self.salesperson.is_empty()).then(|| word("salesperson", &self.salesperson));
        let unassigned = self.unassigned.then(|| word("unassigned", "1"));
        let month = self.month.map(|month| word("month", &month.to_string()));
        let whose = self.whose.map(|whose| word("whose", whose.code()));
        salesperson.into_iter().chain(unassigned).chain(month).chain(whose).collect::<Vec<_>>().join("&")
    }

    /// The scope in an address. Unreadable parts are ignored.
    pub fn decode(text: &str) -> Self {
        let mut scope = Self::default();
        for (key, value) in pairs(text) {
            match key {
                "salesperson" => scope.salesperson = value.into_owned(),
                "unassigned" => scope.unassigned = value == "1",
                "month" => scope.month = value.parse().ok(),
                "whose" => scope.whose = PortfolioOwner::from_code(&value),
                _ => {}
            }
        }
        scope
    }
}

/// A month of the calendar, written `2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        // A day is written as `2026-11-28`.
        day.to_string().get(..7).and_then(|month| month.parse().ok()).unwrap_or(Self(day))
    }

    /// The month in which a deal was decided or is expected to be: the day it was paid, the day it ended, the day from
    /// which only the payment was left, else the expected day. `None` without any.
    pub fn of_deal(deal: &Deal) -> Option<Self> {
        let ended = deal.end.and_then(|_| deal.invoice.paid.or(deal.reached.ended));
        let won = || {
            deal.reached.stages.get(&Stage::Collect).copied().filter(|_| deal.is_open() && deal.stage == Stage::Collect)
        };
        ended.or_else(won).or(deal.expected_close).map(Self::of)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.to_string().get(..7).unwrap_or_default())
    }
}

impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        format!("{text}-01").parse().map(Self).map_err(|_| ())
    }
}

/// The named salespeople, each once, in the order of their names.
pub fn salespeople(rows: &Rows) -> Vec<String> {
    in_order(each_once(rows.iter().map(|row| row.deal.salesperson.trim())), rows.ranks())
}

/// Whether a deal has no salesperson.
pub fn has_unassigned(rows: &Rows) -> bool {
    rows.iter().any(|row| is_blank(&row.deal.salesperson))
}

/// The tags of the deals, each once, in their order.
pub fn tags(rows: &Rows) -> Vec<String> {
    in_order(each_once(rows.iter().flat_map(|row| &row.deal.tags).map(|tag| tag.trim())), rows.ranks())
}

fn in_order(mut names: Vec<String>, ranks: &Ranks) -> Vec<String> {
    names.sort_by_cached_key(|name| ranks.get(&name_key(name)));
    names
}

/// Each name once, whatever the spelling, in order; blank ones are skipped.
fn each_once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut named: Vec<(String, &str)> =
        names.filter(|name| !is_blank(name)).map(|name| (name_key(name), name)).collect();
    named.sort();
    named.dedup_by(|one, other| one.0 == other.0);
    named.into_iter().map(|(_, name)| name.to_owned()).collect()
}

/// The months of the deals, the latest first.
pub fn months(rows: &Rows) -> Vec<Month> {
    let mut months: Vec<Month> = rows.iter().filter_map(|row| Month::of_deal(&row.deal)).collect();
    months.sort_by(|one, other| other.cmp(one));
    months.dedup();
    months
}
