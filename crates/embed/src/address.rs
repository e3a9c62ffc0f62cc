//! The parts of a calculator's address, wherever it was copied from.

use crate::params::is_parameter;
use crate::query;

/// A calculator with its parameters and values, as written in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The calculator, by its id.
    pub tool: String,
    /// The parameters, without `?`.
    pub query: String,
    /// The values, without `#`.
    pub values: String,
    /// Its maximum width in pixels, if the builder was given one; without it, the frame fills its column.
    pub width: Option<u32>,
}

/// The keys of the calculator and of the width in the builder's own fragment. Inputs have no hyphens in their keys.
const TOOL: &str = "tool";
const WIDTH: &str = "max-width";

impl Address {
    /// Parses the address of a calculator's page or widget, or of the builder. `is_tool` recognizes calculators.
    ///
    /// ```
    /// use abacus_embed::address::Address;
    ///
    /// let address = Address::read("https://abacus.example/a/bad-debt/?lang=en#loss=700", |id| id == "bad-debt").unwrap();
    /// assert_eq!((&*address.tool, &*address.query, &*address.values), ("bad-debt", "lang=en", "loss=700"));
    /// ```
    pub fn read(text: &str, is_tool: impl Fn(&str) -> bool) -> Option<Self> {
        let (before, values) = text.trim().split_once('#').unwrap_or((text.trim(), ""));
        let (path, query) = before.split_once('?').unwrap_or((before, ""));
        let tool = path.trim_end_matches("index.html").trim_end_matches('/').rsplit('/').next()?;
        if is_tool(tool) {
            return Some(Self {
                tool: tool.to_owned(),
                query: query.to_owned(),
                values: values.to_owned(),
                width: None,
            });
        }
        Self::from_fragment(values).filter(|address| is_tool(&address.tool))
    }

    /// Parses the fragment of the builder: everything in one list, because all keys are distinct.
    pub fn from_fragment(fragment: &str) -> Option<Self> {
        let (mut address, mut query, mut values) = (Self::default(), Vec::new(), Vec::new());
        for pair in query::raw(fragment) {
            match pair.split_once('=') {
                Some((TOOL, tool)) => tool.clone_into(&mut address.tool),
                Some((WIDTH, width)) => address.width = width.parse().ok(),
                Some((key, _)) if is_parameter(key) => query.push(pair),
                _ => values.push(pair),
            }
        }
        (address.query, address.values) = (query.join("&"), values.join("&"));
        (!address.tool.is_empty()).then_some(address)
    }

    /// The fragment of the builder.
    pub fn fragment(&self) -> String {
        let named = |key: &str, value: &str| format!("{key}={value}");
        let width = self.width.map(|width| named(WIDTH, &width.to_string())).unwrap_or_default();
        let parts = [named(TOOL, &self.tool), self.query.clone(), self.values.clone(), width];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("&")
    }

    /// The address of the frame, relative to the root of a site.
    pub fn of_frame(&self) -> String {
        behind(format!("embed/{}/", self.tool), &self.query, &self.values)
    }

    /// The address that the script replaces with that of the frame; without a script it opens the page.
    pub fn of_page(&self) -> String {
        behind(format!("{}/", self.tool), &self.query, &self.values)
    }

    /// The address of the plain page, to which `lang` is the only parameter that applies.
    pub fn of_plain_page(&self) -> String {
        let lang = query::raw(&self.query).find(|pair| pair.starts_with("lang=")).unwrap_or_default();
        behind(format!("{}/", self.tool), lang, &self.values)
    }
}

fn behind(path: String, query: &str, values: &str) -> String {
    let mut address = path;
    for (mark, text) in [('?', query), ('#', values)] {
        if !text.is_empty() {
            address.push(mark);
            address.push_str(text);
        }
    }
    address
}
