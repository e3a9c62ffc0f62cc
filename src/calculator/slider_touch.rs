//! A touch on a slider. The browser moves the thumb at the first contact, even if the finger is about to scroll the
//! page. So that a scroll changes nothing, the first change is held back until the finger is lifted or slides on.

use std::cell::RefCell;
use std::rc::Rc;

use crate::calculator::form::FormAction;

/// The state of a touch.
#[derive(Debug)]
enum Touch {
    Down,
    /// The thumb jumped to where it was touched.
    Jumped(FormAction),
    Slides,
}

/// The touch on a slider, if any, and the value before it.
#[derive(Clone, Debug, Default)]
pub(super) struct SliderTouch(Rc<RefCell<Option<(String, Touch)>>>);

impl SliderTouch {
    /// A touch starts on the slider, which has this value.
    pub(super) fn touch(&self, value: String) {
        self.0.replace(Some((value, Touch::Down)));
    }

    /// The slider has a new value. Returns the action unless it has to wait.
    pub(super) fn slide(&self, action: FormAction) -> Option<FormAction> {
        let mut touch = self.0.borrow_mut();
        match touch.as_mut() {
            Some((_, touch @ Touch::Down)) => {
                *touch = Touch::Jumped(action);
                None
            }
            Some((_, touch)) => {
                *touch = Touch::Slides;
                Some(action)
            }
            None => Some(action),
        }
    }

    /// The finger is lifted: a tap on the track takes effect.
    pub(super) fn lift(&self) -> Option<FormAction> {
        match self.0.take() {
            Some((_, Touch::Jumped(action))) => Some(action),
            _ => None,
        }
    }

    /// The browser took the touch for a scroll. Returns the value to go back to.
    pub(super) fn cancel(&self) -> Option<String> {
        self.0.take().map(|(before, _)| before)
    }
}

#[cfg(test)]
mod tests {
    use super::SliderTouch;
    use crate::calculator::form::FormAction;

    #[test]
    fn a_scroll_changes_nothing_and_a_tap_does() {
        let to = |place: &str| FormAction::Load(place.to_owned());
        let touch = SliderTouch::default();
        touch.touch("500".to_owned());
        assert_eq!((touch.slide(to("jump")), touch.cancel().as_deref()), (None, Some("500")));
        touch.touch("500".to_owned());
        assert_eq!((touch.slide(to("jump")), touch.lift(), touch.lift()), (None, Some(to("jump")), None));
        touch.touch("500".to_owned());
        assert_eq!((touch.slide(to("jump")), touch.slide(to("on"))), (None, Some(to("on"))));
        assert_eq!(touch.lift(), None, "it was already returned");
        assert_eq!(touch.slide(to("key")), Some(to("key")), "keys and mice do not wait");
    }
}
