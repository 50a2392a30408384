//! Portraits: what a spread of people is told, whole and in words. A rule that is changed, on purpose or not, shows
//! here as a changed line, whatever else still holds. `PORTRAITS=draw` draws them anew; what then differs is to be
//! read like any other change.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod edited;
mod food;
mod imports;
#[path = "../diagnosis/lifter.rs"]
mod lifter;
mod lifters;
mod next;
mod people;
mod plans;
mod progress;
mod sessions;
mod verdicts;

use std::path::Path;

/// A text with its decimals rounded: the last digits of a power differ between machines.
fn rounded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = &rest[at..];
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
        let number = number[..end].trim_end_matches('.');
        out.push_str(&rest[..at]);
        match number.parse::<f64>() {
            Ok(value) if number.contains('.') => out.push_str(&format!("{value:.3}")),
            _ => out.push_str(number),
        }
        rest = &rest[at + number.len()..];
    }
    out + rest
}

/// Compares a portrait with the one that is kept, line by line.
fn compare(name: &str, lines: &[String]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/portraits").join(name);
    let lines: Vec<String> = lines.iter().map(|line| rounded(line)).collect();
    if std::env::var("PORTRAITS").is_ok_and(|said| said == "draw") {
        std::fs::write(&file, lines.join("\n") + "\n").unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap();
    for (number, (kept, now)) in kept.lines().zip(&lines).enumerate() {
        assert_eq!(now, kept, "{name}, line {}", number + 1);
    }
    assert_eq!(lines.len(), kept.lines().count(), "{name}");
    assert!(lines.len() > 10, "{name} shows nothing");
}

#[test]
fn decimals_are_rounded_and_nothing_else_is() {
    assert_eq!(rounded("a 1.23456, 7. and 2026-11-22 (0.5)"), "a 1.235, 7. and 2026-11-22 (0.500)");
}
