//! Names in the order of a language. Only the browser knows that order well: it is asked once for all names, and its
//! answer is cached until the names or the language change.

use std::borrow::Cow;
use std::rc::Rc;

use super::super::deal::Deal;
use super::super::normalize::name_key;
use abacus_core::text::Locale;

/// The ranks of names in the order of a language. Clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranks(Rc<Known>);

#[derive(Debug, Default)]
struct Known {
    locale: Option<Locale>,
    /// Each once, in code point order.
    names: Vec<String>,
    /// The rank of each.
    ranks: Vec<usize>,
}

/// The rank of a name. Names without a rank come last, in code point order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Known(usize),
    Unknown(String),
}

impl Ranks {
    /// The ranks of the names by which these deals are sorted, from `before` if they are the same. `rank` is given each
    /// name once, in code point order, and returns their ranks; an answer of another length is ignored.
    pub(super) fn of<'a>(
        deals: impl Iterator<Item = &'a Deal> + Clone,
        locale: Locale,
        before: &Self,
        rank: impl FnOnce(&[&str]) -> Vec<usize>,
    ) -> Self {
        let names = names(deals);
        if before.are_in(locale) && before.0.names == names {
            return before.clone();
        }
        let ranks = rank(&names.iter().map(|name| &**name).collect::<Vec<_>>());
        let names = names.into_iter().map(Cow::into_owned).collect::<Vec<_>>();
        let names = if ranks.len() == names.len() { names } else { Vec::new() };
        Self(Rc::new(Known { locale: Some(locale), names, ranks }))
    }

    pub(super) fn are_in(&self, locale: Locale) -> bool {
        self.0.locale == Some(locale)
    }

    pub(super) fn get(&self, name: &str) -> Rank {
        let index = self.0.names.binary_search_by(|known| known.as_str().cmp(name));
        let known = index.ok().and_then(|index| self.0.ranks.get(index));
        known.map_or_else(|| Rank::Unknown(name.to_owned()), |rank| Rank::Known(*rank))
    }
}

/// The customers as typed, salespeople and tags with width and case normalised; each once.
fn names<'a>(deals: impl Iterator<Item = &'a Deal> + Clone) -> Vec<Cow<'a, str>> {
    let customers = deals.clone().map(|deal| deal.customer.trim());
    let tagged = deals.clone().flat_map(|deal| &deal.tags).map(|tag| tag.trim());
    let mut others: Vec<_> = deals.map(|deal| deal.salesperson.trim()).chain(tagged).collect();
    others.sort_unstable();
    others.dedup();
    let others = others.into_iter().map(|name| Cow::Owned(name_key(name)));
    let mut names: Vec<_> = customers.map(Cow::Borrowed).chain(others).collect();
    names.sort_unstable();
    names.dedup();
    names
}
