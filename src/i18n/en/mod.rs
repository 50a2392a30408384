//! English, one file a screen.

pub mod calendar;
pub mod data;
pub mod diet;
pub mod edit;
pub mod exchange;
pub mod fuel;
pub mod history;
pub mod iron;
pub mod loading;
pub mod names;
pub mod plan;
pub mod progress;
pub mod session;
pub mod settings;
pub mod shell;
pub mod stopped;
pub mod today;
pub mod tools;
pub mod welcome;
