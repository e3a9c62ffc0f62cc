//! The plan of our means: the shares of time, people and money for attack, defence and maintenance (S2).

use std::collections::BTreeMap;

use crate::assessment::Front;
use crate::normalize::is_blank;
use abacus_core::closed_enum;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::numeral;

/// The storage key of the plan.
pub const RESOURCE_PLAN_KEY: &str = "sales-abacus:means";

/// The sum of a complete plan.
const WHOLE: u16 = 100;

closed_enum! {
    /// What we have to spend.
    #[derive(PartialOrd, Ord)]
    pub enum Resource {
        /// 时间.
        Time = "time" ("时间", "Time"),
        /// 人手.
        People = "people" ("人手", "People"),
        /// 资金.
        Money = "money" ("资金", "Money"),
    }
}

/// Shares in whole per cents, 0 to 100, as far as they are planned.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ResourcePlan {
    parts: BTreeMap<(Resource, Front), u8>,
    /// Parts of the stored text that this version does not know, kept as they are.
    unknown: Vec<String>,
}

/// A text that is not a whole per cent from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPercent;

/// Reads a share as typed, with or without `%`; `None` for a blank text.
///
/// # Errors
/// The text is something other than a whole number from 0 to 100.
pub fn read_percent(typed: &str) -> Result<Option<u8>, NotAPercent> {
    if is_blank(typed) {
        return Ok(None);
    }
    let read = numeral::read(typed).map_err(|_| NotAPercent)?;
    let is_plain = read.sign.is_none() && !read.scaled && read.value.is_whole();
    u8::try_from(read.value).ok().filter(|percent| is_plain && *percent <= 100).map(Some).ok_or(NotAPercent)
}

impl ResourcePlan {
    /// The planned share; `None` while it is not planned.
    pub fn get(&self, resource: Resource, front: Front) -> Option<u8> {
        self.parts.get(&(resource, front)).copied()
    }

    /// Plans a share, or removes it from the plan. More than 100 is planned as 100.
    pub fn set(&mut self, resource: Resource, front: Front, percent: Option<u8>) {
        match percent {
            Some(percent) => self.parts.insert((resource, front), percent.min(100)),
            None => self.parts.remove(&(resource, front)),
        };
    }

    /// The sum of the planned shares of some means; `None` if none is planned.
    pub fn sum(&self, resource: Resource) -> Option<u16> {
        let planned = Front::ALL.into_iter().filter_map(|front| self.get(resource, front));
        planned.map(u16::from).reduce(u16::saturating_add)
    }

    /// Whether some means are planned completely: all three shares, adding up to 100.
    pub fn is_whole(&self, resource: Resource) -> bool {
        Front::ALL.into_iter().all(|front| self.get(resource, front).is_some()) && self.sum(resource) == Some(WHOLE)
    }

    /// The plan in a stored text: `time.attack=60&time.defence=30&…`. If a share occurs twice, the first counts.
    pub fn read(text: &str) -> Self {
        let mut plan = Self::default();
        for part in text.split('&').filter(|part| !part.is_empty()) {
            match read_part(part) {
                Some((resource, front, percent)) => _ = plan.parts.entry((resource, front)).or_insert(percent),
                None => plan.unknown.push(part.to_owned()),
            }
        }
        plan
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let part = |((resource, front), percent): (&(Resource, Front), &u8)| {
            format!("{}.{}={percent}", resource.code(), front.code())
        };
        self.parts.iter().map(part).chain(self.unknown.iter().cloned()).collect::<Vec<_>>().join("&")
    }

    /// Whether a stored text has a share of a plan.
    pub fn is_readable(text: &str) -> bool {
        text.split('&').any(|part| read_part(part).is_some())
    }
}

/// Parses a stored share strictly, so that anything not understood is kept as it is.
fn read_part(part: &str) -> Option<(Resource, Front, u8)> {
    let (name, percent) = part.split_once('=')?;
    let (resource, front) = name.split_once('.')?;
    let read: u8 = percent.parse().ok()?;
    (read <= 100 && read.to_string() == percent)
        .then_some(())
        .and_then(|()| Some((Resource::from_code(resource)?, Front::from_code(front)?, read)))
}
