//! Simple line icons of our own; each stands beside a word, so a screen reader passes it over.

use super::element::{El, svg};

/// An icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Icon {
    Today,
    Plan,
    Progress,
    Fuel,
    More,
    Left,
    Right,
    Check,
    Open,
}

/// Draws an icon.
pub fn icon(which: Icon) -> El {
    let path = match which {
        // A knee under a bar.
        Icon::Today => "M4 5h16M7 3v4M17 3v4M8 9l7 3-4 8h5",
        Icon::Plan => "M5 4h14v16H5zM9 9h6M9 13h6M9 17h3",
        Icon::Progress => "M4 20h16M7 20v-6M12 20V9M17 20V5",
        Icon::Fuel => "M12 3c4 4 6 7 6 11a6 6 0 0 1-12 0c0-4 2-7 6-11zM12 20v-6",
        Icon::More => "M5 12h.01M12 12h.01M19 12h.01",
        Icon::Left => "M15 5l-7 7 7 7",
        Icon::Right => "M9 5l7 7-7 7",
        Icon::Check => "M5 13l4 4L19 7",
        Icon::Open => "M12 8v5M12 17h.01M12 3l9.5 17h-19z",
    };
    svg("svg")
        .class("icon")
        .set("viewBox", "0 0 24 24")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .child(svg("path").set("d", path))
}
