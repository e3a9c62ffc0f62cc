//! Colours, and the contrast between them.

/// A colour of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// A colour by its six hexadecimal digits.
    pub const fn hex(digits: u32) -> Self {
        let [_, red, green, blue] = digits.to_be_bytes();
        Self([red, green, blue])
    }

    /// Parses `rrggbb`, without `#`.
    pub fn read(text: &str) -> Option<Self> {
        let is_hex = text.len() == 6 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_hex.then(|| u32::from_str_radix(text, 16).ok()).flatten().map(Self::hex)
    }

    /// `rrggbb`.
    pub fn name(self) -> String {
        let [red, green, blue] = self.0;
        format!("{red:02x}{green:02x}{blue:02x}")
    }

    /// Whether text of this colour on that ground has a contrast of at least `tenths` / 10 to 1, as defined by WCAG 2.
    pub fn reads_on(self, ground: Self, tenths: u64) -> bool {
        let (one, other) = (self.luminance(), ground.luminance());
        let [light, dark] = [one.max(other), one.min(other)].map(|luminance| luminance.saturating_add(FLARE));
        light.saturating_mul(10) >= dark.saturating_mul(tenths)
    }

    /// Whether black has more contrast with it than white.
    pub fn is_light(self) -> bool {
        // Black and white have equal contrast where (1.05 / l) = (l / 0.05).
        let own = self.luminance().saturating_add(FLARE);
        own.saturating_mul(own) > WHITEST.saturating_add(FLARE).saturating_mul(FLARE)
    }

    /// This colour with an opacity of `percent`, over that one.
    #[must_use]
    pub fn over(self, ground: Self, percent: u32) -> Self {
        let ([red, green, blue], [below_red, below_green, below_blue]) = (self.0, ground.0);
        let mix = |own: u8, below: u8| {
            let own = u32::from(own).saturating_mul(percent);
            let below = u32::from(below).saturating_mul(100_u32.saturating_sub(percent));
            u8::try_from(own.saturating_add(below).div_euclid(100)).unwrap_or(u8::MAX)
        };
        Self([mix(red, below_red), mix(green, below_green), mix(blue, below_blue)])
    }

    /// Relative luminance, scaled so that white has [`WHITEST`].
    fn luminance(self) -> u64 {
        let linear = |channel: u8| u64::from(LINEAR.get(usize::from(channel)).copied().unwrap_or_default());
        let shares = self.0.into_iter().zip([2_126, 7_152, 722_u64]);
        shares.fold(0, |sum, (channel, share)| sum.saturating_add(linear(channel).saturating_mul(share)))
    }
}

/// The luminance of white.
const WHITEST: u64 = 65_535 * 10_000;
/// The constant that WCAG adds to each luminance: 0.05 of white.
const FLARE: u64 = WHITEST / 20;

/// The linear light of an sRGB channel, scaled to 65,535. A table is smaller than the power function.
#[rustfmt::skip]
static LINEAR: [u16; 256] = [
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219, 241, 264, 288, 313, 340, 367, 396, 427, 458, 491, 526, 562,
    599, 637, 677, 718, 761, 805, 851, 898, 947, 997, 1048, 1101, 1156, 1212, 1270, 1330, 1391, 1453, 1517, 1583,
    1651, 1720, 1790, 1863, 1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504, 2592, 2681, 2773, 2866, 2961, 3058, 3157,
    3258, 3360, 3464, 3570, 3678, 3788, 3900, 4014, 4129, 4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124, 5257, 5392,
    5530, 5669, 5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856, 7014, 7174, 7335, 7500, 7666, 7834, 8004, 8177, 8352,
    8528, 8708, 8889, 9072, 9258, 9445, 9635, 9828, 10022, 10219, 10417, 10619, 10822, 11028, 11235, 11446, 11658,
    11873, 12090, 12309, 12530, 12754, 12980, 13209, 13440, 13673, 13909, 14146, 14387, 14629, 14874, 15122, 15371,
    15623, 15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001, 18277, 18556, 18837, 19121, 19407, 19696,
    19987, 20281, 20577, 20876, 21177, 21481, 21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329, 24658,
    24990, 25325, 25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094, 28452, 28813, 29176, 29542, 29911, 30282,
    30656, 31033, 31412, 31794, 32179, 32567, 32957, 33350, 33745, 34143, 34544, 34948, 35355, 35764, 36176, 36591,
    37008, 37429, 37852, 38278, 38706, 39138, 39572, 40009, 40449, 40891, 41337, 41785, 42236, 42690, 43147, 43606,
    44069, 44534, 45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359, 48850, 49344, 49841, 50341, 50844, 51349,
    51858, 52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567, 57105, 57646, 58190, 58737, 59287, 59840,
    60396, 60955, 61517, 62082, 62650, 63221, 63795, 64372, 64952, 65535,
];
