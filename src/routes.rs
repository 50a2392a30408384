//! The addresses of the pages.

/// Slugs.
pub const SLUGS: &[&str] = &["", "welcome", "session", "plan", "progress", "fuel", "more", "data", "settings", "about"];
