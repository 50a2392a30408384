//! When somebody eats: at the hours that the rules lay out, or at their own.

use super::diet::Diet;
use super::meals::SessionTime;
use super::waking::{MEALS, times};
use crate::domain::ordered::sort_by_key;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

impl Diet {
    /// The times of today's meals, minutes after midnight: the person's own where there are any, on every day
    /// the same; else by the rules, around the session.
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::Diet;
    /// let mut diet = Diet::default();
    /// assert_eq!(diet.meal_times(None), [450, 690, 930, 1170]);
    /// diet.own_times = vec![480, 780, 1200];
    /// assert_eq!(diet.meal_times(None), [480, 780, 1200]);
    /// ```
    pub fn meal_times(&self, session: Option<SessionTime>) -> Vec<u16> {
        if self.own_times.is_empty() {
            times(self.waking, self.meals, session)
        } else {
            self.own_times.clone()
        }
    }

    /// Moves one meal of today to a time of the person's own; from then on all of them are their own. A time at
    /// which there is another meal changes nothing.
    ///
    /// ```
    /// use legwork::domain::nutrition::diet::Diet;
    /// let mut diet = Diet::default();
    /// assert!(diet.move_meal(1, 13 * 60, None));
    /// assert_eq!(diet.own_times, [450, 780, 930, 1170]);
    /// assert!(!diet.move_meal(0, 780, None) && !diet.move_meal(7, 600, None));
    /// ```
    pub fn move_meal(&mut self, place: usize, at: u16, session: Option<SessionTime>) -> bool {
        let mut day = self.meal_times(session);
        if at >= DAY || day.contains(&at) {
            return false;
        }
        let Some(one) = day.get_mut(place) else { return false };
        *one = at;
        day.truncate(usize::from(MEALS.1));
        // In the order of the person's day, which may end after midnight.
        let wakes = self.waking.wakes % DAY;
        sort_by_key(&mut day, |at| (at + DAY - wakes) % DAY);
        self.own_times = day;
        true
    }
}
