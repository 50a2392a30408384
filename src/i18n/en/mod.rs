//! English, one file a screen.

pub mod calendar;
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
pub mod review;
pub mod session;
pub mod settings;
pub mod shell;
pub mod today;
pub mod tools;
pub mod verdict;
pub mod welcome;
