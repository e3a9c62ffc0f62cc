//! The touch targets of the circles: a rectangle around each centre that does not overlap any other. All of them lie
//! below all circles, so a tap on a circle always reaches that circle.
//!
//! A lone target is as wide as a thumb needs. Among several at one point, those in between have less; the list below
//! the chart has room for all.

/// How far a target extends from the centre, in chart units: 44 px across at the width of a phone.
const REACH: u32 = 27;

/// Left to right, top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

impl Area {
    /// The target around a point, as far as the others leave room. Two points split the space along the longer distance
    /// between them.
    pub(super) fn around((x, y): (u32, u32), others: impl Iterator<Item = (u32, u32)>) -> Self {
        let whole = Self {
            left: x.saturating_sub(REACH),
            top: y.saturating_sub(REACH),
            right: x.saturating_add(REACH),
            bottom: y.saturating_add(REACH),
        };
        others.filter(|other| *other != (x, y)).fold(whole, |area, (other_x, other_y)| {
            if x.abs_diff(other_x) >= y.abs_diff(other_y) {
                let (left, right) = cut(x, other_x, (area.left, area.right));
                Self { left, right, ..area }
            } else {
                let (top, bottom) = cut(y, other_y, (area.top, area.bottom));
                Self { top, bottom, ..area }
            }
        })
    }
}

/// Cuts a range around `here` halfway to `there`.
fn cut(here: u32, there: u32, (from, to): (u32, u32)) -> (u32, u32) {
    let middle = here.midpoint(there);
    if there > here { (from, to.min(middle)) } else { (from.max(middle), to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area(point: (u32, u32), all: &[(u32, u32)]) -> Area {
        Area::around(point, all.iter().copied())
    }

    #[test]
    fn a_lone_circle_fits_a_thumb_one_among_others_a_finger() {
        let alone = area((100, 100), &[(100, 100)]);
        assert_eq!(alone, Area { left: 73, top: 73, right: 127, bottom: 127 });
        let around = [(64, 100), (136, 100), (100, 64), (100, 136), (64, 64), (136, 136)];
        assert_eq!(area((100, 100), &around), Area { left: 82, top: 82, right: 118, bottom: 118 });
        let two = [(100, 92), (100, 108)];
        assert_eq!(two.map(|point| area(point, &two)).map(|area| area.bottom - area.top), [35, 35]);
    }

    proptest! {
        #[test]
        fn touch_targets_do_not_overlap(points in prop::collection::btree_set((0_u32..40, 0_u32..40), 1..12)) {
            let points: Vec<_> = points.into_iter().map(|(x, y)| (30 + x * 12, 30 + y * 12)).collect();
            let areas: Vec<_> = points.iter().map(|point| area(*point, &points)).collect();
            for (one, (x, y)) in areas.iter().zip(&points) {
                prop_assert!(one.left < *x && *x < one.right && one.top < *y && *y < one.bottom, "{one:?} around {x} {y}");
                let meets = |other: &&Area| {
                    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
                };
                prop_assert_eq!(areas.iter().filter(meets).collect::<Vec<_>>(), [one]);
            }
        }
    }
}
