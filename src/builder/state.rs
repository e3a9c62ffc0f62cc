//! The state of the builder: the choices, and the reports from the preview frames.

use abacus_core::calculators::{LISTINGS, Listing};
use abacus_core::text::Locale;
use abacus_embed::address::Address;
use abacus_embed::host::{self, FrameMessage, FrameValues, Input};
use abacus_embed::{Code, Params, Part, Parts, Value};

use crate::builder::appearance::Appearance;

/// The widths that are measured, in pixels.
pub const WIDTHS: [u32; 4] = [320, 480, 800, 1200];

#[allow(clippy::indexing_slicing, reason = "of a constant in a constant: this panics in the compiler")]
const FIRST: Listing = LISTINGS[0];

const INITIAL_WIDTH: usize = 1;

/// What a reader of the host's page may do with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Open,
    /// Shown but not editable.
    Locked,
    Hidden,
}

/// A choice by the user, or a report from a frame.
#[derive(Clone, Debug)]
pub enum Choice {
    Tool(String),
    /// The link of a calculator, and whether it is complete.
    Link(String, bool),
    Lang(Option<Locale>),
    Part(Part, bool),
    Access(String, Access),
    Customer(bool),
    Guess(bool),
    /// A property of the look by its key, as typed.
    Appearance(String, String),
    /// The same while it is being typed.
    Typing(String, String),
    Width(usize),
    Received(usize, FrameMessage),
}

/// A message to the frame of a width.
pub type PendingMessage = (usize, Value);

/// The result for a host's page.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    pub address: Address,
    pub frame_values: &'a FrameValues,
    /// The height of the frame at each of the [`WIDTHS`].
    pub heights: Vec<(u32, u32)>,
}

/// A calculator with its arrangement and values.
#[derive(Clone, Debug)]
pub struct State {
    pub tool: Listing,
    /// Everything but the theme, which is derived from the look.
    params: Params<String>,
    pub appearance: Appearance,
    /// The values, including those hidden from a customer.
    values: String,
    /// How often the frames were loaded.
    pub round: u32,
    pub loaded: Address,
    /// The current heights, once reported.
    heights: [Option<u32>; 4],
    /// The previous heights, so that the layout does not shift.
    rooms: [u32; 4],
    /// Whether the heights have not changed for a while.
    is_settled: bool,
    frame_values: Option<FrameValues>,
    /// Whether the frames were reloaded with only the values that are used.
    is_corrected: bool,
    pub shown: usize,
    /// The inputs of the calculator, and the language of their labels.
    pub inputs: Vec<Input>,
    pub labels: String,
    /// The parts of the link, or of the input in the preview, that were not used.
    pub refused: Vec<String>,
    pub is_no_link: bool,
    pub has_failed: bool,
}

impl State {
    /// Reads the fragment of the builder; without one, the first calculator with its defaults.
    pub fn open(fragment: &str) -> Self {
        let mut state = Self {
            tool: FIRST,
            params: Params::default(),
            appearance: Appearance::default(),
            values: String::new(),
            round: 0,
            loaded: Address::default(),
            heights: [None; 4],
            rooms: [0; 4],
            is_settled: false,
            frame_values: None,
            is_corrected: false,
            shown: INITIAL_WIDTH,
            inputs: Vec::new(),
            labels: String::new(),
            refused: Vec::new(),
            is_no_link: false,
            has_failed: false,
        };
        if let Some(address) = Address::from_fragment(fragment) {
            state.take(&address);
        }
        state.load();
        state
    }

    /// The same after another address was entered: the frames are reloaded.
    pub fn reopen(&self, fragment: &str) -> Self {
        Self { round: self.round.wrapping_add(1), rooms: self.rooms, ..Self::open(fragment) }
    }

    /// Applies a choice. Returns the messages to the frames.
    pub fn choose(&mut self, choice: Choice) -> Vec<PendingMessage> {
        match choice {
            Choice::Received(place, message) => return self.receive(place, message),
            Choice::Typing(key, text) => {
                self.appearance.type_text(&key, &text);
                return Vec::new();
            }
            Choice::Width(shown) => {
                self.shown = shown.min(WIDTHS.len().saturating_sub(1));
                // The visible frame is the one the user types into.
                return vec![(self.shown, host::get(self.tool.id))];
            }
            Choice::Link(text, is_whole) => {
                let address = Address::read(&text, |id| Listing::find(id).is_some());
                self.is_no_link = address.is_none() && is_whole && !text.trim().is_empty();
                let Some(address) = address else { return Vec::new() };
                self.take(&address);
            }
            Choice::Tool(id) => {
                let Some(tool) = Listing::find(&id).filter(|tool| *tool != self.tool) else { return Vec::new() };
                // Keys and values belong to one calculator.
                (self.tool, self.values) = (tool, String::new());
                self.inputs.clear();
                let arrangement = &mut self.params.arrangement;
                arrangement.lock.clear();
                arrangement.hide.clear();
            }
            Choice::Lang(locale) => self.params.figures.locale = locale,
            Choice::Part(part, is_shown) => {
                let others = self.parts().iter().filter(|other| *other != part);
                self.params.arrangement.parts = others.chain(is_shown.then_some(part)).collect();
            }
            Choice::Access(key, access) => {
                let arrangement = &mut self.params.arrangement;
                for (list, wanted) in [(&mut arrangement.lock, Access::Locked), (&mut arrangement.hide, Access::Hidden)]
                {
                    list.retain(|other| *other != key);
                    list.extend((access == wanted).then(|| key.clone()));
                }
            }
            Choice::Customer(yes) => self.params.arrangement.customer = yes,
            Choice::Guess(yes) => self.params.arrangement.guess = yes,
            Choice::Appearance(key, text) => self.appearance.set(&key, &text),
        }
        self.load();
        Vec::new()
    }

    fn take(&mut self, address: &Address) {
        let Some(tool) = Listing::find(&address.tool) else { return };
        if tool != self.tool {
            self.inputs.clear();
        }
        // Something else may have been typed into the frames meanwhile.
        self.loaded = Address::default();
        // `host` and `id` belong to another page.
        let (params, _) = Params::read_with(&address.query, |name| Some(name.to_owned()));
        self.appearance = Appearance::of(&params.theme, address.width);
        self.params = Params { host: None, id: None, ..params };
        (self.tool, self.values) = (tool, address.values.clone());
    }

    /// Reloads the frames if the address has changed.
    fn load(&mut self) {
        self.params.theme = self.appearance.theme();
        let address = self.with_values(self.values.clone());
        if address.of_frame() != self.loaded.of_frame() {
            self.begin(address);
            self.is_corrected = false;
        }
    }

    fn begin(&mut self, address: Address) {
        (self.frame_values, self.has_failed, self.is_settled, self.loaded) = (None, false, false, address);
        self.refused.clear();
        for (room, height) in self.rooms.iter_mut().zip(&mut self.heights) {
            *room = height.take().unwrap_or(*room);
        }
        self.round = self.round.wrapping_add(1);
    }

    fn receive(&mut self, place: usize, message: FrameMessage) -> Vec<PendingMessage> {
        let (tool, is_shown) = (self.tool.id, place == self.shown);
        let Some(height) = self.heights.get_mut(place) else { return Vec::new() };
        match message {
            FrameMessage::Height(now) => {
                self.is_settled &= *height == Some(now);
                *height = Some(now);
            }
            FrameMessage::Ready(ready) => {
                self.is_settled &= *height == Some(ready.height);
                *height = Some(ready.height);
                if !ready.is_greeted {
                    return vec![(place, host::hello(tool))];
                }
                if is_shown {
                    (self.inputs, self.labels) = (ready.inputs, ready.locale);
                    return vec![(place, host::get(tool))];
                }
            }
            FrameMessage::Changed(wrong) if is_shown => {
                self.refused = wrong;
                return vec![(place, host::get(tool))];
            }
            FrameMessage::Values(frame_values) if is_shown => return self.take_values(frame_values),
            // Theme errors are shown beside their fields.
            FrameMessage::Refused(code, text)
                if is_shown && code != Code::BadTheme && !self.refused.contains(&text) =>
            {
                self.refused.push(text);
            }
            FrameMessage::Failed => self.has_failed = true,
            FrameMessage::Changed(_) | FrameMessage::Values(_) | FrameMessage::Refused(..) => {}
        }
        Vec::new()
    }

    /// Adopts what the visible frame shows, and shows it at the other widths.
    fn take_values(&mut self, frame_values: FrameValues) -> Vec<PendingMessage> {
        // Values that were not used, or are not for customers, are not in the code, so they must not affect the
        // measurement.
        if self.frame_values.is_none() && !self.is_corrected && frame_values.fragment != self.loaded.values {
            let (refused, address) = (std::mem::take(&mut self.refused), self.with_values(frame_values.fragment));
            self.begin(address);
            (self.refused, self.is_corrected) = (refused, true);
            return Vec::new();
        }
        let before = self.frame_values.replace(frame_values.clone());
        // Values hidden from a customer stay as they were.
        let is_told = |pair: &&str| {
            let key = pair.split('=').next().unwrap_or_default();
            !self.params.arrangement.customer || frame_values.inputs.iter().any(|(frame_values, _)| frame_values == key)
        };
        let kept = self.values.split('&').filter(|pair| !pair.is_empty() && !is_told(pair));
        let mut pairs: Vec<&str> =
            frame_values.fragment.split('&').filter(|pair| !pair.is_empty()).chain(kept).collect();
        pairs.sort_unstable();
        self.values = pairs.join("&");
        match before {
            Some(before) if before.inputs != frame_values.inputs => {
                let others = (0..WIDTHS.len()).filter(|place| *place != self.shown);
                others.map(|place| (place, host::set(self.tool.id, &frame_values.inputs))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The heights have not changed for a while: if all are known, they are final.
    pub fn settle(&mut self) {
        self.is_settled = self.heights.iter().all(Option::is_some);
    }

    pub const fn is_settled(&self) -> bool {
        self.is_settled
    }

    fn with_values(&self, values: String) -> Address {
        Address { tool: self.tool.id.to_owned(), query: self.params.query(), values, width: self.appearance.width() }
    }

    /// The fragment of the builder: all choices.
    pub fn fragment(&self) -> String {
        self.with_values(self.values.clone()).fragment()
    }

    /// The address for a host's page, and the heights of the frame, once everything is known.
    pub fn found(&self) -> Option<Found<'_>> {
        let frame_values = self.frame_values.as_ref().filter(|_| self.is_settled && !self.has_failed)?;
        let heights = WIDTHS.into_iter().zip(self.heights).map(|(width, height)| Some((width, height?)));
        // It does not contain what a customer is not shown.
        let address = self.with_values(frame_values.fragment.clone());
        Some(Found { address, frame_values, heights: heights.collect::<Option<_>>()? })
    }

    /// The current height of the frame at a width, or the last known one.
    pub fn height(&self, place: usize) -> Option<u32> {
        let now = self.heights.get(place).copied().flatten();
        now.or_else(|| self.rooms.get(place).copied().filter(|room| *room > 0))
    }

    pub fn locale(&self) -> Option<Locale> {
        self.params.figures.locale
    }

    pub fn parts(&self) -> Parts {
        self.params.arrangement.parts
    }

    pub fn is_for_customer(&self) -> bool {
        self.params.arrangement.customer
    }

    pub fn is_to_be_guessed(&self) -> bool {
        self.params.arrangement.guess
    }

    pub fn access(&self, key: &str) -> Access {
        let arrangement = &self.params.arrangement;
        if arrangement.hides(key) {
            Access::Hidden
        } else if arrangement.locks(key) {
            Access::Locked
        } else {
            Access::Open
        }
    }
}
