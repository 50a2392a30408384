//! English, one file a screen.

pub mod calendar;
pub mod copies;
pub mod count;
pub mod data;
pub mod diet;
pub mod edit;
pub mod exchange;
pub mod fuel;
pub mod history;
pub mod iron;
pub mod learn;
pub mod learn_effort;
pub mod learn_kitchen;
pub mod learn_lifts;
pub mod learn_volume;
pub mod loading;
pub mod mend;
pub mod names;
pub mod plan;
pub mod progress;
pub mod reckoning;
pub mod recovery;
pub mod review;
pub mod room;
pub mod session;
pub mod settings;
pub mod shell;
pub mod stopped;
pub mod today;
pub mod tools;
pub mod verdict;
pub mod water;
pub mod welcome;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::diagnosis::{Recovered, Trained};
    use crate::domain::nutrition::proposal::Kept;
    use crate::domain::plan::difference::Change;
    use crate::i18n::Locale;

    #[test]
    fn one_of_a_thing_is_said_in_the_singular() {
        let locale = Locale::default();
        let change = |one: Change| edit::change(&one, |id| id.as_str().to_owned(), &locale);
        assert_eq!(change(Change::Sessions { from: 1, to: 2 }), "1 session a week becomes 2");
        assert_eq!(change(Change::Sessions { from: 3, to: 1 }), "3 sessions a week become 1");
        let exercise = crate::domain::exercise::ExerciseId::parse("leg-extension").unwrap();
        assert!(change(Change::Sets { session: 0, exercise, from: 2, to: 1 }).ends_with("from 2 to 1 set"));
        let week = |planned| Trained { sessions: 1, planned, reached: 0, shortest: None, deload: true };
        assert!(review::trained(&week(Some(1)), &locale).starts_with("1 of 1 session,"));
        assert!(review::trained(&week(None), &locale).starts_with("1 session,"));
        let ate = Recovered { weight: None, protein: Some((1, 140.0)), sleep: None };
        assert!(review::recovered(&ate, &locale).ends_with(" on 1 day."));
        assert!(diet::kept(Kept::Soon(1)).ends_with(" in 1 day."));
        assert!(diet::kept(Kept::Cycle(1)).ends_with(": 1 day more."));
        assert!(recovery::summary(1, 7.0, 7.0, &locale).starts_with("1 night of"));
        assert_eq!(progress::body::summary("Thigh", "56", "56", 1), "Thigh, 1 day, from 56 to 56");
        assert_eq!(
            [tools::fewer(1, 2), tools::fewer(2, 1)],
            ["1 set fewer: 2 in all", "2 sets fewer: 1 in all"]
        );
    }
}
